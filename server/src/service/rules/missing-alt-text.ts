import { linkPlaces } from '../syntax/linkPlaces.ts';
import type { Rule } from './rule.ts';

/** Images that say nothing to those who do not see them; HTML's `alt=""` says that there is nothing to say. */
export const missingAltText: Rule = {
  id: 'missing-alt-text',
  severity: 'hint',
  summary: 'An image without a text for those who do not see it.',
  *check({ syntax }) {
    for (const { range, origin, alt } of linkPlaces(syntax)) {
      if (alt === '' || (origin === 'link' && alt?.trim() === '')) yield { range, message: 'This image has no alternative text: those who do not see it get nothing. Say in a few words what it shows.' };
    }
    for (const occurrence of syntax.occurrences) {
      if (occurrence.type !== 'reference' || occurrence.target !== 'image' || occurrence.form !== 'full' || occurrence.text.trim() !== '') continue;
      if (syntax.definitions.has(occurrence.identifier)) yield { range: occurrence.range, message: 'This image has no alternative text: those who do not see it get nothing. Say in a few words what it shows.' };
    }
  },
};
