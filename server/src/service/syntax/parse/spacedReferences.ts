import type { Dialect } from '../../dialects/dialect.ts';
import { foldLabel } from '../../dialects/shared/labels.ts';
import type { KeyedOccurrence, Source } from './keyedOccurrence.ts';

/**
 * Makes one reference of two shortcuts with white space between them: the first is its text, the second its label. Where any
 * white space may stand between them, what stands in brackets after a shortcut is its label even where a link or a note starts
 * there; else the two are shortcuts where no such label is defined.
 */
export function joinSpacedReferences(
  found: readonly KeyedOccurrence[],
  source: Source,
  dialect: Dialect,
): KeyedOccurrence[] {
  const isAny = dialect.links.spacedReferences === 'any';
  const between = isAny ? /^[ \t]*(?:\n[ \t]*)?$/ : /^[ \t\n]$/;
  const result: KeyedOccurrence[] = [];
  for (const each of found) {
    const before = result.at(-1);
    const joined = before && joinPair(before, each);
    const { start } = each.occurrence.range;
    const end = before?.occurrence.range.end ?? start;
    if (!joined || start === end || !between.test(source.masked.slice(end, start))) result.push(each);
    else result.splice(-1, 1, isAny ? joined : { ...joined, parts: [before, each] });
  }
  return isAny ? result.map((each) => takeLabelAfter(each, source, dialect)) : result;
}

/** Returns the reference that two shortcuts are together; undefined where they are none. */
function joinPair(
  { occurrence: text }: KeyedOccurrence,
  { key, occurrence: label }: KeyedOccurrence,
): KeyedOccurrence | undefined {
  if (text.type !== 'reference' || text.form !== 'shortcut' || text.isSpaced) return undefined;
  if (label.type !== 'reference' || label.form !== 'shortcut' || label.target !== 'link') return undefined;
  return {
    ...(key !== undefined && { key }),
    occurrence: {
      ...label,
      target: text.target,
      form: 'full',
      text: text.label,
      isSpaced: true,
      range: { start: text.range.start, end: label.range.end },
      followsWordCharacter: text.followsWordCharacter,
    },
  };
}

const labelAfter = /^[ \t]*(?:\n[ \t]*)?\[([^\]\n]+)\]/;

/** Returns a shortcut that brackets follow as the reference it is: they are its label, LINK_INLINE_ID_RE in link.rb. */
function takeLabelAfter(each: KeyedOccurrence, { written, masked }: Source, dialect: Dialect): KeyedOccurrence {
  const { occurrence } = each;
  if (occurrence.type !== 'reference' || occurrence.form !== 'shortcut') return each;
  const { end } = occurrence.range;
  const match = labelAfter.exec(masked.slice(end, end + 200));
  if (!match) return each;
  const labelRange = { start: end + match[0].length - match[1]!.length - 1, end: end + match[0].length - 1 };
  const label = written.slice(labelRange.start, labelRange.end);
  return {
    key: foldLabel(match[1]!),
    occurrence: {
      ...occurrence,
      form: 'full',
      text: occurrence.label,
      isSpaced: true,
      label,
      labelRange,
      identifier: dialect.links.normalizeLabel(label),
      range: { start: occurrence.range.start, end: labelRange.end + 1 },
    },
  };
}
