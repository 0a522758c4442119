import { pickEffective } from '../syntax/syntax.ts';
import { toMarkerText } from './footnotes.ts';
import { findTakenIds } from './noteAnchors.ts';
import { removeLines } from './placement.ts';
import type { Rule } from './rule.ts';

/** Notes of one label that another copy overrides in this dialect. */
export const duplicateFootnote: Rule = {
  id: 'duplicate-footnote',
  severity: 'warning',
  dependsOn: 'dialect',
  summary: 'A note that is lost, because another one of the same label counts.',
  *check({ syntax, dialect }) {
    for (const copies of syntax.footnoteDefinitions.values()) {
      const winner = pickEffective(copies, dialect.footnotes.wins)!;
      for (const copy of copies) {
        if (copy === winner || copy.notation !== 'markdown' || !copy.isSupported) continue;
        yield {
          range: { start: copy.range.start, end: copy.labelRange.end + 2 },
          message: `There are two notes "${toMarkerText(copy)}"; ${dialect.name} uses the ${dialect.footnotes.wins} one, so ${dialect.footnotes.duplicates === 'printed' ? 'no marker leads to this one' : 'readers never see this one'}.`,
          related: [{ range: winner.range, message: 'The note that counts' }],
          fixes: () => [{ title: 'Remove this note', edits: [removeLines(syntax.text, copy.range)] }],
        };
      }
    }
    for (const { id, range, note } of findTakenIds(syntax)) {
      yield {
        range,
        message: `The id "${id}" will be in the page twice, because ${dialect.name} gives it to the note "${toMarkerText(note)}" as well; links lead to the first of the two. Name this one otherwise.`,
      };
    }
  },
};
