import type { Position, Range, Refusal, Request } from './request.ts';

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

/**
 * Asks where images go that are added to an open post, one place for each name as it comes (`image.png`); names that
 * the writer chose are taken as they are, or refused.
 */
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
