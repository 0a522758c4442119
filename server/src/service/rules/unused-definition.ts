import { findIncludedLabels } from '../site/resolution/includedLabels.ts';
import { pickEffective } from '../syntax/syntax.ts';
import { isComment } from './definitions.ts';
import { removeLines } from './placement.ts';
import type { Rule } from './rule.ts';

/** Definitions that no link or image of the post uses; comments written as definitions are none. */
export const unusedDefinition: Rule = {
  id: 'unused-definition',
  severity: 'hint',
  dependsOn: 'dialect',
  summary: 'A definition that no link or image of the post uses.',
  *check(post) {
    const { syntax, dialect } = post;
    if (syntax.usesTemplatedLabels || syntax.unread) return;
    const included = findIncludedLabels(post);
    for (const [identifier, definitions] of syntax.definitions) {
      if (syntax.references.has(identifier) || included.references.has(identifier)) continue;
      const definition = pickEffective(definitions, dialect.links.definitionWins)!;
      if (isComment(definition)) continue;
      yield {
        range: definition.range,
        message: `Nothing in this post uses "${definition.label}".`,
        unnecessary: true,
        fixes: () => [
          {
            title: `Remove the definition of "${definition.label}"`,
            edits: [removeLines(syntax.text, definition.range)],
            preferred: true,
          },
        ],
      };
    }
  },
};
