import type { OpenPost } from '../site/snapshot.ts';
import type { Syntax } from '../syntax/syntax.ts';
import { anchored, sectionEnds } from '../syntax/headings.ts';
import { grip } from './named.ts';
import type { DocumentSymbol } from './results.ts';

/** A whole outline, or what VS Code's own Markdown support leaves out: it lists headings and definitions of links itself. */
export type Outline = 'whole' | 'beside VS Code';

/** Front matter, headings within their sections, definitions and notes. */
export function symbols({ syntax }: OpenPost, outline: Outline = 'whole'): DocumentSymbol[] {
  const found: DocumentSymbol[] = outline === 'whole' ? headingSymbols(syntax) : [];
  const { frontMatter } = syntax;
  if (frontMatter) {
    const children = frontMatter.entries
      .filter((entry) => !entry.commented)
      .map((entry): DocumentSymbol => {
        const value = syntax.text.slice(entry.valueRange.start, entry.valueRange.end).replace(/\s+/g, ' ').slice(0, 80);
        return { name: entry.key, detail: value, kind: 'key', range: entry.range, selectionRange: entry.keyRange, children: [] };
      });
    found.unshift({ name: 'Front matter', kind: 'frontMatter', range: frontMatter.range, selectionRange: { start: frontMatter.range.start, end: frontMatter.range.start }, children });
  }
  for (const occurrence of syntax.occurrences) {
    const { range } = occurrence;
    if (occurrence.type === 'definition') {
      if (outline !== 'whole') continue;
      found.push({ name: `[${occurrence.label}]`, detail: occurrence.destination, kind: 'definition', range, selectionRange: occurrence.labelRange, children: [] });
    } else if (occurrence.type === 'footnoteDefinition') {
      const name = occurrence.notation === 'markdown' ? `[^${occurrence.label}]` : occurrence.label;
      const detail = syntax.text.slice(occurrence.contentRange.start, occurrence.contentRange.end).replace(/\s+/g, ' ').slice(0, 80);
      found.push({ name, detail, kind: 'footnote', range, selectionRange: grip(occurrence), children: [] });
    }
  }
  return found;
}

/** Each heading with its section; those of a greater depth are within it. */
function headingSymbols(syntax: Syntax): DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const open: { readonly depth: number; readonly children: DocumentSymbol[] }[] = [{ depth: 0, children: roots }];
  const ends = sectionEnds(syntax);
  for (const { heading, textRange } of anchored(syntax)) {
    while (open.at(-1)!.depth >= heading.depth) open.pop();
    const children: DocumentSymbol[] = [];
    const range = { start: heading.range.start, end: ends.get(heading)! };
    open.at(-1)!.children.push({ name: heading.text, kind: 'heading', range, selectionRange: textRange, children });
    open.push({ depth: heading.depth, children });
  }
  return roots;
}
