import { computeAddresses } from '../../../site/resolution/addresses.ts';
import { resolveLinks } from '../../../site/resolution/resolvedLinks.ts';
import type { Site } from '../../../site/model/site.ts';
import { toUri, toPostSource } from '../../../site/model/site.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import { analyzePost, findSite } from '../../../site/model/snapshot.ts';
import type { InboundLinks } from '../inbound.ts';
import { findInboundLinks, toSearchWords } from '../inbound.ts';
import { readDocument } from '../linkTarget.ts';
import { finishInSlices } from '../../../text/steps.ts';
import type { Context } from '../../context.ts';
import type { DocumentEdit } from '../../results.ts';
import type { MovePlan, FileRename, FrontMatterChanges } from './moves.ts';
import { planMoves } from './moves.ts';
import { createRedirectEdit } from './redirect.ts';
import { endpointAt, getTargetPath, relink } from './relink.ts';

export type { FileRename } from './moves.ts';

/**
 * Edits, to be made before files and folders are renamed, after which every link of their sites leads where it did:
 * links to what moves, in whatever form, the moving posts' own relative links, and a redirect where a published post's
 * address changes. Front matter that changes at the same time counts, since addresses depend on it.
 */
export async function willRenameFiles(
  context: Context,
  renames: readonly FileRename[],
  frontMatterChanges: FrontMatterChanges = new Map(),
): Promise<DocumentEdit[]> {
  const { snapshot } = context;
  const edits: DocumentEdit[] = [];
  for (const site of snapshot.sites) {
    const own = renames.filter(({ from, to }) => findSite(snapshot, from) === site && findSite(snapshot, to) === site);
    const its = new Map([...frontMatterChanges].filter(([uri]) => findSite(snapshot, uri) === site));
    const moves = own.length > 0 || its.size > 0 ? planMoves(site, own, its) : undefined;
    if (moves) edits.push(...(await createEdits(context, moves)));
  }
  return edits;
}

async function createEdits(context: Context, moves: MovePlan): Promise<DocumentEdit[]> {
  const { environment, scheduler } = context;
  const { before, after, paths } = moves;
  if (after.siteView.publicationKey !== before.siteView.publicationKey)
    await computeAddresses(after, environment, scheduler);
  const moving = await readMovingPosts(context, moves);
  const moved = new Set(paths);
  const words = toSearchWords(
    paths.map((path) => ({ ...endpointAt(path, before, environment), aliases: getAliases(path, before) })),
  );
  const others = await findInboundLinks(context, before, {
    words,
    accepts: (target, post) => !moved.has(post.path) && moved.has(getTargetPath(target, { post }) ?? ''),
  });
  return [...moving, ...others].flatMap(({ open, links }) => {
    const found = relink(open, links, moves, environment);
    const redirectEdit =
      open.post && moved.has(open.post.path) ? createRedirectEdit(open, moves, environment) : undefined;
    const all = redirectEdit ? [redirectEdit, ...found] : found;
    return all.length > 0 ? [{ document: open.document, edits: all }] : [];
  });
}

/** The posts that move or are reworded, with all their links. */
async function readMovingPosts(context: Context, { before, paths }: MovePlan): Promise<InboundLinks[]> {
  const { snapshot, environment, scheduler } = context;
  const found: InboundLinks[] = [];
  for (const path of paths) {
    const post = before.posts.get(toUri(before, path));
    const document = post && !scheduler.isCancelled ? await readDocument(context, post.uri) : undefined;
    if (!document) continue;
    const open: OpenPost = analyzePost(snapshot, document);
    await finishInSlices(open.parseInSteps(), scheduler);
    found.push({ open, links: resolveLinks(open, environment, 'all') });
    await scheduler.pause();
  }
  return found;
}

function getAliases(path: string, site: Site): readonly string[] {
  const post = site.posts.get(toUri(site, path));
  return (post && site.generator.linking?.getAliases(toPostSource(site, post))) ?? [];
}
