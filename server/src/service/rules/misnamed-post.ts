import { findCauses } from './causes.ts';
import type { Rule } from './rule.ts';

/** Files among the posts that the generator passes by because of their names. */
export const misnamedPost: Rule = {
  id: 'misnamed-post',
  severity: 'warning',
  summary: 'A file among the posts whose name keeps it off the site.',
  dependsOn: 'front matter',
  *check(open, environment) {
    for (const { range, message } of findCauses(['file name'], open, environment)) yield { range, message };
  },
};
