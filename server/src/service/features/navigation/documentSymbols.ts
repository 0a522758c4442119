import type { OpenPost } from '../../site/model/snapshot.ts';
import type { Definition, FootnoteDefinition } from '../../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../../syntax/syntax.ts';
import type { Range } from '../../text/range.ts';
import { anchorHeadings, findSectionEnds } from '../../syntax/structure/headings.ts';
import { activeRange } from '../labels/occurrences.ts';
import type { Context } from '../context.ts';
import type { DocumentSymbol } from '../results.ts';

/**
 * Front matter, headings within their sections, definitions and notes; headings and definitions of links only where the
 * editor does not list them itself.
 */
export function documentSymbols({ hasMarkdownSupport }: Context, { syntax }: OpenPost): DocumentSymbol[] {
  const isWhole = !hasMarkdownSupport;
  const found = [...frontMatterSymbols(syntax), ...(isWhole ? headingSymbols(syntax) : [])];
  for (const occurrence of syntax.occurrences) {
    if (occurrence.type === 'definition' && isWhole) found.push(definitionSymbol(occurrence));
    else if (occurrence.type === 'footnoteDefinition') found.push(footnoteSymbol(occurrence, syntax));
  }
  return found;
}

function frontMatterSymbols({ frontMatter, text }: Syntax): DocumentSymbol[] {
  if (!frontMatter) return [];
  const { range, entries } = frontMatter;
  const children = entries
    .filter(({ commented }) => !commented)
    .map((entry): DocumentSymbol => {
      const detail = toOneLine(text, entry.valueRange);
      return { name: entry.key, detail, kind: 'key', range: entry.range, selectionRange: entry.keyRange, children: [] };
    });
  const selectionRange = { start: range.start, end: range.start };
  return [{ name: 'Front matter', kind: 'frontMatter', range, selectionRange, children }];
}

function definitionSymbol({ label, labelRange, range, destination }: Definition): DocumentSymbol {
  return {
    name: `[${label}]`,
    detail: destination,
    kind: 'definition',
    range,
    selectionRange: labelRange,
    children: [],
  };
}

function footnoteSymbol(note: FootnoteDefinition, { text }: Syntax): DocumentSymbol {
  const name = note.notation === 'markdown' ? `[^${note.label}]` : note.label;
  const detail = toOneLine(text, note.contentRange);
  return { name, detail, kind: 'footnote', range: note.range, selectionRange: activeRange(note), children: [] };
}

/** The start of what is written at a range. */
function toOneLine(text: string, { start, end }: Range): string {
  return text.slice(start, end).replace(/\s+/g, ' ').slice(0, 80);
}

/** Each heading with its section; those of a greater depth are within it. */
function headingSymbols(syntax: Syntax): DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const open: { readonly depth: number; readonly children: DocumentSymbol[] }[] = [{ depth: 0, children: roots }];
  const ends = findSectionEnds(syntax);
  for (const { heading, textRange } of anchorHeadings(syntax)) {
    while (open.at(-1)!.depth >= heading.depth) open.pop();
    const children: DocumentSymbol[] = [];
    const range = { start: heading.range.start, end: ends.get(heading)! };
    open.at(-1)!.children.push({ name: heading.text, kind: 'heading', range, selectionRange: textRange, children });
    open.push({ depth: heading.depth, children });
  }
  return roots;
}
