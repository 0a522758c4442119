import type { OpenPost } from '../../../site/model/snapshot.ts';
import { bareMark } from '../../../syntax/occurrences/manualFootnotes.ts';
import type { Syntax } from '../../../syntax/syntax.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { LabelledOccurrence } from '../../labels/occurrences.ts';
import { occurrencesOfLabel } from '../../labels/occurrences.ts';
import type { RenameResult } from '../../results.ts';

/** Edits that rename a label everywhere in its post, or the refusal. */
export function renameLabel(
  { document, syntax }: OpenPost,
  labelled: LabelledOccurrence,
  newName: string,
): RenameResult {
  const label = newName.trim().replace(/^\^(?=.)/, isNote(labelled) ? '' : '^');
  const refusal = findLabelObstacle(labelled, label, syntax);
  if (refusal !== undefined) return { refusal };
  const { definitions, uses } = occurrencesOfLabel(syntax, labelled);
  const edits = [...definitions, ...uses]
    .sort((a, b) => a.range.start - b.range.start)
    .map((occurrence) => renameOccurrence(occurrence, label));
  return [{ document, edits }];
}

function isNote(occurrence: LabelledOccurrence): boolean {
  return occurrence.type === 'footnoteDefinition' || occurrence.type === 'footnoteReference';
}

/** Why a label cannot be used here, in a sentence; undefined when it can. */
function findLabelObstacle(occurrence: LabelledOccurrence, label: string, syntax: Syntax): string | undefined {
  if (label === '') return 'A label needs at least one character.';
  if (/[[\]\r\n]/.test(label)) return `A label cannot hold brackets: "${label}".`;
  const { dialect } = syntax;
  const taken = `"${label}" is used in this post already.`;
  if ('notation' in occurrence && occurrence.notation === 'sup') {
    if (!/^(\d{1,3}|[*†‡§¶]{1,3})$/u.test(label))
      return `A note made by hand has a number or one of * † ‡ § ¶ as its mark, not "${label}".`;
    return `sup ${label}` !== occurrence.identifier && syntax.footnoteDefinitions.has(`sup ${label}`)
      ? taken
      : undefined;
  }
  if ('notation' in occurrence && occurrence.notation === 'mark') {
    if (!bareMark.test(label))
      return `A note of this kind has raised digits, daggers or escaped stars as its mark, not "${label}".`;
    const identifier = `mark ${label.replaceAll('\\', '')}`;
    return identifier !== occurrence.identifier && syntax.footnoteDefinitions.has(identifier) ? taken : undefined;
  }
  if (isNote(occurrence)) {
    const identifier = dialect.footnotes.normalizeLabel(label);
    if (identifier === undefined)
      return `${dialect.name} does not read "[^${label}]" as a footnote; use letters, digits, hyphens and underscores.`;
    return identifier !== occurrence.identifier &&
      (syntax.footnoteDefinitions.has(identifier) || syntax.footnoteReferences.has(identifier))
      ? taken
      : undefined;
  }
  if (label.startsWith('^')) return 'A label that starts with "^" is a footnote.';
  const identifier = dialect.links.normalizeLabel(label);
  return identifier !== occurrence.identifier &&
    (syntax.definitions.has(identifier) || syntax.references.has(identifier))
    ? taken
    : undefined;
}

/** `[text][]` and `[text]` show their label: they keep it as text and become `[text][new]`. */
function renameOccurrence(occurrence: LabelledOccurrence, label: string): TextEdit {
  const { labelRange, range } = occurrence;
  if (occurrence.type !== 'reference' || occurrence.form === 'full') return { range: labelRange, newText: label };
  return { range: { start: labelRange.end, end: range.end }, newText: `][${label}]` };
}
