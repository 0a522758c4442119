import type { Definition, FootnoteReference, Reference } from '../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../syntax/syntax.ts';

/** Whether a definition is a comment in disguise: `[//]: # (text)`, `[comment]: <> (text)`, `[_]: #`. */
export function isComment(definition: Definition): boolean {
  return definition.label === '//' || /^(#|<>|)(\s|$)/.test(definition.destination);
}

/** CommonMark's limit; kramdown takes longer labels, and nobody writes them. */
const longestLabel = 999;

/** What follows the brackets of something meant as a definition: a colon and, for a link, what can be its destination. */
const destinationBehind = /^:[ \t]*(<\S|[a-z][a-z0-9+.-]*:\S|[/#.]\S|\S+\.[a-z]{2,})/i;

/**
 * Whether brackets that the engine reads as text stand where a definition or note would: they start a line and a colon
 * with a destination, or the text of a note, follows.
 */
export function isMeantAsDefinition(occurrence: Reference | FootnoteReference, syntax: Syntax): boolean {
  const { text } = syntax;
  const { start, end } = occurrence.range;
  if (text[end] !== ':' || !/(^|\n)( {0,3}|\t)$/.test(text.slice(Math.max(0, start - 5), start))) return false;
  if (occurrence.type === 'footnoteReference')
    return occurrence.notation === 'markdown' && /^:[ \t]*\S/.test(text.slice(end, end + 200));
  const isLabel = occurrence.label.trim() !== '' && occurrence.label.length <= longestLabel;
  return (
    isLabel &&
    occurrence.form === 'shortcut' &&
    occurrence.target === 'link' &&
    destinationBehind.test(text.slice(end, end + 200))
  );
}
