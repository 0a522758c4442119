import type { Position, Request } from './request.ts';

/** Where a new post can go: one row per collection (and drafts) of every site, the nearest to `near` first. */
export const newPostPlaces: Request<{ readonly near?: string }, readonly NewPostPlace[]> = {
  method: 'galley/newPostPlaces',
};

/**
 * Asks for the folders in which new posts can go, by URI: those of collections and posts, and all below them that hold
 * files.
 */
export const postFolders: Request<object, readonly string[]> = { method: 'galley/postFolders' };

export interface NewPostPlace {
  /** Opaque: given back in `newPost`. */
  readonly id: string;
  /** For people: `news`, `posts`, `drafts`. */
  readonly label: string;
  /** For people: folder relative to the workspace folder. */
  readonly detail: string;
  /** What is put there is a draft by its place. */
  readonly drafts?: true;
  /** Those to choose from on a site with several, its own first. */
  readonly languages?: readonly Language[];
  /** The code of the one that `near` is in, where that is plain. */
  readonly language?: string;
}

interface Language {
  /** As the site writes it: `fr`. Given back in `newPost`. */
  readonly code: string;
  /** For people: `français`. */
  readonly name: string;
}

/** Plans a new post; writes nothing. Null when the place is gone. */
export const newPost: Request<NewPostParams, NewPostResult | null> = { method: 'galley/newPost' };

export interface NewPostParams {
  readonly place: string;
  readonly title: string;
  /** The code of one of the place's languages; the site's own without it. */
  readonly language?: string;
  /** It is to be a draft, wherever it goes. */
  readonly draft?: boolean;
  /** The moment of creation, milliseconds since 1970. */
  readonly now: number;
}

export interface NewPostResult {
  readonly uri: string;
  /** File name as it will be created, relative to the site root, for people. */
  readonly path: string;
  /** Its address; null where only the build knows. */
  readonly url: string | null;
  readonly text: string;
  /** Where writing starts. */
  readonly cursor: Position;
  /** True when a file of that name exists already. */
  readonly exists: boolean;
  /**
   * Files that come with it, by URI: a text, or a copy of the file `from`, byte for byte. Those that exist already stay
   * as they are.
   */
  readonly additionalFiles: readonly ({ readonly uri: string; readonly text: string } | FileCopy)[];
}

/** A file to be made a copy of another, both by URI. */
export interface FileCopy {
  readonly uri: string;
  readonly from: string;
}
