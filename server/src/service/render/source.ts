import type { Nodes } from 'hast';
import type { TextEdit } from '../text/edit.ts';
import type { AttributeList } from './blocks/attributeList.ts';

/** A text on its way to the parser: where its lines come from, and what its stand-ins stand for. */
export interface Draft {
  readonly text: string;
  /** The document's line (from 0) of each line of the text. */
  readonly lines: readonly number[];
  readonly standIns: readonly StandIn[];
}

/**
 * Something that Markdown must not read, in the text as `\uE000n\uE001`: nodes of a template, HTML as it is, or a list of
 * attributes for what stands before or behind it. `source` is what the author wrote, for code, where it is no stand-in.
 */
export type StandIn = { readonly source?: string } & (
  | { readonly kind: 'nodes'; readonly nodes: readonly Nodes[] }
  | { readonly kind: 'html'; readonly html: string; readonly isBlock?: true }
  | { readonly kind: 'attributes'; readonly list: AttributeList; readonly of: 'before' | 'behind' | 'item' }
);

/** Private-use characters around a stand-in's number; percent-encoded where an address holds them. */
const pattern = /(?:\uE000|%EE%80%80)(\d+)(?:\uE001|%EE%80%81)/;

/** Finds stand-ins in a text; the first group is the number. */
export const standInPattern = new RegExp(pattern, 'g');

/** Whether a text is stand-ins and white space only. */
export const onlyStandIns = /^\s*(?:\uE000\d+\uE001\s*)+$/;

/** The text of the stand-in with this number. */
export function standIn(index: number): string {
  return `\uE000${index}\uE001`;
}

/** The text without the characters that mark stand-ins and what hides from the parser. */
export function withoutMarks(text: string): string {
  return text.replace(/[\uE000-\uE002]/g, '');
}

/** A character that keeps a line from being what it looks like; taken out when the text is parsed. */
export const guard = '\uE002';

/** A text as it stands in the document from `firstLine` on. */
export function draftOf(text: string, firstLine: number): Draft {
  return {
    text,
    lines: Array.from({ length: text.split('\n').length }, (_, index) => firstLine + index),
    standIns: [],
  };
}

/** The draft with parts of its text replaced; what takes their place comes from their line. */
export function redrafted(draft: Draft, edits: readonly TextEdit[], standIns = draft.standIns): Draft {
  const lines: number[] = [draft.lines[0] ?? 0];
  let text = '';
  let at = 0;
  let line = 0;
  const copy = (end: number): void => {
    const part = draft.text.slice(at, end);
    for (let newline = part.indexOf('\n'); newline >= 0; newline = part.indexOf('\n', newline + 1))
      lines.push(draft.lines[++line] ?? 0);
    text += part;
    at = end;
  };
  for (const { range, newText } of [...edits].sort(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end,
  )) {
    if (range.start < at) continue;
    copy(range.start);
    for (const _ of newText.matchAll(/\n/g)) lines.push(draft.lines[line] ?? 0);
    line += draft.text.slice(range.start, range.end).split('\n').length - 1;
    if (newText.endsWith('\n')) lines[lines.length - 1] = draft.lines[line] ?? 0;
    text += newText;
    at = range.end;
  }
  copy(draft.text.length);
  return { text, lines, standIns };
}
