import type { Range } from '../../text/range.ts';
import { blanks, findLineEnd, isEndOrOneOf, skipBackward, skipForward, whiteSpace } from '../../text/scan.ts';
import type { TextEdit } from '../../text/edit.ts';
import { applyEdits } from '../../text/edit.ts';
import type { FrontMatterError, Pair } from './index.ts';
import type { ParsedYaml } from './yamlDocument.ts';
import { parseYaml } from './yamlDocument.ts';
import { quoteScalar } from './yamlScalar.ts';

/** A guess at what the author meant: the defect and the edits that would fix it; offsets into the entry's text. */
interface Guess {
  readonly range: Range;
  readonly message: string;
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

type Guesser = (piece: string, code: string | undefined) => Guess | undefined;

const guessers: readonly Guesser[] = [
  guessTabs,
  guessMissingSpace,
  guessUnclosedQuote,
  guessUnclosedBracket,
  guessMissingQuotes,
  guessStrayIndent,
  guessMissingColon,
];

/**
 * Says what is wrong with an entry that YAML cannot read, in words for a writer. A repair is offered only when the entry,
 * so changed, can be read. `base` is the entry's offset; the error's offsets are those of the whole text.
 */
export function explainError(piece: string, base: number, error: ParsedYaml['error']): FrontMatterError {
  for (const guesser of guessers) {
    const guess = guesser(piece, error?.code);
    if (!guess) continue;
    const { range, message, title, edits } = guess;
    if (edits.length === 0) return { range: shift(range, base), message };
    if (isValid(applyEdits(piece, edits))) {
      return {
        range: shift(range, base),
        message,
        repair: { title, edits: edits.map((edit) => ({ ...edit, range: shift(edit.range, base) })) },
      };
    }
  }
  return { range: toVisibleRange(piece, base, error?.range), message: toMessage(error) };
}

const reasons: Readonly<Record<string, string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a second key stands where the value should be',
  MULTILINE_IMPLICIT_KEY: 'a line has no colon behind its key',
  MISSING_CHAR: 'a colon, a quote or a bracket is missing',
  UNEXPECTED_TOKEN: 'something stands behind the end of the value',
  BAD_INDENT: 'the indentation does not fit the lines above',
  BAD_ALIAS: 'what begins with * names something that is not there',
  BAD_DQ_ESCAPE: 'a backslash in double quotes means something else; single quotes keep it',
  TAB_AS_INDENT: 'a tab indents it, and YAML takes spaces only',
};

function toMessage(error: ParsedYaml['error']): string {
  if (!error) return 'YAML cannot read this entry.';
  return `YAML cannot read this entry: ${reasons[error.code] ?? error.message.replace(/\.$/, '')}.`;
}

/** A key with its value as written on one line, for an entry that YAML cannot read. */
export function readBrokenPair(piece: string, base: number): Pair | undefined {
  const line = parseFirstLine(piece);
  if (!line?.isOnly) return undefined;
  const keyStart = line.valueRange.start - line.lead;
  return {
    key: line.key.replace(/^"(.*)"$|^'(.*)'$/, '$1$2'),
    keyRange: shift({ start: keyStart, end: keyStart + line.key.length }, base),
    value: line.value,
    valueRange: shift(line.valueRange, base),
  };
}

function isValid(piece: string): boolean {
  const parsed = parseYaml(piece, 0);
  return parsed.isMapping && !parsed.error && parsed.pairs.length > 0;
}

function shift({ start, end }: Range, base: number): Range {
  return { start: start + base, end: end + base };
}

