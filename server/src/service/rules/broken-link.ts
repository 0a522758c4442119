import type { Destination } from '../site/resolution/links.ts';
import type { Linked } from '../site/resolution/resolvedLinks.ts';
import { linked } from '../site/resolution/resolvedLinks.ts';
import type { OpenPost } from '../site/model/snapshot.ts';
import type { Environment } from '../generators/contract/model.ts';
import { createAddressFixes } from './addressFixes.ts';
import type { Finding, Rule } from './rule.ts';

/** Links of a post to pages, files and posts of its own site that do not exist. */
export const brokenLink: Rule = {
  id: 'broken-link',
  severity: 'warning',
  summary: 'A link to a page, file or post that the site does not have.',
  *check(open, environment) {
    for (const each of linked(open, environment)) {
      if (each.destination.kind !== 'missing' || each.place.target === 'image') continue;
      yield toFinding(each, each.destination, open, environment);
    }
  },
};

type Missing = Extract<Destination, { kind: 'missing' }>;

function toFinding({ place }: Linked, destination: Missing, open: OpenPost, environment: Environment): Finding {
  return {
    range: place.range,
    message: toMessage(place.written, destination),
    ...(destination.tag?.stopsBuild && { severity: 'error' as const }),
    ...(destination.nearby?.why === 'the base path is missing' && { severity: 'hint' as const }),
    fixes: () => createAddressFixes(place, destination, open, environment),
  };
}

function toMessage(written: string, { url, tag, nearby }: Missing): string {
  if (tag)
    return `There is no \`${tag.shown}\` on this site${tag.stopsBuild ? ', which stops the build' : ''}. Mend the name.`;
  if (nearby?.why === 'a host without its scheme')
    return `Without \`https://\` in front, \`${written}\` leads to \`${url}\` on this site, where nothing is. Write \`${nearby.written}\`.`;
  if (nearby?.why === 'brackets in brackets')
    return `The address stands in two pairs of brackets, so the inner ones count as part of it. Write \`(${nearby.written})\`.`;
  if (nearby?.why === 'the base path is missing')
    return `\`${url}\` leads out of this site, whose pages are at \`${nearby.written}\` and the like. Write \`${nearby.written}\`.`;
  if (nearby?.why === 'letter case')
    return `Nothing is at \`${url}\`, so readers get an error page: addresses differ by capital letters. Write \`${nearby.written}\`.`;
  const where = written === url ? '' : ` leads to \`${url}\`, where`;
  return where === ''
    ? `Nothing on this site is at \`${url}\`, so readers get an error page. Mend the address.`
    : `\`${written}\`${where} nothing is, so readers get an error page. Mend the address.`;
}
