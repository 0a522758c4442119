import type { OpenPost } from '../site/snapshot.ts';
import { grip } from './named.ts';
import type { DocumentSymbol } from './results.ts';

/** The outline beside the headings, which every Markdown editor lists itself: front matter, notes and definitions. */
export function symbols({ syntax }: OpenPost): DocumentSymbol[] {
  const found: DocumentSymbol[] = [];
  const { frontMatter } = syntax;
  if (frontMatter) {
    const children = frontMatter.entries
      .filter((entry) => !entry.commented)
      .map((entry): DocumentSymbol => {
        const value = syntax.text.slice(entry.valueRange.start, entry.valueRange.end).replace(/\s+/g, ' ').slice(0, 80);
        return { name: entry.key, detail: value, kind: 'key', range: entry.range, selectionRange: entry.keyRange, children: [] };
      });
    found.push({ name: 'Front matter', kind: 'frontMatter', range: frontMatter.range, selectionRange: { start: frontMatter.range.start, end: frontMatter.range.start }, children });
  }
  for (const occurrence of syntax.occurrences) {
    const { range } = occurrence;
    if (occurrence.type === 'definition') {
      found.push({ name: `[${occurrence.label}]`, detail: occurrence.destination, kind: 'definition', range, selectionRange: occurrence.labelRange, children: [] });
    } else if (occurrence.type === 'footnoteDefinition') {
      const name = occurrence.notation === 'sup' ? occurrence.label : `[^${occurrence.label}]`;
      const detail = syntax.text.slice(occurrence.contentRange.start, occurrence.contentRange.end).replace(/\s+/g, ' ').slice(0, 80);
      found.push({ name, detail, kind: 'footnote', range, selectionRange: grip(occurrence), children: [] });
    }
  }
  return found;
}
