import type { OpenPost } from '../../site/model/snapshot.ts';
import { contains } from '../../text/range.ts';
import type { Context } from '../context.ts';
import { termAt, findTermUses } from '../frontMatter/termUses.ts';
import { findTargetPlaces, renameTargetAt } from '../labels/renameTarget.ts';
import type { Target } from '../results.ts';
import { inboundReferences } from './inboundReferences.ts';

/**
 * Every place of the site that refers to what is at an offset, those of the post itself first: a tag or category in
 * front matter, a label, a heading and the links to it, the post whose title it is, the target of a link. Reads all
 * posts where it must, as long as the scheduler lets it.
 */
export async function references(
  context: Context,
  post: OpenPost,
  offset: number,
  include: 'all' | 'uses',
): Promise<Target[]> {
  const term = termAt(post, offset);
  if (term) return toTermReferences(await findTermUses(context, term));
  const own = referencesInPost(post, offset, include);
  const { uri } = post.document;
  const isNew = ({ document, range }: Target): boolean =>
    document.uri !== uri || !own.some((each) => contains(range, each.range));
  const others = (await inboundReferences(context, post, offset)).filter(isNew);
  return [...own, ...others.sort((a, b) => Number(b.document.uri === uri) - Number(a.document.uri === uri))];
}

function toTermReferences(uses: Awaited<ReturnType<typeof findTermUses>>): Target[] {
  return uses.flatMap(({ document, places: found }) =>
    found.map(({ range }) => ({ document, range, fullRange: range })),
  );
}

/**
 * Every place of the post that shares the label at an offset or leads to the heading there, in the order of the text.
 */
function referencesInPost(open: OpenPost, offset: number, include: 'all' | 'uses'): Target[] {
  const { document, syntax } = open;
  const target = renameTargetAt(open, offset);
  if (!target) return [];
  return findTargetPlaces(syntax, target)
    .filter(({ isDefinition }) => include === 'all' || !isDefinition)
    .map(({ range, fullRange }) => ({ document, range, fullRange }));
}
