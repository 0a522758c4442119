import { commonPrefixLength, commonSuffixLength } from '../../text/commonEnds.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import type { KeyedOccurrence, Source } from './keyedOccurrence.ts';
import type { Range } from '../../text/range.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import type { MaskedLeaf } from './nestedTexts/leaf.ts';
import type { Section } from './nestedTexts/section.ts';

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
  /** Where blocks are not CommonMark's: a chunk each of their leaves. */
  readonly sectioned?: SectionedBody;
}

/** The sections of a body, and the dialect that its blocks were read in. */
interface SectionedBody {
  readonly sections: readonly Section[];
  readonly siteDialect: Dialect;
}

/** A stretch of a body that can be parsed by itself, at its place. */
export interface Chunk extends Source {
  readonly start: number;
  readonly parsed: ParsedChunk;
  /** What it was found to be, where blocks are not CommonMark's. */
  readonly leaf?: Omit<MaskedLeaf, 'start'>;
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

/** What is otherwise in a version of a text than in the one before, in UTF-16 code units. */
export interface SourceChange {
  /** Of the text as it is now. */
  readonly length: number;
  readonly growth: number;
  /** How much the two have in common at their starts, and at their ends; both may count the same characters. */
  readonly prefix: number;
  readonly suffix: number;
}

export function compareSources(before: Source, { masked, written }: Source): SourceChange {
  return {
    length: masked.length,
    growth: masked.length - before.masked.length,
    prefix: Math.min(commonPrefixLength(masked, before.masked), commonPrefixLength(written, before.written)),
    suffix: Math.min(commonSuffixLength(masked, before.masked), commonSuffixLength(written, before.written)),
  };
}

/** Chunks of the previous version: before an edit they are at the same place, after it as far away as the text grew. */
export class PreviousChunks {
  private readonly byStart: ReadonlyMap<number, Chunk>;

  constructor(
    chunks: readonly Chunk[],
    private readonly change: SourceChange,
  ) {
    this.byStart = new Map(chunks.map((piece) => [piece.start, piece]));
  }

  /** Returns the chunk with the same text at `start`; its end is checked by `isCut`. */
  findAt(start: number, isCut: (end: number) => boolean): Chunk | undefined {
    const atSamePlace = this.byStart.get(start);
    if (
      atSamePlace &&
      start + atSamePlace.masked.length <= this.change.prefix &&
      this.isWhole(atSamePlace, start, isCut)
    )
      return atSamePlace;
    const { length, suffix, growth } = this.change;
    const shifted = start >= length - suffix ? this.byStart.get(start - growth) : undefined;
    return shifted && this.isWhole(shifted, start, isCut) ? { ...shifted, start } : undefined;
  }

  private isWhole({ masked, parsed }: Chunk, start: number, isCut: (end: number) => boolean): boolean {
    const end = start + masked.length;
    return masked !== '' && (end === this.change.length || (parsed.closed && isCut(end)));
  }
}
