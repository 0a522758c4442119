import { getFrontMatterModel } from '../../site/frontMatter/schema/frontMatterModel.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import type { FrontMatterFormat } from '../../syntax/frontMatter/index.ts';
import { caretAt } from '../frontMatter/caret.ts';
import type { Context } from '../context.ts';
import type { Completion } from '../results.ts';
import { keyCompletions } from './keys.ts';
import { valueCompletions } from './values.ts';
import { wholeFrontMatter } from './wholeFrontMatter.ts';

const allFormats: readonly FrontMatterFormat[] = ['yaml', 'toml', 'json'];

/**
 * Keys and values of the front matter at an offset, or a whole one where a text could begin with it; undefined
 * elsewhere.
 */
export function frontMatterCompletion(
  { environment }: Context,
  post: OpenPost,
  offset: number,
): Completion[] | undefined {
  const formats = post.site?.generator.frontMatterFormats ?? allFormats;
  const caret = caretAt(post.document.text, offset, formats);
  if (!caret) return undefined;
  if (caret.on === 'nothing') return [];
  const model = getFrontMatterModel(post);
  const context = { post, model, environment };
  if (caret.on === 'start')
    return [wholeFrontMatter(context, caret.range, { fences: 'both', ...(caret.format && { format: caret.format }) })];
  if (caret.on === 'value') return valueCompletions(post, caret, model, environment);
  const keys = keyCompletions(post, caret, model);
  if (!caret.isAlone || caret.format === 'json' || caret.format === 'meta') return keys;
  return [wholeFrontMatter(context, caret.range, { fences: 'closing', format: caret.format }), ...keys];
}
