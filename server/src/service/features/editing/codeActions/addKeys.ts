import { getFrontMatterModel } from '../../../site/frontMatter/schema/frontMatterModel.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { Range } from '../../../text/range.ts';
import { touches } from '../../../text/range.ts';
import { addEntry } from '../../../syntax/frontMatter/edits.ts';
import { rankKeysByUse } from '../../frontMatter/order.ts';
import { initialValue } from '../../frontMatter/initialValue.ts';
import type { Context } from '../../context.ts';
import type { Action } from '../../results.ts';

/** Adds the keys that most other posts have and this one lacks, each after the key it follows there. */
export function addKeys({ environment }: Context, post: OpenPost, range: Range): Action[] {
  const { syntax, document } = post;
  const { frontMatter } = syntax;
  if (!frontMatter || frontMatter.errors.length > 0 || !touches(frontMatter.range, range.start)) return [];
  const model = getFrontMatterModel(post);
  const present = new Set(frontMatter.entries.filter(({ commented }) => !commented).map(({ key }) => key));
  const { usual } = rankKeysByUse(model.vocabulary);
  const missing = usual.filter((key) => !present.has(key) && !model.defaultValues.has(key) && /^[\w-]+$/.test(key));
  if (missing.length === 0) return [];
  const edits = missing.flatMap((key): TextEdit[] => {
    const before = usual.slice(0, usual.indexOf(key)).findLast((each) => present.has(each));
    const edit = addEntry(
      frontMatter,
      document.text,
      key,
      initialValue(key, { post, model, environment }, frontMatter.format),
      before === undefined ? 'first' : { after: before },
    );
    return edit ? [edit] : [];
  });
  const title =
    missing.length === 1 ? `Add the key "${missing[0]}"` : `Add the keys other posts have: ${missing.join(', ')}`;
  return edits.length > 0 ? [{ title, kind: 'refactor.rewrite', edits }] : [];
}
