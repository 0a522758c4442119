import { findLinkPlaces } from '../syntax/structure/linkPlaces.ts';
import type { Rule } from './rule.ts';

/** Images without alternative text; `alt=""` in HTML is meant to be empty. */
export const missingAltText: Rule = {
  id: 'missing-alt-text',
  severity: 'hint',
  summary: 'An image without a text for those who do not see it.',
  *check({ syntax }) {
    for (const { range, target, origin, alt } of findLinkPlaces(syntax)) {
      const isSilent = origin === 'html' ? alt === undefined : origin === 'link' && alt?.trim() === '';
      if (target === 'image' && isSilent) yield { range, message };
    }
    for (const references of syntax.references.values()) {
      for (const { target, form, text, range, identifier } of references) {
        if (target === 'image' && form === 'full' && text.trim() === '' && syntax.definitions.has(identifier))
          yield { range, message };
      }
    }
  },
};

const message =
  'This image has no alternative text: those who do not see it get nothing. Say in a few words what it shows.';
