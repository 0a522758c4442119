import type { ChangePostsParams, PostChange, Refusal } from '../../../../protocol/index.ts';
import { basename, toCanonical } from '../../../text/uri.ts';
import type { Workspace } from '../../../text/workspace.ts';
import { exists } from '../../../text/workspace.ts';
import type { Context } from '../../context.ts';
import { readDocument } from '../../links/linkTarget.ts';
import type { PostPlan, PostPlans } from '../../results.ts';
import { addLinkEdits } from './links.ts';
import { planChange } from './plan.ts';

/**
 * Plans a change of several posts, open or not, as one step: each is planned as of now, and links between them and from
 * others follow. A post that cannot change stays as it is and is refused with a sentence. Of a dry run the links are
 * left out, for which all posts would have to be read.
 */
export async function changePosts(context: Context, { uris, change, isDryRun }: ChangePostsParams): Promise<PostPlans> {
  const plans: PostPlan[] = [];
  const refusals: string[] = [];
  const targets = new Set<string>();
  for (const uri of new Set(uris.map(toCanonical))) {
    const plan = await planChangeAt(context, uri, change);
    const taken = 'refusal' in plan ? undefined : await findTaken(plan, targets, context.files);
    if ('refusal' in plan) refusals.push(plan.refusal);
    else if (taken !== undefined) refusals.push(`${basename(taken)} exists already, so the post stays as it is.`);
    else plans.push(plan);
  }
  const needsLinks = !isDryRun && change.kind !== 'unpublish';
  return { ...(needsLinks ? await addLinkEdits(context, plans) : { plans, others: [] }), refusals };
}

async function planChangeAt(context: Context, uri: string, change: PostChange): Promise<PostPlan | Refusal> {
  const document = await readDocument(context, uri);
  return document ? planChange(context, document, change) : { refusal: `${basename(uri)} is no longer there.` };
}

/**
 * The first target of a plan that is a file already or a target of another plan; undefined, with the targets added to
 * `targets`, where all are free.
 */
async function findTaken(plan: PostPlan, targets: Set<string>, files: Workspace): Promise<string | undefined> {
  const own =
    plan.created === undefined
      ? plan.moves.map(({ to }) => to)
      : [plan.uri, ...(plan.copies ?? []).map((copy) => copy.uri)];
  for (const target of own) if (targets.has(target) || (await exists(files, target))) return target;
  for (const target of own) targets.add(target);
  return undefined;
}
