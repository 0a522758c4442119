import type { OpenPost } from '../../site/model/snapshot.ts';
import { touches } from '../../text/range.ts';
import { linkTarget } from '../links/linkTarget.ts';
import { fileOf, pointedAt } from '../links/linkAtOffset.ts';
import { namesakes } from '../labels/occurrences.ts';
import type { Context } from '../context.ts';
import type { Target } from '../results.ts';
import { renameTargetAt } from '../labels/renameTarget.ts';

/** Files that an editor shows as text. */
const texts = /\.(?:md|markdown|mkd|mkdn|mkdown|mdx|x?html?|xml|txt|css|scss|js|json|ya?ml|toml|csv|njk|liquid)$/i;

/** Where the label at an offset is defined or its heading stands, or the post, heading or file that a link or tag leads to; empty where there is none. */
export async function definition(context: Context, open: OpenPost, offset: number): Promise<Target[]> {
  const own = definitionInPost(open, offset);
  if (own.length > 0) return own;
  const pointed = pointedAt(open, offset, context.environment);
  const uri = pointed && fileOf(pointed.destination, open);
  if (uri === undefined || !texts.test(uri)) return [];
  const { destination, range } = pointed!;
  const target = await linkTarget(context, uri, 'fragment' in destination ? destination.fragment : '');
  return [{ ...target, origin: range }];
}

/** The copy that counts in the dialect, or the heading that a link of the post leads to. */
function definitionInPost(open: OpenPost, offset: number): Target[] {
  const { document, syntax } = open;
  const subject = renameTargetAt(open, offset);
  if (!subject) return [];
  if (subject.kind === 'heading')
    return [{ document, range: subject.target.textRange, fullRange: subject.target.heading.range }];
  const { named } = subject;
  if (named.type === 'definition' && touches(named.destinationRange, offset)) return [];
  const target = namesakes(syntax, named).effective;
  return target ? [{ document, range: target.labelRange, fullRange: target.range }] : [];
}
