import type { Environment } from '../../../generators/contract/model.ts';
import { readAddresses } from '../../../site/resolution/addresses.ts';
import { linked } from '../../../site/resolution/resolvedLinks.ts';
import type { Post, Site } from '../../../site/model/site.ts';
import { fileUri, sourceOf } from '../../../site/model/site.ts';
import type { OpenPost, Snapshot } from '../../../site/model/snapshot.ts';
import { beheld, siteOf } from '../../../site/model/snapshot.ts';
import type { Inbound, Search } from '../inbound.ts';
import { inbound, wordsFor } from '../inbound.ts';
import { documentAt } from '../linkTarget.ts';
import type { DocumentEdit } from '../../results.ts';
import type { Moves, Rename, Reworded } from './moves.ts';
import { movesIn } from './moves.ts';
import { redirect } from './redirect.ts';
import { addressed, pathBehind, relinked } from './relink.ts';

export type { Rename, Reworded } from './moves.ts';

/**
 * Edits, to be made before files and folders are renamed, after which every link of their sites leads where it did: links to what
 * moves, in whatever form, the moving posts' own relative links, and a redirect where a published post's address changes. Front
 * matter that changes at the same time counts, since addresses hang on it.
 */
export async function move(
  snapshot: Snapshot,
  renames: readonly Rename[],
  environment: Environment,
  search: Search,
  reworded: Reworded = new Map(),
): Promise<DocumentEdit[]> {
  const edits: DocumentEdit[] = [];
  for (const site of snapshot.sites) {
    const own = renames.filter(({ from, to }) => siteOf(snapshot, from) === site && siteOf(snapshot, to) === site);
    const its = new Map([...reworded].filter(([uri]) => siteOf(snapshot, uri) === site));
    const moves = own.length > 0 || its.size > 0 ? movesIn(site, own, its) : undefined;
    if (moves) edits.push(...(await editsFor(moves, snapshot, environment, search)));
  }
  return edits;
}

async function editsFor(
  moves: Moves,
  snapshot: Snapshot,
  environment: Environment,
  search: Search,
): Promise<DocumentEdit[]> {
  const { before, after, paths } = moves;
  if (after.siteView.publicationKey !== before.siteView.publicationKey)
    await readAddresses(after, environment, search.scheduler);
  const moving = await movingPosts(moves, snapshot, environment, search);
  const moved = new Set(paths);
  const words = wordsFor(
    paths.map((path) => ({ ...addressed(path, before, environment), aliases: aliasesOf(path, before) })),
  );
  const leads = (target: Parameters<typeof pathBehind>[0], post: Post): boolean =>
    !moved.has(post.path) && moved.has(pathBehind(target, { post }) ?? '');
  const others = await inbound(before, words, leads, snapshot, environment, search);
  return [...moving, ...others].flatMap(({ open, links }) => {
    const found = relinked(open, links, moves, environment);
    const kept = open.post && moved.has(open.post.path) ? redirect(open, moves, environment) : undefined;
    const all = kept ? [kept, ...found] : found;
    return all.length > 0 ? [{ document: open.document, edits: all }] : [];
  });
}

/** The posts that move or are reworded, with all their links. */
async function movingPosts(
  { before, paths }: Moves,
  snapshot: Snapshot,
  environment: Environment,
  { files, scheduler }: Search,
): Promise<Inbound[]> {
  const found: Inbound[] = [];
  for (const path of paths) {
    const post = before.posts.get(fileUri(before, path));
    const document = post && !scheduler.isCancelled ? await documentAt(post.uri, snapshot, files) : undefined;
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
