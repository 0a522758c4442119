import { skipBackward, skipForward } from '../../text/scan.ts';
import type { Range } from '../../text/range.ts';
import type { Pair } from './index.ts';
import type { ParsedContent } from './parsedContent.ts';
import { setOwn } from './parsedContent.ts';

/** META_RE, META_MORE_RE, BEGIN_RE and END_RE of Python-Markdown's extensions/meta.py. */
const keyLine = /^ {0,3}([A-Za-z0-9_-]+):\s*/;
const moreLine = /^ {4,}\S|^\t/;
const beginLine = /^-{3}(?:\s|$)/;
const endLine = /^(?:-{3}|\.{3})(?:\s|$)/;

interface Line extends Range {
  /** Without its line break. */
  readonly text: string;
  readonly next: number;
}

function lineAt(text: string, start: number): Line {
  const lineBreak = text.indexOf('\n', start);
  const next = lineBreak < 0 ? text.length : lineBreak + 1;
  const end = skipBackward(text, lineBreak < 0 ? next : lineBreak, '\r', start);
  return { start, end, text: text.slice(start, end), next };
}

/**
 * Returns where lines of keys stand that begin a text: a first line of `---` may be above them and a line of `---` or `...` below;
 * else they end with the first line that is none. Undefined where the first line is none.
 */
export function findMeta(
  text: string,
  start: number,
): { readonly range: Range; readonly contentRange: Range } | undefined {
  const first = lineAt(text, start);
  const content = beginLine.test(first.text) ? first.next : start;
  let at = content;
  let end: number | undefined;
  while (at < text.length) {
    const line = lineAt(text, at);
    if (endLine.test(line.text) && end !== undefined)
      return { range: { start, end: line.end }, contentRange: { start: content, end: at } };
    if (!keyLine.test(line.text) && !(end !== undefined && moreLine.test(line.text))) break;
    end = line.end;
    at = line.next;
  }
  return end === undefined ? undefined : { range: { start, end }, contentRange: { start: content, end: at } };
}

/** Reads the content of such a front matter; offsets into `text`. Keys are in lower case; a value over several lines is a list of them. */
export function readMeta(text: string, start: number, end: number): ParsedContent {
  const pairs: Pair[] = [];
  const data: Record<string, unknown> = {};
  for (let at = start; at < end;) {
    const line = lineAt(text, at);
    const match = keyLine.exec(line.text);
    at = line.next;
    if (!match) continue;
    const keyStart = line.start + match[0].indexOf(match[1]!);
    const values = [toValueRange(text, { start: Math.min(line.end, line.start + match[0].length), end: line.end })];
    for (let more = lineAt(text, at); at < end && moreLine.test(more.text); more = lineAt(text, at)) {
      values.push(toValueRange(text, more));
      at = more.next;
    }
    const written = values.map((value) => text.slice(value.start, value.end));
    const key = match[1]!.toLowerCase();
    const value = written.length === 1 ? written[0]! : written.filter((each) => each !== '');
    setOwn(data, key, value);
    pairs.push({
      key,
      keyRange: { start: keyStart, end: keyStart + match[1]!.length },
      value: value === '' ? undefined : value,
      valueRange: { start: values[0]!.start, end: values.at(-1)!.end },
    });
  }
  return { data, pairs, errors: [] };
}

function toValueRange(text: string, { start, end }: Range): Range {
  const from = skipForward(text, start, ' \t', end);
  return { start: from, end: skipBackward(text, end, ' \t', from) };
}
