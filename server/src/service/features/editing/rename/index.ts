import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { Context } from '../../context.ts';
import type { RenameTarget } from '../../labels/renameTarget.ts';
import { renameTargetAt } from '../../labels/renameTarget.ts';
import type { RenamePreparation, RenameResult } from '../../results.ts';
import { prepareHeadingRename, renameHeading } from './heading.ts';
import { prepareKeyRename, renameKey } from './key.ts';
import { renameLabel } from './label.ts';
import { prepareTermRename, renameTerm } from './term.ts';

/**
 * What can be renamed at an offset, to be typed over: a tag or category, a front matter key, a label, a heading;
 * undefined for nothing.
 */
export function prepareRename(context: Context, post: OpenPost, offset: number): RenamePreparation | undefined {
  return (
    prepareTermRename(post, offset) ?? prepareKeyRename(post, offset) ?? prepareTargetRename(context, post, offset)
  );
}

/** Edits that rename what is at an offset in every post that has it, so that links still work; or the refusal. */
export async function rename(
  context: Context,
  post: OpenPost,
  offset: number,
  newName: string,
): Promise<RenameResult | undefined> {
  const result = (await renameTerm(context, post, offset, newName)) ?? renameKey(post, offset, newName);
  if (result) return result;
  const target = findRenameTarget(context, post, offset);
  if (target?.kind === 'heading') return renameHeading(context, post, target, newName);
  return target && renameLabel(post, target.occurrence, newName);
}

function prepareTargetRename(context: Context, post: OpenPost, offset: number): RenamePreparation | undefined {
  const target = findRenameTarget(context, post, offset);
  if (target?.kind === 'heading') return prepareHeadingRename(post, target, offset);
  return target && { range: target.occurrence.labelRange, placeholder: target.occurrence.label };
}

/**
 * The target of a rename at an offset. Headings are left to an editor that renames them, except where it does not know
 * their ids or the site's URLs.
 */
function findRenameTarget({ hasMarkdownSupport }: Context, post: OpenPost, offset: number): RenameTarget | undefined {
  const target = renameTargetAt(post, offset);
  const isLeftToEditor = hasMarkdownSupport && !post.site?.generator.linking;
  return target?.kind === 'heading' && isLeftToEditor && !target.target.idRange ? undefined : target;
}
