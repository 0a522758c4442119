import { getPostPublication } from '../../../site/resolution/publication.ts';
import { findSite } from '../../../site/model/snapshot.ts';
import type { FrontMatterOutline } from '../../../syntax/frontMatter/index.ts';
import { toFrontMatterOutline } from '../../../syntax/frontMatter/outline.ts';
import { parseFrontMatter } from '../../../syntax/frontMatter/parseFrontMatter.ts';
import { applyEdits } from '../../../text/edit.ts';
import type { Context } from '../../context.ts';
import { willRenameFiles } from '../../links/move/index.ts';
import type { DocumentEdit, PostPlan } from '../../results.ts';

/** Plans with the edits they require: links to and from what moves, and redirects where the site has those. */
export async function addLinkEdits(
  context: Context,
  plans: readonly PostPlan[],
): Promise<{ readonly plans: readonly PostPlan[]; readonly others: readonly DocumentEdit[] }> {
  const changing = plans.filter((plan) => isAddressChanged(context, plan));
  if (changing.length === 0) return { plans, others: [] };
  const renames = changing.flatMap(({ moves }) => moves);
  const frontMatterChanges = new Map(changing.map((plan) => [plan.document.uri, frontMatterAfter(context, plan)]));
  const found = await willRenameFiles(context, renames, frontMatterChanges);
  const own = new Map(found.map(({ document, edits }) => [document.uri, edits]));
  const planned = new Set(plans.map(({ document }) => document.uri));
  return {
    plans: plans.map((plan) => ({ ...plan, edits: [...plan.edits, ...(own.get(plan.document.uri) ?? [])] })),
    others: found.filter(({ document }) => !planned.has(document.uri)),
  };
}

function isAddressChanged({ snapshot, environment }: Context, { document, created, moves, url }: PostPlan): boolean {
  const site = findSite(snapshot, document.uri);
  const post = site?.posts.get(document.uri);
  if (!site || !post || created !== undefined) return false;
  return moves.length > 0 || getPostPublication(site, post, environment).url !== (url ?? undefined);
}

function frontMatterAfter({ snapshot }: Context, { document, edits }: PostPlan): FrontMatterOutline | undefined {
  const text = applyEdits(document.text, edits);
  const { frontMatterFormats = [], frontMatterOptions } = findSite(snapshot, document.uri)?.generator ?? {};
  return toFrontMatterOutline(parseFrontMatter(text, frontMatterFormats, frontMatterOptions), text);
}
