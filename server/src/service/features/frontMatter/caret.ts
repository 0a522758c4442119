import { findBlock } from '../../syntax/frontMatter/fences.ts';
import type { FrontMatterFormat } from '../../syntax/frontMatter/index.ts';
import type { Range } from '../../text/range.ts';
import { touches } from '../../text/range.ts';
import { jsonCaret } from './jsonCaret.ts';
import { tomlCaret } from './tomlCaret.ts';
import type { CaretLine, KeyPlace, ValueCaret } from './valueCaret.ts';
import { yamlCaret } from './yamlCaret.ts';

/** What is at a caret in a front matter. It is found by lines, not by parsing: what is being typed seldom parses. */
export type Caret = StartCaret | KeyCaret | ValueCaret | { readonly on: 'nothing' };

/** At the first line of a text that has no front matter yet. */
interface StartCaret {
  readonly on: 'start';
  /** Dashes or plus signs typed so far. */
  readonly range: Range;
  /** The format of these characters; undefined for none. */
  readonly format?: 'yaml' | 'toml';
}

export interface KeyCaret extends KeyPlace {
  readonly format: FrontMatterFormat;
  /** The front matter is otherwise empty, and nothing closes it. */
  readonly isAlone: boolean;
}

const nothing: Caret = { on: 'nothing' };

/** Where in a front matter an offset is, or undefined when it is not in one. */
export function caretAt(text: string, offset: number, formats: readonly FrontMatterFormat[]): Caret | undefined {
  const region = regionAt(text, offset, formats);
  if (!region) return startAt(text, offset, formats);
  const line = caretLineAt(text, offset, region.range);
  const found = readers[region.format](line);
  if (found?.on === 'value') return { ...found, format: region.format };
  if (found?.on !== 'key') return found ?? nothing;
  const isAlone =
    !region.isClosed && line.above.length === 0 && line.text.trim().length <= found.range.end - found.range.start;
  return { ...found, format: region.format, isAlone };
}

const readers = { yaml: yamlCaret, toml: tomlCaret, json: jsonCaret, meta: yamlCaret };

interface Region {
  readonly format: FrontMatterFormat;
  /** Between the fences. */
  readonly range: Range;
  readonly isClosed: boolean;
}

function regionAt(text: string, offset: number, formats: readonly FrontMatterFormat[]): Region | undefined {
  const block = findBlock(text, formats);
  if (block?.closed) {
    const { start, end } = block.contentRange;
    const isInside = offset >= start && offset <= end && (offset < end || block.format === 'json');
    return isInside && linesAbove(text, start, offset).every(isPlausibleLine)
      ? { format: block.format, range: block.contentRange, isClosed: true }
      : undefined;
  }
  return openRegion(text, offset, formats);
}

/** Below an opening fence that nothing closes, a front matter continues as long as its lines are plausible. */
function openRegion(text: string, offset: number, formats: readonly FrontMatterFormat[]): Region | undefined {
  const opening = /^\ufeff?(---|\+\+\+|\{)[ \t]*\r?\n/.exec(text);
  const start = opening?.[0].length ?? 0;
  const format = opening && ({ '---': 'yaml', '+++': 'toml', '{': 'json' } as const)[opening[1] as '---' | '+++' | '{'];
  if (!format || offset < start || !formats.includes(format)) return undefined;
  if (linesAbove(text, start, offset).some((line) => line.trim() === '' || !isPlausibleLine(line))) return undefined;
  const lineBreak = text.indexOf('\n', offset);
  return { format, range: { start, end: lineBreak < 0 ? text.length : lineBreak }, isClosed: false };
}

function linesAbove(text: string, start: number, offset: number): string[] {
  const lineStart = Math.max(start, text.lastIndexOf('\n', offset - 1) + 1);
  return text.slice(start, lineStart).split(/\r?\n/).slice(0, -1);
}

/** A line that a front matter may have, half-typed ones included: a key, a list item, a comment, something indented. */
function isPlausibleLine(line: string): boolean {
  return /^\s*(?:$|#|["']?[\w-]+["']?\s*(?:[:=]|$)|-(?: |$)|[\]}[])|^[ \t]+\S/.test(line);
}

function startAt(text: string, offset: number, formats: readonly FrontMatterFormat[]): StartCaret | undefined {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const line = /^[^\r\n]*/.exec(text.slice(start, start + 200))![0];
  const range = { start, end: start + line.length };
  const isEmpty = /^(?:-{0,3}|\+{1,3})[ \t]*$/.test(line) && (line !== '' || text.slice(start).trim() === '');
  const format = ({ '-': 'yaml', '+': 'toml' } as const)[line[0] ?? ''];
  if (
    !isEmpty ||
    (format && !formats.includes(format)) ||
    !touches(range, offset) ||
    findBlock(text, ['yaml', 'toml', 'json'])
  )
    return undefined;
  return { on: 'start', range, ...(format && { format }) };
}

function caretLineAt(text: string, offset: number, region: Range): CaretLine {
  const start = Math.max(region.start, text.lastIndexOf('\n', offset - 1) + 1);
  const lineBreak = text.indexOf('\n', offset);
  const end =
    start +
    text
      .slice(start, lineBreak < 0 ? text.length : Math.min(lineBreak, Math.max(region.end, offset)))
      .replace(/\r$/, '').length;
  const above = text.slice(region.start, start).split(/\r?\n/);
  return {
    text: text.slice(start, end),
    start,
    before: text.slice(start, offset),
    after: text.slice(offset, Math.max(offset, end)),
    offset,
    above: above.slice(0, -1),
    below: text.slice(end, region.end).split(/\r?\n/).slice(1),
  };
}
