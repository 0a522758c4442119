import type { OpenPost } from '../../site/model/snapshot.ts';
import type { Folding } from '../results.ts';

/** Front matter, notes of several lines and the run of definitions at the end. */
export function foldingRanges({ document, syntax }: OpenPost): Folding[] {
  const found: Folding[] = [];
  if (syntax.frontMatter) found.push({ range: syntax.frontMatter.range, kind: 'region' });
  let run: { start: number; end: number } | undefined;
  for (const occurrence of syntax.occurrences) {
    const { range } = occurrence;
    if (occurrence.type === 'footnoteDefinition') found.push({ range, kind: 'region' });
    if (occurrence.type !== 'definition') continue;
    if (run && syntax.text.slice(run.end, range.start).trim() === '') run.end = range.end;
    else found.push({ range: (run = { ...range }), kind: 'region' });
  }
  return found.filter(({ range }) => document.positionAt(range.start).line < document.positionAt(range.end).line);
}
