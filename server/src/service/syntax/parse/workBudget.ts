/**
 * The work on one stretch of text that cannot be interrupted; the parser is left out above it. Five times what the most
 * crowded block of thousands of published posts takes.
 */
const maxWork = 24_000;

const lineFeed = 10;
/** What a line costs, in marks. */
const lineWork = 4;

/**
 * Returns whether a text takes the parser longer than anybody should wait, since it cannot be interrupted: it makes its
 * events of marks and lines, not of letters. Lines of a fenced code block cost a mark each. Linear in the text.
 */
export function exceedsWorkBudget(text: string): boolean {
  if (text.length * lineWork <= maxWork) return false;
  const isCode = /^ {0,3}(?:```|~~~)/.test(text);
  let work = 0;
  for (let at = 0; at < text.length && work <= maxWork; at++) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || isPlaceholder(code)) work += isCode ? 1 : lineWork;
    else if (!isCode && isMark(code)) work++;
  }
  return work > maxWork;
}

/** Whether a character is ASCII punctuation or a control character. */
function isMark(code: number): boolean {
  return code < 48 ? code !== 32 : code < 65 ? code > 57 : code < 97 ? code > 90 : code > 122 && code < 128;
}

/** Whether a character marks what a preview puts in place of templates and HTML, which is printed for each. */
function isPlaceholder(code: number): boolean {
  return code >= 0xe000 && code <= 0xe002;
}

/** A text is not rendered, since it exceeds the work budget. */
export class WorkBudgetExceeded extends Error {
  override readonly name = 'WorkBudgetExceeded';

  constructor() {
    super('A block of the text holds more marks than are parsed at once.');
  }
}
