import type { Environment } from '../../generators/contract/model.ts';
import { toUri } from '../../site/model/site.ts';
import type { Destination } from '../../site/resolution/links.ts';
import type { ResolvedLink } from '../../site/resolution/resolvedLinks.ts';
import { resolveLinks, findResolvedLinkAt } from '../../site/resolution/resolvedLinks.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import type { Range } from '../../text/range.ts';
import { occurrencesOfLabel, occurrenceAt } from '../labels/occurrences.ts';

/** A link with its range at an offset: of `[the log][log]` all of it, though its address is in a definition. */
export interface LinkAtOffset extends ResolvedLink {
  readonly range: Range;
}

/**
 * What leads somewhere at an offset: a destination, all of an inline link or image but a link's text, or a reference by
 * its definition.
 */
export function linkAt(open: OpenPost, offset: number, environment: Environment): LinkAtOffset | undefined {
  const direct = findResolvedLinkAt(open, offset, environment);
  if (direct) return { ...direct, range: direct.place.range };
  const occurrence = occurrenceAt(open.syntax, offset);
  const range =
    occurrence?.type === 'link'
      ? occurrence.urlRange
      : occurrence?.type === 'reference'
        ? effectiveDestinationRange(open, occurrence)
        : undefined;
  const found = range && resolveLinks(open, environment, 'all').find(({ place }) => place.range.start === range.start);
  return found && occurrence && { ...found, range: occurrence.range };
}

function effectiveDestinationRange(
  { syntax }: OpenPost,
  reference: Parameters<typeof occurrencesOfLabel>[1],
): Range | undefined {
  const { effective } = occurrencesOfLabel(syntax, reference);
  return effective?.type === 'definition' ? effective.destinationRange : undefined;
}

/** The file of the site that a destination leads to; the post itself for a place in it. */
export function toFileUri(destination: Destination, { site, document }: OpenPost): string | undefined {
  if (destination.kind === 'self') return document.uri;
  if (destination.kind === 'post') return destination.post.uri;
  return destination.kind === 'file' && site ? toUri(site, destination.path) : undefined;
}
