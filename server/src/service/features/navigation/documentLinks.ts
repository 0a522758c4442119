import { resolveLinks } from '../../site/resolution/resolvedLinks.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { toFileUri } from '../links/linkAtOffset.ts';
import type { Context } from '../context.ts';
import type { DocumentLink } from '../results.ts';

/** Destinations, attributes and tags of a post that lead to files of its site. */
export function documentLinks({ environment }: Context, open: OpenPost): DocumentLink[] {
  return resolveLinks(open, environment, 'all').flatMap(({ place: { range }, destination }): DocumentLink[] => {
    const target = toFileUri(destination, open);
    if (target === undefined || range.start === range.end) return [];
    return [{ range, target, fragment: 'fragment' in destination ? destination.fragment : '' }];
  });
}
