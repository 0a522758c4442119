import type { Dialect } from '../dialects/dialect.ts';

/**
 * Offsets at which a text may be cut so that its pieces can be parsed one by one: unindented lines after a blank one,
 * where every list, quote and note has ended. Whether the piece before really ended (an open fence or HTML block has
 * not) is for the parser to say. The first offset is 0; linear in the text.
 */
export function cuts(text: string, dialect: Dialect): number[] {
  const found = [0];
  const unclosed = new Set<string>();
  let blankBefore = false;
  let run: 'note' | 'definition' | undefined = lineKind(text, 0);
  for (let at = 0; at < text.length; ) {
    const next = lineAfter(text, at);
    const first = text[at];
    const unindented = first !== ' ' && first !== '\t' && first !== '\n' && first !== '\r';
    if (unindented) {
      const kind = lineKind(text, at);
      const starts = blankBefore || (!dialect.footnoteTakesLazyLines && startsAlone(run, kind));
      if (starts && at > 0) found.push(at);
      run = blankBefore || run ? kind : undefined;
      const closed = first === '`' || first === '~' ? afterFence(text, at, unclosed) : undefined;
      if (closed !== undefined) {
        blankBefore = false;
        run = undefined;
        at = closed;
        continue;
      }
    }
    blankBefore = isBlank(text, at, next);
    at = next;
  }
  return found;
}

/** Without lazy lines a note ends with its line, and a note may follow a definition. */
function startsAlone(before: 'note' | 'definition' | undefined, kind: 'note' | 'definition' | undefined): boolean {
  return before === 'note' || (before === 'definition' && kind === 'note');
}

function lineKind(text: string, at: number): 'note' | 'definition' | undefined {
  if (text[at] !== '[') return undefined;
  const match = /^\[(\^?)[^\]\n]+\]:/.exec(text.slice(at, at + 200));
  return match ? (match[1] ? 'note' : 'definition') : undefined;
}

function lineAfter(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 32 && unit !== 9 && unit !== 10 && unit !== 13) return false;
  }
  return true;
}

/** The offset after the fenced code that opens on the line at `at`; undefined when none opens or it is never closed. */
function afterFence(text: string, at: number, unclosed: Set<string>): number | undefined {
  const mark = /^(`{3,}|~{3,})/.exec(text.slice(at, at + 40))?.[0];
  if (!mark || unclosed.has(mark)) return undefined;
  const closing = new RegExp(`\\n {0,3}${mark[0]}{${mark.length},}[ \\t\\r]*(?=\\n|$)`, 'g');
  closing.lastIndex = at;
  const match = closing.exec(text);
  if (!match) {
    unclosed.add(mark);
    return undefined;
  }
  return lineAfter(text, match.index + match[0].length);
}
