import type { OpenPost } from '../../../site/model/snapshot.ts';
import { linkHover } from '../../links/linkPreview.ts';
import type { Context } from '../../context.ts';
import type { Hover } from '../../results.ts';
import { frontMatterHover } from './frontMatter.ts';
import { occurrenceHover } from './occurrence.ts';

/** What there is to say about the key, value, label, note or image at an offset, and what a reader finds where a link leads; undefined for nothing. */
export async function hover(context: Context, post: OpenPost, offset: number): Promise<Hover | undefined> {
  const target = await linkHover(context, post, offset);
  if (!target) return frontMatterHover(post, offset, context.environment) ?? occurrenceHover(post, offset, 'untold');
  const own = occurrenceHover(post, offset, 'told');
  return own ? { range: own.range, markdown: `${target.markdown}\n\n${own.markdown}` } : target;
}
