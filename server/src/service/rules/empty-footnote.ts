import { markerText } from './footnotes.ts';
import type { Rule } from './rule.ts';

/** Notes without text. */
export const emptyFootnote: Rule = {
  id: 'empty-footnote',
  severity: 'warning',
  summary: 'A note without text.',
  *check({ syntax }) {
    for (const notes of syntax.notes.values()) {
      for (const note of notes) {
        if (!note.isSupported || syntax.text.slice(note.contentRange.start, note.contentRange.end).trim() !== '') continue;
        yield {
          range: { start: note.range.start, end: note.notation === 'sup' ? note.contentRange.start : note.labelRange.end + 2 },
          message: `The note "${markerText(note)}" has no text; write it behind the mark or indent its lines by four spaces.`,
        };
      }
    }
  },
};
