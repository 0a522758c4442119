import type { Range } from '../../text/range.ts';

/**
 * Places in a post that name or are something. Ranges are offsets into the document. The running example:
 *
 *     See [the guide][gide] and a note.[^n]      range of the reference: `[the guide][gide]`, label `gide`
 *     [guide]: https://example.org "Title"       range: the line, label `guide`, destination `https://example.org`
 *     [^n]: The note.                            range: the whole note, label `^n` without the caret: `n`
 */
export type Occurrence = Definition | Reference | FootnoteDefinition | FootnoteReference | Link | Heading | Code;

interface Labelled {
  readonly range: Range;
  /** As written. */
  readonly label: string;
  /** Without brackets and caret. */
  readonly labelRange: Range;
  /** The dialect's key for the label. */
  readonly identifier: string;
}

/** `[label]: destination "title"`. */
export interface Definition extends Labelled {
  readonly type: 'definition';
  readonly destination: string;
  readonly destinationRange: Range;
  readonly title?: string;
}

/** `[text][label]`, `[label][]`, `[label]`, and with `!` the same as images. */
export interface Reference extends Labelled {
  readonly type: 'reference';
  readonly target: 'link' | 'image';
  readonly form: 'full' | 'collapsed' | 'shortcut';
  /** Text or alt, as written. */
  readonly text: string;
  /** White space stands between text and label: `[text] [label]`, in dialects that read this as one reference. */
  readonly isSpaced: boolean;
  /** A bar that parts cells of a table is in it, so that it is text. */
  readonly isSplit?: true;
  /** Follows a word character directly: `a[0][1]`. */
  readonly followsWordCharacter: boolean;
}

/** How a note is written: `[^1]`, or by hand with `<sup>1</sup>` or a bare mark, `¹`, `†`, `\*`. */
export type Notation = 'markdown' | 'sup' | 'mark';

/** `[^label]: note`, or by hand a paragraph that starts with `<sup>1</sup>` or `¹`. */
export interface FootnoteDefinition extends Labelled {
  readonly type: 'footnoteDefinition';
  readonly notation: Notation;
  /** The note's text after the marker; empty for an empty note. */
  readonly contentRange: Range;
  /** False where the dialect does not read this label as a footnote's. */
  readonly isSupported: boolean;
}

/** `[^label]`, or by hand `<sup>1</sup>` or `¹` in running text. */
export interface FootnoteReference extends Labelled {
  readonly type: 'footnoteReference';
  readonly notation: Notation;
  /** False where the dialect does not read this label as a footnote's. */
  readonly isSupported: boolean;
}

/** `[text](url "title")`, `![alt](url)`, `<https://…>`. */
export interface Link {
  readonly type: 'link';
  readonly target: 'link' | 'image';
  readonly range: Range;
  readonly url: string;
  readonly urlRange: Range;
  readonly text: string;
}

/** `## Text`, or a setext heading. */
export interface Heading {
  readonly type: 'heading';
  readonly range: Range;
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6;
  /** Plain text, without markup. */
  readonly text: string;
}

/** A code span, a code block or HTML: brackets in it are no Markdown. */
interface Code {
  readonly type: 'code';
  readonly range: Range;
  /** HTML, not code. */
  readonly isHtml?: true;
}
