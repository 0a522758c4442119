import type { HtmlElements } from '../../../dialects/dialect.ts';
import type { Steps } from '../../../text/steps.ts';
import type { SourceChange } from '../chunk.ts';
import type { Source } from '../keyedOccurrence.ts';
import type { Section, SectionedText } from './section.ts';
import type { ReadingDialects } from './sectionReader.ts';
import { SectionReader } from './sectionReader.ts';

/** The sections of an earlier version, and what is otherwise since. */
export interface PreviousSections {
  readonly sections: readonly Section[];
  readonly change: SourceChange;
}

/**
 * Reads the sections of a text, in steps of one. After an edit they are read from the last one on that nothing of it was
 * looked at for, up to where the text goes on as it did before. Linear in what is read, but for what is nested.
 */
export function* readSectionsInSteps(
  source: Source,
  dialects: ReadingDialects,
  previous?: PreviousSections,
): Steps<SectionedText> {
  const before = previous?.sections ?? [];
  const keptAtStart = previous ? countUntouched(previous) : 0;
  const sections = before.slice(0, keptAtStart);
  const resumption = previous && new Resumption(previous);
  const first = before[keptAtStart];
  const reader = new SectionReader(source, dialects, {
    start: first?.start ?? 0,
    elements: first?.elements ?? dialects.siteDialect.html.elements,
    lastLeaf: findLastLeaf(sections),
  });
  while (!reader.isAtEnd) {
    const rest = resumption?.findRest(reader);
    if (rest) return { sections: [...sections, ...rest], keptAtStart, keptAtEnd: rest.length };
    sections.push(reader.readSection());
    yield;
  }
  return { sections, keptAtStart, keptAtEnd: 0 };
}

/** Returns how many sections were read without a look at what is otherwise. */
function countUntouched({ sections, change }: PreviousSections): number {
  let count = 0;
  while (count < sections.length && sections[count]!.start + sections[count]!.reach <= change.prefix) count++;
  return count;
}

function findLastLeaf(sections: readonly Section[]): number {
  for (let index = sections.length - 1; index >= 0; index--) {
    const { start, leaves } = sections[index]!;
    if (leaves.length > 0) return start + leaves.at(-1)!.start;
  }
  return -1;
}

/** Where the sections of an earlier version go on after an edit. */
class Resumption {
  private next = 1;

  constructor(private readonly previous: PreviousSections) {}

  /** Returns all sections from a place on as they are now, where they are those of before. */
  findRest({ start, elements }: { readonly start: number; readonly elements: HtmlElements }): Section[] | undefined {
    const { sections, change } = this.previous;
    const before = start - change.growth;
    if (start < change.length - change.suffix) return undefined;
    while (this.next < sections.length && sections[this.next]!.start < before) this.next++;
    const found = sections[this.next];
    if (found?.start !== before || found.elements !== elements) return undefined;
    const rest = sections.slice(this.next);
    if (!rest.every(({ isSelfContained }) => isSelfContained)) return undefined;
    return change.growth === 0 ? rest : rest.map((section) => ({ ...section, start: section.start + change.growth }));
  }
}
