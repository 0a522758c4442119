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
import { dirname, join } from '../../../text/uri.ts';
import { codeSpan, escapeMarkdown } from '../../text/markdown.ts';
import type { Named } from '../../labels/occurrences.ts';
import { namesakes, occurrenceAt } from '../../labels/occurrences.ts';
import type { Hover } from '../../results.ts';

/** A note longer than this is cropped in a hover. */
const longestNote = 1200;

/** Where a reference goes, what a note says, what an image shows, who uses a definition; of what is `told` already, not where it leads. */
export function occurrenceHover(post: OpenPost, offset: number, target: 'told' | 'untold'): Hover | undefined {
  const { syntax } = post;
  const occurrence = occurrenceAt(syntax, offset);
  if (!occurrence) return undefined;
  const { range } = occurrence;
  switch (occurrence.type) {
    case 'reference':
      return answer(range, destination(post, occurrence, target));
    case 'footnoteReference':
      return answer(range, note(syntax, occurrence));
    case 'definition':
      return answer(range, uses(post, occurrence));
    case 'footnoteDefinition':
      return answer({ start: range.start, end: occurrence.contentRange.start }, uses(post, occurrence));
    case 'link':
      return occurrence.target === 'image' && target === 'untold'
        ? answer(range, image(post, occurrence.url))
        : undefined;
    default:
      return undefined;
  }
}

function answer(range: Hover['range'], markdown: string | undefined): Hover | undefined {
  return markdown === undefined || markdown === '' ? undefined : { range, markdown };
}

function destination(post: OpenPost, reference: Reference, target: 'told' | 'untold'): string | undefined {
  const found = namesakes(post.syntax, reference);
  if (found.effective?.type !== 'definition') return undefined;
  const { effective } = found;
  const parts = target === 'told' ? [] : [codeSpan(effective.destination)];
  if (effective.title) parts.push(escapeMarkdown(effective.title));
  if (reference.target === 'image' && target === 'untold') parts.unshift(image(post, effective.destination) ?? '');
  parts.push(overridden(found.definitions.length, post.syntax.dialect, post.syntax.dialect.links.definitionWins));
  return parts.filter((part) => part !== '').join('\n\n');
}

function note(syntax: Syntax, marker: FootnoteReference): string | undefined {
  const found = namesakes(syntax, marker);
  if (found.effective?.type !== 'footnoteDefinition') return undefined;
  const { start, end } = found.effective.contentRange;
  const text = syntax.text
    .slice(start, end)
    .replace(/\n( {1,4}|\t)/g, '\n')
    .trim();
  const cropped = text.length > longestNote ? `${text.slice(0, text.lastIndexOf(' ', longestNote))} …` : text;
  return (
    [cropped, overridden(found.definitions.length, syntax.dialect, syntax.dialect.footnotes.wins)]
      .filter((part) => part !== '')
      .join('\n\n') || undefined
  );
}

function overridden(copies: number, { name }: Dialect, wins: 'first' | 'last'): string {
  return copies > 1 ? `*Defined ${copies} times; ${name} uses the ${wins}.*` : '';
}

function uses({ document, syntax }: OpenPost, named: Definition | FootnoteDefinition): string {
  const lines = namesakes(syntax, named as Named).uses.map((use) => document.positionAt(use.range.start).line + 1);
  const other = winner(document, syntax, named);
  if (other !== undefined) return other;
  const verb = named.type === 'definition' ? 'Used' : 'Cited';
  if (lines.length === 0) return named.type === 'definition' ? 'Not used in this post.' : 'Not cited in this post.';
  const places = [...new Set(lines)];
  return `${verb} ${lines.length === 1 ? 'once' : `${lines.length} times`}: ${places.length === 1 ? 'line' : 'lines'} ${places.join(', ')}.`;
}

/** Which copy the dialect uses instead of this one; undefined for the one it uses. */
function winner(document: Document, syntax: Syntax, named: Definition | FootnoteDefinition): string | undefined {
  const { effective } = namesakes(syntax, named);
  if (!effective || effective === named) return undefined;
  const { links, footnotes } = syntax.dialect;
  const which = named.type === 'definition' ? links.definitionWins : footnotes.wins;
  return `Not used: ${syntax.dialect.name} uses the ${which} of several copies, line ${document.positionAt(effective.range.start).line + 1}.`;
}

/** An image of the site, small; a remote one is only named, since Galley loads nothing from the network. */
function image(post: OpenPost, url: Link['url']): string | undefined {
  const path = url.replace(/[?#].*$/, '');
  if (path === '' || /^[a-z][a-z0-9+.-]*:|^\/\/|\{[{%]/i.test(path)) return codeSpan(url);
  const folder = path.startsWith('/') ? post.site?.root : dirname(post.document.uri);
  return folder === undefined ? codeSpan(url) : `![](${join(folder, path)}|height=180)\n\n${codeSpan(url)}`;
}
