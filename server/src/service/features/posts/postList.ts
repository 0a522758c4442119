import { dequal } from 'dequal/lite';
import type { ListedPost, PostList } from '../../../protocol/index.ts';
import type { Environment } from '../../generators/contract/model.ts';
import type { Facts } from '../../site/resolution/addresses.ts';
import { listed } from '../../site/resolution/addresses.ts';
import type { Scheduler } from '../../text/scheduler.ts';
import { publicationIn } from '../../site/resolution/publication.ts';
import type { Post, Site } from '../../site/model/site.ts';
import { basename } from '../../text/uri.ts';
import { memoizeFromPrevious } from '../../text/memo.ts';
import type { Context } from '../context.ts';

/** A post that is waiting for its moment may be published by now; others are judged anew after this many milliseconds. */
const staleAfter = 600_000;
/** So many posts are listed between two pauses. */
const stride = 32;

/** The posts of one site. */
export type SitePosts = Omit<PostList, 'revision'>;

interface Row {
  readonly facts: Facts;
  readonly judged: number;
  readonly row: ListedPost;
  /** Milliseconds since 1970; -Infinity for no date. */
  readonly time: number;
}

/** The posts of every site, the newest first and undated ones last: pages in Markdown, but for those that introduce a folder or a repository. The same rows, and the same array of them, as before where nothing is otherwise. */
export async function postLists({ snapshot, environment, scheduler }: Context): Promise<SitePosts[]> {
  const found: SitePosts[] = [];
  for (const site of snapshot.sites) found.push(await listOf(site, environment, scheduler));
  return found;
}

async function listOf(site: Site, environment: Environment, scheduler: Scheduler): Promise<SitePosts> {
  const { root, generator, siteView } = site;
  const timed: Row[] = [];
  let seen = 0;
  for (const post of site.posts.values()) {
    if (scheduler.isCancelled) break;
    if (isPost(post, site)) timed.push(rowOf(post, site, environment));
    if (++seen % stride === 0) await scheduler.pause();
  }
  timed.sort((a, b) => b.time - a.time || (a.row.path < b.row.path ? -1 : 1));
  const rows = timed.map(({ row }) => row);
  return {
    root,
    name: basename(root),
    generator: generator.name,
    isSite: generator.linking !== undefined,
    isRead: site.isRead,
    unreadable: site.generator.errors[0]?.file ?? null,
    posts: scheduler.isCancelled ? rows : sameRows(siteView.publicationKey, rows),
  };
}

/** The array there was, where it holds the same rows. */
const sameRows = memoizeFromPrevious(
  (
    previous: readonly ListedPost[] | undefined,
    _publicationKey: Site['siteView']['publicationKey'],
    rows: readonly ListedPost[],
  ): readonly ListedPost[] =>
    previous?.length === rows.length && rows.every((row, index) => row === previous[index]) ? previous : rows,
);

function isPost({ path }: Post, { generator }: Site): boolean {
  return generator.isMarkdown(path) && !/(^|\/)(?:_index|readme|license|changelog|contributing)\.[^/]+$/i.test(path);
}

const rowOf = memoizeFromPrevious(
  (previous: Row | undefined, post: Post, site: Site, environment: Environment): Row => {
    const facts = listed(post, site, environment);
    const {
      judged,
      row: { state },
    } = previous?.facts === facts ? previous : { judged: facts.judged, row: facts };
    const isStale = state === 'scheduled' || environment.now - judged >= staleAfter;
    if (previous?.facts === facts && !isStale) return previous;
    const row = rowSaying(isStale ? publicationIn(site, post, environment) : facts, post, previous?.row);
    return {
      facts,
      judged: isStale ? environment.now : judged,
      row,
      time: row.date === null ? -Infinity : Date.parse(row.date),
    };
  },
);

/** What the generator says about a post, now or when the site was read. */
type Said = Pick<Facts, 'title' | 'tags' | 'state' | 'reasons'> & {
  readonly [Key in 'date' | 'collection' | 'url']?: string | undefined;
};

/** The row of a post; the previous one where it says the same. */
function rowSaying(
  { title, date, collection, state, url, tags, reasons }: Said,
  { uri, path }: Post,
  previous: ListedPost | undefined,
): ListedPost {
  const row: ListedPost = {
    uri,
    path,
    title,
    date: date ?? null,
    collection: collection ?? null,
    state,
    url: url ?? null,
    tags,
    reasons,
  };
  return previous && dequal(previous, row) ? previous : row;
}
