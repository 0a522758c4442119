import type { Paragraph } from 'mdast';
import type { Range } from '../text/range.ts';
import type { FootnoteDefinition, FootnoteReference } from './occurrence.ts';

interface Marker {
  readonly range: Range;
  readonly label: string;
  readonly labelRange: Range;
  readonly startsLine: boolean;
}

/**
 * Notes made by hand: `<sup>1</sup>` in running text is a marker, at the start of a paragraph (and of the lines of such
 * a paragraph) a note. Exponents (`m<sup>2</sup>`) come out as markers too: whether a marker counts is for rules to judge.
 */
export function supNotes(paragraph: Paragraph, source: { readonly written: string }): (FootnoteDefinition | FootnoteReference)[] {
  const markers = [...markersIn(paragraph, source.written)];
  const paragraphEnd = paragraph.position?.end.offset ?? 0;
  const opensWithNote = markers[0] !== undefined && markers[0].range.start === paragraph.position?.start.offset;
  return markers.map((marker, index) => {
    const { range, label, labelRange } = marker;
    const identifier = `sup ${label}`;
    if (!opensWithNote || !marker.startsLine) return { type: 'footnoteReference', notation: 'sup', range, label, labelRange, identifier, isSupported: true };
    const next = markers.find((other, position) => position > index && other.startsLine);
    const end = next ? next.range.start : paragraphEnd;
    const content = source.written.slice(range.end, end).replace(/(\s|<br\s*\/?>)+$/i, '');
    const contentRange = { start: range.end, end: range.end + content.length };
    return { type: 'footnoteDefinition', notation: 'sup', range: { start: range.start, end: contentRange.end }, label, labelRange, identifier, contentRange, isSupported: true };
  });
}

function* markersIn(paragraph: Paragraph, written: string): Generator<Marker> {
  const { children } = paragraph;
  for (let index = 0; index + 2 < children.length; index++) {
    const [open, text, close] = [children[index]!, children[index + 1]!, children[index + 2]!];
    if (open.type !== 'html' || !/^<sup>$/i.test(open.value) || text.type !== 'text' || close.type !== 'html' || !/^<\/sup>$/i.test(close.value)) continue;
    const label = /^\s*(\d{1,3}|[*†‡§¶]{1,3})\s*$/u.exec(text.value)?.[1];
    const start = open.position?.start.offset ?? 0;
    const labelStart = (text.position?.start.offset ?? 0) + text.value.indexOf(label ?? '');
    if (!label || written.slice(labelStart, labelStart + label.length) !== label) continue;
    yield {
      range: { start, end: close.position?.end.offset ?? 0 },
      label,
      labelRange: { start: labelStart, end: labelStart + label.length },
      startsLine: index === 0 || /(^|[\n\r])[ \t]*$/.test(written.slice(Math.max(0, start - 20), start)),
    };
  }
}
