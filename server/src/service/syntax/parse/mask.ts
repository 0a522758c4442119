import type { Dialect, HtmlElements } from '../../dialects/dialect.ts';
import type { Range } from '../../text/range.ts';
import { findPathologicalInput } from './pathologicalInput.ts';
import { findDefinitionReplacements, findSpacedDestinations } from './destinations.ts';
import { parseFenceMark } from './fenceMark.ts';
import { maskJsx } from '../templates/jsx.ts';
import { findInlineNoteBrackets, spaceInLabel, findSpacesInLabels } from './footnoteLabels.ts';
import { blankOut, replaceWith } from '../templates/replaceRanges.ts';
import { findClosingFence, findLineEnd } from '../../text/scan.ts';

interface Masked {
  readonly masked: string;
  /** The first of what was masked because no parser reads it in a reasonable time. */
  readonly unread: Range | undefined;
}

/**
 * Returns the text with what only this dialect reads specially replaced, UTF-16 code unit for code unit, by CommonMark
 * that means the same for references and footnotes: so one parser serves every dialect and every offset stays. Linear
 * in the text.
 */
export function maskDialect(text: string, dialect: Dialect): Masked {
  const pathological = findPathologicalInput(text);
  const unread = pathological.length === 0 ? undefined : findFirst(pathological);
  const safe = maskByteOrderMarks(replaceWith(text, pathological, 'x'), dialect);
  if (dialect.blocks.reading !== 'CommonMark') return { masked: maskLabels(safe, dialect), unread };
  const { isEnabled, inline } = dialect.footnotes;
  const labels = maskLabels(maskLines(safe, dialect), dialect);
  const notes = isEnabled && inline ? blankOut(labels, findInlineNoteBrackets(labels)) : labels;
  return { masked: dialect.html.kind === 'jsx' ? maskJsx(notes) : notes, unread };
}

function findFirst(ranges: readonly Range[]): Range {
  return ranges.reduce((first, range) => (range.start < first.start ? range : first));
}

function maskLabels(text: string, { footnotes: { isEnabled, spacedLabel } }: Dialect): string {
  return isEnabled && spacedLabel !== 'definition' ? replaceWith(text, findSpacesInLabels(text), spaceInLabel) : text;
}

/** micromark drops one at the start of what it parses, be it a chunk, without counting it: all offsets after it would be one too small. */
function maskByteOrderMarks(text: string, { blocks }: Dialect): string {
  if (!text.includes('\ufeff')) return text;
  const first = blocks.skipsByteOrderMark && text.startsWith('\ufeff') ? ' ' : '';
  return first + text.slice(first.length).replaceAll('\ufeff', '.');
}

function maskLines(text: string, { blocks, extensions, html, links }: Dialect): string {
  const hasContentModel = html.kind === 'content model';
  const { attributeLists, abbreviations, containers, math } = extensions;
  if (!(attributeLists || abbreviations || containers || math || hasContentModel || blocks.fencesMustClose))
    return text;
  const { lines, unclosedFences } = findOpeningLines(text);
  const blanks = [
    ...(attributeLists ? [...findExtensionBlocks(text), ...findLines(attributeLine, lines)] : []),
    ...(abbreviations ? findLines(abbreviationLine, lines) : []),
    ...(containers ? findLines(containerLine, lines) : []),
    ...(hasContentModel ? findRawHtml(text, lines, html.elements) : []),
  ];
  const words = [
    ...(math ? findMath(text) : []),
    ...(links.spacesInDestination ? [...findSpacedDestinations(text), ...findDefinitionReplacements(text, lines)] : []),
    ...(blocks.fencesMustClose ? unclosedFences.map(toRange) : []),
    ...(hasContentModel ? [...findCommentsBeforeText(lines), ...findUnclosedComment(text)] : []),
  ];
  return replaceWith(blankOut(text, blanks), words, 'x');
}

/** `{: .class}` alone on a line. */
const attributeLine = /^ {0,3}\{:(?:[^:}][^}]*)?\}[ \t\r]*$/;
/** `*[HTML]: …`. */
const abbreviationLine = /^ {0,3}\*\[[^\]]+\]:/;
/** `::: tip Title`, and `:::`. */
const containerLine = /^ {0,3}:{3,}/;

function findLines(pattern: RegExp, lines: readonly Line[]): Range[] {
  return lines.filter(({ text }) => pattern.test(text)).map(toRange);
}

/** A line that may open something, with its offset; not one of fenced code. */
export interface Line {
  readonly start: number;
  readonly text: string;
}

/** Lines outside fenced code that may open something, and the fences. */
export interface OpeningLines {
  readonly lines: readonly Line[];
  /** Marks of fences that nothing closes. */
  readonly unclosedFences: readonly Line[];
  /** Fenced code, its marks included. */
  readonly fences: readonly Range[];
}

/** Finds lines that start with a character any construct here starts with; the others are passed over quickly. */
export function findOpeningLines(text: string): OpeningLines {
  const lines: Line[] = [];
  const fences: Range[] = [];
  const unclosedFences: Line[] = [];
  const unclosed = new Set<string>();
  for (let start = 0; start < text.length;) {
    let end = findLineEnd(text, start);
    let first = start;
    while (first < end && first < start + 4 && text[first] === ' ') first++;
    if ('`~<{*[-+:'.includes(text[first] ?? '\n')) {
      const line = { start, text: text.slice(start, end) };
      const mark = first < start + 4 ? parseFenceMark(text.slice(first, end)) : undefined;
      const closing = mark && !unclosed.has(mark) ? findFenceEnd(text, end, mark) : -1;
      if (closing >= 0) fences.push({ start, end: (end = closing) });
      else if (mark) unclosedFences.push({ start: first, text: mark });
      else lines.push(line);
      if (mark && closing < 0) unclosed.add(mark);
    }
    start = end + 1;
  }
  return { lines, unclosedFences, fences };
}

