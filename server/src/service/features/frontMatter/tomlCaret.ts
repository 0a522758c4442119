import type { CaretLine, KeyPlace, ValueCaret } from './valueCaret.ts';
import { toFlowCaret, toValueCaret } from './valueCaret.ts';

const header = /^[ \t]*\[([^[\]]+)\][ \t]*(?:#.*)?$/;
const anyHeader = /^[ \t]*\[\[?[^\]]*\]\]?[ \t]*(?:#.*)?$/;
const assignment = /^[ \t]*([\w-]+)[ \t]*=[ \t]*/;

/** The value, array item or key of TOML at the caret, in a table too; undefined for neither and in arrays of tables. */
export function tomlCaret(line: CaretLine): ValueCaret | KeyPlace | undefined {
  if (/^\s*#/.test(line.before)) return undefined;
  const start = line.above.findLastIndex((each) => anyHeader.test(each)) + 1;
  const path =
    start === 0
      ? []
      : header
          .exec(line.above[start - 1]!)?.[1]
          ?.split('.')
          .map((part) => part.trim().replace(/^(?:"(.*)"|'(.*)')$/, '$1$2'));
  return path && (valueAt(line, path) ?? keyAt(line, path, start));
}

function valueAt(line: CaretLine, path: readonly string[]): ValueCaret | undefined {
  const own = assignment.exec(line.before);
  if (own)
    return toValueCaret(line, {
      format: 'toml',
      key: [...path, own[1]!].join('.'),
      written: line.before.slice(own[0].length),
      needsSpace: false,
    });
  const opener = line.above.findLastIndex((above) => assignment.test(above));
  const match = opener < 0 ? null : /^[ \t]*([\w-]+)[ \t]*=[ \t]*(\[[^\]]*)$/.exec(line.above[opener]!);
  return match
    ? toFlowCaret(line, {
        format: 'toml',
        key: [...path, match[1]!].join('.'),
        written: [match[2]!, ...line.above.slice(opener + 1), line.before].join('\n'),
        needsSpace: false,
      })
    : undefined;
}

function keyAt(line: CaretLine, path: readonly string[], start: number): KeyPlace | undefined {
  const word = /^([ \t]*)[\w-]*$/.exec(line.before);
  if (!word) return undefined;
  const rest = /^[\w-]*/.exec(line.after)![0];
  const hasSeparator = /^\s*=/.test(line.after.slice(rest.length));
  if (!hasSeparator && line.after.slice(rest.length).trim() !== '') return undefined;
  const end = line.below.findIndex((each) => anyHeader.test(each));
  const around = [...line.above.slice(start), ...line.below.slice(0, end < 0 ? line.below.length : end)];
  const siblings = around.flatMap((each) => assignment.exec(each)?.[1] ?? []);
  return {
    on: 'key',
    path,
    range: { start: line.start + word[1]!.length, end: line.offset + rest.length },
    hasSeparator,
    siblings,
  };
}
