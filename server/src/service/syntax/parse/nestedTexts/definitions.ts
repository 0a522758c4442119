import type { Range } from '../../../text/range.ts';
import { blanks, skipForward, trimEnd } from '../../../text/scan.ts';
import { definition, matchAt, nextLine } from './patterns.ts';

/** A definition; offsets into the text that it stands in. */
export interface ParsedDefinition {
  readonly range: Range;
  readonly label: Range;
  /** With angle brackets. */
  readonly destination: Range;
  readonly title: string | undefined;
  /** Where the next line starts. */
  readonly next: number;
}

interface Title {
  readonly text: string;
  readonly end: number;
}

/** Returns the definition of a link at an offset: LINK_DEFINITION_START and parse_link_definition in link.rb. */
export function parseDefinition(text: string, at: number): ParsedDefinition | undefined {
  const opening = matchAt(definition, text, at);
  if (!opening) return undefined;
  const open = at + opening[0].indexOf('[');
  const label = { start: open + 1, end: open + 1 + opening[1]!.length };
  const start = at + opening[0].length;
  const found = parseInBrackets(text, start) ?? parseBare(text, start);
  if (!found) return undefined;
  const { destination, title } = found;
  const end = title?.end ?? destination.end;
  return { range: { start: open, end }, label, destination, title: title?.text, next: nextLine(text, end) };
}

type Destination = { readonly destination: Range; readonly title: Title | undefined };

function parseInBrackets(text: string, start: number): Destination | undefined {
  if (text[start] !== '<') return undefined;
  const lineEnd = text.indexOf('\n', start);
  for (let close = text.indexOf('>', start); close >= 0 && close < lineEnd; close = text.indexOf('>', close + 1)) {
    const title = parseTitle(text, close + 1, lineEnd);
    if (title || text.slice(close + 1, lineEnd).trim() === '') return { destination: { start, end: close + 1 }, title };
    if (close - start > 2000) return undefined;
  }
  return undefined;
}

function parseBare(text: string, start: number): Destination | undefined {
  const lineEnd = text.indexOf('\n', start);
  const line = trimEnd(text.slice(start, lineEnd), ' \t\r\f\v');
  if (line === '') return undefined;
  const quote = line.at(-1)!;
  const opening = quote === '"' || quote === "'" ? findTitleStart(line, quote) : undefined;
  if (opening !== undefined) {
    const destination = { start, end: start + trimEnd(line.slice(0, opening), blanks).length };
    return { destination, title: { text: line.slice(opening + 1, -1), end: start + line.length } };
  }
  if (/[ \t]["']/.test(line)) return undefined;
  const destination = { start, end: start + line.length };
  return { destination, title: parseTitle(text, lineEnd, lineEnd) };
}

/** Where the title starts that ends with a line: at the first quote after white space. */
function findTitleStart(line: string, quote: string): number | undefined {
  for (let at = line.indexOf(quote, 1); at > 0 && at < line.length - 2; at = line.indexOf(quote, at + 1))
    if (blanks.includes(line[at - 1]!) && line.slice(0, at).trim() !== '')
      return /[ \t]["']/.test(line.slice(0, at - 1)) ? undefined : at;
  return undefined;
}

/** Returns the title between an offset and the end of its line, or on the line below. */
function parseTitle(text: string, at: number, lineEnd: number): Title | undefined {
  const isBelow = text.slice(at, lineEnd).trim() === '';
  const start = skipForward(text, isBelow ? lineEnd + 1 : at, blanks);
  const end = isBelow ? text.indexOf('\n', lineEnd + 1) : lineEnd;
  const written = trimEnd(text.slice(start, Math.max(start, end)), ' \t\r');
  const quote = written[0];
  const isQuoted = written.length > 2 && (quote === '"' || quote === "'") && written.endsWith(quote);
  if (!isQuoted || (!isBelow && start === at)) return undefined;
  return { text: written.slice(1, -1), end: start + written.length };
}
