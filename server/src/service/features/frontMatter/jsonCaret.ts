import type { CaretLine, KeyPlace, ValueCaret } from './valueCaret.ts';
import { toFlowCaret, toValueCaret } from './valueCaret.ts';

/** The value, array item or key of JSON at the caret, in an object too; undefined for neither. */
export function jsonCaret(line: CaretLine): ValueCaret | KeyPlace | undefined {
  const open = findOpenContainers([...line.above, ''].join('\n'));
  if (!open) return undefined;
  const own = /^[\s{]*"([^"]+)"\s*:\s*/.exec(line.before);
  if (open.array !== undefined)
    return toFlowCaret(line, {
      format: 'json',
      key: [...open.path, open.array].join('.'),
      written: open.written + line.before,
      needsSpace: false,
    });
  if (own)
    return toValueCaret(line, {
      format: 'json',
      key: [...open.path, own[1]!].join('.'),
      written: line.before.slice(own[0].length),
      needsSpace: false,
    });
  return keyAt(line, open.path);
}

/** What is open where the lines above end. */
interface OpenContainers {
  /** Keys of the objects around the caret. */
  readonly path: readonly string[];
  /** Key of an array that began on a line above, with what is written of it. */
  readonly array?: string;
  readonly written?: string;
}

/** A string with the colon after it, what follows a quote that nothing closes on its line, or a bracket. */
const tokenPattern = /"((?:\\.|[^"\\\n])*)("(\s*:)?)?|[[\]{}]/g;

/** Undefined within arrays of objects. */
function findOpenContainers(text: string): OpenContainers | undefined {
  const stack: { readonly key: string; readonly bracket: string; readonly at: number }[] = [];
  let key = '';
  for (const { 0: token, 1: name, 2: closing, 3: colon, index } of text.matchAll(tokenPattern)) {
    if (colon !== undefined) key = name!;
    if (closing !== undefined) continue;
    for (const { 0: bracket, index: at } of token.matchAll(/[[\]{}]/g))
      if (bracket === '{' || bracket === '[') stack.push({ key, bracket, at: index + at });
      else stack.pop();
  }
  const inner = stack.at(-1);
  const arrays = stack.filter(({ bracket }) => bracket === '[').length;
  const path = stack.filter(({ bracket }) => bracket === '{').map((each) => each.key);
  if (arrays === 0) return { path };
  return arrays === 1 && inner?.bracket === '[' ? { path, array: inner.key, written: text.slice(inner.at) } : undefined;
}

function keyAt(line: CaretLine, path: readonly string[]): KeyPlace | undefined {
  const word = /^\s*("?[\w-]*)$/.exec(line.before);
  if (!word) return undefined;
  const rest = /^[\w-]*"?/.exec(line.after)![0];
  const hasSeparator = /^\s*:/.test(line.after.slice(rest.length));
  if (!hasSeparator && !/^[\s},]*$/.test(line.after.slice(rest.length))) return undefined;
  return {
    on: 'key',
    path,
    range: { start: line.offset - word[1]!.length, end: line.offset + rest.length },
    hasSeparator,
    siblings: [],
  };
}
