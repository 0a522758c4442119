import type { Environment, Surroundings } from '../generators/generator.ts';
import type { Pace } from '../site/pace.ts';
import { unpaced } from '../site/pace.ts';
import type { Post, Site } from '../site/site.ts';
import { sourceOf } from '../site/site.ts';
import type { Snapshot } from '../site/snapshot.ts';
import { basename } from '../text/uri.ts';
import type { ListedPost, PostList } from './results.ts';

/** A post that is waiting for its moment may be published by now; others are judged anew after this many milliseconds. */
const staleAfter = 600_000;

interface Row {
  readonly around: Surroundings;
  readonly timeZone: string;
  readonly judged: number;
  readonly row: ListedPost;
}

const rows = new WeakMap<Post, Row>();

/** The posts of every site, the newest first and undated ones last: pages in Markdown, but for those that introduce a folder or a repository. */
export async function postLists(snapshot: Snapshot, environment: Environment, pace: Pace = unpaced): Promise<PostList[]> {
  const lists: PostList[] = [];
  for (const site of snapshot.sites) lists.push(await listOf(site, environment, pace));
  return lists;
}

async function listOf(site: Site, environment: Environment, pace: Pace): Promise<PostList> {
  const timed: { readonly row: ListedPost; readonly time: number }[] = [];
  for (const post of site.posts.values()) {
    if (pace.cancel.isCancelled) break;
    if (!isPost(post, site)) continue;
    const row = rowOf(post, site, environment);
    timed.push({ row, time: row.date === null ? -Infinity : Date.parse(row.date) });
    await pace.pause();
  }
  timed.sort((a, b) => b.time - a.time || (a.row.path < b.row.path ? -1 : 1));
  return { root: site.root, name: basename(site.root), generator: site.generator.name, posts: timed.map(({ row }) => row) };
}

function isPost({ path }: Post, { generator, configuration }: Site): boolean {
  return generator.isMarkdown(path, configuration) && !/(^|\/)(?:_index|readme|license|changelog|contributing)\.[^/]+$/i.test(path);
}

function rowOf(post: Post, site: Site, environment: Environment): ListedPost {
  const { around } = site;
  const { timeZone, now } = environment;
  const known = rows.get(post);
  if (known?.around === around && known.timeZone === timeZone && known.row.state !== 'scheduled' && now - known.judged < staleAfter) return known.row;
  const { title, date = null, collection = null, state, url = null, tags, reasons } = site.generator.publication(sourceOf(site, post), site.configuration, environment);
  const row = { uri: post.uri, path: post.path, title, date, collection, state, url, tags, reasons };
  rows.set(post, { around, timeZone, judged: now, row });
  return row;
}
