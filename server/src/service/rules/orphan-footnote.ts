import { findIncludedLabels } from '../site/resolution/includedLabels.ts';
import { isMeantAsNote, toMarkerText, findOrphans } from './footnotes.ts';
import type { Orphan } from './footnotes.ts';
import { findLooseAnchors } from './noteAnchors.ts';
import { removeLines } from './placement.ts';
import type { Rule } from './rule.ts';
import type { FootnoteSyntax } from '../dialects/dialect.ts';
import type { Syntax } from '../syntax/syntax.ts';
import type { TextEdit } from '../text/edit.ts';
import { contains } from '../text/range.ts';

/** Notes that no text of the post reaches. */
export const orphanFootnote: Rule = {
  id: 'orphan-footnote',
  severity: 'warning',
  dependsOn: 'dialect',
  summary: 'A note that no text of the post refers to.',
  *check(post) {
    const { syntax, dialect } = post;
    if (syntax.citesTemplatedLabels || syntax.unread) return;
    const included = findIncludedLabels(post);
    for (const orphan of findOrphans(syntax)) {
      const { note } = orphan;
      if (!note.isSupported || included.footnoteReferences.has(note.identifier) || !isMeantAsNote(note, syntax))
        continue;
      yield {
        range: {
          start: note.range.start,
          end: note.notation === 'markdown' ? note.labelRange.end + 2 : note.contentRange.start,
        },
        ...(note.notation === 'mark' && { severity: 'hint' as const }),
        message: `${toReason(orphan)}, so readers ${toConsequence(orphan, dialect.footnotes.dropped)}. Put "${toMarkerText(note)}" where it belongs.`,
        fixes: () => [{ title: `Remove the note "${toMarkerText(note)}"`, edits: removeNote(orphan, syntax) }],
      };
    }
    for (const { id, range } of findLooseAnchors(syntax).uncited) {
      yield {
        range,
        severity: 'hint',
        message: `No link leads to "#${id}", so readers see the note without knowing to what it belongs.`,
      };
    }
  },
};

/** A note goes with the markers that other notes have for it. */
function removeNote({ note }: Orphan, syntax: Syntax): TextEdit[] {
  const markers = (syntax.footnoteReferences.get(note.identifier) ?? []).filter(
    ({ range }) => !contains(note.range, range),
  );
  return [removeLines(syntax.text, note.range), ...markers.map(({ range }) => ({ range, newText: '' }))];
}

function toReason({ note, citedBy }: Orphan): string {
  if (citedBy === note) return `Only the note "${toMarkerText(note)}" itself refers to it`;
  if (citedBy)
    return `Only the note "${toMarkerText(citedBy)}", which nothing refers to, cites "${toMarkerText(note)}"`;
  return `Nothing refers to the note "${toMarkerText(note)}"`;
}

/** What happens to an unreachable note; the dialects name the source. */
function toConsequence({ note, citedBy }: Orphan, dropped: FootnoteSyntax['dropped']): string {
  if (note.notation !== 'markdown') return 'see it without knowing to what it belongs';
  return dropped === 'none' || (citedBy && dropped === 'uncited')
    ? 'see it without a place in the text'
    : 'never see it';
}
