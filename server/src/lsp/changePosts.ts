import type { ChangePostsParams, ChangePostsResult, PostChange } from '../protocol/index.ts';
import type { PostPlan, Workspace } from '../service/index.ts';
import * as service from '../service/index.ts';
import type { Sources } from './requestContext.ts';
import { toPostPlan } from './convert/toPostPlan.ts';

/** Plans a change of several posts as one: all of them are planned as of now, and links between them follow. */
export async function changePosts(
  sources: Sources,
  { uris, change, isDryRun }: ChangePostsParams,
): Promise<ChangePostsResult> {
  const { snapshot, environment, to, files, scheduler } = sources;
  const plans: PostPlan[] = [];
  const refusals: string[] = [];
  const taken = new Set<string>();
  for (const uri of new Set(uris.map(service.canonical))) {
    const plan = await planned(sources, uri, change);
    const place = 'refusal' in plan ? undefined : await firstTaken(plan, taken, files);
    if ('refusal' in plan) refusals.push(plan.refusal);
    else if (place !== undefined)
      refusals.push(`${service.basename(place)} exists already, so the post stays as it is.`);
    else plans.push(plan);
  }
  return toPostPlan(
    to,
    isDryRun || change.kind === 'unpublish'
      ? { plans, others: [] }
      : await service.withLinks(snapshot, plans, environment, { files, scheduler }),
    refusals,
  );
}

async function planned(
  { snapshot, environment, files }: Sources,
  uri: string,
  change: PostChange,
): Promise<PostPlan | { readonly refusal: string }> {
  const open = snapshot.open.get(uri)?.document;
  const text = open?.text ?? (await files.read(uri));
  if (text === undefined) return { refusal: `${service.basename(uri)} is no longer there.` };
  return service.changePost(snapshot, open ?? new service.Document(uri, 0, text), change, environment);
}

/** The first place that a post would go to and cannot, because there is a file or another of the posts goes there; `taken` learns the places. */
async function firstTaken(plan: PostPlan, taken: Set<string>, files: Workspace): Promise<string | undefined> {
  const targets =
    plan.created === undefined
      ? plan.moves.map((move) => move.to)
      : [plan.uri, ...(plan.copies ?? []).map((copy) => copy.uri)];
  for (const target of targets) if (taken.has(target) || (await service.exists(files, target))) return target;
  for (const target of targets) taken.add(target);
  return undefined;
}
