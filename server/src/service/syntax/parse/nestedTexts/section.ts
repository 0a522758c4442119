import type { HtmlElements } from '../../../dialects/dialect.ts';
import type { MaskedLeaf } from './leaf.ts';

/**
 * A part of a text that begins and ends where no block goes on: after blank lines, outside of every container. It reads
 * the same wherever it stands, as long as what was looked at to read it stays.
 */
export interface Section {
  /** Its offset in the text. */
  readonly start: number;
  readonly length: number;
  /** How much of the text, from its start on, was looked at to read it: more than it holds. */
  readonly reach: number;
  /** The facts of HTML elements where it starts: a post may change them from a line on. */
  readonly elements: HtmlElements;
  /** In the order of the text. */
  readonly leaves: readonly MaskedLeaf[];
  /** Whether nothing in it counts from before its start: spaces in place of tabs may let a leaf begin there. */
  readonly isSelfContained: boolean;
}

/** The sections of a text, and how many at its start and at its end are those of the version before. */
export interface SectionedText {
  readonly sections: readonly Section[];
  readonly keptAtStart: number;
  readonly keptAtEnd: number;
}

export function countLeaves(sections: readonly Section[]): number {
  let count = 0;
  for (const { leaves } of sections) count += leaves.length;
  return count;
}
