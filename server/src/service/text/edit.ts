import type { Range } from './range.ts';
import { overlaps } from './range.ts';

/** Replaces the text in a range; an insertion has an empty one. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

/**
 * Returns the text with the edits applied. Their ranges are offsets into the text before any of them; insertions at one
 * place keep their order, and an edit that overlaps an earlier one is left out.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.range.start - b.edit.range.start || a.index - b.index);
  let result = '';
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.range.start < at) continue;
    result += text.slice(at, edit.range.start) + edit.newText;
    at = edit.range.end;
  }
  return result + text.slice(at);
}

/** Edits of one text that do not overlap. */
export class EditSet {
  private readonly edits: TextEdit[] = [];

  /** The edits so far, in the order of the text. */
  get inOrder(): readonly TextEdit[] {
    return this.edits;
  }

  /** Adds edits that belong together, but none of them where one overlaps an edit that is here; one that is here already is not added again. */
  add(edits: readonly TextEdit[]): void {
    const fresh = edits.filter((edit) => !this.edits.slice(...this.near(edit)).some((other) => isSame(edit, other)));
    if (fresh.some((edit) => this.edits.slice(...this.near(edit)).some((other) => overlaps(edit.range, other.range))))
      return;
    for (const edit of fresh) this.edits.splice(this.near(edit)[1], 0, edit);
  }

  /** Where the edits are that may touch another: from the first that ends at its start or after, to the last that starts at its end or before. */
  private near({ range }: TextEdit): [start: number, end: number] {
    return [
      firstIndex(this.edits, (each) => each.range.end >= range.start),
      firstIndex(this.edits, (each) => each.range.start > range.end),
    ];
  }
}

function isSame(a: TextEdit, b: TextEdit): boolean {
  return a.newText === b.newText && a.range.start === b.range.start && a.range.end === b.range.end;
}

/** Returns the index of the first item that passes a test which all after it pass too; the length where none does. */
function firstIndex<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(items[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
