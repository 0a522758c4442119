import type { Dialect } from '../../../dialects/dialect.ts';
import { foldLabel } from '../../../dialects/shared/labels.ts';
import type { Range } from '../../../text/range.ts';
import { shift } from '../../../text/range.ts';
import type { Occurrence } from '../../occurrences/occurrence.ts';
import type { KeyedOccurrence } from '../keyedOccurrence.ts';
import { removeCommonMarkup } from '../collect.ts';
import type { ParsedDefinition } from './definitions.ts';
import type { Leaf } from './leaf.ts';
import type { NestedText } from './nestedText.ts';
import { findSplitReferences } from './splitReferences.ts';

/** The length of a label in CommonMark (0.31.2, link labels), in characters. */
const maxLabelLength = 999;

/** The leaves of a document, as they are found. Ranges that are given count in the nested text that comes with them. */
export class LeafList {
  private list: Leaf[] = [];

  constructor(
    private readonly dialect: Dialect,
    private readonly written: string,
  ) {}

  /** Returns the leaves that were found since the last time, to which nothing is added any more. */
  takeAll(): readonly Leaf[] {
    const taken = this.list;
    this.list = [];
    return taken;
  }

  addText(nested: NestedText, range: Range): void {
    const text = nested.toDocumentRanges(range);
    if (text.length > 0) this.list.push({ start: text[0]!.start, text, isParagraph: true, own: [] });
  }

  /** Adds text to the last leaf, which is text. */
  extendText(nested: NestedText, range: Range): void {
    const last = this.list.at(-1);
    if (!last?.isParagraph) return this.addText(nested, range);
    this.list[this.list.length - 1] = { ...last, text: [...last.text, ...nested.toDocumentRanges(range)] };
  }

  /** Makes a leaf of each line of the last one: terms stand in a line each. */
  splitLastText(): void {
    const last = this.list.at(-1);
    if (!last?.isParagraph) return;
    this.list.pop();
    for (const range of last.text.flatMap((each) => this.splitLines(each)))
      this.list.push({ start: range.start, text: [range], isParagraph: false, own: [] });
  }

  private splitLines({ start, end }: Range): Range[] {
    const lines: Range[] = [];
    for (let at = start; at < end;) {
      const next = Math.min(end, this.written.indexOf('\n', at) + 1 || end);
      lines.push({ start: at, end: next });
      at = next;
    }
    return lines;
  }

  private slice({ start, end }: Range): string {
    return this.written.slice(start, end);
  }

  addHeading(
    nested: NestedText,
    range: Range,
    { text, depth }: { readonly text: Range; readonly depth: number },
  ): void {
    const whole = toDocument(nested, range);
    this.list.push({
      start: whole.start,
      text: nested.toDocumentRanges(text),
      isParagraph: false,
      own: [
        {
          occurrence: {
            type: 'heading',
            range: shift(whole, -whole.start),
            depth: depth as 1,
            text: removeCommonMarkup(this.slice(toDocument(nested, text))),
          },
        },
      ],
    });
  }

  addCode(nested: NestedText, range: Range): void {
    this.addRaw(nested, range, {});
  }

  /** Adds HTML, to the last leaf where that is HTML too. */
  addHtml(nested: NestedText, range: Range): void {
    if (range.end > range.start) this.addRaw(nested, range, { isHtml: true });
  }

  private addRaw(nested: NestedText, range: Range, rest: { readonly isHtml?: true }): void {
    const end = range.start + nested.text.slice(range.start, range.end).trimEnd().length;
    if (end === range.start) return;
    const whole = toDocument(nested, { start: range.start, end });
    const last = this.list.at(-1);
    const before = last?.own[0]?.occurrence;
    const isContinued =
      rest.isHtml && before?.type === 'code' && before.isHtml && last!.start + before.range.end === whole.start;
    const start = isContinued ? last!.start : whole.start;
    if (isContinued) this.list.pop();
    this.list.push({
      start,
      text: [],
      isParagraph: false,
      own: [{ occurrence: { type: 'code', range: { start: 0, end: whole.end - start }, ...rest } }],
    });
  }

  addNote(nested: NestedText, mark: Range, content: Range): void {
    const { text } = nested;
    const whole = toDocument(nested, mark);
    const words = text.slice(content.start, content.end);
    const start = content.start + words.length - words.trimStart().length;
    const range =
      words.trim() === '' ? { start: mark.end, end: mark.end } : { start, end: content.start + words.trimEnd().length };
    this.pushNote(
      this.slice(toDocument(nested, { start: mark.start + 2, end: mark.end - 2 })),
      whole.start,
      shift(toDocument(nested, range), -whole.start),
    );
  }

  private pushNote(label: string, start: number, contentRange: Range): void {
    const identifier = this.dialect.footnotes.normalizeLabel(label);
    this.push(start, label, {
      type: 'footnoteDefinition',
      notation: 'markdown',
      range: { start: 0, end: contentRange.end },
      label,
      labelRange: { start: 2, end: 2 + label.length },
      contentRange,
      identifier: identifier ?? `unsupported ${label}`,
      isSupported: identifier !== undefined,
    });
  }

  /** Adds a definition; one whose label begins with a caret was meant as a note, and is lost. */
  addDefinition(nested: NestedText, { range, label: labelRange, destination, title }: ParsedDefinition): void {
    const { start } = toDocument(nested, range);
    const toOwn = (own: Range): Range => shift(toDocument(nested, own), -start);
    const label = this.slice(toDocument(nested, labelRange));
    if (label.startsWith('^') && this.dialect.footnotes.isEnabled)
      return this.pushNote(label.slice(1), start, toOwn(destination));
    this.push(start, nested.text.slice(labelRange.start, labelRange.end), {
      type: 'definition',
      range: toOwn(range),
      label,
      labelRange: toOwn(labelRange),
      identifier: this.dialect.links.normalizeLabel(label),
      destination: this.slice(toDocument(nested, destination)).replace(/^<(.*)>$/, '$1'),
      destinationRange: toOwn(destination),
      ...(title !== undefined && { title }),
    });
  }

  /** Adds a definition. References to blank labels and to longer ones are not found, since micromark reads them as CommonMark has them. */
  private push(start: number, label: string, occurrence: Occurrence): void {
    if (label.trim() === '' || label.length > maxLabelLength) return;
    this.list.push({ start, text: [], isParagraph: false, own: [{ occurrence, key: foldLabel(label) }] });
  }

  /** Adds the cells of a row, and the references that a bar splits. */
  addCells(nested: NestedText, cells: readonly Range[]): void {
    const split = cells.length > 1 ? findSplitReferences(nested.text, cells, this.dialect) : [];
    for (const cell of cells) {
      const { start } = toDocument(nested, cell);
      const own = split
        .filter(({ range }) => cell.start <= range.start && range.start < cell.end)
        .map((reference): KeyedOccurrence => ({
          occurrence: {
            ...reference,
            range: shift(toDocument(nested, reference.range), -start),
            labelRange: shift(toDocument(nested, reference.labelRange), -start),
          },
        }));
      this.list.push({ start, text: nested.toDocumentRanges(cell), isParagraph: false, own });
    }
  }
}

function toDocument(nested: NestedText, { start, end }: Range): Range {
  const from = nested.toDocumentOffset(start);
  return { start: from, end: end > start ? nested.toDocumentOffset(end - 1) + 1 : from };
}
