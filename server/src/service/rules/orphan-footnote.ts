import { includedIn } from '../site/resolution/included.ts';
import { isMeantAsNote, markerText, orphans } from './footnotes.ts';
import type { Orphan } from './footnotes.ts';
import { looseAnchors } from './noteAnchors.ts';
import { removeLines } from './placement.ts';
import type { Rule } from './rule.ts';
import type { Syntax } from '../syntax/syntax.ts';
import type { TextEdit } from '../text/edit.ts';
import { contains } from '../text/range.ts';

/** Notes that no text of the post reaches. */
export const orphanFootnote: Rule = {
  id: 'orphan-footnote',
  severity: 'warning',
  summary: 'A note that no text of the post refers to.',
  *check(post) {
    const { syntax, dialect } = post;
    if (syntax.citesTemplatedLabels) return;
    const included = includedIn(post);
    for (const orphan of orphans(syntax)) {
      const { note } = orphan;
      if (!note.isSupported || included.markers.has(note.identifier) || !isMeantAsNote(note, syntax)) continue;
      yield {
        range: {
          start: note.range.start,
          end: note.notation === 'markdown' ? note.labelRange.end + 2 : note.contentRange.start,
        },
        ...(note.notation === 'mark' && { severity: 'hint' as const }),
        message: `${why(orphan)}, so readers ${fate(orphan, dialect.footnotes.unreachable)}. Put "${markerText(note)}" where it belongs.`,
        fixes: () => [{ title: `Remove the note "${markerText(note)}"`, edits: withMarkers(orphan, syntax) }],
      };
    }
    for (const { id, range } of looseAnchors(syntax).uncited) {
      yield {
        range,
        severity: 'hint',
        message: `No link leads to "#${id}", so readers see the note without knowing to what it belongs.`,
      };
    }
  },
};

/** A note goes with the markers that other notes have for it. */
function withMarkers({ note }: Orphan, syntax: Syntax): TextEdit[] {
  const markers = (syntax.markers.get(note.identifier) ?? []).filter(({ range }) => !contains(note.range, range));
  return [removeLines(syntax.text, note.range), ...markers.map(({ range }) => ({ range, newText: '' }))];
}

function why({ note, citedBy }: Orphan): string {
  if (citedBy === note) return `Only the note "${markerText(note)}" itself refers to it`;
  if (citedBy) return `Only the note "${markerText(citedBy)}", which nothing refers to, cites "${markerText(note)}"`;
  return `Nothing refers to the note "${markerText(note)}"`;
}

/** What an unreachable note becomes: source of the engines' verdicts in the dialects. */
function fate({ note, citedBy }: Orphan, unreachable: 'dropped' | 'printed'): string {
  if (note.notation !== 'markdown') return 'see it without knowing to what it belongs';
  return citedBy && unreachable === 'printed' ? 'see it without a place in the text' : 'never see it';
}
