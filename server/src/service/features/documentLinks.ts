import type { Environment } from '../generators/generator.ts';
import { linked } from '../site/linked.ts';
import type { OpenPost } from '../site/snapshot.ts';
import { fileOf } from './links/place.ts';
import type { DocumentLink } from './results.ts';

/** Destinations, attributes and tags of a post that lead to files of its site. */
export function documentLinks(open: OpenPost, environment: Environment): DocumentLink[] {
  return linked(open, environment, 'all').flatMap(({ place: { range }, destination }): DocumentLink[] => {
    const target = fileOf(destination, open);
    if (target === undefined || range.start === range.end) return [];
    return [{ range, target, fragment: 'fragment' in destination ? destination.fragment : '' }];
  });
}
