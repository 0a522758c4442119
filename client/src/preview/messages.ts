import type { PreviewHead, PreviewProblem } from '../../../server/src/protocol/index.ts';

/** A post to show. */
export interface PostMessage {
  readonly type: 'post';
  readonly uri: string;
  readonly head: PreviewHead;
  /** Sanitized HTML; blocks carry `data-line`, images `data-src`. */
  readonly html: string;
  /** What to mark where it shows. */
  readonly problems: readonly PreviewProblem[];
  /** How many lines the document has. */
  readonly lineCount: number;
  /** The line at the top of the editor, where the preview begins when it shows another post than before. */
  readonly topLine: number;
}

/** A sentence instead of a post. */
interface NoticeMessage {
  readonly type: 'notice';
  readonly text: string;
}

/** The editor has this line (from 0) at its top now. */
interface ScrollMessage {
  readonly type: 'scroll';
  readonly line: number;
}

/** The addresses of the images that the page asked for, by source as written; null where there is no such file. */
interface ImagesMessage {
  readonly type: 'images';
  readonly uri: string;
  readonly found: Readonly<Record<string, string | null>>;
}

/** Style sheets of the site to be used instead of the preview's own look; none for its own. */
interface StylesMessage {
  readonly type: 'styles';
  readonly addresses: readonly string[];
}

/** Asks for the post as clean HTML, as plain text or as a page to print. */
interface ExportMessage {
  readonly type: 'export';
  readonly what: ExportKind;
}

/** What a post can be exported as. */
export type ExportKind = 'html' | 'text' | 'page';

/** Whether the preview stays with its post. */
interface LockMessage {
  readonly type: 'lock';
  readonly isLocked: boolean;
}

/** From the extension to the page. */
export type ToPage =
  | PostMessage
  | NoticeMessage
  | ScrollMessage
  | ImagesMessage
  | StylesMessage
  | ExportMessage
  | LockMessage;

/** From the page to the extension. */
export type FromPage =
  /** The page is ready for messages. */
  | { readonly type: 'ready' }
  /** Which files are these images of the post `uri`? */
  | { readonly type: 'images'; readonly uri: string; readonly sources: readonly string[] }
  /** The reader scrolled the preview, this line is at the top now. */
  | { readonly type: 'scrolled'; readonly line: number }
  /** The reader clicked a block: show its line in the editor, and move the focus there when `focus` is the editor. */
  | { readonly type: 'reveal'; readonly line: number; readonly focus: 'editor' | 'preview' }
  /** The reader followed a link of the post. */
  | { readonly type: 'open'; readonly href: string }
  /** The answer to `export`. */
  | { readonly type: 'exported'; readonly what: ExportKind; readonly content: string };

/** What VS Code keeps of a page over a reload of the window. */
export interface PageState {
  readonly uri?: string;
  readonly isLocked?: boolean;
  readonly viewOptions?: ViewOptions;
  /** How far the page was scrolled, in CSS pixels. */
  readonly scrollTop?: number;
}

/** What the page shows of its post, and how. */
export interface ViewOptions {
  readonly view: 'article' | 'share' | 'excerpt';
  readonly width: 'full' | 'desktop' | 'phone';
  readonly marks: 'shown' | 'hidden';
}
