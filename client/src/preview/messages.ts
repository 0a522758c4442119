import type { PreviewHead } from '../../../server/src/protocol/index.ts';

/** A post to show. */
export interface PostMessage {
  readonly type: 'post';
  readonly uri: string;
  readonly head: PreviewHead;
  /** Sanitized HTML; blocks carry `data-line`, images `data-src`. */
  readonly html: string;
  /** How many lines the document has. */
  readonly lineCount: number;
  /** The line at the top of the editor, where the preview begins when it shows another post than before. */
  readonly topLine: number;
}

/** A sentence instead of a post. */
export interface NoticeMessage {
  readonly type: 'notice';
  readonly text: string;
}

/** The editor has this line (from 0) at its top now. */
export interface ScrollMessage {
  readonly type: 'scroll';
  readonly line: number;
}

/** Where the images are that the page asked for, by source as written; null: there is no such file. */
export interface ImagesMessage {
  readonly type: 'images';
  readonly uri: string;
  readonly found: Readonly<Record<string, string | null>>;
}

/** From the extension to the page. */
export type ToPage = PostMessage | NoticeMessage | ScrollMessage | ImagesMessage;

/** From the page to the extension. */
export type FromPage =
  /** The page listens now. */
  | { readonly type: 'ready' }
  /** Which files are these images of the post `uri`? */
  | { readonly type: 'images'; readonly uri: string; readonly sources: readonly string[] }
  /** The reader scrolled the preview, this line is at the top now. */
  | { readonly type: 'scrolled'; readonly line: number }
  /** The reader pointed at a block: show its line in the editor, and type there when `focus` is the editor. */
  | { readonly type: 'reveal'; readonly line: number; readonly focus: 'editor' | 'preview' }
  /** The reader followed a link of the post. */
  | { readonly type: 'open'; readonly href: string };

/** What VS Code keeps of a page over a reload of the window. */
export interface PageState {
  readonly uri?: string;
  /** How far the page was scrolled, in CSS pixels. */
  readonly scrollTop?: number;
}
