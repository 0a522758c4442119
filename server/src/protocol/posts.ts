import type { FileCopy } from './newPost.ts';
import type { Request } from './request.ts';

/** Asks for the posts of every site, the newest first and undated ones last. */
export const posts: Request<PostsParams, readonly PostListUpdate[]> = { method: 'galley/posts' };

export interface PostsParams {
  /** The revision of the list the client has of a site, by root: of its rows only the place is told again. */
  readonly known?: Readonly<Record<string, string>>;
}

/** Server tells client: the list of posts is another one than before. */
export const postsChanged = { method: 'galley/postsChanged' };

export interface PostList {
  /** URI of the site's folder, and its name. */
  readonly root: string;
  readonly name: string;
  /** For people: `Jekyll`. */
  readonly generator: string;
  /** Not so for a plain folder of Markdown, of which nobody knows how it is published. */
  readonly isSite: boolean;
  /** Whether all files are known: before that, posts may be missing. */
  readonly isRead: boolean;
  /** The configuration file that cannot be read, relative to the site's folder. */
  readonly unreadable: string | null;
  /** Opaque: given back in `known`. */
  readonly revision: string;
  readonly posts: readonly ListedPost[];
}

/** A list as it is told to a client that may have an earlier one: rows, and runs of the rows it has, from which index and how many. */
export interface PostListUpdate extends Omit<PostList, 'posts'> {
  readonly posts: readonly (ListedPost | readonly [from: number, count: number])[];
}

export interface ListedPost {
  readonly uri: string;
  /** Relative to the site root. */
  readonly path: string;
  readonly title: string;
  /** ISO 8601 with offset. */
  readonly date: string | null;
  readonly collection: string | null;
  /** `published`, `draft`, `scheduled`, `expired`, `unpublished` or `skipped`. */
  readonly state: string;
  readonly url: string | null;
  readonly tags: readonly string[];
  /** Sentences: why the state is what it is. */
  readonly reasons: readonly string[];
}

/** Plans one change of posts, open or not; changes nothing. */
export const changePosts: Request<ChangePostsParams, ChangePostsResult> = { method: 'galley/changePosts' };

export interface ChangePostsParams {
  readonly uris: readonly string[];
  readonly change: PostChange;
  /** Only where it leads is wanted, as while a title is typed: links elsewhere, for which all posts are read, are left out of the plan. */
  readonly isLook?: true;
}

export type PostChange =
  | { readonly kind: 'publish' }
  /** `when` is a day, or a day and time in the site's zone: `2026-05-01 09:30`. */
  | { readonly kind: 'schedule'; readonly when: string }
  | { readonly kind: 'unpublish' }
  | { readonly kind: 'setDate' }
  | { readonly kind: 'rename'; readonly title: string }
  | { readonly kind: 'duplicate'; readonly title: string };

export interface ChangePostsResult {
  /** An LSP `WorkspaceEdit` that moves and edits in one step; each part has the one annotation of it, which does not ask to be confirmed. */
  readonly edit: object;
  /** How many other posts change, so that links lead where they did. */
  readonly others: number;
  /** The posts that change, as they are afterwards. */
  readonly posts: readonly ChangedPost[];
  /** Files that come with a copy, to be made in the same step. */
  readonly copies: readonly FileCopy[];
  /** Why the rest does not change: a sentence each, for the writer. */
  readonly refusals: readonly string[];
}

export interface ChangedPost {
  /** Where the post, or what it is a copy of, is now. */
  readonly from: string;
  /** Where the post, or its copy, is afterwards; the path is relative to the site root. */
  readonly uri: string;
  readonly path: string;
  /** As the site will judge it; null where only the build knows. */
  readonly url: string | null;
  readonly state: string;
  /** The text of a copy, which `edit` knows nothing of: it is to be made with every byte at once. */
  readonly created?: string;
}
