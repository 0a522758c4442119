import type { Language } from '../generators/contract/languages.ts';
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

/** A heading of a post that may not be open. */
export interface HeadingMatch extends Target {
  readonly name: string;
  /** The post's path relative to its site root. */
  readonly container: string;
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

/** A post among those of its site. */
export interface ListedPost {
  readonly uri: string;
  /** Relative to the site root. */
  readonly path: string;
  readonly title: string;
  readonly date: string | null;
  readonly collection: string | null;
  readonly state: string;
  readonly url: string | null;
  readonly tags: readonly string[];
  readonly reasons: readonly string[];
}

/** The posts of one site. */
export interface PostList {
  /** URI of the site's folder, and its name. */
  readonly root: string;
  readonly name: string;
  /** For people: `Jekyll`. */
  readonly generator: string;
  /** Whether it is the name of something that Galley knows how to publish; a plain folder of Markdown is none. */
  readonly isSite: boolean;
  /** Whether all files are known. */
  readonly isRead: boolean;
  /** The configuration file that cannot be read, relative to the site root. */
  readonly unreadable: string | null;
  readonly posts: readonly ListedPost[];
}

export interface NewPostPlace {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  /** What is put there is a draft by its place. */
  readonly drafts?: true;
  /** Those to choose from on a site with several, its own first. */
  readonly languages?: readonly Language[];
  /** The one that the file or folder nearby is in, where that is plain. */
  readonly language?: string;
}

export interface NewPost {
  readonly uri: string;
  readonly path: string;
  /** Its address, as the site judges it; null where only the build knows. */
  readonly url: string | null;
  readonly text: string;
  /** Offset into `text` where writing starts. */
  readonly cursor: number;
  /** Files that come with it, by URI: a text, or a copy of the file `from`. */
  readonly beside: readonly ({ readonly uri: string; readonly text: string } | FileCopy)[];
}

/** A file that becomes a copy of another, both by URI. */
export interface FileCopy {
  readonly uri: string;
  readonly from: string;
}

/** What a writer does with a post as a whole. */
export type PostChange =
  | { readonly kind: 'publish' }
  /** `when` is a day, or a day and time in the site's zone: `2026-05-01 09:30`. */
  | { readonly kind: 'schedule'; readonly when: string }
  | { readonly kind: 'unpublish' }
  | { readonly kind: 'setDate' }
  | { readonly kind: 'rename'; readonly title: string }
  | { readonly kind: 'duplicate'; readonly title: string };

/** A change of a post, to be applied as one step: first the moves, then the edits. */
export interface PostPlan {
  /** Where the post, or its copy, is afterwards. */
  readonly uri: string;
  /** The same relative to the site root. */
  readonly path: string;
  /** Its address and state afterwards, as the site judges them. */
  readonly url: string | null;
  readonly state: string;
  /** URIs of files or whole folders; nothing is where they go to. */
  readonly moves: readonly { readonly from: string; readonly to: string }[];
  /** The post as it is, and the edits of its text; offsets into it. */
  readonly document: Document;
  readonly edits: readonly TextEdit[];
  /** The text of a new file at `uri`, and the files that come with it. */
  readonly created?: string;
  readonly copies?: readonly FileCopy[];
}

/** Something put into a post; offsets into the document. */
export interface Insertion {
  readonly edits: readonly TextEdit[];
  /** Where the caret is once the edits are made, as an offset into the text after them. */
  readonly caret?: number;
  /** Put in place of a range after the edits, with tab stops. */
  readonly snippet?: { readonly range: Range; readonly text: string };
  /** The author writes it in this way more often than in another. */
  readonly isUsual?: true;
}

export interface InsertRefusal {
  readonly refusal: string;
}

/** What can be put into a post. Paths are relative to the site root. */
export type Insertable =
  | { readonly kind: 'footnote' }
  | { readonly kind: 'contents' }
  | { readonly kind: 'date' }
  /** To other posts, by their URIs: a list of links where there are several. */
  | { readonly kind: 'posts'; readonly uris: readonly string[] }
  /** To an address, as a reference where wanted or as this post writes links. */
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

/** Where an image goes that is added to a post. */
export interface ImagePlace {
  /** No file is there yet. */
  readonly uri: string;
  /** Relative to the site root. */
  readonly path: string;
  /** The name it came with was a program's, not a person's. */
  readonly isNameless?: true;
}

/** How much there is to read. */
export interface WordCount {
  readonly words: number;
  /** Whole minutes; 0 for nothing. */
  readonly minutes: number;
}

/** Something to choose from for an insertion. */
export interface Choice {
  readonly uri: string;
  readonly path: string;
  readonly label: string;
  /** Its folder or file. */
  readonly detail: string;
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
