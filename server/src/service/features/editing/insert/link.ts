import { addLine } from '../../../rules/placement.ts';
import type { Syntax } from '../../../syntax/syntax.ts';
import type { Range } from '../../../text/range.ts';
import { definitions, freeLabel } from '../../labels/freeLabel.ts';
import type { Insertion } from '../../results.ts';

/** A link that is to be written. */
export interface LinkToInsert {
  /** As it is to be written. */
  readonly destination: string;
  /** Its text in Markdown, where nothing is selected. */
  readonly words: string;
  /** With its address in the sentence, or as a reference. */
  readonly style: 'as in this post' | 'reference' | 'inline';
}

/** A link round a selection, or with words of its own where nothing is selected; the caret comes after it. */
export function link(syntax: Syntax, selection: Range, wanted: LinkToInsert): Insertion {
  const { destination, words, style } = wanted;
  const selected = syntax.text.slice(selection.start, selection.end);
  if (selected !== '' && selected.trim() !== selected) return link(syntax, trimmed(selection, selected), wanted);
  const text = selected === '' ? words : selected;
  const isUsual = writesReferences(syntax);
  const isReference = style === 'reference' || (style === 'as in this post' && isUsual);
  if (!isReference || /[[\]]/.test(text) || text.trim() === '') return inline(selection, text, destination);
  const known = definitions(syntax).find((each) => each.destination === destination && each.title === undefined);
  const label = known?.label ?? freeLabel(text, syntax);
  const newText = label.toLowerCase() === text.toLowerCase() ? `[${text}]` : `[${text}][${label}]`;
  const line = known ? [] : [addLine(syntax, `[${label}]: ${bracketed(destination)}`, definitions(syntax))];
  const isBefore = line.some(({ range }) => range.start < selection.start);
  return {
    edits: [{ range: selection, newText }, ...line],
    caret: selection.start + newText.length + (isBefore ? line[0]!.newText.length : 0),
    ...(isUsual && { isUsual }),
  };
}

/** A selection without the blanks at its ends. */
function trimmed({ start, end }: Range, selected: string): Range {
  const from = start + selected.length - selected.trimStart().length;
  return { start: from, end: Math.max(from, end - (selected.length - selected.trimEnd().length)) };
}

/** Links below one another as a list that begins where the selection does. */
export function linkList(
  { text }: Syntax,
  selection: Range,
  links: readonly { readonly text: string; readonly destination: string }[],
): Insertion {
  const before = text.slice(text.lastIndexOf('\n', selection.start - 1) + 1, selection.start);
  const [indent = '', marker] = /^([ \t]*)(?:([-*+]) )?$/.exec(before)?.slice(1) ?? [];
  const isAlone = /^[ \t]*(?:[-*+] )?$/.test(before);
  const items = links.map((each) => `[${each.text}](${bracketed(each.destination)})`);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const first = marker !== undefined ? '' : isAlone ? '- ' : `${newline}${newline}- `;
  const newText = first + items.join(`${newline}${indent}${marker ?? '-'} `);
  return { edits: [{ range: selection, newText }], caret: selection.start + newText.length };
}

function inline(selection: Range, text: string, destination: string): Insertion {
  const newText = `[${text}](${bracketed(destination)})`;
  return { edits: [{ range: selection, newText }], caret: selection.start + (text === '' ? 1 : newText.length) };
}

/** Whether this author gives links as references, more often than in the sentence. */
function writesReferences(syntax: Syntax): boolean {
  const references = syntax.occurrences.filter(
    (each) => each.type === 'reference' && each.target === 'link' && syntax.definitions.has(each.identifier),
  );
  const links = syntax.links.filter(({ target, range }) => target === 'link' && syntax.text[range.start] === '[');
  return references.length > links.length;
}

/** In pointed brackets where it could not be read without. */
function bracketed(destination: string): string {
  return /^\{[{%]/.test(destination) || !/[\s()<>]/.test(destination)
    ? destination
    : `<${destination.replace(/[<>]/g, (sign) => encodeURIComponent(sign))}>`;
}

/** A title of a post, whose markup is meant, as the text of a link. */
export function linkText(title: string): string {
  return title.replace(/[\\[\]]/g, '\\$&');
}

/** Words from elsewhere as the text of a link: no engine or template reads anything in them, and kramdown sees no table. */
export function literalText(words: string): string {
  const escaped = words
    .replace(/&(?=#?\w{1,31};)/g, '&amp;')
    .replace(/[\\`*[\]<|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\$(?=\$)/gu, '\\$&');
  return escaped.replace(/\{|~(?=~)/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
