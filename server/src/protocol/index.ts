/**
 * Galley's own requests beside LSP, seen by client and server alike. This folder imports nothing: the two sides bring
 * different copies of the JSON-RPC library, whose request types do not fit each other.
 */

import type { Position, Range, Request } from './request.ts';

export type * from './newPost.ts';
export { newPost, newPostPlaces } from './newPost.ts';
export type * from './posts.ts';
export { changePosts, posts, postsChanged } from './posts.ts';
export type * from './request.ts';

/** What the client tells the server when it starts it (`initializationOptions`). */
export interface InitializationOptions {
  /** The client answers `readFile` and `readDirectory`; without it the server reads `file:` URIs by itself. */
  readonly answersFiles?: boolean;
  /** URI of the folder with the rules' pages. */
  readonly rulePages?: string;
  /** IANA name of the writer's time zone, `Europe/Berlin`. */
  readonly timeZone?: string;
}

/** Asks for the preview of an open post; null when the server does not know the document. */
export const render: Request<RenderParams, RenderResult | null> = { method: 'galley/render' };

export interface RenderParams {
  readonly uri: string;
}

export interface RenderResult {
  /** The version of the document that was rendered. */
  readonly version: number;
  /** What stands above the article: taken from front matter. */
  readonly head: PreviewHead;
  /** Sanitized HTML; block elements carry `data-line` (from 0), images their source as written as `data-src`. */
  readonly html: string;
  /** What is wrong, in the order of the text. */
  readonly problems: readonly PreviewProblem[];
}

/** A problem to be marked where it shows. */
export interface PreviewProblem {
  readonly line: number;
  readonly endLine: number;
  /** What stands there in the post. */
  readonly text: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

export interface PreviewHead {
  readonly title?: string;
  /** As the site would show it, in words. */
  readonly date?: string;
  readonly author?: string;
  readonly description?: string;
  /** The source of the post's own image, as written. */
  readonly image?: string;
  /** Categories and tags in the author's order. */
  readonly terms: readonly string[];
  readonly state: string;
  /** Sentences: why the state is what it is. */
  readonly reasons: readonly string[];
  readonly url?: string;
  /** Where the site is published: `example.org`. */
  readonly host?: string;
  /** Words of the article; code does not count. */
  readonly words: number;
  readonly readingMinutes: number;
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
  readonly state: 'published' | 'draft' | 'scheduled' | 'expired' | 'unpublished' | 'skipped';
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

/** Asks how many words of an open post, or of ranges of it, a reader reads; null when the server does not know the document. */
export const wordCount: Request<{ readonly uri: string; readonly ranges: readonly Range[] }, WordCount | null> = {
  method: 'galley/wordCount',
};

export interface WordCount {
  readonly words: number;
  /** Whole minutes; 0 for nothing. */
  readonly minutes: number;
}

/** Plans what to put in place of a selection of an open post, in the way its author writes such things. */
export const insert: Request<InsertParams, InsertResult | Refusal> = { method: 'galley/insert' };

export interface InsertParams {
  readonly uri: string;
  readonly selection: Range;
  readonly what: Insertable;
}

/** Paths are relative to the site root. */
export type Insertable =
  | { readonly kind: 'footnote' }
  | { readonly kind: 'contents' }
  | { readonly kind: 'date' }
  /** To other posts, by their URIs: a list of links where there are several. */
  | { readonly kind: 'posts'; readonly uris: readonly string[] }
  | {
      readonly kind: 'link';
      readonly url: string;
      readonly text?: string;
      readonly style: 'as in this post' | 'reference' | 'inline';
    }
  /** Files in the folder of the site, there or about to be. */
  | { readonly kind: 'images'; readonly images: readonly ImageToInsert[] }
  /** An include or shortcode, by its file. */
  | { readonly kind: 'component'; readonly path: string };

/** An image that a post is to show. */
export interface ImageToInsert {
  readonly uri: string;
  /** To begin with, where nothing is selected; words of the file's name without it. */
  readonly alt?: string;
  /** In pixels, as a browser shows it. */
  readonly size?: { readonly width: number; readonly height: number };
}

export interface InsertResult {
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  /** Where the caret is once the edits are made. */
  readonly caret?: Position;
  /** Put in place of a range, with tab stops, instead of edits. */
  readonly snippet?: { readonly range: Range; readonly text: string };
  /** The author writes it in this way more often than in another. */
  readonly isUsual?: true;
}

/** Asks where images go that are added to an open post, one place for each name as it comes (`image.png`); names that the writer chose are taken as they are, or refused. */
export const imagePlaces: Request<
  { readonly uri: string; readonly names: readonly string[]; readonly isChosen?: true },
  readonly ImagePlace[] | Refusal
> = { method: 'galley/imagePlaces' };

export interface ImagePlace {
  /** Where there is no file yet. */
  readonly uri: string;
  /** Relative to the site root. */
  readonly path: string;
  /** The name it came with was a program's, not a person's: the writer may know a better one than proposed. */
  readonly isNameless?: true;
}

/** Asks for the title of a web page, of which the client has read the beginning; null when it has none. */
export const pageTitle: Request<{ readonly html: string }, string | null> = { method: 'galley/pageTitle' };

/** Asks what there is to choose from for an insertion into an open post. */
export const choices: Request<{ readonly uri: string; readonly kind: 'image' | 'component' }, readonly Choice[]> = {
  method: 'galley/choices',
};

export interface Choice {
  readonly uri: string;
  /** Relative to the site root. */
  readonly path: string;
  readonly label: string;
  readonly detail: string;
}

export interface Refusal {
  readonly refusal: string;
}

/** Server asks client: a file's text; null when it does not exist or is not text. */
export const readFile: Request<{ readonly uri: string }, string | null> = { method: 'galley/readFile' };

/** Server asks client: names in a folder; empty when it does not exist. */
export const readDirectory: Request<{ readonly uri: string }, readonly DirectoryEntry[]> = {
  method: 'galley/readDirectory',
};

export interface DirectoryEntry {
  readonly name: string;
  readonly type: 'file' | 'folder';
}
