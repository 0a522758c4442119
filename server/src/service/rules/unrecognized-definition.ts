import type { FootnoteReference, Reference } from '../syntax/occurrence.ts';
import type { Syntax } from '../syntax/syntax.ts';
import { isMeantAsDefinition } from './definitions.ts';
import type { Finding, Rule } from './rule.ts';

/** Lines that look like a definition or a note and are text, because a paragraph is open above them. */
export const unrecognizedDefinition: Rule = {
  id: 'unrecognized-definition',
  severity: 'warning',
  summary: 'A line that looks like a definition or a note and is text to this engine.',
  *check({ syntax }) {
    for (const groups of [syntax.references, syntax.markers]) {
      for (const group of groups.values()) for (const occurrence of group) if (isMeantAsDefinition(occurrence, syntax)) yield finding(occurrence, syntax);
    }
  },
};

function finding(occurrence: Reference | FootnoteReference, syntax: Syntax): Finding {
  const { text, dialect } = syntax;
  const start = text.lastIndexOf('\n', occurrence.range.start - 1) + 1;
  const what = occurrence.type === 'reference' ? 'definition' : 'note';
  return {
    range: { start: occurrence.range.start, end: occurrence.range.end + 1 },
    message: `${dialect.name} reads this ${what} as text, because it follows the line above directly. Put a blank line before it.`,
    fixes: () => [
      { title: `Insert a blank line before the ${what}`, edits: [{ range: { start, end: start }, newText: text.includes('\r\n') ? '\r\n' : '\n' }], preferred: true, isSafe: true },
    ],
  };
}
