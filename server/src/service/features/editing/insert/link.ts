import { addLine } from '../../../rules/placement.ts';
import type { Syntax } from '../../../syntax/syntax.ts';
import type { Range } from '../../../text/range.ts';
import { listDefinitions, findFreeLabel } from '../../labels/freeLabel.ts';
import type { Insertion } from '../../results.ts';
import { encodeUriComponent } from '../../../text/uri.ts';

/** A link that is to be written. */
export interface LinkToInsert {
  /** As it is to be written. */
  readonly destination: string;
  /** Its text in Markdown, where nothing is selected. */
  readonly words: string;
  /** With its address in the sentence, or as a reference. */
  readonly style: 'as in this post' | 'reference' | 'inline';
}

/** Makes a selection a link, or inserts one with its own text where nothing is selected; the caret is after it. */
export function insertLink(syntax: Syntax, selection: Range, wanted: LinkToInsert): Insertion {
  const { destination, words, style } = wanted;
  const selected = syntax.text.slice(selection.start, selection.end);
  if (selected !== '' && selected.trim() !== selected)
    return insertLink(syntax, trimRange(selection, selected), wanted);
  const text = selected === '' ? words : selected;
  const isUsual = writesReferences(syntax);
  const isReference = style === 'reference' || (style === 'as in this post' && isUsual);
  if (!isReference || /[[\]]/.test(text) || text.trim() === '') return insertInlineLink(selection, text, destination);
  const existing = listDefinitions(syntax).find((each) => each.destination === destination && each.title === undefined);
  const label = existing?.label ?? findFreeLabel(text, syntax);
  const newText = label.toLowerCase() === text.toLowerCase() ? `[${text}]` : `[${text}][${label}]`;
  const line = existing ? [] : [addLine(syntax, `[${label}]: ${toDestination(destination)}`, listDefinitions(syntax))];
  const isBefore = line.some(({ range }) => range.start < selection.start);
  return {
    edits: [{ range: selection, newText }, ...line],
    caret: selection.start + newText.length + (isBefore ? line[0]!.newText.length : 0),
    ...(isUsual && { isUsual }),
  };
}

/** A selection without the blanks at its ends. */
function trimRange({ start, end }: Range, selected: string): Range {
  const from = start + selected.length - selected.trimStart().length;
  return { start: from, end: Math.max(from, end - (selected.length - selected.trimEnd().length)) };
}

/** Inserts links as a list that starts where the selection does. */
export function insertLinkList(
  { text }: Syntax,
  selection: Range,
  links: readonly { readonly text: string; readonly destination: string }[],
): Insertion {
  const before = text.slice(text.lastIndexOf('\n', selection.start - 1) + 1, selection.start);
  const [indent = '', marker] = /^([ \t]*)(?:([-*+]) )?$/.exec(before)?.slice(1) ?? [];
  const isAlone = /^[ \t]*(?:[-*+] )?$/.test(before);
  const items = links.map((each) => `[${each.text}](${toDestination(each.destination)})`);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const first = marker !== undefined ? '' : isAlone ? '- ' : `${newline}${newline}- `;
  const newText = first + items.join(`${newline}${indent}${marker ?? '-'} `);
  return { edits: [{ range: selection, newText }], caret: selection.start + newText.length };
}

function insertInlineLink(selection: Range, text: string, destination: string): Insertion {
  const newText = `[${text}](${toDestination(destination)})`;
  return { edits: [{ range: selection, newText }], caret: selection.start + (text === '' ? 1 : newText.length) };
}

/** Whether this author writes more references than inline links. */
function writesReferences(syntax: Syntax): boolean {
  const references = syntax.occurrences.filter(
    (each) => each.type === 'reference' && each.target === 'link' && syntax.definitions.has(each.identifier),
  );
  const links = syntax.links.filter(({ target, range }) => target === 'link' && syntax.text[range.start] === '[');
  return references.length > links.length;
}

/** A destination, in angle brackets where CommonMark needs them. */
function toDestination(destination: string): string {
  return /^\{[{%]/.test(destination) || !/[\s()<>]/.test(destination)
    ? destination
    : `<${destination.replace(/[<>]/g, (character) => encodeUriComponent(character))}>`;
}

/** A title of a post, which may have markup, as the text of a link. */
export function toLinkText(title: string): string {
  return title.replace(/[\\[\]]/g, '\\$&');
}

/** Plain text as the text of a link, escaped so that no engine or template reads markup in it, nor kramdown a table. */
export function toLiteralText(words: string): string {
  const escaped = words
    .replace(/&(?=#?\w{1,31};)/g, '&amp;')
    .replace(/[\\`*[\]|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
  return escaped.replace(/[{<]|~(?=~)|\$(?=\$)/g, (character) => `&#${character.charCodeAt(0)};`);
}
