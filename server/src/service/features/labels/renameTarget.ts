import type { OpenPost } from '../../site/model/snapshot.ts';
import type { Syntax } from '../../syntax/syntax.ts';
import type { Range } from '../../text/range.ts';
import { touches } from '../../text/range.ts';
import type { AnchorLink, AnchoredHeading } from '../../syntax/structure/headings.ts';
import { headingAt } from '../../syntax/structure/headings.ts';
import type { LabelledOccurrence } from './occurrences.ts';
import { activeRange, labelledOccurrenceAt, occurrencesOfLabel } from './occurrences.ts';

/** What navigation and renaming refer to at an offset: a label, or a heading with the links to its anchor. */
export type RenameTarget =
  | { readonly kind: 'label'; readonly occurrence: LabelledOccurrence }
  | {
      readonly kind: 'heading';
      readonly target: AnchoredHeading;
      readonly links: readonly AnchorLink[];
      readonly on: 'text' | 'id';
    };

/**
 * The rename target at an offset. A label takes precedence over the heading it is in; at the destination of a
 * definition it is the heading it leads to.
 */
export function renameTargetAt({ syntax }: Pick<OpenPost, 'syntax'>, offset: number): RenameTarget | undefined {
  const labelled = labelledOccurrenceAt(syntax, offset);
  const isOnDestination = labelled?.type === 'definition' && touches(labelled.destinationRange, offset);
  if (labelled && !isOnDestination) return { kind: 'label', occurrence: labelled };
  const heading = headingAt(syntax, offset);
  if (heading) return { kind: 'heading', ...heading };
  return labelled && { kind: 'label', occurrence: labelled };
}

/** One place of a target. */
export interface TargetPlace {
  readonly range: Range;
  readonly fullRange: Range;
  readonly isDefinition: boolean;
}

/** Every place of a rename target, in the order of the text. */
export function findTargetPlaces(syntax: Syntax, target: RenameTarget): TargetPlace[] {
  const { definitions, uses } =
    target.kind === 'label' ? findLabelPlaces(syntax, target.occurrence) : findHeadingPlaces(target);
  const all = [
    ...definitions.map((place) => ({ ...place, isDefinition: true })),
    ...uses.map((place) => ({ ...place, isDefinition: false })),
  ];
  return all.sort((a, b) => a.range.start - b.range.start);
}

type PlaceRanges = Pick<TargetPlace, 'range' | 'fullRange'>;

function findLabelPlaces(
  syntax: Syntax,
  occurrence: LabelledOccurrence,
): { readonly definitions: PlaceRanges[]; readonly uses: PlaceRanges[] } {
  const { definitions, uses } = occurrencesOfLabel(syntax, occurrence);
  return { definitions: definitions.map(toPlaceRanges), uses: uses.map(toPlaceRanges) };
}

function toPlaceRanges(occurrence: LabelledOccurrence): PlaceRanges {
  return { range: activeRange(occurrence), fullRange: occurrence.range };
}

function findHeadingPlaces({ target, links }: Extract<RenameTarget, { kind: 'heading' }>): {
  readonly definitions: PlaceRanges[];
  readonly uses: PlaceRanges[];
} {
  const { range } = target.heading;
  return {
    definitions: [{ range, fullRange: range }],
    uses: links.map((link) => ({ range: link.range, fullRange: link.range })),
  };
}
