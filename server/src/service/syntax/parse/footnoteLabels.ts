import type { Range } from '../../text/range.ts';

/** Stands for white space in a footnote label: a private-use character, which no post holds and no label match folds. */
export const spaceInLabel = '\u{E000}';

/** Returns the white space in footnote labels, `[^two words]`, on one line; linear in the text. */
export function findSpacesInLabels(text: string): Range[] {
  const found: Range[] = [];
  for (let at = text.indexOf('[^'); at >= 0; at = text.indexOf('[^', at + 2)) {
    const label = /^([^[\]\n\\]+)\]/.exec(text.slice(at + 2, at + 130))?.[1];
    if (!label || label.trim() === '' || !/[ \t]/.test(label)) continue;
    for (const match of label.matchAll(/[ \t]+/g)) {
      const start = at + 2 + match.index;
      found.push({ start, end: start + match[0].length });
    }
  }
  return found;
}

/** Returns the brackets of inline notes, `^[text]`: what stands between them is read like all text. Linear in the text. */
export function findInlineNoteBrackets(text: string): Range[] {
  if (!text.includes('^[')) return [];
  const found: Range[] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '\n' && /^[ \t]*\n/.test(text.slice(at + 1, at + 80))) open.length = 0;
    else if (character === '[') open.push(at);
    else if (character === ']') {
      const start = open.pop();
      if (start !== undefined && text[start - 1] === '^' && text[start - 2] !== '[')
        found.push({ start, end: start + 1 }, { start: at, end: at + 1 });
    }
  }
  return found;
}
