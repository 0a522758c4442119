import type { OpenPost } from '../../../site/model/snapshot.ts';
import { linkHover } from '../../links/linkPreview.ts';
import type { Context } from '../../context.ts';
import type { Hover } from '../../results.ts';
import { frontMatterHover } from './frontMatter.ts';
import { occurrenceHover } from './occurrence.ts';

/** The hover for the key, value, label, note, image or link target at an offset; undefined where there is none. */
export async function hover(context: Context, post: OpenPost, offset: number): Promise<Hover | undefined> {
  const target = await linkHover(context, post, offset);
  if (!target) return frontMatterHover(post, offset, context.environment) ?? occurrenceHover(post, offset, 'hidden');
  const own = occurrenceHover(post, offset, 'shown');
  return own ? { range: own.range, markdown: `${target.markdown}\n\n${own.markdown}` } : target;
}