/** Where the line ends that closes a fence, or -1: FENCED_CODEBLOCK_MATCH in parser/kramdown/codeblock.rb of the GFM parser wants one. */
function findFenceEnd(text: string, from: number, mark: string): number {
  return findClosingFence(text, mark, from)?.end ?? -1;
}

/** What opens a block on one line, what closes it, and what ends either. */
const extensionToken = /\{::(?:comment|nomarkdown)|\{:\/(?:comment|nomarkdown)?\}|\}|\n/g;

/** `{::comment}`, `{::nomarkdown}` with their content (parser/kramdown/extensions.rb). */
export function findExtensionBlocks(text: string): Range[] {
  if (!text.includes('{::')) return [];
  const found: Range[] = [];
  let opening: number | undefined;
  let block: number | undefined;
  for (const { 0: token, index } of text.matchAll(extensionToken)) {
    if (token.startsWith('{::')) opening ??= index;
    else if (token === '\n') opening = undefined;
    else {
      const end = index + token.length;
      if (token !== '}' && block !== undefined) {
        found.push({ start: block, end });
        block = undefined;
      }
      if (opening !== undefined && text[end - 2] !== '/') block ??= opening;
      opening = undefined;
    }
  }
  return found;
}

/** `$$ … $$`, within a paragraph or as a block of its own (parser/kramdown/math.rb). */
export function findMath(text: string): Range[] {
  if (!text.includes('$$')) return [];
  const found: Range[] = [];
  for (let at = text.indexOf('$$'); at >= 0;) {
    const end = text.indexOf('$$', at + 2);
    if (end < 0) break;
    const inside = text.slice(at + 2, end);
    const isBlock =
      /(^|\n)[ \t]*\n {0,3}$|^$/.test(text.slice(Math.max(0, at - 80), at)) &&
      /^[ \t]*(\n|$)/.test(text.slice(end + 2, end + 80));
    const isSpan = !inside.includes('`') && !/\n[ \t]*\n/.test(inside) && !/[\\`]/.test(text[at - 1] ?? '');
    if (isBlock || isSpan) found.push({ start: at + 2, end });
    at = text.indexOf('$$', isBlock || isSpan ? end + 2 : at + 2);
  }
  return found;
}

/** A text with more elements that are never closed is no post; looking for all their ends would take quadratic time. */
const maxUnclosed = 20;

/** What is no text of block elements: their tags and, where the dialect does not read it, their content. */
export function findRawHtml(text: string, lines: readonly Line[], elements: HtmlElements): Range[] {
  const found: Range[] = [];
  let unclosed = 0;
  let end = 0;
  for (const line of lines) {
    if (line.start < end) continue;
    if (/^ {0,3}<\/[a-zA-Z][^>]*>/.test(line.text))
      found.push({ start: line.start, end: line.start + line.text.indexOf('>') + 1 });
    const name = /^ {0,3}<([a-zA-Z][a-zA-Z0-9]*)[\s>]/.exec(line.text)?.[1]?.toLowerCase();
    if (!name || elements.isSpan(name)) continue;
    const closing = findClosingTag(text, line.start, name);
    if (!closing && ++unclosed > maxUnclosed) break;
    if (!closing) continue;
    const opening = line.text.indexOf('>') + 1;
    if (elements.blockContent(name, parseMarkdownAttribute(line.text.slice(0, opening))) === 'raw') {
      found.push({ start: line.start, end: closing.end });
      end = closing.end;
    } else found.push({ start: line.start, end: line.start + opening }, closing);
  }
  return found;
}

/** The value of the attribute `markdown` of a tag. */
function parseMarkdownAttribute(tag: string): string | undefined {
  return /\bmarkdown\s*=\s*["']?(\w+)/.exec(tag)?.[1];
}

/** Comments that start a line with text after their end: to CommonMark the line is HTML, kramdown's parse_block_html takes the comment only. */
function findCommentsBeforeText(lines: readonly Line[]): Range[] {
  return lines.flatMap((line) => {
    const match = /^( {0,3}(?:[-+*][ \t]+)?)<!--/.exec(line.text);
    const close = match ? line.text.indexOf('-->', match[0].length) : -1;
    if (!match || close < 0 || !/^.*\S/.test(line.text.slice(close + 3))) return [];
    return [{ start: line.start + match[1]!.length, end: line.start + close + 3 }];
  });
}

function toRange(line: Line): Range {
  return { start: line.start, end: line.start + line.text.length };
}

/** The tag that closes an element opened at `from`. */
function findClosingTag(text: string, from: number, name: string): Range | undefined {
  const tags = /<(\/?)([a-z][a-z0-9]*)(?:[\s/][^<>]*)?>/gi;
  tags.lastIndex = from;
  let depth = 0;
  for (let match = tags.exec(text); match; match = tags.exec(text)) {
    if (match[2]!.toLowerCase() !== name) continue;
    depth += match[1] ? -1 : match[0].endsWith('/>') ? 0 : 1;
    if (depth <= 0) return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** `<!--` that nothing closes is text. */
function findUnclosedComment(text: string): Range[] {
  const last = text.lastIndexOf('<!--');
  return last < 0 || text.includes('-->', last) ? [] : [{ start: last, end: last + 1 }];
}
