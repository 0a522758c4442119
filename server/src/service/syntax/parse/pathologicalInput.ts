import type { Range } from '../../text/range.ts';

/**
 * Brackets in one paragraph, opening and closing ones together, above which it is not read: micromark looks back from
 * each `]` over all that is open, which takes quadratic time. Two thousand links in a paragraph stay below.
 */
export const mostBrackets = 8000;

/** The sum of the squares of a post's paragraphs' brackets above which its further paragraphs with many brackets are not read. */
const mostWork = 1.6e8;

/** Paragraphs with fewer brackets than this cost nothing worth counting. */
const fewBrackets = 400;

/** Deepest nesting of quotes and list items on one line that is read: each level is a container for each line that follows. */
const deepest = 100;

/**
 * Returns the brackets of paragraphs that hold more of them than any prose does, and the marks of quotes and lists
 * nested deeper than any text is. Masked as words, they let the parser take time in proportion to the text. Linear in
 * the text.
 */
export function crowds(text: string): Range[] {
  const brackets = count(text, '[') + count(text, ']');
  return [...(brackets > mostBrackets ? crowdedParagraphs(text) : []), ...deepNesting(text)];
}

function count(text: string, unit: string): number {
  let found = 0;
  for (let at = text.indexOf(unit); at >= 0; at = text.indexOf(unit, at + 1)) found++;
  return found;
}

interface Paragraph extends Range {
  readonly brackets: number;
}

function crowdedParagraphs(text: string): Range[] {
  const found: Range[] = [];
  let work = 0;
  for (const { start, end, brackets } of bracketed(text)) {
    if (brackets < fewBrackets) continue;
    const cost = brackets * brackets;
    if (brackets <= mostBrackets && work + cost <= mostWork) work += cost;
    else
      for (let at = nextBracket(text, start, end); at < end; at = nextBracket(text, at + 1, end))
        found.push({ start: at, end: at + 1 });
  }
  return found;
}

/** Paragraphs with brackets; a list item, a table row and a definition count as paragraphs of their own. */
function* bracketed(text: string): Generator<Paragraph> {
  let start = 0;
  let brackets = 0;
  for (let at = 0; at <= text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    if (brackets > 0 && startsParagraph(text, at)) {
      yield { start, end: at, brackets };
      brackets = 0;
    }
    if (brackets === 0) start = at;
    for (let bracket = nextBracket(text, at, end); bracket < end; bracket = nextBracket(text, bracket + 1, end))
      brackets++;
    at = end + 1;
  }
  if (brackets > 0) yield { start, end: text.length, brackets };
}

function startsParagraph(text: string, at: number): boolean {
  return /^[ \t]*(\r?\n|$|[-+*|#]|\d{1,9}[.)]|\[[^\]\n]{1,80}\]:[ \t]*\S)/.test(text.slice(at, at + 120));
}

function nextBracket(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 91 || unit === 93) return at;
  }
  return end;
}

const deepMarks = new RegExp(`(?:[ \\t]*(?:[->+*]|\\d{1,9}[.)])){${deepest}}[ \\t]*`, 'y');

/** Returns what follows the first marks of a line that has more of them than are read. */
function deepNesting(text: string): Range[] {
  const found: Range[] = [];
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    deepMarks.lastIndex = at;
    if (end - at > deepest && deepMarks.test(text)) found.push({ start: deepMarks.lastIndex, end });
    at = end + 1;
  }
  return found;
}
