import type { Document } from '../text/document.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Range } from '../text/range.ts';
import type { Problem } from '../rules/rule.ts';

/** What features answer: offsets into the document asked about, unless a document is named. */

export interface Hover {
  readonly range: Range;
  /** CommonMark for the editor; text of the post in it is escaped. */
  readonly markdown: string;
}

export interface Target {
  readonly document: Document;
  /** What to show selected: the label. */
  readonly range: Range;
  /** The whole definition or note. */
  readonly fullRange: Range;
  /** What of the asking document leads there, where it is more than the word at the caret. */
  readonly origin?: Range;
}

/** A place of the document asked about that opens a file. */
export interface DocumentLink {
  readonly range: Range;
  /** URI of the file. */
  readonly target: string;
  /** The heading or id in the file; '' for none. */
  readonly fragment: string;
}

/** Edits of one of several documents. */
export interface DocumentEdit {
  readonly document: Document;
  readonly edits: readonly TextEdit[];
}

export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'value' | 'label' | 'footnote' | 'anchor' | 'page' | 'file' | 'date';
  readonly edit: TextEdit;
  /** Further edits elsewhere in the post. */
  readonly additionalEdits?: readonly TextEdit[];
  /** `newText` of the edit is an LSP snippet. */
  readonly snippet?: true;
  /** Right of the label: type, count, destination. */
  readonly detail?: string;
  /** CommonMark. */
  readonly documentation?: string;
  /** Order among the items. */
  readonly sortText: string;
  /** What the typed text is compared with, when not the label. */
  readonly filterText?: string;
  /** Ask for completions again once inserted (a key whose values are known). */
  readonly again?: true;
}

export interface Action {
  readonly title: string;
  /** LSP code action kind. */
  readonly kind: 'quickfix' | 'refactor.rewrite' | 'source.organizeDefinitions' | 'source.fixAll.galley';
  readonly edits: readonly TextEdit[];
  readonly problem?: Problem;
  readonly preferred?: true;
}

export interface DocumentSymbol {
  readonly name: string;
  readonly detail?: string;
  readonly kind: 'heading' | 'frontMatter' | 'key' | 'footnote' | 'definition';
  readonly range: Range;
  readonly selectionRange: Range;
  readonly children: readonly DocumentSymbol[];
}

/** A post or a term, found from anywhere. */
export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: 'post' | 'term';
  /** The post, or the first that has the term. */
  readonly uri: string;
  /** What it is in: a path, a taxonomy. */
  readonly container: string;
}

export interface Folding {
  readonly range: Range;
  readonly kind: 'region' | 'comment';
}

export interface Highlight {
  readonly range: Range;
  readonly kind: 'read' | 'write';
}

/** What can be renamed at the caret, or why it cannot. */
export type RenamePreparation = { readonly range: Range; readonly placeholder: string } | { readonly refusal: string };
export type RenameResult = { readonly edits: readonly TextEdit[] } | { readonly refusal: string };

/** One line of `galley posts`. */
export interface PostRow {
  readonly file: string;
  readonly title: string;
  readonly date: string | null;
  readonly collection: string | null;
  readonly state: string;
  readonly url: string | null;
  readonly reasons: readonly string[];
}

export interface NewPostPlace {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

export interface NewPost {
  readonly uri: string;
  readonly path: string;
  readonly text: string;
  /** Offset into `text` where writing starts. */
  readonly cursor: number;
}

export interface Rendered {
  readonly version: number;
  readonly html: string;
  readonly head: RenderedHead;
  /** What to mark where it shows, in the order of the text. */
  readonly problems: readonly Problem[];
}

/** What a preview shows of a post besides its article. */
export interface RenderedHead {
  readonly title?: string;
  readonly date?: string;
  readonly author?: string;
  readonly description?: string;
  readonly image?: string;
  readonly terms: readonly string[];
  readonly state: string;
  readonly reasons: readonly string[];
  readonly url?: string;
  readonly host?: string;
  readonly words: number;
  readonly readingMinutes: number;
}
