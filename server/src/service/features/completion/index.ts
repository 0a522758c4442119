import type { OpenPost } from '../../site/model/snapshot.ts';
import type { Context } from '../context.ts';
import type { Completion, Completions } from '../results.ts';
import { anchorCompletion } from './anchors.ts';
import { frontMatterCompletion } from './frontMatter.ts';
import { footnoteCompletion, labelCompletion } from './labels.ts';
import { linkCompletion, maxLinks } from './links.ts';

/** A source returns undefined where it does not apply, and the next one is asked. */
type CompletionSource = (
  context: Context,
  post: OpenPost,
  offset: number,
) => readonly Completion[] | undefined | Promise<readonly Completion[] | undefined>;

const sources: readonly CompletionSource[] = [
  frontMatterCompletion,
  (_context, post, offset) => anchorCompletion(post, offset),
  linkCompletion,
  (_context, post, offset) => footnoteCompletion(post, offset),
  (_context, post, offset) => labelCompletion(post, offset),
];

/** What can be typed at an offset. */
export async function completions(context: Context, post: OpenPost, offset: number): Promise<Completions> {
  for (const source of sources) {
    const items = await source(context, post, offset);
    if (items) return { items, isIncomplete: items.length >= maxLinks };
  }
  return { items: [], isIncomplete: false };
}
