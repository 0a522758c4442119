import type { Range } from '../../text/range.ts';

/**
 * Brackets in one paragraph, opening and closing ones together, above which it is not read: micromark looks back from
 * each `]` over all that is open, which takes quadratic time. Two thousand links in a paragraph stay below.
 */
export const maxBrackets = 8000;

/** The sum of the squares of a post's paragraphs' brackets above which its further paragraphs with many brackets are not read. */
const maxCost = 1.6e8;

/** Paragraphs with fewer brackets than this cost nothing worth counting. */
const harmlessBrackets = 400;

/** Deepest nesting of quotes and list items on one line that is read: each level is a container for each line that follows. */
const maxDepth = 100;

/**
 * Returns the brackets of paragraphs that hold more of them than any prose does, and the marks of quotes and lists
 * nested deeper than any text is. Masked as words, they let the parser take time in proportion to the text. Linear in
 * the text.
 */
export function findPathologicalInput(text: string): Range[] {
  const brackets = count(text, '[') + count(text, ']');
  return [...(brackets > maxBrackets ? findExcessBrackets(text) : []), ...findDeepNesting(text)];
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++;
  return found;
}

interface Paragraph extends Range {
  readonly brackets: number;
}

function findExcessBrackets(text: string): Range[] {
  const found: Range[] = [];
  let total = 0;
  for (const { start, end, brackets } of findParagraphs(text)) {
    if (brackets < harmlessBrackets) continue;
    const cost = brackets * brackets;
    if (brackets <= maxBrackets && total + cost <= maxCost) total += cost;
    else
      for (let at = findNextBracket(text, start, end); at < end; at = findNextBracket(text, at + 1, end))
        found.push({ start: at, end: at + 1 });
  }
  return found;
}

/** Paragraphs with brackets; a list item, a table row and a definition count as paragraphs of their own. */
function* findParagraphs(text: string): Generator<Paragraph> {
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
    for (let bracket = findNextBracket(text, at, end); bracket < end; bracket = findNextBracket(text, bracket + 1, end))
      brackets++;
    at = end + 1;
  }
  if (brackets > 0) yield { start, end: text.length, brackets };
}

function startsParagraph(text: string, at: number): boolean {
  return /^[ \t]*(\r?\n|$|[-+*|#]|\d{1,9}[.)]|\[[^\]\n]{1,80}\]:[ \t]*\S)/.test(text.slice(at, at + 120));
}

function findNextBracket(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 93) return at;
  }
  return end;
}

const deepMarks = new RegExp(`(?:[ \\t]*(?:[->+*]|\\d{1,9}[.)])){${maxDepth}}[ \\t]*`, 'y');

/** Returns what follows the first marks of a line that has more of them than are read. */
function findDeepNesting(text: string): Range[] {
  const found: Range[] = [];
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    deepMarks.lastIndex = at;
    if (end - at > maxDepth && deepMarks.test(text)) found.push({ start: deepMarks.lastIndex, end });
    at = end + 1;
  }
  return found;
}
