import type { Dialect } from '../../server/src/service/dialects/dialect.ts';
import { generatorWithoutSite } from '../../server/src/service/generators/index.ts';
import { findOrphans } from '../../server/src/service/rules/footnotes.ts';
import type { FootnoteDefinition } from '../../server/src/service/syntax/occurrences/occurrence.ts';
import { findInlineNoteBrackets } from '../../server/src/service/syntax/parse/footnoteLabels.ts';
import type { Syntax } from '../../server/src/service/syntax/syntax.ts';
import { parse, pickEffective } from '../../server/src/service/syntax/syntax.ts';
import { createLiquid } from '../../server/src/service/syntax/templates/languages.ts';
import { contains } from '../../server/src/service/text/range.ts';
import type { Engine } from './engines.ts';

/** What a reader can see of a post. */
export interface Seen {
  /** Where links go and images come from, sorted. */
  readonly links: readonly string[];
  /** How many markers of footnotes show. */
  readonly marks: number;
  /** How many notes show. */
  readonly notes: number;
}

/** What Galley reads in a text. */
export function readText(text: string, dialect: Dialect): Seen {
  return readSyntax(parse(text, { dialect, formats: [], templates: createLiquid(generatorWithoutSite.tags) }));
}

/** What Galley reads in a parsed text. */
export function readSyntax(syntax: Syntax): Seen {
  const { dialect, text } = syntax;
  const lost = findLostNotes(syntax);
  const isShown = (start: number): boolean => ![...lost].some(({ range }) => range.start <= start && start < range.end);
  const links = syntax.occurrences.flatMap((occurrence) => {
    if (!isShown(occurrence.range.start)) return [];
    if (occurrence.type === 'link') return [occurrence.url];
    if (occurrence.type !== 'reference' || occurrence.isSplit) return [];
    const definition = pickEffective(syntax.definitions.get(occurrence.identifier) ?? [], dialect.links.definitionWins);
    return definition ? [definition.destination.replace(/\{\{.*?\}\}/g, '')] : [];
  });
  const notes = [...syntax.footnoteDefinitions.values()].flat().filter((note) => !lost.has(note));
  const marks = [...syntax.footnoteReferences]
    .filter(([identifier]) => syntax.footnoteDefinitions.get(identifier)?.[0]?.isSupported)
    .flatMap(([, markers]) => markers);
  const images = syntax.occurrences.filter((occurrence) => 'target' in occurrence && occurrence.target === 'image');
  const visible = marks.filter(
    ({ range }) => isShown(range.start) && !images.some((image) => contains(image.range, range)),
  );
  const inlineNotes = dialect.footnotes.inline ? findInlineNoteBrackets(text).length / 2 : 0;
  return { links: links.sort(), marks: visible.length + inlineNotes, notes: notes.length + inlineNotes };
}

/** Notes that never show: those nobody can reach, those that another one overrides, those whose label means nothing. */
export function findLostNotes(syntax: Syntax): ReadonlySet<FootnoteDefinition> {
  const { dialect, footnoteDefinitions } = syntax;
  const lost = new Set(
    findOrphans(syntax)
      .filter(({ citedBy }) => isDropped(dialect, citedBy !== undefined))
      .map(({ note }) => note),
  );
  for (const copies of footnoteDefinitions.values()) {
    for (const copy of copies)
      if (!copy.isSupported || copy !== pickEffective(copies, dialect.footnotes.wins)) lost.add(copy);
  }
  return lost;
}

/** Whether a note that no text cites is dropped. */
function isDropped({ footnotes }: Dialect, isCitedByNote: boolean): boolean {
  return footnotes.dropped === 'unreachable' || (footnotes.dropped === 'uncited' && !isCitedByNote);
}

/** What an engine's HTML shows. */
export function readHtml(html: string, { mark, note }: Engine): Seen {
  const links = [...html.matchAll(/(?:href|src)="([^"#][^"]*)"/g)].map((match) => match[1]!);
  return { links: links.sort(), marks: html.match(mark)?.length ?? 0, notes: html.match(note)?.length ?? 0 };
}

/** The text of a page as readers see it, with that of its images. */
export function toVisibleText(html: string): string {
  return html
    .replace(/<img[^>]* alt="([^"]*)"[^>]*>/g, '$1')
    .replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#91;', '[')
    .replaceAll('&amp;', '&');
}
