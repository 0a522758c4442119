import { dequal } from 'dequal/lite';
import type { Dialect } from '../../dialects/dialect.ts';
import type { Steps } from '../../text/steps.ts';
import { resolveChunks } from './body.ts';
import type { Body, Chunk, ParsedChunk } from './chunk.ts';
import { compareSources, PreviousChunks } from './chunk.ts';
import type { Source } from './keyedOccurrence.ts';
import { readSectionsInSteps } from './nestedTexts/index.ts';
import type { MaskedLeaf } from './nestedTexts/leaf.ts';
import { countLeaves } from './nestedTexts/section.ts';
import type { ReadingDialects } from './nestedTexts/sectionReader.ts';
import { parseLeaf } from './parseLeaf.ts';
import { allLabels } from './parser.ts';
import { exceedsWorkBudget } from './workBudget.ts';

/** Parses a body whose blocks are nested texts, in steps of one section and one leaf; what `previous` has already is not read again. */
export function* parseSectionsInSteps(source: Source, dialects: ReadingDialects, previous?: Body): Steps<Body> {
  const { siteDialect, dialect } = dialects;
  const before = previous?.sectioned?.siteDialect === siteDialect ? previous : undefined;
  const change = before && compareSources(before.source, source);
  const { sections, keptAtStart, keptAtEnd } = yield* readSectionsInSteps(
    source,
    dialects,
    change && { sections: before.sectioned!.sections, change },
  );
  const fresh = sections.slice(keptAtStart, sections.length - keptAtEnd);
  const { atStart, between, atEnd } = splitChunks(before?.chunks ?? [], {
    atStart: countLeaves(sections.slice(0, keptAtStart)),
    atEnd: countLeaves(sections.slice(sections.length - keptAtEnd)),
  });
  const chunks = [...atStart];
  const previousChunks = change && new PreviousChunks(between, change);
  for (const { start, leaves } of fresh)
    for (const leaf of leaves) {
      const reused = previousChunks?.findAt(start + leaf.start, () => true);
      if (reused?.masked === leaf.masked && isSameLeaf(reused.leaf, leaf)) chunks.push(reused);
      else {
        chunks.push(parseChunkOfLeaf(source, start + leaf.start, leaf, dialect));
        yield;
      }
    }
  const growth = change?.growth ?? 0;
  for (const chunk of atEnd) chunks.push(growth === 0 ? chunk : { ...chunk, start: chunk.start + growth });
  const body = yield* resolveChunks(source, chunks, dialect);
  return { ...body, sectioned: { sections, siteDialect } };
}

/** Returns the chunks of the sections that were kept, and those between them. */
function splitChunks(
  chunks: readonly Chunk[],
  { atStart, atEnd }: { readonly atStart: number; readonly atEnd: number },
): Record<'atStart' | 'between' | 'atEnd', readonly Chunk[]> {
  const end = chunks.length - atEnd;
  return { atStart: chunks.slice(0, atStart), between: chunks.slice(atStart, end), atEnd: chunks.slice(end) };
}

function parseChunkOfLeaf({ written }: Source, start: number, leaf: MaskedLeaf, dialect: Dialect): Chunk {
  const { masked } = leaf;
  const piece = { written: written.slice(start, start + masked.length), masked };
  return { ...piece, start, leaf, parsed: parseLeafAlone(piece, leaf, dialect) };
}

function parseLeafAlone(source: Source, leaf: MaskedLeaf, dialect: Dialect): ParsedChunk {
  return exceedsWorkBudget(source.masked)
    ? { closed: true, candidates: leaf.own, isUnread: true }
    : { closed: true, candidates: parseLeaf(source, leaf, dialect, allLabels) };
}

function isSameLeaf(one: Chunk['leaf'], other: MaskedLeaf): boolean {
  if (one?.isParagraph !== other.isParagraph || one.hasText !== other.hasText) return false;
  return one.own.length === other.own.length && (other.own.length === 0 || dequal(one.own, other.own));
}
