import { resolveLinks } from '../site/resolution/resolvedLinks.ts';
import { createAddressFixes } from './addressFixes.ts';
import type { Rule } from './rule.ts';

/** Images of the site itself that do not exist. */
export const brokenImage: Rule = {
  id: 'broken-image',
  severity: 'warning',
  summary: 'An image that the site does not have.',
  *check(open, environment) {
    for (const { place, destination } of resolveLinks(open, environment)) {
      if (destination.kind !== 'missing' || place.target !== 'image') continue;
      const { url, suggestion } = destination;
      const hint = suggestion ? `Write \`${suggestion.written}\`.` : 'Mend the address or add the file.';
      yield {
        range: place.range,
        message: `There is no file at \`${url}\`, so readers see a broken image. ${hint}`,
        fixes: () => createAddressFixes(place, destination, open, environment),
      };
    }
  },
};
