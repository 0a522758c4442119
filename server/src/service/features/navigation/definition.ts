import type { OpenPost } from '../../site/model/snapshot.ts';
import { touches } from '../../text/range.ts';
import { linkTarget } from '../links/linkTarget.ts';
import { toFileUri, linkAt } from '../links/linkAtOffset.ts';
import { occurrencesOfLabel } from '../labels/occurrences.ts';
import type { Context } from '../context.ts';
import type { Target } from '../results.ts';
import { renameTargetAt } from '../labels/renameTarget.ts';

/** Files that an editor shows as text. */
const textFilePattern =
  /\.(?:md|markdown|mkd|mkdn|mkdown|mdx|x?html?|xml|txt|css|scss|js|json|ya?ml|toml|csv|njk|liquid)$/i;

/**
 * The definition of the label or the heading at an offset, or the post, heading or file that a link or tag leads to;
 * empty where there is none.
 */
export async function definition(context: Context, open: OpenPost, offset: number): Promise<Target[]> {
  const own = definitionInPost(open, offset);
  if (own.length > 0) return own;
  const link = linkAt(open, offset, context.environment);
  const uri = link && toFileUri(link.destination, open);
  if (uri === undefined || !textFilePattern.test(uri)) return [];
  const { destination, range } = link!;
  const target = await linkTarget(context, uri, 'fragment' in destination ? destination.fragment : '');
  return [{ ...target, origin: range }];
}

/** The copy that counts in the dialect, or the heading that a link of the post leads to. */
function definitionInPost(open: OpenPost, offset: number): Target[] {
  const { document, syntax } = open;
  const renameTarget = renameTargetAt(open, offset);
  if (!renameTarget) return [];
  if (renameTarget.kind === 'heading')
    return [{ document, range: renameTarget.target.textRange, fullRange: renameTarget.target.heading.range }];
  const { occurrence } = renameTarget;
  if (occurrence.type === 'definition' && touches(occurrence.destinationRange, offset)) return [];
  const target = occurrencesOfLabel(syntax, occurrence).effective;
  return target ? [{ document, range: target.labelRange, fullRange: target.range }] : [];
}
