import type { FootnoteReference, Reference } from '../syntax/occurrences/occurrence.ts';
import type { Syntax } from '../syntax/syntax.ts';
import { findContinuations } from './continuation.ts';
import type { Continuation } from './continuation.ts';
import { isMeantAsDefinition } from './definitions.ts';
import { toMarkerText } from './footnotes.ts';
import type { Finding, Rule } from './rule.ts';

/** Lines that look like a definition, a note or the continuation of a note and are text. */
export const unrecognizedDefinition: Rule = {
  id: 'unrecognized-definition',
  severity: 'warning',
  dependsOn: 'dialect',
  summary: 'A line that looks like a definition or a note and is text to this engine.',
  *check({ syntax }) {
    for (const groups of [syntax.references, syntax.footnoteReferences]) {
      for (const group of groups.values())
        for (const occurrence of group)
          if (isMeantAsDefinition(occurrence, syntax)) yield toFinding(occurrence, syntax);
    }
    for (const continuation of findContinuations(syntax)) yield toContinuationFinding(continuation, syntax);
  },
};

function toContinuationFinding({ note, range, edits }: Continuation, { dialect }: Syntax): Finding {
  return {
    range,
    severity: 'hint',
    message: `This paragraph stands behind the note "${toMarkerText(note)}" and not in it, because ${dialect.name} wants it indented by four spaces.`,
    fixes: () => [{ title: `Indent it into the note "${toMarkerText(note)}"`, edits, preferred: true }],
  };
}

function toFinding(occurrence: Reference | FootnoteReference, syntax: Syntax): Finding {
  const { text, dialect } = syntax;
  const what = occurrence.type === 'reference' ? 'definition' : 'note';
  const { why, mend, at } = findCause(occurrence, text);
  const newText = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    range: { start: occurrence.range.start, end: occurrence.range.end + 1 },
    message: `${dialect.name} reads this ${what} as text, because ${why}.${mend === undefined ? '' : ` Put a blank line ${mend} it.`}`,
    ...(at !== undefined && {
      fixes: () => [
        {
          title: `Insert a blank line ${mend} the ${what}`,
          edits: [{ range: { start: at, end: at }, newText }],
          preferred: true,
          isSafe: true,
        },
      ],
    }),
  };
}

/** What keeps the line from being read, and where a blank line would help. */
function findCause(
  { range }: Reference | FootnoteReference,
  text: string,
): { readonly why: string; readonly mend?: 'before' | 'after'; readonly at?: number } {
  const start = text.lastIndexOf('\n', range.start - 1) + 1;
  const end = text.indexOf('\n', range.end) + 1;
  if (/\S[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 200), start)))
    return { why: 'it follows the line above directly', mend: 'before', at: start };
  if (end > 0 && /^ {0,3}(=+|-+)[ \t\r]*(\n|$)/.test(text.slice(end, end + 200)))
    return { why: 'the line below makes a heading of it', mend: 'after', at: end };
  return { why: 'what stands behind the colon is no destination to it' };
}
