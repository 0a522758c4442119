import type { Reference } from '../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../syntax/syntax.ts';
import type { Finding } from './rule.ts';

/**
 * Returns what to say of footnotes that the engine does not read: at the first marker that has a note, since the others are
 * the same mistake; undefined where the post has none.
 */
export function findPrintedFootnote(syntax: Syntax): Finding | undefined {
  const { dialect, definitions, references } = syntax;
  const written = [...references.values()].flat().filter(isMarker);
  const notes = new Set(written.filter((marker) => isNote(marker, syntax)).map(({ identifier }) => identifier));
  const markers = written
    .filter((marker) => !isNote(marker, syntax) && (notes.has(marker.identifier) || definitions.has(marker.identifier)))
    .sort((a, b) => a.range.start - b.range.start);
  const [first] = markers;
  if (!first) return undefined;
  const consequence = definitions.has(first.identifier)
    ? `"[${first.label}]" becomes a link and its note disappears`
    : `readers see "[${first.label}]" and its note as they are written`;
  return {
    range: first.range,
    message: `${dialect.name} does not read footnotes on this site, so ${consequence}. ${dialect.footnotes.remedy}`,
  };
}

/** Whether brackets hold a caret and a label, and so would be a footnote's in other engines. */
export function isMarker({ label, target }: Reference): boolean {
  return target === 'link' && /^\^\S/.test(label);
}

/** Whether a marker begins a line and a colon follows it: the note. */
function isNote({ range }: Reference, { text }: Syntax): boolean {
  return text[range.end] === ':' && /(?:^|\n)[ \t>]*$/.test(text.slice(Math.max(0, range.start - 40), range.start));
}
