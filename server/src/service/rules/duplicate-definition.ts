import type { Definition } from '../syntax/occurrences/occurrence.ts';
import { pickEffective } from '../syntax/syntax.ts';
import { isComment } from './definitions.ts';
import { removeLines } from './placement.ts';
import type { Finding, Rule } from './rule.ts';

/** Definitions of one label that another copy overrides in this dialect. */
export const duplicateDefinition: Rule = {
  id: 'duplicate-definition',
  severity: 'warning',
  dependsOn: 'dialect',
  summary: 'A definition without effect, because another one of the same label counts.',
  *check({ syntax, dialect }) {
    for (const copies of syntax.definitions.values()) {
      const winner = pickEffective(copies, dialect.links.definitionWins)!;
      for (const copy of copies) {
        if (copy !== winner && !isComment(copy))
          yield toFinding(copy, winner, syntax.text, `${dialect.name} uses the ${dialect.links.definitionWins} one`);
      }
    }
  },
};

function toFinding(copy: Definition, winner: Definition, text: string, why: string): Finding {
  const same = copy.destination === winner.destination;
  return {
    range: copy.range,
    message: same
      ? `"${copy.label}" is defined twice with the same destination; ${why}.`
      : `"${copy.label}" is defined twice; ${why}, so its links go to "${winner.destination}" and this one has no effect.`,
    ...(same && { severity: 'hint' as const, unnecessary: true as const }),
    related: [{ range: winner.range, message: 'The definition that counts' }],
    fixes: () => [
      {
        title: 'Remove this definition',
        edits: [removeLines(text, copy.range)],
        ...(same && { isSafe: true as const }),
      },
    ],
  };
}
