import type { Range } from '../../../text/range.ts';
import type { KeyedOccurrence } from '../keyedOccurrence.ts';

/** What no block is inside of: text to be read for what stands in lines, or code and HTML, in which nothing is read. */
export interface Leaf {
  /** Where it starts in the document. */
  readonly start: number;
  /** What text it has, as parts of the document; none for code. */
  readonly text: readonly Range[];
  /** Whether a paragraph of it may be a note made by hand. */
  readonly isParagraph: boolean;
  /** What the block itself is; offsets from `start`. */
  readonly own: readonly KeyedOccurrence[];
}

/** A leaf with its text, from its start on, in which all that holds no Markdown is replaced. */
export interface MaskedLeaf extends Pick<Leaf, 'isParagraph' | 'own'> {
  /** Offset from the start of the section that it stands in. */
  readonly start: number;
  readonly hasText: boolean;
  readonly masked: string;
}
