import type { OpenPost } from '../site/snapshot.ts';
import type { Syntax } from '../syntax/syntax.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Named } from './named.ts';
import { namedAt, namesakes } from './named.ts';
import type { RenamePreparation, RenameResult } from './results.ts';

/** The label at an offset, to be typed over; undefined where nothing can be renamed. */
export function prepareRename({ syntax }: OpenPost, offset: number): RenamePreparation | undefined {
  const named = namedAt(syntax, offset);
  return named && { range: named.labelRange, placeholder: named.label };
}

/** Edits that give a label another name everywhere in the post and leave its rendered text as it is, or why not. */
export function rename({ syntax }: OpenPost, offset: number, newName: string): RenameResult | undefined {
  const named = namedAt(syntax, offset);
  if (!named) return undefined;
  const label = newName.trim().replace(/^\^(?=.)/, isNote(named) ? '' : '^');
  const refusal = refuse(named, label, syntax);
  if (refusal !== undefined) return { refusal };
  const { definitions, uses } = namesakes(syntax, named);
  return { edits: [...definitions, ...uses].sort((a, b) => a.range.start - b.range.start).map((occurrence) => renamed(occurrence, label)) };
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
    if (!/^(\d{1,3}|[*†‡§¶]{1,3})$/u.test(label)) return `A note made by hand has a number or one of * † ‡ § ¶ as its mark, not "${label}".`;
    return taken(syntax.notes.has(`sup ${label}`) && `sup ${label}` !== named.identifier, label);
  }
  if (isNote(named)) {
    const identifier = dialect.normalizeFootnoteLabel(label);
    if (identifier === undefined) return `${dialect.name} does not read "[^${label}]" as a footnote; use letters, digits, hyphens and underscores.`;
    return taken(identifier !== named.identifier && (syntax.notes.has(identifier) || syntax.markers.has(identifier)), label);
  }
  if (label.startsWith('^')) return 'A label that starts with "^" is a footnote.';
  const identifier = dialect.normalizeLabel(label);
  return taken(identifier !== named.identifier && (syntax.definitions.has(identifier) || syntax.references.has(identifier)), label);
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
