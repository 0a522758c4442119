import { removeTerm, replaceTerm } from '../../../site/frontMatter/termOccurrences.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { Context } from '../../context.ts';
import { termAt, findTermUses } from '../../frontMatter/termUses.ts';
import type { RenamePreparation, RenameResult } from '../../results.ts';

/** The tag or category at an offset, to be typed over. */
export function prepareTermRename(post: OpenPost, offset: number): RenamePreparation | undefined {
  const term = termAt(post, offset);
  if (!term) return undefined;
  const isQuoted = /^["']/.test(post.document.text.slice(term.range.start, term.range.end));
  const inner = isQuoted ? { start: term.range.start + 1, end: term.range.end - 1 } : term.range;
  return { range: inner, placeholder: term.name };
}

/**
 * Edits that rename the tag or category at an offset in every post of the site, or the refusal. A post that has the new
 * name already loses the old one.
 */
export async function renameTerm(
  context: Context,
  post: OpenPost,
  offset: number,
  newName: string,
): Promise<RenameResult | undefined> {
  const term = termAt(post, offset);
  if (!term) return undefined;
  const name = newName.trim();
  if (name === '' || /[\r\n]/.test(name)) return { refusal: 'A term needs a name on one line.' };
  const uses = await findTermUses(context, term);
  const split = /\s/.test(name)
    ? uses.find(({ places }) => places.some(({ container }) => container === 'text'))
    : undefined;
  if (split)
    return {
      refusal: `${split.path} has its ${term.taxonomy} as one text with spaces between them, where "${name}" would be several: make it a list first.`,
    };
  return uses.map(({ document, places, all }) => {
    const isThere = all.some((each) => each.taxonomy === term.taxonomy && each.name === name) && name !== term.name;
    return {
      document,
      edits: places.map((place) =>
        isThere ? removeTerm(place, document.text) : replaceTerm(place, document.text, name),
      ),
    };
  });
}
