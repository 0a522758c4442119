import { getPublication } from '../site/resolution/publication.ts';
import { countOthers, findCauses } from './causes.ts';
import type { Rule } from './rule.ts';

/** Posts that the site does not show, and `draft: true` where it keeps nothing back. */
export const notPublished: Rule = {
  id: 'not-published',
  severity: 'info',
  summary: 'A post that is not on the site: draft, scheduled, expired, unpublished, or one that stops the build.',
  dependsOn: 'front matter',
  *check(open, environment) {
    const isExpired = getPublication(open, environment)?.state === 'expired';
    const others = isExpired ? countOthers('expired', open, environment) : '';
    for (const { cause, ...finding } of findCauses(['state', 'build'], open, environment)) {
      if (cause.subject === 'build') yield { ...finding, severity: 'error' };
      else if (others !== undefined) yield { ...finding, message: finding.message + others };
    }
  },
};
