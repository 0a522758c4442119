import { findClosingFence } from '../../../text/scan.ts';

/** Patterns of kramdown's blocks, each to be tried at an offset where a line starts or is taken to start; files are those below parser/kramdown. */

export interface Tag {
  /** In lower case. */
  readonly name: string;
  /** The value of its attribute `markdown`. */
  readonly markdown: string | undefined;
  readonly isClosed: boolean;
  readonly end: number;
}

/** White space but a line break, in Ruby's sense. */
const space = '[ \\t\\r\\f\\v]';
export const blankLines = new RegExp(`(?:${space}*\\n)+`, 'y');
export const indent = /(?:\t| {4})/y;
export const atxHeading = /(#{1,6})([\t ].*)\n/y;
/** Without GFM input. */
export const tightAtxHeading = /(#{1,6})[\t ]*([^ \t\n].*)\n/y;
export const setextHeading = / {0,3}([^ \t\n].*)\n([-=])[-=]*[ \t\r\f\v]*\n/y;
export const thematicBreak = / {0,3}(?:\*[ \t]*\*[ \t]*\*[* \t]*|-[ \t]*-[ \t]*-[- \t]*|_[ \t]*_[ \t]*_[_ \t]*)\n/y;
export const quoteMark = / {0,3}> ?/y;
/** `[\t| ]` is what PATTERN_TAIL in list.rb has. */
export const bulletItem = /( {0,3}[+*-])([\t| ].*\n)/y;
export const orderedItem = /( {0,3}\d+\.)([\t| ].*\n)/y;
export const definitionItem = /( {0,3}:)([\t| ].*\n)/y;
export const endOfBlock = /\^[ \t\r\f\v]*\n/y;
export const note = / {0,3}\[\^(\w[\w-]*)\]:/y;
export const definition = / {0,3}\[([^\n\]]+)\]:[ \t]*/y;
const fence = /( {0,3})(`{3,}|~{3,})/y;
const tildeFence = /()(~{3,})/y;

/** UNAME_STR of REXML. */
const name = '[\\p{L}_][\\p{L}\\p{N}\\p{M}_.-]*(?::[\\p{L}_][\\p{L}\\p{N}\\p{M}_.-]*)?';
const anyTag = new RegExp(` {0,3}<(/?)(${name})`, 'uy');
export const closingTag = new RegExp(` {0,3}</(${name})\\s*>`, 'uy');
const anyClosingTag = new RegExp(`</(${name})\\s*>`, 'gu');
const tagName = new RegExp(name, 'uy');
const attribute = new RegExp(`\\s+(${name})(?:\\s*=\\s*(?:([\\p{L}\\p{M}\\p{N}\\p{Pc}]+)|(["'])))?`, 'uy');
const tagEnd = /\s*(\/)?>/y;
/** UTF-16 code units. Nobody writes longer tags. */
export const maxTagLength = 5000;

/** Returns the match of a pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

export function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Returns the offset of the next line. */
export function nextLine(text: string, at: number): number {
  return text.indexOf('\n', at) + 1 || text.length;
}

export function isBlankLine(text: string, at: number): boolean {
  return isAt(blankLines, text, at);
}

/** Whether the line ends whatever takes in lines that are not its own: LAZY_END in paragraph.rb. */
export function isLazyEnd(text: string, at: number): boolean {
  return at >= text.length || isBlankLine(text, at) || endsCode(text, at);
}

/** Whether a line that is not blank ends indented code (CODEBLOCK_MATCH in codeblock.rb). */
function endsCode(text: string, at: number): boolean {
  return isAttributeList(text, at) || isAt(endOfBlock, text, at) || endsText(text, at);
}

/** LAZY_END_HTML_SPAN_ELEMENTS in paragraph.rb. */
const spanNames = new Set(
  `a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc ruby samp
  select small span strong sub sup tt u var script`.split(/\s+/),
);

/** Whether a line starts with a tag of HTML that no text goes on after: LAZY_END_HTML_START and LAZY_END_HTML_STOP. */
function endsText(text: string, at: number): boolean {
  const tag = matchAt(anyTag, text, at);
  if (!tag || spanNames.has(/^\w+/.exec(tag[2]!)?.[0] ?? '')) return false;
  return tag[1] === '' || isAt(closingTag, text, at);
}

/** `{: .class}` or `{:name: .class}` alone on a line: IAL_BLOCK_START takes both. */
export function isAttributeList(text: string, at: number): boolean {
  const kind = parseBraces(text, at)?.kind;
  return kind === 'attributes' || kind === 'named attributes';
}

/** What stands in braces with a colon alone on a line. */
export interface Braces {
  readonly kind: 'attributes' | 'named attributes' | 'extension' | 'end of extension';
  readonly content: string;
  /** After the line break. */
  readonly end: number;
}

/** UTF-16 code units. Nobody writes longer ones. */
export const maxBracesLength = 2000;

/** Returns the braces on the line at an offset: IAL_BLOCK_START, ALD_START, EXT_BLOCK_START in extensions.rb. */
export function parseBraces(text: string, at: number): Braces | undefined {
  let start = at;
  while (start < at + 3 && text[start] === ' ') start++;
  if (text[start] !== '{' || text[start + 1] !== ':') return undefined;
  const close = findClosingBrace(text, start + 2);
  if (close < 0 || !isBlankLine(text, close + 1)) return undefined;
  const content = text.slice(start + 2, close);
  const kind = kindOfBraces(content);
  return kind && { kind, content, end: nextLine(text, close) };
}

/** Returns the offset of a brace that no backslash escapes; -1 for none near. */
export function findClosingBrace(text: string, from: number): number {
  const end = Math.min(text.length, from + maxBracesLength);
  for (let at = from; at < end; at++) {
    if (text[at] === '}') return at;
    if (text[at] === '\\' && text[at + 1] === '}') at++;
  }
  return -1;
}

function kindOfBraces(content: string): Braces['kind'] | undefined {
  if (content.startsWith(':')) return 'extension';
  if (content.startsWith('/')) return 'end of extension';
  if (content === '') return undefined;
  return /^\w[\w-]*:/.test(content) ? 'named attributes' : 'attributes';
}

/** Returns where a closing tag of an element stands, at or after an offset; the end of the text where none does. */
export function findClosingTag(text: string, from: number, name: string): { start: number; end: number } {
  anyClosingTag.lastIndex = from;
  for (let match = anyClosingTag.exec(text); match; match = anyClosingTag.exec(text))
    if (match[1]!.toLowerCase() === name) return { start: match.index, end: match.index + match[0].length };
  return { start: text.length, end: text.length };
}

/** Whether a line of HTML ends the text of a list item (lazy_re in list.rb). */
export function endsItem(text: string, at: number, indentation: number): boolean {
  const spaces = /^ */.exec(text.slice(at, at + 4))![0].length;
  return spaces <= Math.min(indentation, 3) && (isAttributeList(text, at) || endsText(text, at));
}

/** Whether a line starts a list, a heading, a quote or fenced code, which end a paragraph: PARAGRAPH_END_GFM. */
export function startsBlock(text: string, at: number, marks: '`~' | '~'): boolean {
  return (
    isAt(bulletItem, text, at) ||
    isAt(orderedItem, text, at) ||
    isAt(atxHeading, text, at) ||
    isAt(quoteMark, text, at) ||
    isAt(marks === '~' ? tildeFence : fence, text, at)
  );
}

/** Returns the end of the indented lines from an offset on, those after blank lines and those that follow them directly included. */
export function findIndentedEnd(text: string, from: number): number {
  for (let end = from; ;) {
    let at = matchAt(blankLines, text, end) ? blankLines.lastIndex : end;
    if (at >= text.length || !isAt(indent, text, at) || isBlankLine(text, at)) return end;
    while (at < text.length && isAt(indent, text, at) && !isBlankLine(text, at)) at = nextLine(text, at);
    while (at < text.length && !isBlankLine(text, at) && !endsCode(text, at)) at = nextLine(text, at);
    end = at;
  }
}

/** Returns the offset after the fenced code at an offset; undefined where none starts, or nothing closes it. */
export function findFenceEnd(
  text: string,
  at: number,
  { marks, unclosed }: { readonly marks: '`~' | '~'; readonly unclosed: Set<string> },
): number | undefined {
  const opening = matchAt(marks === '~' ? tildeFence : fence, text, at);
  if (!opening) return undefined;
  const mark = opening[2]!;
  const lineEnd = text.indexOf('\n', at);
  const info = text.slice(at + opening[0].length, lineEnd);
  const isOneWord = !/\S\s+\S/.test(info);
  /** A mark of fewer characters does as well: the others are its word then. */
  for (let length = mark.length; length >= Math.max(3, mark.length - 20); length--) {
    if (!isOneWord || (length < mark.length && /^\s+\S/.test(info))) return undefined;
    const shorter = mark.slice(0, length);
    if (unclosed.has(shorter)) continue;
    const end = findCloseOf(text, shorter, { from: lineEnd, marks });
    if (end !== undefined) return end;
    unclosed.add(shorter);
  }
  return undefined;
}

/** Returns the offset after the line that closes a fence. Without GFM input it stands at the margin. */
function findCloseOf(
  text: string,
  mark: string,
  { from, marks }: { readonly from: number; readonly marks: '`~' | '~' },
): number | undefined {
  for (let at = from; ;) {
    const closing = findClosingFence(text, mark, at);
    if (!closing) return undefined;
    if (marks === '`~' || text[closing.start] === '~') return nextLine(text, closing.end);
    at = closing.end;
  }
}

/** Returns the tag that opens at an offset: HTML_TAG_RE in parser/html.rb. */
export function parseTag(text: string, at: number): Tag | undefined {
  if (text[at] !== '<') return undefined;
  const found = matchAt(tagName, text, at + 1);
  if (!found) return undefined;
  let markdown: string | undefined;
  let end = at + 1 + found[0].length;
  for (let match = matchAt(attribute, text, end); match; match = matchAt(attribute, text, end)) {
    const [written, key, word, quote] = match;
    end += written.length;
    const close = quote === undefined ? end : text.slice(end, end + maxTagLength).indexOf(quote) + end;
    if (close < end || close - at > maxTagLength) return undefined;
    if (key!.toLowerCase() === 'markdown') markdown = quote === undefined ? (word ?? '') : text.slice(end, close);
    if (quote !== undefined) end = close + 1;
  }
  const tail = matchAt(tagEnd, text, end);
  return tail
    ? { name: found[0].toLowerCase(), markdown, isClosed: tail[1] !== undefined, end: end + tail[0].length }
    : undefined;
}
