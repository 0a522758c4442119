import { dequal } from 'dequal/lite';
import type { ListedPost, PostList } from '../../../protocol/index.ts';
import type { Environment } from '../../generators/contract/model.ts';
import type { PostSummary } from '../../site/resolution/addresses.ts';
import { getPostSummary } from '../../site/resolution/addresses.ts';
import type { Scheduler } from '../../text/scheduler.ts';
import { getPostPublication } from '../../site/resolution/publication.ts';
import type { Post, Site } from '../../site/model/site.ts';
import { basename } from '../../text/uri.ts';
import { memoizeFromPrevious } from '../../text/memo.ts';
import type { Context } from '../context.ts';

/** Scheduled posts may be published by now; the state of others is computed again after this many milliseconds. */
const staleAfterMs = 600_000;
/** How many posts are summarized between two pauses. */
const postsPerPause = 32;

/** The posts of one site. */
export type SitePosts = Omit<PostList, 'revision'>;

interface Row {
  readonly summary: PostSummary;
  readonly evaluatedAt: number;
  readonly row: ListedPost;
  /** Milliseconds since 1970; -Infinity for no date. */
  readonly time: number;
}

/**
 * The posts of every site, the newest first and undated ones last: pages in Markdown, but for those that introduce a
 * folder or a repository. The same rows, and the same array of them, as before where nothing is otherwise.
 */
export async function postLists({ snapshot, environment, scheduler }: Context): Promise<SitePosts[]> {
  const found: SitePosts[] = [];
  for (const site of snapshot.sites) found.push(await createList(site, environment, scheduler));
  return found;
}

async function createList(site: Site, environment: Environment, scheduler: Scheduler): Promise<SitePosts> {
  const { root, generator, siteView } = site;
  const timed: Row[] = [];
  let seen = 0;
  for (const post of site.posts.values()) {
    if (scheduler.isCancelled) break;
    if (isPost(post, site)) timed.push(toRow(post, site, environment));
    if (++seen % postsPerPause === 0) await scheduler.pause();
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
    posts: scheduler.isCancelled ? rows : reuseRows(siteView.publicationKey, rows),
  };
}

/** The previous array, where it has the same rows. */
const reuseRows = memoizeFromPrevious(
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

const toRow = memoizeFromPrevious(
  (previous: Row | undefined, post: Post, site: Site, environment: Environment): Row => {
    const summary = getPostSummary(post, site, environment);
    const {
      evaluatedAt,
      row: { state },
    } = previous?.summary === summary ? previous : { evaluatedAt: summary.evaluatedAt, row: summary };
    const isStale = state === 'scheduled' || environment.now - evaluatedAt >= staleAfterMs;
    if (previous?.summary === summary && !isStale) return previous;
    const row = toListedPost(isStale ? getPostPublication(site, post, environment) : summary, post, previous?.row);
    return {
      summary,
      evaluatedAt: isStale ? environment.now : evaluatedAt,
      row,
      time: row.date === null ? -Infinity : Date.parse(row.date),
    };
  },
);

/** What a row shows of a post's publication, now or when the site was read. */
type PublicationDetails = Pick<PostSummary, 'title' | 'tags' | 'state' | 'reasons'> & {
  readonly [Key in 'date' | 'collection' | 'url']?: string | undefined;
};

/** The row of a post; the previous object where nothing differs. */
function toListedPost(
  { title, date, collection, state, url, tags, reasons }: PublicationDetails,
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
