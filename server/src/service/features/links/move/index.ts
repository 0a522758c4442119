import { readAddresses } from '../../../site/resolution/addresses.ts';
import { linked } from '../../../site/resolution/resolvedLinks.ts';
import type { Site } from '../../../site/model/site.ts';
import { fileUri, sourceOf } from '../../../site/model/site.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import { beheld, siteOf } from '../../../site/model/snapshot.ts';
import type { Inbound } from '../inbound.ts';
import { inbound, wordsFor } from '../inbound.ts';
import { documentAt } from '../linkTarget.ts';
import type { Context } from '../../context.ts';
import type { DocumentEdit } from '../../results.ts';
import type { Moves, Rename, Reworded } from './moves.ts';
import { movesIn } from './moves.ts';
import { redirect } from './redirect.ts';
import { addressed, pathBehind, relinked } from './relink.ts';

export type { Rename, Reworded } from './moves.ts';

/**
 * Edits, to be made before files and folders are renamed, after which every link of their sites leads where it did: links to what
 * moves, in whatever form, the moving posts' own relative links, and a redirect where a published post's address changes. Front
 * matter that changes at the same time counts, since addresses depend on it.
 */
export async function move(
  context: Context,
  renames: readonly Rename[],
  reworded: Reworded = new Map(),
): Promise<DocumentEdit[]> {
  const { snapshot } = context;
  const edits: DocumentEdit[] = [];
  for (const site of snapshot.sites) {
    const own = renames.filter(({ from, to }) => siteOf(snapshot, from) === site && siteOf(snapshot, to) === site);
    const its = new Map([...reworded].filter(([uri]) => siteOf(snapshot, uri) === site));
    const moves = own.length > 0 || its.size > 0 ? movesIn(site, own, its) : undefined;
    if (moves) edits.push(...(await editsFor(context, moves)));
  }
  return edits;
}

async function editsFor(context: Context, moves: Moves): Promise<DocumentEdit[]> {
  const { environment, scheduler } = context;
  const { before, after, paths } = moves;
  if (after.siteView.publicationKey !== before.siteView.publicationKey)
    await readAddresses(after, environment, scheduler);
  const moving = await movingPosts(context, moves);
  const moved = new Set(paths);
  const words = wordsFor(
    paths.map((path) => ({ ...addressed(path, before, environment), aliases: aliasesOf(path, before) })),
  );
  const others = await inbound(context, before, {
    words,
    accepts: (target, post) => !moved.has(post.path) && moved.has(pathBehind(target, { post }) ?? ''),
  });
  return [...moving, ...others].flatMap(({ open, links }) => {
    const found = relinked(open, links, moves, environment);
    const kept = open.post && moved.has(open.post.path) ? redirect(open, moves, environment) : undefined;
    const all = kept ? [kept, ...found] : found;
    return all.length > 0 ? [{ document: open.document, edits: all }] : [];
  });
}

/** The posts that move or are reworded, with all their links. */
async function movingPosts(context: Context, { before, paths }: Moves): Promise<Inbound[]> {
  const { snapshot, environment, scheduler } = context;
  const found: Inbound[] = [];
  for (const path of paths) {
    const post = before.posts.get(fileUri(before, path));
    const document = post && !scheduler.isCancelled ? await documentAt(context, post.uri) : undefined;
    if (!document) continue;
    const open: OpenPost = beheld(snapshot, document);
    found.push({ open, links: linked(open, environment, 'all') });
    await scheduler.pause();
  }
  return found;
}

function aliasesOf(path: string, site: Site): readonly string[] {
  const post = site.posts.get(fileUri(site, path));
  return (post && site.generator.linking?.aliases(sourceOf(site, post))) ?? [];
}
