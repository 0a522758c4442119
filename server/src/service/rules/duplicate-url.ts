import { urlKeys } from '../generators/index.ts';
import { findPostsAtSameAddress } from '../site/resolution/addresses.ts';
import { getPublication } from '../site/resolution/publication.ts';
import type { Post } from '../site/model/site.ts';
import { toHeadRange } from './causes.ts';
import type { Rule } from './rule.ts';

/** Posts that the generator writes to one address, where only one of them can be. */
export const duplicateUrl: Rule = {
  id: 'duplicate-url',
  severity: 'error',
  summary: 'Two posts with one URL, of which readers see only one.',
  dependsOn: 'front matter',
  *check(open, environment) {
    const { site, post } = open;
    if (!site || !post || site.generator.translationsShareUrls) return;
    const [first, ...more] = findPostsAtSameAddress(post, site, environment).filter((other) =>
      isSameLanguage(post, other),
    );
    if (!first) return;
    const others = more.length === 0 ? '' : ` and ${more.length} more`;
    const url = getPublication(open, environment)?.url ?? '';
    yield {
      range: toHeadRange(open, ...urlKeys),
      message: `\`${first.path}\`${others} goes to the same address, \`${url}\`; readers will see only one of them. Give one another permalink, slug, date or file name.`,
    };
  },
};

function isSameLanguage(post: Post, other: Post): boolean {
  return getLanguage(post) === getLanguage(other);
}

function getLanguage({ frontMatter }: Post): unknown {
  return frontMatter?.data.lang ?? frontMatter?.data.language ?? frontMatter?.data.locale;
}
