import type { Environment } from '../../generators/generator.ts';
import type { OpenPost, Snapshot } from '../../site/snapshot.ts';
import type { Hover } from '../results.ts';
import { frontMatterHover } from './frontMatter.ts';
import { occurrenceHover } from './occurrence.ts';

/** What there is to say about the place at an offset; undefined for nothing. */
export function hover(snapshot: Snapshot, post: OpenPost, offset: number, environment: Environment): Hover | undefined {
  return frontMatterHover(snapshot, post, offset, environment) ?? occurrenceHover(post, offset);
}
