import type { FileCopy, InsertResult, NewPostResult, PostState, Refusal, RenderResult } from '../../protocol/index.ts';
import type { Problem } from '../rules/rule.ts';
import type { Document } from '../text/document.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Range } from '../text/range.ts';

/**
 * What features answer where the protocol's own types do not serve. The protocol speaks of places in lines and columns,
 * the service in offsets (UTF-16 code units), into the document of the request unless another one is named: an answer
 * with a place in it has its type here, and the shells convert it. Answers without places are of the protocol's types.
 */

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

/** A range of the document of the request that opens a file. */
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
  /** Completions are requested again after this one is inserted (a key whose values can be proposed). */
  readonly again?: true;
}

/** What can be typed at a caret. */
export interface Completions {
  readonly items: readonly Completion[];
  /** There are more items: the client asks again for a longer word. */
  readonly isIncomplete: boolean;
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

/** A post, a term or a heading, found from anywhere. */
export interface WorkspaceSymbol {
  readonly name: string;
  readonly kind: 'post' | 'term' | 'heading';
  /** The post itself, the first that has the term, the one with the heading. */
  readonly uri: string;
  /** What it is in: a path relative to the site root, a taxonomy. */
  readonly container: string;
  /** Where in the post; absent for its beginning. */
  readonly place?: Target;
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
export type RenamePreparation = { readonly range: Range; readonly placeholder: string } | Refusal;
/** The edits of every document in which it is renamed. */
export type RenameResult = readonly DocumentEdit[] | Refusal;

/** One line of `galley posts`. */
export interface PostRow {
  readonly file: string;
  readonly title: string;
  readonly date: string | null;
  readonly collection: string | null;
  readonly state: PostState;
  readonly url: string | null;
  readonly reasons: readonly string[];
}

/** A new post as it is to be created. */
export interface NewPost extends Omit<NewPostResult, 'cursor'> {
  /** Offset into `text` where writing starts. */
  readonly cursor: number;
}

/** A change of a post, to be applied as one step: first the moves, then the edits. */
export interface PostPlan {
  /** Where the post, or its copy, is afterwards. */
  readonly uri: string;
  /** The same relative to the site root. */
  readonly path: string;
  /** Its URL and state afterwards. */
  readonly url: string | null;
  readonly state: PostState;
  /** URIs of files or whole folders; nothing is where they go to. */
  readonly moves: readonly { readonly from: string; readonly to: string }[];
  /** The post as it is, and the edits of its text; offsets into it. */
  readonly document: Document;
  readonly edits: readonly TextEdit[];
  /** The text of a new file at `uri`, and the files that come with it. */
  readonly created?: string;
  readonly copies?: readonly FileCopy[];
}

/** Changes of several posts that are made together. */
export interface PostPlans {
  readonly plans: readonly PostPlan[];
  /** Edits of other posts, whose links would lead nowhere without them. */
  readonly others: readonly DocumentEdit[];
  /** Why the rest does not change: a sentence each. */
  readonly refusals: readonly string[];
}

/** What is inserted into a post. */
export interface Insertion extends Pick<InsertResult, 'isUsual'> {
  readonly edits: readonly TextEdit[];
  /** Where the caret is once the edits are made, as an offset into the text after them. */
  readonly caret?: number;
  /** Replaces a range after the edits; an LSP snippet. */
  readonly snippet?: { readonly range: Range; readonly text: string };
}

/** A post as its preview shows it. */
export interface Rendered extends Omit<RenderResult, 'problems'> {
  /** What to mark where it shows, in the order of the text. */
  readonly problems: readonly Problem[];
}
