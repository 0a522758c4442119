import type { Range } from '../../text/range.ts';
import { blanks, findLineEnd, matchAt, skipForward } from '../../text/scan.ts';
import { findFencedCodeEnd } from './fenceMark.ts';

/**
 * Brackets in one paragraph, opening and closing ones together, above which it is not read: micromark looks back from
 * each `]` over all that is open, which takes quadratic time. Two thousand links in a paragraph stay below.
 */
export const maxBrackets = 8000;

/** Deepest nesting of quotes and list items on one line that is read: each level is a container for each line that follows. */
const maxDepth = 100;

/** Runs of emphasis marks in one paragraph above which it is not read: micromark looks back from each over all that are open. */
const maxEmphasis = 1500;

/**
 * Returns the brackets and emphasis marks of paragraphs that hold more of them than any prose does, the marks of quotes and lists
 * nested deeper than any text is, and the
 * underlines of more headings than stand without a blank line; none in fenced code. Masked as words, they let the parser take time in
 * proportion to the text. Linear in the text.
 */
export function findPathologicalInput(text: string): Range[] {
  return [
    ...(count(text, '[') + count(text, ']') > maxBrackets ? findExcessMarks(text, brackets) : []),
    ...(count(text, '*') + count(text, '_') + count(text, '~') > maxEmphasis ? findExcessMarks(text, emphasis) : []),
    ...findDeepNesting(text),
    ...findExcessUnderlines(text),
  ];
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++;
  return found;
}

/** Marks that a parser looks back from. */
interface Marks {
  readonly isMark: (characterCode: number) => boolean;
  /** Whether `**` counts once. */
  readonly countsRuns: boolean;
  /** The most that are read in a paragraph. */
  readonly max: number;
  /** The sum of the squares of a post's paragraphs' marks above which its further crowded paragraphs are not read. */
  readonly maxCost: number;
  /** Paragraphs with fewer cost nothing worth counting. */
  readonly harmless: number;
}

const brackets: Marks = {
  isMark: (code) => code === 91 || code === 93,
  countsRuns: false,
  max: maxBrackets,
  maxCost: 1.6e8,
  harmless: 400,
};

const emphasis: Marks = {
  isMark: (code) => code === 42 || code === 95 || code === 126,
  countsRuns: true,
  max: maxEmphasis,
  maxCost: 1e7,
  harmless: 200,
};

interface Paragraph extends Range {
  readonly marks: number;
}

function findExcessMarks(text: string, kind: Marks): Range[] {
  const found: Range[] = [];
  let work = 0;
  for (const { start, end, marks } of findParagraphs(text, kind)) {
    if (marks < kind.harmless) continue;
    const cost = marks * marks;
    if (marks <= kind.max && work + cost <= kind.maxCost) work += cost;
    else
      for (let at = findNextMark(text, start, end, kind); at < end; at = findNextMark(text, at + 1, end, kind))
        found.push({ start: at, end: at + 1 });
  }
  return found;
}

/** Paragraphs with marks; a list item, a table row and a definition count as paragraphs of their own. */
function* findParagraphs(text: string, kind: Marks): Generator<Paragraph> {
  let start = 0;
  let marks = 0;
  let next = 0;
  for (const { start: at, end } of findLines(text)) {
    if (marks > 0 && (at > next || startsParagraph(text, at))) {
      yield { start, end: next, marks };
      marks = 0;
    }
    if (marks === 0) start = at;
    for (let mark = findNextMark(text, at, end, kind); mark < end; mark = findNextMark(text, mark + 1, end, kind))
      if (!kind.countsRuns || text[mark] !== text[mark - 1]) marks++;
    next = end + 1;
  }
  if (marks > 0) yield { start, end: Math.min(next, text.length), marks };
}

/** The lines of a text, without their line feeds and without those of fenced code. */
function* findLines(text: string): Generator<Range> {
  const unclosed = new Set<string>();
  for (let at = 0; at <= text.length;) {
    const end = findLineEnd(text, at);
    const codeEnd = findFencedCodeEnd(text, skipForward(text, at, ' ', at + 3), unclosed);
    if (codeEnd === undefined) yield { start: at, end };
    at = codeEnd === undefined || codeEnd <= end ? end + 1 : codeEnd;
  }
}

function startsParagraph(text: string, at: number): boolean {
  const line = text.slice(at, at + 120);
  const start = line.slice(skipForward(line, 0, blanks));
  const label = /^\[([^\]\n]+)\]:[ \t]*\S/.exec(start)?.[1];
  return start === '' || /^(?:\r?\n|[-+*|#]|\d{1,9}[.)])/.test(start) || (label !== undefined && label.length <= 80);
}

function findNextMark(text: string, from: number, end: number, { isMark }: Marks): number {
  for (let at = from; at < end; at++) if (isMark(text.charCodeAt(at))) return at;
  return end;
}

const blockMark = /[ \t]*(?:[->+*]|\d{1,9}[.)])/y;

/** What stands behind the first marks of a line with more of them than are read. */
function findDeepNesting(text: string): Range[] {
  const found: Range[] = [];
  for (const { start: at, end } of findLines(text)) {
    const start = end - at > maxDepth ? findDeepContent(text, at) : undefined;
    if (start !== undefined) found.push({ start, end });
  }
  return found;
}

/** The offset after as many marks as are read, and blanks; undefined where fewer begin the line at an offset. */
function findDeepContent(text: string, lineStart: number): number | undefined {
  let at = lineStart;
  for (let depth = 0; depth < maxDepth; depth++) {
    const mark = matchAt(text, at, blockMark);
    if (!mark) return undefined;
    at += mark[0].length;
  }
  return skipForward(text, at, blanks);
}

/** Lines of `=` or `-` without a blank line between them that are read: for each, micromark copies all that it has read before. */
const maxUnderlines = 100;

/** Underlines of headings after the first hundred of lines that no blank one parts. */
function findExcessUnderlines(text: string): Range[] {
  const found: Range[] = [];
  let count = 0;
  for (const { start: at, end } of findLines(text)) {
    const start = skipForward(text, at, `${blanks}>`, end);
    if (skipForward(text, at, `${blanks}\r`, end) === end) count = 0;
    else if (isUnderline(text, start, end) && ++count > maxUnderlines) found.push({ start, end });
  }
  return found;
}

function isUnderline(text: string, start: number, end: number): boolean {
  const mark = text[start];
  if (mark !== '=' && mark !== '-') return false;
  return skipForward(text, skipForward(text, start, mark, end), `${blanks}\r`, end) === end;
}
