import type { Uri } from 'vscode';
import type { ListedPost, PostList, PostListUpdate } from '../../../server/src/protocol/index.ts';
import { posts, publication } from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { sendRequest } from '../server/requests.ts';

/** The lists of posts of every site; the server sends only what differs from those it sent last. */
export class PostLists {
  private last: readonly PostList[] = [];

  constructor(private readonly server: LanguageServer) {}

  /**
   * Asks for the posts of every site, the newest first and undated ones last; rows that did not change are the same
   * objects as before.
   */
  async load(): Promise<readonly PostList[]> {
    const previous = new Map(this.last.map((list) => [list.root, list]));
    const known = Object.fromEntries(this.last.map(({ root, revision }) => [root, revision]));
    const updates = await sendRequest(this.server, posts, { known });
    this.last = updates.map((update) => applyUpdate(update, previous.get(update.root)));
    return this.last;
  }

  /** Asks for the title of a post as its site shows it; '' for a file that is none. */
  async findTitle(uri: Uri): Promise<string> {
    const key = uri.toString();
    const open = await sendRequest(this.server, publication, { uri: key });
    if (open) return open.title;
    const all = (await this.load()).flatMap((list) => list.posts);
    return all.find((post) => post.uri === key)?.title ?? '';
  }
}

function applyUpdate(update: PostListUpdate, previous: PostList | undefined): PostList {
  if (previous?.revision === update.revision) return { ...update, posts: previous.posts };
  const rows = update.posts.flatMap((part): ListedPost | readonly ListedPost[] =>
    isRun(part) ? (previous?.posts.slice(part[0], part[0] + part[1]) ?? []) : part,
  );
  return { ...update, posts: rows };
}

function isRun(part: PostListUpdate['posts'][number]): part is readonly [from: number, count: number] {
  return Array.isArray(part);
}
