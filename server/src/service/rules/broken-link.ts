import type { Destination } from '../site/resolution/links.ts';
import type { ResolvedLink } from '../site/resolution/resolvedLinks.ts';
import { resolveLinks } from '../site/resolution/resolvedLinks.ts';
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
    for (const each of resolveLinks(open, environment)) {
      if (each.destination.kind !== 'missing' || each.place.target === 'image') continue;
      yield toFinding(each, each.destination, open, environment);
    }
  },
};

type Missing = Extract<Destination, { kind: 'missing' }>;

function toFinding({ place }: ResolvedLink, destination: Missing, open: OpenPost, environment: Environment): Finding {
  return {
    range: place.range,
    message: toMessage(place.written, destination),
    ...(destination.tag?.stopsBuild && { severity: 'error' as const }),
    ...(destination.suggestion?.reason === 'the base path is missing' && { severity: 'hint' as const }),
    fixes: () => createAddressFixes(place, destination, open, environment),
  };
}

function toMessage(written: string, { url, tag, suggestion }: Missing): string {
  if (tag?.obstacle !== undefined)
    return `${tag.obstacle}${tag.stopsBuild ? ' A link that leads nowhere stops the build.' : ''} Write the URL of the page.`;
  if (tag)
    return `There is no \`${tag.displayName}\` on this site${tag.stopsBuild ? ', which stops the build' : ''}. Mend the name.`;
  if (suggestion?.reason === 'a host without its scheme')
    return `Without \`https://\` in front, \`${written}\` leads to \`${url}\` on this site, where nothing is. Write \`${suggestion.written}\`.`;
  if (suggestion?.reason === 'brackets in brackets')
    return `The address stands in two pairs of brackets, so the inner ones count as part of it. Write \`(${suggestion.written})\`.`;
  if (suggestion?.reason === 'the base path is missing')
    return `\`${url}\` leads out of this site, whose pages are at \`${suggestion.written}\` and the like. Write \`${suggestion.written}\`.`;
  if (suggestion?.reason === 'a tag that does not run')
    return `\`${written}\` does not run as the address of a link in Markdown, so readers get an error page. Write \`${suggestion.written}\`.`;
  if (/\{[{%]/.test(url))
    return `\`${written}\` does not run as the address of a link in Markdown, so readers get an error page. Write the address itself, or the link in HTML.`;
  if (suggestion?.reason === 'letter case')
    return `Nothing is at \`${url}\`, so readers get an error page: addresses differ by capital letters. Write \`${suggestion.written}\`.`;
  const where = written === url ? '' : ` leads to \`${url}\`, where`;
  return where === ''
    ? `Nothing on this site is at \`${url}\`, so readers get an error page. Mend the address.`
    : `\`${written}\`${where} nothing is, so readers get an error page. Mend the address.`;
}
