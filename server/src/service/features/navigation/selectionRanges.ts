import type { OpenPost } from '../../site/model/snapshot.ts';
import type { Syntax } from '../../syntax/syntax.ts';
import type { Range } from '../../text/range.ts';
import { contains, touches } from '../../text/range.ts';
import { anchorHeadings, findSectionEnds } from '../../syntax/structure/headings.ts';
import { findLineEnd } from '../../text/scan.ts';

/**
 * The ranges around an offset for "Expand Selection", from the inside out: label, reference, paragraph, section, body,
 * text; each contains the one before.
 */
export function selectionRanges({ syntax }: OpenPost, offset: number): Range[] {
  const wider = [
    ...occurrenceRanges(syntax, offset),
    paragraphRange(syntax, offset),
    ...sectionRanges(syntax, offset),
    bodyRange(syntax),
    { start: 0, end: syntax.text.length },
  ];
  const found: Range[] = [];
  for (const range of wider.sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const inner = found.at(-1);
    if (
      range.end > range.start &&
      touches(range, offset) &&
      (!inner || (contains(range, inner) && !contains(inner, range)))
    )
      found.push(range);
  }
  return found;
}

function occurrenceRanges(syntax: Syntax, offset: number): Range[] {
  const found = syntax.occurrences
    .filter(({ range }) => touches(range, offset))
    .flatMap((occurrence) => {
      if (occurrence.type === 'definition')
        return [occurrence.labelRange, occurrence.destinationRange, occurrence.range];
      if (occurrence.type === 'footnoteDefinition')
        return [occurrence.labelRange, occurrence.contentRange, occurrence.range];
      if (occurrence.type === 'link') return [occurrence.urlRange, occurrence.range];
      return 'labelRange' in occurrence ? [occurrence.labelRange, occurrence.range] : [occurrence.range];
    });
  const titles = anchorHeadings(syntax).map(({ textRange }) => textRange);
  return [...found, ...titles].filter((range) => touches(range, offset));
}

/** The body without the blank lines before it. */
function bodyRange({ text, body: { start, end } }: Syntax): Range {
  return { start: start + /^(?:[ \t]*\r?\n)*/.exec(text.slice(start))![0].length, end };
}

/** The lines around an offset up to the blank ones; empty on a blank line and in front matter. */
function paragraphRange({ text, body }: Syntax, offset: number): Range {
  if (offset < body.start) return { start: offset, end: offset };
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  let end = findLineEnd(text, offset);
  if (text.slice(start, end).trim() === '') return { start: offset, end: offset };
  while (start > body.start) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (above < body.start || text.slice(above, start).trim() === '') break;
    start = above;
  }
  while (end < text.length) {
    const below = findLineEnd(text, end + 1);
    if (text.slice(end, below).trim() === '') break;
    end = below;
  }
  return { start, end };
}

function sectionRanges(syntax: Syntax, offset: number): Range[] {
  return [...findSectionEnds(syntax)]
    .map(([heading, end]) => ({ start: heading.range.start, end }))
    .filter((range) => touches(range, offset));
}
