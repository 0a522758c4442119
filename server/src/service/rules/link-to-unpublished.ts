import type { Publication } from '../generators/contract/model.ts';
import { hasComputedRules, isAnsweredByHost } from '../generators/shared/hostRules.ts';
import type { Site } from '../site/model/site.ts';
import { resolveLinks } from '../site/resolution/resolvedLinks.ts';
import { getPostPublication, getPublication } from '../site/resolution/publication.ts';
import type { Rule } from './rule.ts';

/** Links of a published post to one that readers will not find, or not yet. */
export const linkToUnpublished: Rule = {
  id: 'link-to-unpublished',
  severity: 'warning',
  summary: 'A link to a post that is not on the site: a draft, one that is scheduled for later, expired or held back.',
  *check(open, environment) {
    const { site } = open;
    const own = getPublication(open, environment);
    if (!site || !own || (own.state !== 'published' && own.state !== 'scheduled')) return;
    for (const { place, destination } of resolveLinks(open, environment)) {
      if (destination.kind !== 'post') continue;
      const target = getPostPublication(site, destination.post, environment);
      const isCopied = target.state === 'skipped' && !destination.post.frontMatter;
      if (isCopied || !isMissingFrom(own, target) || isServedByHost(target, site)) continue;
      const stops = destination.how === 'tag' && site.generator.linking?.tagsRequirePublishedPosts === true;
      yield {
        range: place.range,
        message:
          `\`${destination.post.path}\` ${why[target.state]}, ${stops ? 'and a tag that names it stops the build' : 'so this link leads readers nowhere'}. ${target.reasons[0] ?? ''}`.trim(),
        ...(stops && { severity: 'error' as const }),
      };
    }
  },
};

/** Whether rules of the host answer for a page that the build does not write. */
function isServedByHost({ state, url }: Publication, { generator, siteView }: Site): boolean {
  if (state !== 'unpublished' || url === undefined) return false;
  return isAnsweredByHost(url, siteView, generator.linking?.origins ?? []) || hasComputedRules(siteView);
}

const why: Readonly<Record<Publication['state'], string>> = {
  published: 'is published',
  draft: 'is a draft',
  scheduled: 'is scheduled for later',
  expired: 'has expired',
  unpublished: 'is held back',
  skipped: 'is left out of the site',
};

/** Two scheduled posts may appear in the right order. */
function isMissingFrom(own: Publication, target: Publication): boolean {
  if (target.state === 'published') return false;
  if (target.state !== 'scheduled' || own.state !== 'scheduled') return true;
  return own.date !== undefined && target.date !== undefined && Date.parse(own.date) < Date.parse(target.date);
}
