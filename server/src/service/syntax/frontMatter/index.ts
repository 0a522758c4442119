import type { TextEdit } from '../../text/edit.ts';
import type { Range } from '../../text/range.ts';

/** The data block at the top of a post. Ranges are offsets into the document. */
export interface FrontMatter {
  readonly format: FrontMatterFormat;
  /** From the first fence to the end of the closing fence's line, line break excluded. */
  readonly range: Range;
  /** Between the fences, without their lines. */
  readonly contentRange: Range;
  /** False when the closing fence is missing; then the ranges end with the document's text. */
  readonly closed: boolean;
  /** Data as far as it could be read. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Top-level entries in the author's order, commented-out ones (`# description: …`) among them. */
  readonly entries: readonly Entry[];
  readonly errors: readonly FrontMatterError[];
}

/** `meta` is Python-Markdown's: lines of `key: value`, whose values are texts without quotes, up to a blank line; fences may be around them. */
export type FrontMatterFormat = 'yaml' | 'toml' | 'json' | 'meta';

/** A key with its value, at the top or within a map. */
export interface Pair {
  readonly key: string;
  readonly keyRange: Range;
  /** Parsed value; undefined for none. Dates are strings, as written. */
  readonly value: unknown;
  /** Empty, after the colon, when there is no value. */
  readonly valueRange: Range;
  /** Items of a list, each with its own range. */
  readonly items?: readonly EntryItem[];
  /** Of a map, the keys in it. */
  readonly children?: readonly Pair[];
}

/** One top-level key with its value. In `date: 2024-05-01 # order`, key `date`, value `2024-05-01`, comment `order`. */
export interface Entry extends Pair {
  /** Whole lines of the entry without the last line break. */
  readonly range: Range;
  /** The author's comment next to the entry, or on the lines directly above, without `#`. */
  readonly comment?: string;
  /** The entry stands in a comment: an optional key the author keeps at hand. */
  readonly commented: boolean;
}

/** An item of a list. */
export interface EntryItem {
  readonly value: unknown;
  readonly range: Range;
}

/** A defect that keeps the format's parser from reading the front matter. */
export interface FrontMatterError {
  readonly range: Range;
  /** What is wrong and how to write it, in sentences. */
  readonly message: string;
  /** Text edits after which the format reads it; offered only where that has been tried. */
  readonly repair?: { readonly title: string; readonly edits: readonly TextEdit[] };
  /** The front matter is a program (`---js`): the engine may read it, Galley does not run it. */
  readonly isProgram?: true;
}

/** What the site remembers of a post's front matter: no ranges, no text of the post kept alive. */
export interface FrontMatterOutline {
  readonly format: FrontMatterFormat;
  /** Empty when it is broken: engines drop all of a front matter that has an error. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly keys: readonly KeyOutline[];
  /** The format cannot read it; `keys` has what can be made out all the same. */
  readonly broken?: true;
}

/** What a site keeps of an entry. */
export interface KeyOutline {
  readonly key: string;
  readonly comment?: string;
  readonly commented: boolean;
  /** A blank line separates it from what is above. */
  readonly followsBlankLine?: true;
  /** The value as the author wrote it, at most 80 UTF-16 code units: quotes and list style to imitate. */
  readonly written: string;
}
