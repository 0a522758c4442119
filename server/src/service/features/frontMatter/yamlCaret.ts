import { stripComment } from './comment.ts';
import type { CaretLine, KeyPlace, ValueCaret } from './valueCaret.ts';
import { unquoteItem, toFlowCaret, toValueCaret } from './valueCaret.ts';

const keyLine = /^([ \t]*)(["']?)([A-Za-z_][\w-]*)(["']?):([ \t]+|$)/;
const itemLine = /^([ \t]*)-[ \t]+((?:[^ \t].*)?)$/;

/** Groups: the indentation, a quote, the key, the quote again, the blanks after the colon. */
function matchKeyLine(line: string): RegExpExecArray | null {
  const match = keyLine.exec(line);
  return match?.[2] === match?.[4] ? match : null;
}

/** The value, list item or key of YAML at the caret; undefined for neither. */
export function yamlCaret(line: CaretLine): ValueCaret | KeyPlace | undefined {
  if (/^\s*#/.test(line.before)) return undefined;
  return valueAt(line) ?? keyAt(line);
}

function valueAt(line: CaretLine): ValueCaret | undefined {
  const own = matchKeyLine(line.before);
  if (own) {
    const path = findPath(line.above, own[1]!.length);
    return (
      path &&
      toValueCaret(line, {
        format: 'yaml',
        key: [...path, own[3]!].join('.'),
        written: line.before.slice(own[0].length),
        needsSpace: own[5] === '',
      })
    );
  }
  const item = itemLine.exec(line.before);
  if (item) return itemAt(line, item[1]!.length, item[2]!) ?? flowItemAt(line);
  return /^[ \t]+\S?|^[\]"']/.test(line.before) ? flowItemAt(line) : undefined;
}

function itemAt(line: CaretLine, indent: number, written: string): ValueCaret | undefined {
  const { above } = line;
  const index = above.findLastIndex(
    (each) =>
      !isBlankOrComment(each) &&
      measureIndent(each) <= indent &&
      !(itemLine.test(each) && measureIndent(each) === indent),
  );
  const parent = index < 0 ? undefined : parentAt(above, index);
  if (parent?.value !== '') return undefined;
  const others = [...above.slice(index + 1), ...itemsBelow(line)].flatMap((each) => itemLine.exec(each)?.[2] ?? []);
  const value = toValueCaret(line, { format: 'yaml', key: parent.key, written, needsSpace: false });
  return value && { ...value, list: 'block', others: others.map(unquoteItem) };
}

/** In brackets that were opened on a line above. */
function flowItemAt(line: CaretLine): ValueCaret | undefined {
  const { above } = line;
  const index = above.findLastIndex((each) => matchKeyLine(each) !== null);
  const parent = index < 0 ? undefined : parentAt(above, index);
  if (!parent?.value.startsWith('[')) return undefined;
  return toFlowCaret(line, {
    format: 'yaml',
    key: parent.key,
    written: [parent.value, ...above.slice(index + 1), line.before].join('\n'),
    needsSpace: false,
  });
}

/** The key on a line above with what follows its colon. */
function parentAt(
  above: readonly string[],
  index: number,
): { readonly key: string; readonly value: string } | undefined {
  const line = above[index]!;
  const match = matchKeyLine(line);
  const path = match ? findPath(above.slice(0, index), match[1]!.length) : undefined;
  return path && { key: [...path, match![3]!].join('.'), value: valueOnLine(line, match!) };
}

function valueOnLine(line: string, match: RegExpExecArray): string {
  return stripComment(line.slice(match[0].length)).trim();
}

/**
 * The keys whose maps a line with this indentation is in; undefined when it is in no map, such as in a text of several
 * lines.
 */
function findPath(above: readonly string[], indent: number): string[] | undefined {
  const path: string[] = [];
  let wanted = indent;
  for (let index = above.length - 1; index >= 0 && wanted > 0; index--) {
    const line = above[index]!;
    if (isBlankOrComment(line) || measureIndent(line) >= wanted) continue;
    const match = matchKeyLine(line);
    if (!match || valueOnLine(line, match) !== '') return undefined;
    path.unshift(match[3]!);
    wanted = match[1]!.length;
  }
  return wanted === 0 ? path : undefined;
}

function isBlankOrComment(line: string): boolean {
  return /^[ \t]*(?:#|$)/.test(line);
}

function measureIndent(line: string): number {
  return /^[ \t]*/.exec(line)![0].length;
}

/** The items of the same list that follow the caret's line. */
function itemsBelow({ below }: CaretLine): readonly string[] {
  const end = below.findIndex((each) => !itemLine.test(each));
  return end < 0 ? below : below.slice(0, end);
}

function keyAt(line: CaretLine): KeyPlace | undefined {
  const word = /^([ \t]*)[\w-]*$/.exec(line.before);
  if (!word || /^[ \t]*-(?:\s|$)/.test(line.text)) return undefined;
  const rest = /^[\w-]*/.exec(line.after)![0];
  const hasSeparator = /^\s*:/.test(line.after.slice(rest.length));
  if (!hasSeparator && line.after.slice(rest.length).trim() !== '') return undefined;
  const indent = word[1]!.length;
  const path = findPath(line.above, indent);
  return (
    path && {
      on: 'key',
      path,
      range: { start: line.start + indent, end: line.offset + rest.length },
      hasSeparator,
      siblings: findSiblings(line, indent),
    }
  );
}

/** Keys above and below with the same indentation, up to a line with less. */
function findSiblings({ above, below }: CaretLine, indent: number): string[] {
  const isOutside = (line: string): boolean => !isBlankOrComment(line) && measureIndent(line) < indent;
  const start = above.findLastIndex(isOutside) + 1;
  const end = below.findIndex(isOutside);
  const around = [...above.slice(start), ...below.slice(0, end < 0 ? below.length : end)];
  return around.flatMap((line) => (measureIndent(line) === indent ? (matchKeyLine(line)?.[3] ?? []) : []));
}
