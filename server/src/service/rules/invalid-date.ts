import type { CauseSubject } from '../generators/contract/model.ts';
import type { Severity } from '../site/model/settings.ts';
import { countOthers, findCauses } from './causes.ts';
import type { Rule } from './rule.ts';

const severities: Readonly<Partial<Record<CauseSubject, Severity>>> = {
  'moved date': 'warning',
  'moved date here': 'info',
};

/** Dates that stop the build, and dates that the generator reads as another day than the author wrote. */
export const invalidDate: Rule = {
  id: 'invalid-date',
  severity: 'error',
  summary: 'A date that the engine cannot read, or reads as another day than written.',
  dependsOn: 'front matter',
  *check(open, environment) {
    for (const { cause, ...finding } of findCauses(
      ['unreadable date', 'moved date', 'moved date here'],
      open,
      environment,
    )) {
      const severity = severities[cause.subject];
      const others = cause.subject === 'moved date here' ? countOthers(cause.subject, open, environment) : '';
      if (others === undefined) continue;
      yield { ...finding, message: finding.message + others, ...(severity && { severity }) };
    }
  },
};
