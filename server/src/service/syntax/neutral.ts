import type { Dialect } from '../dialects/dialect.ts';
import type { Range } from '../text/range.ts';
import { blank, replaceWith } from './template.ts';

/**
 * The text with what only this dialect reads specially rewritten, unit for unit, into CommonMark that means the same
 * for references and footnotes: so one parser serves every dialect and every offset stays. Linear in the text.
 */
export function withoutDialect(text: string, dialect: Dialect): string {
  if (!dialect.attributeLists) return text;
  const lines = openings(text);
  const blanks = [...extensions(text), ...rawHtml(text, lines), ...attributeLines(lines)];
  const words = [...(dialect.math ? math(text) : []), ...(dialect.spacesInDestination ? wideDestinations(lines) : [])];
  return replaceWith(blank(text, blanks), words, 'x');
}

/** A line that may open something, with its offset; not one of fenced code. */
interface Line {
  readonly start: number;
  readonly text: string;
}

/** Lines outside fenced code that start with a character any construct here starts with; the others are passed over quickly. */
function openings(text: string): Line[] {
  const found: Line[] = [];
  let fence: string | undefined;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    let first = start;
    while (first < end && first < start + 4 && text[first] === ' ') first++;
    if ('`~<{*['.includes(text[first] ?? '\n')) {
      const line = text.slice(start, end);
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
      if (fence !== undefined) fence = mark?.startsWith(fence) && line.trim() === mark ? undefined : fence;
      else if (mark) fence = mark;
      else found.push({ start, text: line });
    }
    start = end + 1;
  }
  return found;
}

/** `{::comment}`, `{::nomarkdown}` with their content (parser/kramdown/extensions.rb). */
function extensions(text: string): Range[] {
  const found: Range[] = [];
  for (const match of text.matchAll(/\{::(comment|nomarkdown)[^}\n]*\}/g)) {
    if (match[0].endsWith('/}')) continue;
    const closer = /\{:\/(comment|nomarkdown)?\}/g;
    closer.lastIndex = match.index + match[0].length;
    const close = closer.exec(text);
    if (!close) break;
    found.push({ start: match.index, end: close.index + close[0].length });
  }
  return found;
}

/** `$$ … $$`, within a paragraph or as a block of its own (parser/kramdown/math.rb). */
function math(text: string): Range[] {
  if (!text.includes('$$')) return [];
  const found: Range[] = [];
  for (let at = text.indexOf('$$'); at >= 0; ) {
    const end = text.indexOf('$$', at + 2);
    if (end < 0) break;
    const inside = text.slice(at + 2, end);
    const isBlock = /(^|\n)[ \t]*\n {0,3}$|^$/.test(text.slice(Math.max(0, at - 80), at)) && /^[ \t]*(\n|$)/.test(text.slice(end + 2, end + 80));
    const isSpan = !inside.includes('`') && !/\n[ \t]*\n/.test(inside) && !/[\\`]/.test(text[at - 1] ?? '');
    if (isBlock || isSpan) found.push({ start: at + 2, end });
    at = text.indexOf('$$', isBlock || isSpan ? end + 2 : at + 2);
  }
  return found;
}

/** HTML_SPAN_ELEMENTS in parser/html.rb of kramdown 2.4: every other element is a block, whose content is raw. */
const spanElements = new Set(
  ('a abbr acronym b bdo big br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc ruby samp ' +
    'select small span strong sub sup tt u var').split(' '),
);

/** A text with more elements that nobody closes is no post; looking for all their ends would take quadratic time. */
const mostUnclosed = 20;

/** The content of block elements, which kramdown does not read unless they say `markdown="1"`: then only their own lines are no text. */
function rawHtml(text: string, lines: readonly Line[]): Range[] {
  const found: Range[] = [];
  let unclosed = 0;
  let end = 0;
  for (const line of lines) {
    const name = line.start < end ? undefined : /^ {0,3}<([a-zA-Z][a-zA-Z0-9]*)(?=[\s>])/.exec(line.text)?.[1]?.toLowerCase();
    if (!name || spanElements.has(name)) continue;
    const closing = closingLine(text, line.start, name);
    if (closing < 0 && ++unclosed > mostUnclosed) break;
    if (closing <= line.start) continue;
    if (/\bmarkdown\s*=\s*["']?(1|block|span)/.test(line.text)) found.push(whole(line), whole({ start: closing, text: lineAt(text, closing) }));
    else {
      found.push({ start: line.start + line.text.length, end: closing });
      end = closing;
    }
  }
  return found;
}

function whole(line: Line): Range {
  return { start: line.start, end: line.start + line.text.length };
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? undefined : end);
}

/** Where the line starts on which an element opened at `from` is closed, or -1. */
function closingLine(text: string, from: number, name: string): number {
  const tags = new RegExp(`<(/?)${name}(?=[\\s>/])`, 'gi');
  tags.lastIndex = from;
  let depth = 0;
  for (let match = tags.exec(text); match; match = tags.exec(text)) {
    depth += match[1] ? -1 : 1;
    if (depth <= 0) return text.lastIndexOf('\n', match.index) + 1;
  }
  return -1;
}

/** `{: .class}` alone on a line and abbreviations `*[HTML]: …`: no text, no reference. */
function attributeLines(lines: readonly Line[]): Range[] {
  return lines
    .filter((line) => /^ {0,3}(\{:(?!:)[^}]*\}[ \t\r]*$|\*\[[^\]]+\]:)/.test(line.text))
    .map(whole);
}

/** Destinations with spaces, to be read as one word: LINK_DEFINITION_START in parser/kramdown/link.rb. */
function wideDestinations(lines: readonly Line[]): Range[] {
  const found: Range[] = [];
  for (const line of lines) {
    const match = /^( {0,3}\[(?!\^)[^\]]+\]:[ \t]*)(\S.*)$/.exec(line.text);
    if (!match) continue;
    const destination = match[2]!.replace(/[ \t]+(["']).+?\1[ \t\r]*$/, '').trimEnd();
    if (/[ \t]/.test(destination)) {
      const start = line.start + match[1]!.length;
      found.push({ start, end: start + destination.length });
    }
  }
  return found;
}
