/**
 * Galley's own requests beside LSP, seen by client and server alike. This file imports nothing: the two sides bring
 * different copies of the JSON-RPC library, whose request types do not fit each other.
 */

/** A request's method with the types of what is asked and answered; `_` exists for the compiler only. */
export interface Request<Params, Result> {
  readonly method: string;
  readonly _?: (params: Params) => Result;
}

/** What the client tells the server when it starts it (`initializationOptions`). */
export interface InitializationOptions {
  /** The client answers `readFile` and `readDirectory`; without it the server reads `file:` URIs by itself. */
  readonly answersFiles?: boolean;
  /** URI of the folder with the rules' pages. */
  readonly rulePages?: string;
  /** IANA name of the writer's time zone, `Europe/Berlin`. */
  readonly timeZone?: string;
}

/** Lines and UTF-16 columns from 0, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
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

/** Where a new post can go: one row per collection (and drafts) of every site, the nearest to `near` first. */
export const newPostPlaces: Request<{ readonly near?: string }, readonly NewPostPlace[]> = { method: 'galley/newPostPlaces' };

export interface NewPostPlace {
  /** Opaque: given back in `newPost`. */
  readonly id: string;
  /** For people: `news`, `posts`, `drafts`. */
  readonly label: string;
  /** For people: folder relative to the workspace folder. */
  readonly detail: string;
}

/** Plans a new post; writes nothing. Null when the place is gone. */
export const newPost: Request<NewPostParams, NewPostResult | null> = { method: 'galley/newPost' };

export interface NewPostParams {
  readonly place: string;
  readonly title: string;
  /** The moment of creation, milliseconds since 1970. */
  readonly now: number;
}

export interface NewPostResult {
  readonly uri: string;
  /** File name as it will be created, relative to the site root, for people. */
  readonly path: string;
  readonly text: string;
  /** Where writing starts. */
  readonly cursor: Position;
  /** True when a file of that name exists already. */
  readonly exists: boolean;
}

/** Server asks client: a file's text; null when it does not exist or is not text. */
export const readFile: Request<{ readonly uri: string }, string | null> = { method: 'galley/readFile' };

/** Server asks client: names in a folder; empty when it does not exist. */
export const readDirectory: Request<{ readonly uri: string }, readonly DirectoryEntry[]> = { method: 'galley/readDirectory' };

export interface DirectoryEntry {
  readonly name: string;
  readonly type: 'file' | 'folder';
}
