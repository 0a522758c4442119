import type { OpenPost } from '../../site/model/snapshot.ts';
import { contains } from '../../text/range.ts';
import type { Context } from '../context.ts';
import { termAt, termUses } from '../frontMatter/termUses.ts';
import { places, renameTargetAt } from '../labels/renameTarget.ts';
import type { Target } from '../results.ts';
import { inboundReferences } from './inboundReferences.ts';

/**
 * Every place of the site that means what stands at an offset, those of the post itself first: a tag or category in front
 * matter, a label, a heading and the links to it, the post whose title it is, the post or file behind a link. Reads all posts
 * where it must, as long as the scheduler lets it.
 */
export async function references(
  context: Context,
  post: OpenPost,
  offset: number,
  include: 'all' | 'uses',
): Promise<Target[]> {
  const term = termAt(post, offset);
  if (term) return termReferences(await termUses(context, term));
  const own = referencesInPost(post, offset, include);
  const { uri } = post.document;
  const isNew = ({ document, range }: Target): boolean =>
    document.uri !== uri || !own.some((each) => contains(range, each.range));
  const others = (await inboundReferences(context, post, offset)).filter(isNew);
  return [...own, ...others.sort((a, b) => Number(b.document.uri === uri) - Number(a.document.uri === uri))];
}

function termReferences(uses: Awaited<ReturnType<typeof termUses>>): Target[] {
  return uses.flatMap(({ document, places: found }) =>
    found.map(({ range }) => ({ document, range, fullRange: range })),
  );
}

/** Every place of the post that shares the label at an offset or leads to the heading there, in the order of the text. */
function referencesInPost(open: OpenPost, offset: number, include: 'all' | 'uses'): Target[] {
  const { document, syntax } = open;
  const subject = renameTargetAt(open, offset);
  if (!subject) return [];
  return places(syntax, subject)
    .filter(({ isDefinition }) => include === 'all' || !isDefinition)
    .map(({ range, fullRange }) => ({ document, range, fullRange }));
}
