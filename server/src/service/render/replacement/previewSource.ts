import type { Nodes } from 'hast';
import type { TextEdit } from '../../text/edit.ts';
import type { AttributeList } from './attributeList.ts';

/** The text that is parsed for a preview, with the origin of its lines and the meaning of its placeholders. */
export interface PreviewSource {
  readonly text: string;
  /** The document's line (from 0) of each line of the text. */
  readonly lines: readonly number[];
  readonly placeholders: readonly Placeholder[];
}

/**
 * Something that Markdown must not read, in the text as `\uE000n\uE001`: nodes of a template, HTML as it is, or a list of
 * attributes for the block or the element before or after it, or the item it is in. `source` is what the author wrote, for
 * code, where nothing takes its place.
 */
export type Placeholder = { readonly source?: string } & (
  | { readonly kind: 'nodes'; readonly nodes: readonly Nodes[] }
  | { readonly kind: 'html'; readonly html: string; readonly isBlock?: true }
  | { readonly kind: 'attributes'; readonly list: AttributeList; readonly target: 'previous' | 'next' | 'item' }
);

/** Private-use characters around a placeholder's number; percent-encoded where an address holds them. */
const pattern = /(?:\uE000|%EE%80%80)(\d+)(?:\uE001|%EE%80%81)/;

/** Finds placeholders in a text; the first group is the number. */
export const placeholderPattern = new RegExp(pattern, 'g');

/** Whether a text is placeholders and white space only. */
export const onlyPlaceholdersPattern = /^\s*(?:\uE000\d+\uE001\s*)+$/;

/** Returns the text of the placeholder with this number. */
export function toPlaceholderText(index: number): string {
  return `\uE000${index}\uE001`;
}

/** Returns the text without the characters that mark placeholders and protected lines. */
export function stripMarks(text: string): string {
  return text.replace(/[\uE000-\uE002]/g, '');
}

/** A character that keeps a line from being parsed as a block; removed from the tree. */
export const protectingMark = '\uE002';

/** Returns the source of a text that starts at `firstLine` (from 0) of its document. */
export function toPreviewSource(text: string, firstLine: number): PreviewSource {
  return {
    text,
    lines: Array.from({ length: text.split('\n').length }, (_, index) => firstLine + index),
    placeholders: [],
  };
}

/** Returns the source with parts of its text replaced; the new text has the line of the old. Of overlapping edits the first counts. */
export function replaceInSource(
  source: PreviewSource,
  edits: readonly TextEdit[],
  placeholders = source.placeholders,
): PreviewSource {
  const lines: number[] = [source.lines[0] ?? 0];
  let text = '';
  let at = 0;
  let line = 0;
  const copy = (end: number): void => {
    const part = source.text.slice(at, end);
    for (let newline = part.indexOf('\n'); newline >= 0; newline = part.indexOf('\n', newline + 1))
      lines.push(source.lines[++line] ?? 0);
    text += part;
    at = end;
  };
  for (const { range, newText } of [...edits].sort(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end,
  )) {
    if (range.start < at) continue;
    copy(range.start);
    for (const _ of newText.matchAll(/\n/g)) lines.push(source.lines[line] ?? 0);
    line += source.text.slice(range.start, range.end).split('\n').length - 1;
    if (newText.endsWith('\n')) lines[lines.length - 1] = source.lines[line] ?? 0;
    text += newText;
    at = range.end;
  }
  copy(source.text.length);
  return { text, lines, placeholders };
}
