import { commonPrefixLength, commonSuffixLength } from '../../text/commonEnds.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import type { KeyedOccurrence, Source } from './collect.ts';
import type { Range } from '../../text/range.ts';
import type { Leaf } from './nestedTexts/leaf.ts';

/**
 * The body of a post, parsed chunk by chunk. References depend on definitions anywhere in the post, so each chunk is
 * parsed as if every label were defined, which yields candidates; where one of them is not defined after all, the chunk
 * is parsed again strictly and the strict result decides what the candidates stand in (`[see [1]](url)` is one link).
 */
export interface Body {
  readonly source: Source;
  readonly occurrences: readonly Occurrence[];
  /** In the order of the text, for the next version of the post. */
  readonly chunks: readonly Chunk[];
  /** The first chunk that exceeds the work budget, so that nothing is known of what it holds. */
  readonly unread: Range | undefined;
}

/** A stretch of a body that can be parsed by itself, at its place. */
export interface Chunk extends Source {
  readonly start: number;
  readonly parsed: ParsedChunk;
  /** What it was found to be, where blocks are not CommonMark's. */
  readonly leaf?: Leaf;
  /** What was found in it, with offsets into the body: typing leaves most chunks where they are. */
  cached?: {
    readonly start: number;
    readonly found: readonly KeyedOccurrence[];
    readonly occurrences: readonly Occurrence[];
  };
}

/** What was found in a chunk; offsets from its start. */
export interface ParsedChunk {
  /** Whether all blocks had ended with the chunk, so that the next line starts a new one. */
  readonly closed: boolean;
  readonly candidates: readonly KeyedOccurrence[];
  /** Whether it exceeds the work budget, so that it was not parsed. */
  readonly isUnread?: true;
  /** The last strict result, by the labels that were missing. */
  strict?: { readonly key: string; readonly found: readonly KeyedOccurrence[] };
}

/** Chunks of the previous version: before an edit they are at the same place, after it as far away as the text grew. */
export class PreviousChunks {
  private readonly byStart: ReadonlyMap<number, Chunk>;
  private readonly length: number;
  private readonly growth: number;
  /** How many UTF-16 code units the two versions have in common at their starts and ends. */
  private readonly commonPrefix: number;
  private readonly commonSuffix: number;

  constructor({ chunks, source: before }: Body, { masked, written }: Source) {
    this.byStart = new Map(chunks.map((piece) => [piece.start, piece]));
    this.length = masked.length;
    this.growth = masked.length - before.masked.length;
    this.commonPrefix = Math.min(
      commonPrefixLength(masked, before.masked),
      commonPrefixLength(written, before.written),
    );
    this.commonSuffix = Math.min(
      commonSuffixLength(masked, before.masked),
      commonSuffixLength(written, before.written),
    );
  }

  /** Returns the chunk with the same text at `start`; its end is checked by `isCut`. */
  findAt(start: number, isCut: (end: number) => boolean): Chunk | undefined {
    const atSamePlace = this.byStart.get(start);
    if (
      atSamePlace &&
      start + atSamePlace.masked.length <= this.commonPrefix &&
      this.isWhole(atSamePlace, start, isCut)
    )
      return atSamePlace;
    const shifted = start >= this.length - this.commonSuffix ? this.byStart.get(start - this.growth) : undefined;
    return shifted && this.isWhole(shifted, start, isCut) ? { ...shifted, start } : undefined;
  }

  private isWhole({ masked, parsed }: Chunk, start: number, isCut: (end: number) => boolean): boolean {
    const end = start + masked.length;
    return masked !== '' && (end === this.length || (parsed.closed && isCut(end)));
  }
}
