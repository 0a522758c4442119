import type { Dialect } from '../../../dialects/dialect.ts';
import type { Range } from '../../../text/range.ts';
import { skipForward } from '../../../text/scan.ts';
import { blankOut, replaceWith } from '../../templates/replaceRanges.ts';
import { possibleMark } from '../../occurrences/manualFootnotes.ts';
import { findSpacedDestinations } from '../destinations.ts';
import { parseTag } from './patterns.ts';

const markOrMath = /[`<\\]|\$\$|\{::/g;
const plainMark = /[`<\\]/g;
const extensionStart = /\{::(comment|nomarkdown)(?:\s[^}]{0,200})?\}/y;

/** What all that can stand in lines is made of: brackets, HTML, code, marks. */
const mayHold = [/[[<`]/, possibleMark];

/** Whether something can be found in a text at all. */
export function mayHoldOccurrence(text: string): boolean {
  return mayHold.some((pattern) => pattern.test(text));
}

/** Returns the text of a paragraph with what stands in its lines and holds no Markdown replaced: elements of raw content, formulas, extensions. */
export function maskSpans(text: string, dialect: Dialect): string {
  const hasSpans = /[<$]|\{::/.test(text);
  const { blanks, words } = hasSpans ? findRawSpans(text, dialect) : { blanks: [], words: [] };
  const spaced = text.includes('](') ? findSpacedDestinations(text) : [];
  return replaceWith(blankOut(text, blanks), [...words, ...spaced], 'x');
}

interface RawSpans {
  readonly blanks: Range[];
  readonly words: Range[];
}

function findRawSpans(text: string, dialect: Dialect): RawSpans {
  const found: RawSpans = { blanks: [], words: [] };
  const missing = new Set<string>();
  /** Where a text ends that starts at or after an offset; -1 where none does. */
  const findEnd = (closing: string, from: number): number => {
    const at = missing.has(closing) ? -1 : text.indexOf(closing, from);
    if (at < 0) missing.add(closing);
    return at < 0 ? -1 : at + closing.length;
  };
  const mark = dialect.extensions.math ? markOrMath : plainMark;
  mark.lastIndex = 0;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const start = match.index;
    const written = match[0] === '`' ? text.slice(start, skipForward(text, start, '`')) : match[0];
    const from = start + written.length;
    let end = from;
    if (written === '\\') end = from + 1;
    else if (written.startsWith('`')) end = Math.max(from, findEnd(written, from));
    else if (written === '$$') {
      end = Math.max(from, findEnd('$$', from));
      if (end > from) found.words.push({ start: from, end: end - 2 });
    } else if (written === '{::') {
      extensionStart.lastIndex = start;
      const extension = extensionStart.exec(text);
      const close = extension ? Math.max(findEnd(`{:/${extension[1]}}`, from), findEnd('{:/}', from)) : -1;
      if (close > from) found.blanks.push({ start, end: close });
      end = Math.max(from, close);
    } else if (text.startsWith('<!--', start)) {
      end = Math.max(from, findEnd('-->', from));
      if (end === from) found.words.push({ start, end: from });
    } else end = readTag(text, start, dialect, found);
    mark.lastIndex = end;
  }
  return found;
}

/** Reads a tag in a line, and all of its element where its content is raw: parse_span_html in html.rb. Returns where to go on. */
function readTag(text: string, start: number, { html }: Dialect, found: RawSpans): number {
  const tag = parseTag(text, start);
  if (!tag) return start + 1;
  if (html.elements.isBlock(tag.name)) return tag.end;
  const isRaw =
    !tag.isClosed && !html.elements.isVoid(tag.name) && html.elements.spanContent(tag.name, tag.markdown) === 'raw';
  if (!isRaw) return tag.end;
  const end = findElementEnd(text, tag.end, tag.name);
  found.blanks.push({ start: tag.end, end });
  return end;
}

const anyTag = /<(\/?)([\p{L}_][\w.:-]*)/gu;

/** Returns the offset of the tag that closes an element, or the end of the text. */
function findElementEnd(text: string, from: number, name: string): number {
  let depth = 1;
  anyTag.lastIndex = from;
  for (let match = anyTag.exec(text); match; match = anyTag.exec(text)) {
    if (match[2]!.toLowerCase() !== name) continue;
    depth += match[1] ? -1 : 1;
    if (depth === 0) return match.index;
  }
  return text.length;
}
