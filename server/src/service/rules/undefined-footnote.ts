import { findIncludedLabels } from '../site/resolution/includedLabels.ts';
import type { FootnoteReference } from '../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../syntax/syntax.ts';
import { memoize } from '../text/memo.ts';
import { isMeantAsDefinition } from './definitions.ts';
import { isMeantAsMarker, toMarkerText } from './footnotes.ts';
import { NearMisses } from './nearMiss.ts';
import { findLooseAnchors } from './noteAnchors.ts';
import { addLine, addParagraph } from './placement.ts';
import { findPrintedFootnote } from './printedFootnotes.ts';
import type { Fix, Rule } from './rule.ts';

/** Markers whose note is missing, `[^1]`, `<sup>1</sup>` and `¹` alike; and the first one in a post whose engine does not read footnotes. */
export const undefinedFootnote: Rule = {
  id: 'undefined-footnote',
  severity: 'warning',
  dependsOn: 'dialect',
  summary: 'A footnote marker without a note.',
  *check(post) {
    const { syntax, site } = post;
    if (syntax.definesTemplatedLabels || syntax.unread) return;
    if (!syntax.dialect.footnotes.isEnabled && !site?.generator.mayExtendMarkdown?.(site.siteView)) {
      const printed = findPrintedFootnote(syntax);
      if (printed) yield printed;
    }
    const included = findIncludedLabels(post);
    for (const [identifier, markers] of syntax.footnoteReferences) {
      if (syntax.footnoteDefinitions.has(identifier) || included.footnoteDefinitions.has(identifier)) continue;
      for (const marker of markers) {
        if (!isMeantAsMarker(marker, syntax) || isMeantAsDefinition(marker, syntax)) continue;
        const near = findNearNote(marker, syntax);
        const shown = marker.notation === 'markdown' ? 'shows as text' : 'leads nowhere';
        yield {
          range: marker.range,
          message: `No note for "${toMarkerText(marker)}", so the marker ${shown}. ${near === undefined ? 'Write the note.' : `Did you mean "${near}"?`}`,
          ...((included.canDefineMore || marker.notation === 'mark') && { severity: 'hint' as const }),
          fixes: () => createFixes(marker, near, syntax),
        };
      }
    }
    for (const { id, range, isWayBack } of findLooseAnchors(syntax).broken) {
      const message = isWayBack
        ? `Nothing has the id "${id}", so the way back from the note leads nowhere.`
        : `No note has the id "${id}", so the mark leads nowhere. Write the note.`;
      yield { range, message, severity: 'hint' };
    }
  },
};

function findNearNote(marker: FootnoteReference, syntax: Syntax): string | undefined {
  if (marker.notation !== 'markdown') return undefined;
  return indexLabels(syntax).find(marker.label);
}

const indexLabels = memoize(({ footnoteDefinitions }: Syntax) => {
  const first = [...footnoteDefinitions.values()].flatMap(([note]) => note ?? []);
  return new NearMisses(first.filter(({ notation }) => notation === 'markdown').map(({ label }) => label));
});

function createFixes(marker: FootnoteReference, near: string | undefined, syntax: Syntax): Fix[] {
  const fellows = [...syntax.footnoteDefinitions.values()].flat().filter((note) => note.notation === marker.notation);
  fellows.sort((a, b) => a.range.start - b.range.start);
  const write: Fix = {
    title: `Write the note for "${toMarkerText(marker)}"`,
    edits: [
      marker.notation === 'markdown'
        ? addLine(syntax, `${toMarkerText(marker)}: Note.`, fellows)
        : addParagraph(syntax, `${toMarkerText(marker)} Note.`, fellows),
    ],
  };
  if (near === undefined) return [{ ...write, preferred: true }];
  return [
    { title: `Change to "${near}"`, edits: [{ range: marker.labelRange, newText: near }], preferred: true },
    write,
  ];
}
