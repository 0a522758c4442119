import type { Range, Request } from './request.ts';

/** Asks for the preview of an open post; null when the server does not know the document. */
export const render: Request<RenderParams, RenderResult | null> = { method: 'galley/render' };

export interface RenderParams {
  readonly uri: string;
}

export interface RenderResult {
  /** The version of the document that was rendered. */
  readonly version: number;
  /** What is above the article, from front matter. */
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
  /** The text of the range in the post. */
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
  /** Words and minutes of the whole post, as `wordCount` answers them. */
  readonly words: number;
  readonly readingMinutes: number;
}

/**
 * Asks in which files of the site the addresses of images and links in the preview of an open post may be: URIs by
 * address, the likeliest first; none for what is not on the site, and for a document that the server does not know.
 */
export const linkedFiles: Request<LinkedFilesParams, Readonly<Record<string, readonly string[]>>> = {
  method: 'galley/linkedFiles',
};

export interface LinkedFilesParams {
  readonly uri: string;
  /** As `render` returns them. */
  readonly addresses: readonly string[];
}

/** Asks for the style sheets of the site that an open post is on, built or as sources; none where Galley finds none. */
export const siteStyles: Request<{ readonly uri: string }, readonly string[]> = { method: 'galley/siteStyles' };

/**
 * Asks how many words of an open post, or of ranges of it, a reader reads; null when the server does not know the
 * document.
 */
export const wordCount: Request<{ readonly uri: string; readonly ranges: readonly Range[] }, WordCount | null> = {
  method: 'galley/wordCount',
};

/** How much there is to read. */
export interface WordCount {
  /** Words, and characters of scripts in which each counts by itself. */
  readonly words: number;
  /** Whole minutes; 0 for nothing, 1 for anything shorter. */
  readonly minutes: number;
}
