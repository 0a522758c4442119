import type { Dialect } from '../../dialects/dialect.ts';
import { findFencedCodeEnd } from './fenceMark.ts';

/**
 * Returns the offsets at which a text may be cut so that its chunks can be parsed one by one: unindented lines after a
 * blank one, where every list, quote and note has ended. Only the parser knows whether the chunk before has ended: an
 * open fence or HTML block has not. The first offset is 0; linear in the text.
 */
export function findCuts(text: string, dialect: Dialect): number[] {
  const found = [0];
  const unclosed = new Set<string>();
  let followsBlankLine = false;
  let inList = false;
  let previousKind: Kind | undefined;
  for (let at = 0; at < text.length;) {
    const next = findNextLine(text, at);
    const blankLine = isBlank(text, at, next);
    const indent = blankLine ? 0 : measureIndent(text, at);
    if (!blankLine && indent < 4) {
      const kind = lineKind(text, at + indent);
      const startsBlock =
        !dialect.footnotes.allowsLazyContinuation &&
        (followsBlankLine ? kind !== undefined && !inList : isBlockOfItsOwn(previousKind, kind));
      const cut = (followsBlankLine && indent === 0) || startsBlock;
      if (cut && at > 0) found.push(at);
      if (cut) inList = false;
      previousKind = cut || at === 0 || previousKind ? kind : undefined;
      inList ||= isListItem(text, at + indent);
      const closed = indent === 0 ? findFencedCodeEnd(text, at, unclosed) : undefined;
      if (closed !== undefined) {
        followsBlankLine = false;
        previousKind = undefined;
        at = closed;
        continue;
      }
    }
    followsBlankLine = blankLine;
    at = next;
  }
  return found;
}

/** Returns those cuts that follow no blank line: where a note ends with its line, so that a text parsed as a whole would continue it. */
export function findUnmarkedCuts(text: string, dialect: Dialect): number[] {
  return findCuts(text, dialect).filter((at) => at > 0 && !isBlank(text, text.lastIndexOf('\n', at - 2) + 1, at));
}

type Kind = 'note' | 'definition';

const itemMark = /([-+*]|\d{1,9}[.)])[ \t]/y;

function isListItem(text: string, at: number): boolean {
  itemMark.lastIndex = at;
  return itemMark.test(text);
}

/** Returns the columns of white space before a line's text, 4 for any that hold a tab. */
function measureIndent(text: string, at: number): number {
  let indent = 0;
  while (text[at + indent] === ' ') indent++;
  return text[at + indent] === '\t' ? 4 : indent;
}

/** Whether a line starts a block of its own: without lazy continuation a note ends with its line, and a note may follow a definition. */
function isBlockOfItsOwn(previous: Kind | undefined, kind: Kind | undefined): boolean {
  return previous === 'note' || (previous === 'definition' && kind === 'note');
}

function lineKind(text: string, at: number): Kind | undefined {
  if (text[at] !== '[') return undefined;
  const match = /^\[(\^?)[^\]\n]+\]:/.exec(text.slice(at, at + 200));
  return match ? (match[1] ? 'note' : 'definition') : undefined;
}

function findNextLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== 10 && code !== 13) return false;
  }
  return true;
}
