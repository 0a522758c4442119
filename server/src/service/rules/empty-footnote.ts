import { toMarkerText } from './footnotes.ts';
import type { Rule } from './rule.ts';

/** Notes without text. */
export const emptyFootnote: Rule = {
  id: 'empty-footnote',
  severity: 'warning',
  dependsOn: 'dialect',
  summary: 'A note without text.',
  *check({ syntax }) {
    for (const notes of syntax.footnoteDefinitions.values()) {
      for (const note of notes) {
        if (
          !note.isSupported ||
          note.notation === 'mark' ||
          syntax.text.slice(note.contentRange.start, note.contentRange.end).trim() !== ''
        )
          continue;
        yield {
          range: {
            start: note.range.start,
            end: note.notation === 'markdown' ? note.labelRange.end + 2 : note.contentRange.start,
          },
          message: `The note "${toMarkerText(note)}" has no text; write it behind the mark or indent its lines by four spaces.`,
        };
      }
    }
  },
};
