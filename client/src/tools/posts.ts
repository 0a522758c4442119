import type { LanguageModelTool } from 'vscode';
import type { ListedPost } from '../../../server/src/protocol/index.ts';
import { PostFilter } from '../posts/postFilter.ts';
import type { PostLists } from '../posts/postLists.ts';
import { toToolResult } from './toolResult.ts';

/** The most posts that one answer lists. */
const maxPosts = 200;

/** The input of the tool, as the manifest describes it. */
interface PostsQuery {
  /** Words of title, path, address or tags. */
  readonly query?: string;
  readonly state?: string;
}

/** The tool that lists the posts of all sites in the workspace: their number, then one JSON object a line. */
export function createPostsTool(postLists: PostLists): LanguageModelTool<PostsQuery> {
  const filter = new PostFilter();
  return {
    invoke: async ({ input: { query = '', state } }) => {
      const all = (await postLists.load()).flatMap(({ posts }) => posts);
      const inState = all.filter((post) => state === undefined || post.state === state);
      const found = filter.apply(inState, query);
      return toToolResult([`${found.length} of ${all.length} posts`, ...found.slice(0, maxPosts).map(toRow)]);
    },
  };
}

function toRow({ path, title, date, collection, state, url, tags, reasons }: ListedPost): string {
  return JSON.stringify({ path, title, date, collection, state, url, tags, reasons });
}
