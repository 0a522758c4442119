import type { Dialect } from '../../../dialects/dialect.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type {
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Link,
  Reference,
} from '../../../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../../../syntax/syntax.ts';
import type { Document } from '../../../text/document.ts';
import { dirname, join, relative } from '../../../text/uri.ts';
import { codeSpan, escapeMarkdown, withoutImages } from '../../text/markdown.ts';
import type { LabelledOccurrence } from '../../labels/occurrences.ts';
import { occurrencesOfLabel, occurrenceAt } from '../../labels/occurrences.ts';
import type { Hover } from '../../results.ts';

/** A note longer than this is cropped in a hover. */
const maxNoteLength = 1200;

/**
 * The destination of a reference, the text of a note, an image, the uses of a definition; without the target where
 * another hover shows it.
 */
export function occurrenceHover(post: OpenPost, offset: number, target: 'shown' | 'hidden'): Hover | undefined {
  const { syntax } = post;
  const occurrence = occurrenceAt(syntax, offset);
  if (!occurrence) return undefined;
  const { range } = occurrence;
  switch (occurrence.type) {
    case 'reference':
      return toHover(range, describeDefinition(post, occurrence, target));
    case 'footnoteReference':
      return toHover(range, describeNote(syntax, occurrence));
    case 'definition':
      return toHover(range, describeUses(post, occurrence));
    case 'footnoteDefinition':
      return toHover({ start: range.start, end: occurrence.contentRange.start }, describeUses(post, occurrence));
    case 'link':
      return occurrence.target === 'image' && target === 'hidden'
        ? toHover(range, describeImage(post, occurrence.url))
        : undefined;
    default:
      return undefined;
  }
}

function toHover(range: Hover['range'], markdown: string | undefined): Hover | undefined {
  return markdown === undefined || markdown === '' ? undefined : { range, markdown };
}

function describeDefinition(post: OpenPost, reference: Reference, target: 'shown' | 'hidden'): string | undefined {
  const found = occurrencesOfLabel(post.syntax, reference);
  if (found.effective?.type !== 'definition') return undefined;
  const { effective } = found;
  const { destination: url } = effective;
  const parts = target === 'shown' ? [] : [reference.target === 'image' ? describeImage(post, url) : codeSpan(url)];
  if (effective.title) parts.push(escapeMarkdown(effective.title));
  parts.push(describeCopies(found.definitions.length, post.syntax.dialect, post.syntax.dialect.links.definitionWins));
  return parts.filter((part) => part !== '').join('\n\n');
}

function describeNote(syntax: Syntax, marker: FootnoteReference): string | undefined {
  const found = occurrencesOfLabel(syntax, marker);
  if (found.effective?.type !== 'footnoteDefinition') return undefined;
  const { start, end } = found.effective.contentRange;
  const text = syntax.text
    .slice(start, end)
    .replace(/\n( {1,4}|\t)/g, '\n')
    .trim();
  const cropped = text.length > maxNoteLength ? `${text.slice(0, text.lastIndexOf(' ', maxNoteLength))} …` : text;
  return (
    [withoutImages(cropped), describeCopies(found.definitions.length, syntax.dialect, syntax.dialect.footnotes.wins)]
      .filter((part) => part !== '')
      .join('\n\n') || undefined
  );
}

function describeCopies(copies: number, { name }: Dialect, wins: 'first' | 'last'): string {
  return copies > 1 ? `*Defined ${copies} times; ${name} uses the ${wins}.*` : '';
}

function describeUses({ document, syntax }: OpenPost, definition: Definition | FootnoteDefinition): string {
  const lines = occurrencesOfLabel(syntax, definition as LabelledOccurrence).uses.map(
    (use) => document.positionAt(use.range.start).line + 1,
  );
  const other = describeWinner(document, syntax, definition);
  if (other !== undefined) return other;
  const verb = definition.type === 'definition' ? 'Used' : 'Cited';
  if (lines.length === 0)
    return definition.type === 'definition' ? 'Not used in this post.' : 'Not cited in this post.';
  const places = [...new Set(lines)];
  return `${verb} ${lines.length === 1 ? 'once' : `${lines.length} times`}: ${places.length === 1 ? 'line' : 'lines'} ${places.join(', ')}.`;
}

/** Which copy the dialect uses instead of this one; undefined for the one it uses. */
function describeWinner(
  document: Document,
  syntax: Syntax,
  definition: Definition | FootnoteDefinition,
): string | undefined {
  const { effective } = occurrencesOfLabel(syntax, definition);
  if (!effective || effective === definition) return undefined;
  const { links, footnotes } = syntax.dialect;
  const which = definition.type === 'definition' ? links.definitionWins : footnotes.wins;
  return `Not used: ${syntax.dialect.name} uses the ${which} of several copies, line ${document.positionAt(effective.range.start).line + 1}.`;
}

/**
 * An image of the site, small. One that is no file of the site is only named, a remote one above all: a hover loads
 * nothing from the network and nothing outside the workspace. Without a site, images in the folder of the post are
 * shown.
 */
function describeImage({ site, document }: OpenPost, url: Link['url']): string {
  const path = url.replace(/[?#].*/s, '');
  if (path === '' || /^[a-z][a-z0-9+.-]*:|^\/\/|\{[{%]/i.test(path)) return codeSpan(url);
  const folder = dirname(document.uri);
  const home = site?.root ?? folder;
  const uri = join(path.startsWith('/') ? home : folder, path);
  const inside = relative(home, uri);
  const isShown = inside !== undefined && (site ? site.files.has(inside) : !path.startsWith('/'));
  return isShown ? `![](${uri}|height=180)\n\n${codeSpan(url)}` : codeSpan(url);
}
