import type { OpenPost } from '../../site/model/snapshot.ts';
import type { Syntax } from '../../syntax/syntax.ts';
import type { Range } from '../../text/range.ts';
import { touches } from '../../text/range.ts';
import type { AnchorLink, Anchored } from '../../syntax/structure/headings.ts';
import { headingAt } from '../../syntax/structure/headings.ts';
import type { Named } from './occurrences.ts';
import { grip, namedAt, namesakes } from './occurrences.ts';

/** What navigation and renaming are about at an offset: a label, or a heading with the links to its anchor. */
export type RenameTarget =
  | { readonly kind: 'label'; readonly named: Named }
  | {
      readonly kind: 'heading';
      readonly target: Anchored;
      readonly links: readonly AnchorLink[];
      readonly on: 'text' | 'id';
    };

/** The subject at an offset; in a heading a label goes first, on the destination of a definition the heading it leads to. */
export function renameTargetAt({ syntax }: Pick<OpenPost, 'syntax'>, offset: number): RenameTarget | undefined {
  const named = namedAt(syntax, offset);
  const isOnDestination = named?.type === 'definition' && touches(named.destinationRange, offset);
  if (named && !isOnDestination) return { kind: 'label', named };
  const heading = headingAt(syntax, offset);
  if (heading) return { kind: 'heading', ...heading };
  return named && { kind: 'label', named };
}

/** One place of a subject. */
export interface Place {
  readonly range: Range;
  readonly fullRange: Range;
  readonly isDefinition: boolean;
}

/** Every place of a subject, in the order of the text. */
export function places(syntax: Syntax, subject: RenameTarget): Place[] {
  const { definitions, uses } = subject.kind === 'label' ? labelPlaces(syntax, subject.named) : headingPlaces(subject);
  const all = [
    ...definitions.map((place) => ({ ...place, isDefinition: true })),
    ...uses.map((place) => ({ ...place, isDefinition: false })),
  ];
  return all.sort((a, b) => a.range.start - b.range.start);
}

type Found = Pick<Place, 'range' | 'fullRange'>;

function labelPlaces(syntax: Syntax, named: Named): { readonly definitions: Found[]; readonly uses: Found[] } {
  const { definitions, uses } = namesakes(syntax, named);
  return { definitions: definitions.map(placeOf), uses: uses.map(placeOf) };
}

function placeOf(occurrence: Named): Found {
  return { range: grip(occurrence), fullRange: occurrence.range };
}

function headingPlaces({ target, links }: Extract<RenameTarget, { kind: 'heading' }>): {
  readonly definitions: Found[];
  readonly uses: Found[];
} {
  const { range } = target.heading;
  return {
    definitions: [{ range, fullRange: range }],
    uses: links.map((link) => ({ range: link.range, fullRange: link.range })),
  };
}
