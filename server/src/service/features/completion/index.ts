import type { Environment } from '../../generators/contract/model.ts';
import type { OpenPost, Snapshot } from '../../site/model/snapshot.ts';
import type { Completion } from '../results.ts';
import { anchorCompletion } from './anchors.ts';
import { frontMatterCompletion } from './frontMatter.ts';
import { footnoteCompletion, labelCompletion } from './labels.ts';
import { linkCompletion, mostLinks } from './links.ts';

/** A source answers undefined where it has no say, and then the next one is asked. */
type Source = (
  snapshot: Snapshot,
  post: OpenPost,
  offset: number,
  environment: Environment,
) => Completion[] | undefined;

const sources: readonly Source[] = [
  frontMatterCompletion,
  (_snapshot, post, offset) => anchorCompletion(post, offset),
  (_snapshot, post, offset, environment) => linkCompletion(post, offset, environment),
  (_snapshot, post, offset) => footnoteCompletion(post, offset),
  (_snapshot, post, offset) => labelCompletion(post, offset),
];

/** What can be typed at an offset; `incomplete` where there is more than is listed, so that it is worth asking again for a longer word. */
export function completion(
  snapshot: Snapshot,
  post: OpenPost,
  offset: number,
  environment: Environment,
): { items: Completion[]; incomplete: boolean } {
  for (const source of sources) {
    const items = source(snapshot, post, offset, environment);
    if (items) return { items, incomplete: items.length >= mostLinks };
  }
  return { items: [], incomplete: false };
}
