import type { OpenPost } from '../../../site/model/snapshot.ts';
import { bareMark } from '../../../syntax/occurrences/manualFootnotes.ts';
import type { Syntax } from '../../../syntax/syntax.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { Named } from '../../labels/occurrences.ts';
import { namesakes } from '../../labels/occurrences.ts';
import type { RenameResult } from '../../results.ts';

/** Edits that give a label another name everywhere in its post, or why not. */
export function renameLabel({ document, syntax }: OpenPost, named: Named, newName: string): RenameResult {
  const label = newName.trim().replace(/^\^(?=.)/, isNote(named) ? '' : '^');
  const refusal = refuse(named, label, syntax);
  if (refusal !== undefined) return { refusal };
  const { definitions, uses } = namesakes(syntax, named);
  const edits = [...definitions, ...uses]
    .sort((a, b) => a.range.start - b.range.start)
    .map((occurrence) => renamed(occurrence, label));
  return [{ document, edits }];
}

function isNote(named: Named): boolean {
  return named.type === 'footnoteDefinition' || named.type === 'footnoteReference';
}

/** Why a label cannot be used here, in a sentence; undefined when it can. */
function refuse(named: Named, label: string, syntax: Syntax): string | undefined {
  if (label === '') return 'A label needs at least one character.';
  if (/[[\]\r\n]/.test(label)) return `A label cannot hold brackets: "${label}".`;
  const { dialect } = syntax;
  if ('notation' in named && named.notation === 'sup') {
    if (!/^(\d{1,3}|[*†‡§¶]{1,3})$/u.test(label))
      return `A note made by hand has a number or one of * † ‡ § ¶ as its mark, not "${label}".`;
    return taken(syntax.notes.has(`sup ${label}`) && `sup ${label}` !== named.identifier, label);
  }
  if ('notation' in named && named.notation === 'mark') {
    if (!bareMark.test(label))
      return `A note of this kind has raised digits, daggers or escaped stars as its mark, not "${label}".`;
    const identifier = `mark ${label.replaceAll('\\', '')}`;
    return taken(syntax.notes.has(identifier) && identifier !== named.identifier, label);
  }
  if (isNote(named)) {
    const identifier = dialect.footnotes.normalizeLabel(label);
    if (identifier === undefined)
      return `${dialect.name} does not read "[^${label}]" as a footnote; use letters, digits, hyphens and underscores.`;
    return taken(
      identifier !== named.identifier && (syntax.notes.has(identifier) || syntax.markers.has(identifier)),
      label,
    );
  }
  if (label.startsWith('^')) return 'A label that starts with "^" is a footnote.';
  const identifier = dialect.links.normalizeLabel(label);
  return taken(
    identifier !== named.identifier && (syntax.definitions.has(identifier) || syntax.references.has(identifier)),
    label,
  );
}

function taken(isTaken: boolean, label: string): string | undefined {
  return isTaken ? `"${label}" is used in this post already.` : undefined;
}

/** `[text][]` and `[text]` show their label: they keep it as text and become `[text][new]`. */
function renamed(occurrence: Named, label: string): TextEdit {
  const { labelRange, range } = occurrence;
  if (occurrence.type !== 'reference' || occurrence.form === 'full') return { range: labelRange, newText: label };
  return { range: { start: labelRange.end, end: range.end }, newText: `][${label}]` };
}
