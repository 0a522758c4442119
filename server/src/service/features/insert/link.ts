import { addLine } from '../../rules/placement.ts';
import type { Syntax } from '../../syntax/syntax.ts';
import type { Range } from '../../text/range.ts';
import { definitions, freeLabel } from '../freeLabel.ts';
import type { Insertion } from '../results.ts';

/** How a link is written: with its address in the sentence, or as a reference. */
export type LinkStyle = 'as in this post' | 'reference' | 'inline';

/** A link to a destination (as it is to be written) round a selection, or with these words where nothing is selected; the caret comes behind it. */
export function link(syntax: Syntax, selection: Range, destination: string, words: string, style: LinkStyle): Insertion {
  const selected = syntax.text.slice(selection.start, selection.end);
  const text = selected === '' ? escaped(words) : selected;
  const isUsual = writesReferences(syntax);
  const isReference = style === 'reference' || (style === 'as in this post' && isUsual);
  if (!isReference || /[[\]]/.test(text) || text.trim() === '') return inline(selection, text, destination);
  const known = definitions(syntax).find((each) => each.destination === destination && each.title === undefined);
  const label = known?.label ?? freeLabel(text, syntax);
  const newText = label.toLowerCase() === text.toLowerCase() ? `[${text}]` : `[${text}][${label}]`;
  const line = known ? [] : [addLine(syntax, `[${label}]: ${bracketed(destination)}`, definitions(syntax))];
  const isBefore = line.some(({ range }) => range.start < selection.start);
  return { edits: [{ range: selection, newText }, ...line], caret: selection.start + newText.length + (isBefore ? line[0]!.newText.length : 0), ...(isUsual && { isUsual }) };
}

function inline(selection: Range, text: string, destination: string): Insertion {
  const newText = `[${text}](${bracketed(destination)})`;
  return { edits: [{ range: selection, newText }], caret: selection.start + (text === '' ? 1 : newText.length) };
}

/** Whether this author gives links as references, more often than in the sentence. */
export function writesReferences(syntax: Syntax): boolean {
  const references = syntax.occurrences.filter((each) => each.type === 'reference' && each.target === 'link' && syntax.definitions.has(each.identifier));
  const links = syntax.links.filter(({ target, range }) => target === 'link' && syntax.text[range.start] === '[');
  return references.length > links.length;
}

/** In pointed brackets where it could not be read without. */
function bracketed(destination: string): string {
  return /^\{[{%]/.test(destination) || !/[\s()<>]/.test(destination) ? destination : `<${destination.replace(/[<>]/g, (sign) => encodeURIComponent(sign))}>`;
}

function escaped(words: string): string {
  return words.replace(/[\\[\]]/g, '\\$&');
}
