import type { Dialect, HeadingIds } from '../../dialects/dialect.ts';
import { pulldownCmark } from '../../dialects/pulldownCmark.ts';
import { toGitHubId } from '../../dialects/shared/headingIds.ts';
import type { ZolaMarkdown, ZolaSettings } from './settings.ts';
import { slugify } from './slug.ts';

/** Creates the dialect by the settings `markdown` and `slugify.anchors`. */
export function createDialect({ anchorSlugs, markdown }: ZolaSettings): Dialect {
  const { bottomFootnotes, definitionList, githubAlerts } = markdown;
  return pulldownCmark({
    bottomFootnotes,
    definitionList,
    githubAlerts,
    headingIds: anchorSlugs === 'on' ? createSlugIds(markdown) : createPlainIds(markdown),
  });
}

/** Ids by the crate `slug`, to which typographic quotes and dashes are the plain ones. */
function createSlugIds({ renderEmoji }: ZolaMarkdown): HeadingIds {
  return {
    idOf: (text) => slugify(text, 'on') ?? toGitHubId(text),
    isCertain: (text) => slugify(text, 'on') !== undefined && !(renderEmoji && namedEmoji.test(text)),
  };
}

/** Ids that keep all but white space (slugify_anchors in components/utils/src/slugs.rs); markup is certain only where there is none. */
function createPlainIds({ smartPunctuation, renderEmoji }: ZolaMarkdown): HeadingIds {
  return {
    idOf: (text) => text.replace(/[\t\n\f\r ]/g, '_'),
    isCertain: (text) =>
      !/[*_`\\<>&~]/.test(text) &&
      !(smartPunctuation && /["'.-]/.test(text)) &&
      !(renderEmoji && namedEmoji.test(text)),
  };
}

const namedEmoji = /:[\w+-]+:/;
