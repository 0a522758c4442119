import type { Definition, FootnoteReference, Reference } from '../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../syntax/syntax.ts';

/** Whether a definition is a comment in disguise: `[//]: # (text)`, `[comment]: <> (text)`, `[_]: #`. */
export function isComment(definition: Definition): boolean {
  return definition.label === '//' || /^(#|<>|)(\s|$)/.test(definition.destination);
}

/** CommonMark's limit (section Links, link label); kramdown allows longer labels. */
const maxLabelLength = 999;

/**
 * What follows the brackets of something meant as a definition: a colon and, for a link, what can be its destination.
 */
const destinationAfter = /^:[ \t]*(<\S|[a-z][a-z0-9+.-]*:\S|[/#.]\S|\S+\.[a-z]{2,})/i;

/**
 * Whether brackets that the engine reads as text are where a definition or note would be: they start a line and a colon
 * with a destination, or the text of a note, follows.
 */
export function isMeantAsDefinition(occurrence: Reference | FootnoteReference, syntax: Syntax): boolean {
  const { text } = syntax;
  const { start, end } = occurrence.range;
  if (text[end] !== ':' || !/(^|\n)( {0,3}|\t)$/.test(text.slice(Math.max(0, start - 5), start))) return false;
  if (occurrence.type === 'footnoteReference')
    return occurrence.notation === 'markdown' && /^:[ \t]*\S/.test(text.slice(end, end + 200));
  const isLabel = occurrence.label.trim() !== '' && occurrence.label.length <= maxLabelLength;
  return (
    isLabel &&
    (syntax.dialect.footnotes.isEnabled || !occurrence.label.startsWith('^')) &&
    occurrence.form === 'shortcut' &&
    occurrence.target === 'link' &&
    destinationAfter.test(text.slice(end, end + 200))
  );
}
