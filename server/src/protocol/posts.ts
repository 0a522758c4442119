import type { Request } from './request.ts';

/** What becomes of a post when its site is built. */
export type PostState = 'published' | 'draft' | 'scheduled' | 'expired' | 'unpublished' | 'skipped';

/** Asks for the posts of every site, the newest first and undated ones last. */
export const posts: Request<PostsParams, readonly PostListUpdate[]> = { method: 'galley/posts' };

export interface PostsParams {
  /** The revision of the list that the client has of a site, by root: of its rows only the indices are sent. */
  readonly known?: Readonly<Record<string, string>>;
}

/** Server to client: the lists of posts changed. */
export const postsChanged = { method: 'galley/postsChanged' };

/** Asks what was left out of the sites when they were read: one sentence for each file, folder or link. */
export const omissions: Request<Record<string, never>, readonly string[]> = { method: 'galley/omissions' };

/** Client tells server: the writer came back to the window, and files may have changed of which no watcher told. */
export const windowFocused = { method: 'galley/windowFocused' };

export interface PostList {
  /** URI of the site's folder, and its name. */
  readonly root: string;
  readonly name: string;
  /** For people: `Jekyll`. */
  readonly generator: string;
  /** False for a plain folder of Markdown, whose generator is unknown. */
  readonly isSite: boolean;
  /** Whether all files are known: before that, posts may be missing. */
  readonly isRead: boolean;
  /** The configuration file that cannot be read, relative to the site's folder. */
  readonly unreadable: string | null;
  /** Opaque: given back in `known`. */
  readonly revision: string;
  readonly posts: readonly ListedPost[];
}

/**
 * A list as it is sent to a client that may have an earlier one: rows, and runs of the rows it has, from which index
 * and how many.
 */
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
  readonly state: PostState;
  readonly url: string | null;
  readonly tags: readonly string[];
  /** Sentences: why the state is what it is. */
  readonly reasons: readonly string[];
}

/** Asks what becomes of an open post; null for a document that is no page of a site. */
export const publication: Request<{ readonly uri: string }, PublicationResult | null> = {
  method: 'galley/publication',
};

export interface PublicationResult {
  /** For people: `Jekyll`. */
  readonly generator: string;
  readonly title: string;
  /** ISO 8601 with offset. */
  readonly date?: string;
  readonly state: PostState;
  /** Sentences: why the state is what it is. */
  readonly reasons: readonly string[];
  /** Path on the site with the base path; absent where only the build knows. */
  readonly url?: string;
  /** On the site's own host, where the configuration names it. */
  readonly absoluteUrl?: string;
  /** On this computer while the generator's own server runs, with its usual port. */
  readonly localUrl?: string;
  /** What starts that server, and the URI of the folder to start it in. */
  readonly localServer?: { readonly command: string; readonly folder: string };
}
