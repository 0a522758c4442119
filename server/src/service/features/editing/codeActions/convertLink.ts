import { addLine, removeLines } from '../../../rules/placement.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { Link, Reference } from '../../../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../../../syntax/syntax.ts';
import { pickEffective } from '../../../syntax/syntax.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { Range } from '../../../text/range.ts';
import { listDefinitions, findFreeLabel } from '../../labels/freeLabel.ts';
import { occurrenceAt } from '../../labels/occurrences.ts';
import type { Action } from '../../results.ts';

/** Turns an inline link or image into a reference and back; readers see the same. */
export function convertLink({ syntax }: OpenPost, range: Range): Action[] {
  const occurrence = occurrenceAt(syntax, range.start);
  if (occurrence?.type === 'link') return toReference(occurrence, syntax);
  if (occurrence?.type === 'reference') return toInline(occurrence, syntax);
  return [];
}

function toReference(link: Link, syntax: Syntax): Action[] {
  const written = syntax.text.slice(link.range.start, link.range.end);
  const textEnd = written.indexOf('](');
  const resource = textEnd < 0 ? undefined : parseResource(written.slice(textEnd + 1));
  if (written.startsWith('<') || !resource || link.url === '' || /[[\]\n]/.test(link.text)) return [];
  const { title } = resource;
  const existing = listDefinitions(syntax).find(
    (each) => each.destination === link.url && (each.title ?? '') === (title?.slice(1, -1) ?? ''),
  );
  const label = existing?.label ?? findFreeLabel(link.text, syntax);
  const edits: TextEdit[] = [
    { range: { start: link.range.start + textEnd + 1, end: link.range.end }, newText: `[${label}]` },
  ];
  if (!existing)
    edits.push(
      addLine(syntax, `[${label}]: ${resource.destination}${title ? ` ${title}` : ''}`, listDefinitions(syntax)),
    );
  return [{ title: `Make it a reference: [${label}]`, kind: 'refactor.rewrite', edits }];
}

/** `(url "title")` as written, title with its quotes; undefined where it is no resource. */
function parseResource(written: string): { readonly destination: string; readonly title?: string } | undefined {
  const inner = written.endsWith(')') ? written.slice(1, -1).trim() : undefined;
  const match = /^(<[^>]*>|\S*)(?:\s+("[^"]*"|'[^']*'))?$/.exec(inner ?? ' ');
  return match ? { destination: match[1]!, ...(match[2] !== undefined && { title: match[2] }) } : undefined;
}

function toInline(reference: Reference, syntax: Syntax): Action[] {
  const copies = syntax.definitions.get(reference.identifier) ?? [];
  const definition = pickEffective(copies, syntax.dialect.links.definitionWins);
  if (!definition || /[\s<>()]|\{[{%]/.test(definition.destination) || definition.title?.includes('"')) return [];
  const title = definition.title === undefined ? '' : ` "${definition.title}"`;
  const text = reference.form === 'full' ? reference.text : reference.label;
  const newText = `${reference.target === 'image' ? '!' : ''}[${text}](${definition.destination}${title})`;
  const isLast = copies.length === 1 && syntax.references.get(reference.identifier)?.length === 1;
  const edits: TextEdit[] = [
    { range: reference.range, newText },
    ...(isLast ? [removeLines(syntax.text, definition.range)] : []),
  ];
  return [{ title: 'Make it an inline link', kind: 'refactor.rewrite', edits }];
}
