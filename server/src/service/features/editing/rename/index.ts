import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { Context } from '../../context.ts';
import type { RenameTarget } from '../../labels/renameTarget.ts';
import { renameTargetAt } from '../../labels/renameTarget.ts';
import type { RenamePreparation, RenameResult } from '../../results.ts';
import { prepareHeadingRename, renameHeading } from './heading.ts';
import { prepareKeyRename, renameKey } from './key.ts';
import { renameLabel } from './label.ts';
import { prepareTermRename, renameTerm } from './term.ts';

/** What can be renamed at an offset, to be typed over: a tag or category, a front matter key, a label, a heading; undefined for nothing. */
export function prepareRename(context: Context, post: OpenPost, offset: number): RenamePreparation | undefined {
  return (
    prepareTermRename(post, offset) ?? prepareKeyRename(post, offset) ?? prepareTargetRename(context, post, offset)
  );
}

/** Edits that give what is at an offset another name, in every post that has it, and leave links as they are; or why not. */
export async function rename(
  context: Context,
  post: OpenPost,
  offset: number,
  newName: string,
): Promise<RenameResult | undefined> {
  const renamed = (await renameTerm(context, post, offset, newName)) ?? renameKey(post, offset, newName);
  if (renamed) return renamed;
  const target = renamable(context, post, offset);
  if (target?.kind === 'heading') return renameHeading(context, post, target, newName);
  return target && renameLabel(post, target.named, newName);
}

function prepareTargetRename(context: Context, post: OpenPost, offset: number): RenamePreparation | undefined {
  const target = renamable(context, post, offset);
  if (target?.kind === 'heading') return prepareHeadingRename(post, target, offset);
  return target && { range: target.named.labelRange, placeholder: target.named.label };
}

/** An editor knows nothing of ids that authors give, nor of the URLs of a site: those headings are Galley's to rename in any editor. */
function renamable({ hasMarkdownSupport }: Context, post: OpenPost, offset: number): RenameTarget | undefined {
  const target = renameTargetAt(post, offset);
  const isEditors = hasMarkdownSupport && !post.site?.generator.linking;
  return target?.kind === 'heading' && isEditors && !target.target.idRange ? undefined : target;
}
