import type { Dialect } from '../dialects/dialect.ts';
import type { Range } from '../text/range.ts';
import { blank, replaceWith } from './template.ts';

/**
 * The text with what only this dialect reads specially rewritten, unit for unit, into CommonMark that means the same
 * for references and footnotes: so one parser serves every dialect and every offset stays. Linear in the text.
 */
export function withoutDialect(text: string, dialect: Dialect): string {
  if (!dialect.attributeLists) return text;
  const lines = new Lines(text);
  const blanks = [...extensions(text), ...rawHtml(lines), ...attributeLines(lines)];
  const words = [...(dialect.math ? math(text) : []), ...(dialect.spacesInDestination ? wideDestinations(lines) : [])];
  return replaceWith(blank(text, blanks), words, 'x');
}

/** Lines outside fenced code, with their offsets. */
class Lines {
  readonly all: { readonly start: number; readonly text: string; readonly fenced: boolean }[] = [];

  constructor(text: string) {
    let fence: string | undefined;
    for (let start = 0; start < text.length; ) {
      const newline = text.indexOf('\n', start);
      const end = newline < 0 ? text.length : newline;
      const line = text.slice(start, end);
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
      const closes = fence !== undefined && mark !== undefined && mark.startsWith(fence) && line.trim() === mark;
      this.all.push({ start, text: line, fenced: fence !== undefined || mark !== undefined });
      if (closes) fence = undefined;
      else if (fence === undefined && mark) fence = mark;
      start = end + 1;
    }
  }
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
function rawHtml(lines: Lines): Range[] {
  const found: Range[] = [];
  let unclosed = 0;
  for (let index = 0; index < lines.all.length; index++) {
    const line = lines.all[index]!;
    const name = line.fenced ? undefined : /^ {0,3}<([a-zA-Z][a-zA-Z0-9]*)(?=[\s>])/.exec(line.text)?.[1]?.toLowerCase();
    if (name && !spanElements.has(name)) {
      const last = closingLine(lines, index, name);
      if (last < 0 && ++unclosed > mostUnclosed) break;
      if (last > index && /\bmarkdown\s*=\s*["']?(1|block|span)/.test(line.text)) found.push(whole(line), whole(lines.all[last]!));
      else if (last > index) {
        found.push({ start: line.start + line.text.length, end: lines.all[last]!.start });
        index = last;
      }
    }
  }
  return found;
}

function whole(line: { readonly start: number; readonly text: string }): Range {
  return { start: line.start, end: line.start + line.text.length };
}

/** The line on which an element opened on line `from` is closed, or -1. */
function closingLine(lines: Lines, from: number, name: string): number {
  const tags = new RegExp(`<(/?)${name}(?=[\\s>/])`, 'gi');
  let depth = 0;
  for (let index = from; index < lines.all.length; index++) {
    for (const match of lines.all[index]!.text.matchAll(tags)) depth += match[1] ? -1 : 1;
    if (depth <= 0) return index;
  }
  return -1;
}

/** `{: .class}` alone on a line and abbreviations `*[HTML]: …`: no text, no reference. */
function attributeLines(lines: Lines): Range[] {
  return lines.all
    .filter((line) => !line.fenced && /^ {0,3}(\{:(?!:)[^}]*\}[ \t\r]*$|\*\[[^\]]+\]:)/.test(line.text))
    .map(whole);
}

/** Destinations with spaces, to be read as one word: LINK_DEFINITION_START in parser/kramdown/link.rb. */
function wideDestinations(lines: Lines): Range[] {
  const found: Range[] = [];
  for (const line of lines.all) {
    const match = line.fenced ? null : /^( {0,3}\[(?!\^)[^\]]+\]:[ \t]*)(\S.*)$/.exec(line.text);
    if (!match) continue;
    const destination = match[2]!.replace(/[ \t]+(["']).+?\1[ \t\r]*$/, '').trimEnd();
    if (/[ \t]/.test(destination)) {
      const start = line.start + match[1]!.length;
      found.push({ start, end: start + destination.length });
    }
  }
  return found;
}
