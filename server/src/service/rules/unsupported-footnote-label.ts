import type { FootnoteDefinition, FootnoteReference } from '../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../syntax/syntax.ts';
import type { Finding, Fix, Rule } from './rule.ts';

/** Footnotes whose label the dialect cannot read: the marker shows as text and the note disappears. */
export const unsupportedFootnoteLabel: Rule = {
  id: 'unsupported-footnote-label',
  severity: 'error',
  dependsOn: 'dialect',
  summary: 'A footnote whose label this engine cannot read: it prints the marker and drops the note.',
  *check({ syntax }) {
    for (const [identifier, notes] of syntax.footnoteDefinitions) {
      if (notes[0]!.isSupported) continue;
      for (const note of notes)
        yield toFinding(note, { start: note.range.start, end: note.labelRange.end + 2 }, syntax);
      for (const marker of syntax.footnoteReferences.get(identifier) ?? [])
        yield toFinding(marker, marker.range, syntax);
    }
  },
};

function toFinding(
  occurrence: FootnoteDefinition | FootnoteReference,
  range: Finding['range'],
  syntax: Syntax,
): Finding {
  const { dialect } = syntax;
  return {
    range,
    message: `${dialect.name} cannot read "[^${occurrence.label}]": it prints the marker and drops the note. Use letters, digits, hyphens and underscores.`,
    fixes: () => createFixes(occurrence, syntax),
  };
}

/** One readable label for the note and all its markers. */
function createFixes({ identifier, label }: FootnoteDefinition | FootnoteReference, syntax: Syntax): Fix[] {
  const readable = label.normalize('NFD').replace(/\p{M}/gu, '').replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'note';
  if (
    syntax.footnoteDefinitions.has(readable) ||
    syntax.footnoteReferences.has(readable) ||
    syntax.dialect.footnotes.normalizeLabel(readable) === undefined
  )
    return [];
  const everywhere = [
    ...(syntax.footnoteDefinitions.get(identifier) ?? []),
    ...(syntax.footnoteReferences.get(identifier) ?? []),
  ];
  const edits = everywhere.map(({ labelRange }) => ({ range: labelRange, newText: readable }));
  return [
    {
      title: `Call it "[^${readable}]"`,
      edits: edits.sort((a, b) => a.range.start - b.range.start),
      preferred: true,
      isSafe: true,
    },
  ];
}
