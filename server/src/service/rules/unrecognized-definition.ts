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
  const what = occurrence.type === 'reference' ? 'definition' : 'note';
  const { why, mend, at } = cause(occurrence, text);
  const newText = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    range: { start: occurrence.range.start, end: occurrence.range.end + 1 },
    message: `${dialect.name} reads this ${what} as text, because ${why}.${mend === undefined ? '' : ` Put a blank line ${mend} it.`}`,
    ...(at !== undefined && { fixes: () => [{ title: `Insert a blank line ${mend} the ${what}`, edits: [{ range: { start: at, end: at }, newText }], preferred: true, isSafe: true }] }),
  };
}

/** What keeps the line from being read, and where a blank line would help. */
function cause({ range }: Reference | FootnoteReference, text: string): { readonly why: string; readonly mend?: 'before' | 'after'; readonly at?: number } {
  const start = text.lastIndexOf('\n', range.start - 1) + 1;
  const end = text.indexOf('\n', range.end) + 1;
  if (/\S[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 200), start))) return { why: 'it follows the line above directly', mend: 'before', at: start };
  if (end > 0 && /^ {0,3}(=+|-+)[ \t\r]*(\n|$)/.test(text.slice(end, end + 200))) return { why: 'the line below makes a heading of it', mend: 'after', at: end };
  return { why: 'what stands behind the colon is no destination to it' };
}