/** The library points at one character, at times after the text: the words it stands in are easier to see. */
function toVisibleRange(piece: string, base: number, range: Range | undefined): Range {
  const { start, end } = findEntry(piece);
  if (!range || range.start - base >= end) return shift({ start, end }, base);
  const at = Math.max(start, range.start - base);
  const lineEnd = Math.min(findLineEnd(piece, at), end);
  const lineBreak = lineEnd > at && piece[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
  return shift({ start: at, end: Math.max(skipBackward(piece, lineBreak, blanks, at), at + 1) }, base);
}

/** Returns the range of the entry without the comments and blank lines around it. */
function findEntry(piece: string): Range {
  const start = skipComments(piece);
  if (start === piece.length) return { start: 0, end: piece.trimEnd().length };
  return { start, end: Math.max(start + 1, piece.slice(0, findCommentsAtEnd(piece)).trimEnd().length) };
}

/** Returns the offset of the first character that is neither white space nor in a comment, or the end. */
function skipComments(piece: string): number {
  const comment = /#.*/y;
  let at = skipForward(piece, 0, whiteSpace);
  for (comment.lastIndex = at; comment.test(piece); comment.lastIndex = at)
    at = skipForward(piece, comment.lastIndex, whiteSpace);
  return at;
}

/** Returns the offset of the line break before the blank lines and comments at the end, or the end. */
function findCommentsAtEnd(piece: string): number {
  let end = piece.length;
  for (let at = piece.lastIndexOf('\n'); at >= 0; at = end > 0 ? piece.lastIndexOf('\n', end - 1) : -1) {
    const first = skipForward(piece, at + 1, blanks, end);
    if (first < end && piece[first] !== '#') break;
    end = at;
  }
  return end;
}

/** Returns the line of the key with the value as written; undefined where it is no `key: value`. */
function parseFirstLine(piece: string):
  | {
      readonly key: string;
      readonly value: string;
      readonly valueRange: Range;
      readonly lead: number;
      readonly isOnly: boolean;
    }
  | undefined {
  const { start, end } = findEntry(piece);
  const match = /^([^\s:#"'][^:\n#]*|"[^"\n]*"|'[^'\n]*')(:[ \t]+)([^\n]*)/.exec(piece.slice(start, end));
  if (!match) return undefined;
  const value = match[3]!.trimEnd();
  const valueStart = start + match[1]!.length + match[2]!.length;
  return {
    key: match[1]!,
    value,
    valueRange: { start: valueStart, end: valueStart + value.length },
    lead: match[1]!.length + match[2]!.length,
    isOnly: valueStart + value.length >= end,
  };
}

function guessTabs(piece: string): Guess | undefined {
  const edits: TextEdit[] = [];
  for (const match of piece.matchAll(/^( *\t[ \t]*)\S/gm)) {
    const range = { start: match.index, end: match.index + match[1]!.length };
    edits.push({ range, newText: match[1]!.replaceAll('\t', '  ') });
  }
  return (
    edits[0] && {
      range: edits[0].range,
      message: 'This line is indented with a tab; YAML takes spaces only.',
      title: 'Indent with spaces',
      edits,
    }
  );
}

function guessMissingSpace(piece: string): Guess | undefined {
  const { start, end } = findEntry(piece);
  const match = /^([A-Za-z_][\w-]*:)[^\s:/]/.exec(piece.slice(start, end));
  if (!match) return undefined;
  const at = start + match[1]!.length;
  const range = { start, end: at };
  return {
    range,
    message: `A space is missing behind "${match[1]}"; without it YAML reads no key here.`,
    title: 'Insert the space',
    edits: [{ range: { start: at, end: at }, newText: ' ' }],
  };
}

function guessUnclosedQuote(piece: string): Guess | undefined {
  const line = parseFirstLine(piece);
  const quote = line && /^["']/.exec(line.value)?.[0];
  if (!line || !quote || line.value.indexOf(quote, 1) >= 0) return undefined;
  const at = line.valueRange.end;
  return {
    range: line.valueRange,
    message: `The quote ${quote} that opens here is never closed.`,
    title: 'Close the quote',
    edits: [{ range: { start: at, end: at }, newText: quote }],
  };
}

function guessUnclosedBracket(piece: string): Guess | undefined {
  const line = parseFirstLine(piece);
  const bracket = line && /^[[{]/.exec(line.value)?.[0];
  const closing = bracket === '[' ? ']' : '}';
  if (!line || !bracket || line.value.includes(closing)) return undefined;
  const at = findEntry(piece).end;
  return {
    range: line.valueRange,
    message: `The ${bracket} that opens here is never closed.`,
    title: `Close it with ${closing}`,
    edits: [{ range: { start: at, end: at }, newText: closing }],
  };
}

/** A text that YAML takes for something else and that quotes would make a text. */
function guessMissingQuotes(piece: string, code: string | undefined): Guess | undefined {
  const line = parseFirstLine(piece);
  if (!line || line.value === '' || !line.isOnly) return undefined;
  const comment = /^["']/.test(line.value) ? -1 : line.value.search(/[ \t]#/);
  const written = comment < 0 ? line.value : line.value.slice(0, skipBackward(line.value, comment, blanks));
  const range = { start: line.valueRange.start, end: line.valueRange.start + written.length };
  const inner = /^(?:".*"|'.*')$/.test(written) ? written.slice(1, -1).replace(/\\"/g, '"') : written;
  const edits = [{ range, newText: quoteScalar(inner) }];
  return {
    range,
    message:
      code === 'BAD_DQ_ESCAPE'
        ? 'A backslash in double quotes means something else; in single quotes it stays one.'
        : explainQuotes(written),
    title: 'Put it in quotes',
    edits,
  };
}

function explainQuotes(written: string): string {
  const first = written[0]!;
  if (first === '"' || first === "'")
    return `YAML ends this text at the second ${first}; a text with quotes in it goes into the other kind of quotes.`;
  if (first === '[' || first === '{')
    return `YAML takes the ${first} for the start of a list; a text that begins with it goes into quotes.`;
  if (/[@`%*&!|>,?]/.test(first))
    return `A text that begins with ${first} means something else in YAML; it goes into quotes.`;
  const key = findWordBeforeColon(written);
  if (key !== undefined)
    return `YAML takes the colon behind "${key}" for another key; a text with a colon goes into quotes.`;
  return 'YAML cannot read this text as it stands; in quotes it can.';
}

/** Returns the first word with a colon at its end, without that. */
function findWordBeforeColon(written: string): string | undefined {
  for (const { 0: word, index } of written.matchAll(/\S+/g))
    if (word.length > 1 && word.endsWith(':') && isEndOrOneOf(written, index + word.length, blanks))
      return word.slice(0, -1);
  return undefined;
}

function guessStrayIndent(piece: string): Guess | undefined {
  const { start, end } = findEntry(piece);
  const match = /^([ \t]+)[\w-]+:/m.exec(piece.slice(start, end));
  if (!match) return undefined;
  const range = { start: start + match.index, end: start + match.index + match[1]!.length };
  return {
    range,
    message: 'This line is indented, so YAML reads it as part of the entry above.',
    title: 'Remove the indentation',
    edits: [{ range, newText: '' }],
  };
}

function guessMissingColon(piece: string): Guess | undefined {
  const { start, end } = findEntry(piece);
  const written = piece.slice(start, end);
  if (written === '' || /[:\n]/.test(written)) return undefined;
  const excerpt = written.length > 40 ? `${written.slice(0, 40)}…` : written;
  return {
    range: { start, end },
    message: `"${excerpt}" is no entry of a front matter: a key needs a colon behind it.`,
    title: '',
    edits: [],
  };
}
