import type { FrontMatterKey } from '../contract/model.ts';

const docs = 'https://jekyllrb.com/docs';
const postCollections = ['posts', 'drafts'];

/** Keys that Jekyll itself reads (`document.rb`, `page.rb`, `renderer.rb`). */
const coreKeys: readonly FrontMatterKey[] = [
  {
    key: 'layout',
    type: 'string',
    description: 'The file in `_layouts` that wraps the page, without its extension; `none` for no layout.',
    url: `${docs}/front-matter/#predefined-global-variables`,
    values: ['none'],
  },
  {
    key: 'title',
    type: 'string',
    description: 'The title that layouts, lists and feeds show; without it Jekyll makes one of the file name.',
    url: `${docs}/posts/#creating-posts`,
  },
  {
    key: 'date',
    type: 'date',
    description:
      'Date and time of the post in place of the file name’s; a later moment than the build’s keeps it unpublished.',
    url: `${docs}/front-matter/#predefined-variables-for-posts`,
  },
  {
    key: 'categories',
    type: 'list',
    description: 'Categories of the post, part of its address in most permalink styles; text is split at spaces.',
    url: `${docs}/posts/#categories`,
    collections: postCollections,
  },
  {
    key: 'category',
    type: 'string',
    description: 'The one category of the post, spaces included.',
    url: `${docs}/posts/#categories`,
    collections: postCollections,
  },
  { key: 'tags', type: 'list', description: 'Tags of the post; text is split at spaces.', url: `${docs}/posts/#tags` },
  { key: 'tag', type: 'string', description: 'The one tag of the post; it hides `tags`.', url: `${docs}/posts/#tags` },
  {
    key: 'permalink',
    type: 'string',
    description: 'The address of this page in place of the site’s pattern; placeholders such as `:title` work.',
    url: `${docs}/permalinks/`,
  },
  {
    key: 'published',
    type: 'boolean',
    isStrict: true,
    description: 'With `false` Jekyll leaves the page out.',
    url: `${docs}/front-matter/#predefined-global-variables`,
  },
  {
    key: 'slug',
    type: 'string',
    description: 'The last part of the address in place of the file name.',
    url: `${docs}/permalinks/#placeholders`,
  },
  {
    key: 'excerpt',
    type: 'string',
    description: 'The excerpt in place of the beginning of the post.',
    url: `${docs}/posts/#post-excerpts`,
  },
  {
    key: 'excerpt_separator',
    type: 'string',
    description: 'The text that ends the excerpt, `<!--more-->`.',
    url: `${docs}/posts/#post-excerpts`,
  },
  {
    key: 'render_with_liquid',
    type: 'boolean',
    isStrict: true,
    description: 'With `false` the text’s `{{ }}` and `{% %}` are shown as written.',
    url: `${docs}/liquid/tags/#code-snippet-highlighting`,
  },
];

/** Keys that plugins read, by plugin. */
const pluginKeys: Readonly<Record<string, readonly FrontMatterKey[]>> = {
  'jekyll-seo-tag': [
    {
      key: 'description',
      type: 'string',
      description: 'The summary that search engines and shared links show.',
      url: 'https://jekyll.github.io/jekyll-seo-tag/usage/',
    },
    {
      key: 'author',
      type: 'string',
      description: 'The author: a name, or a key of `_data/authors`.',
      url: 'https://jekyll.github.io/jekyll-seo-tag/advanced-usage/#author-information',
    },
    {
      key: 'image',
      type: 'string',
      description: 'The image that shared links show.',
      url: 'https://jekyll.github.io/jekyll-seo-tag/usage/',
    },
    {
      key: 'last_modified_at',
      type: 'date',
      description: 'When the page was last changed, for search engines.',
      url: 'https://jekyll.github.io/jekyll-seo-tag/advanced-usage/',
    },
    {
      key: 'canonical_url',
      type: 'string',
      description: 'The address that search engines should count this page under.',
      url: 'https://jekyll.github.io/jekyll-seo-tag/usage/',
    },
  ],
  'jekyll-feed': [
    {
      key: 'author',
      type: 'string',
      description: 'The author in the feed: a name, or a key of `_data/authors`.',
      url: 'https://github.com/jekyll/jekyll-feed#author-information',
    },
    {
      key: 'image',
      type: 'string',
      description: 'The post’s image in the feed.',
      url: 'https://github.com/jekyll/jekyll-feed#already-have-a-feed-path',
    },
    {
      key: 'feed',
      type: 'map',
      description: 'Feed settings of the post: `excerpt_only`.',
      url: 'https://github.com/jekyll/jekyll-feed#excerpt-only-flag',
    },
  ],
  'jekyll-redirect-from': [
    {
      key: 'redirect_from',
      type: 'list',
      description: 'Old addresses that lead to this page.',
      url: 'https://github.com/jekyll/jekyll-redirect-from#redirect-from',
    },
    {
      key: 'redirect_to',
      type: 'string',
      description: 'The address readers of this page are sent to.',
      url: 'https://github.com/jekyll/jekyll-redirect-from#redirect-to',
    },
  ],
  'jekyll-sitemap': [
    {
      key: 'sitemap',
      type: 'boolean',
      isStrict: true,
      description: 'With `false` the page stays out of the site map.',
      url: 'https://github.com/jekyll/jekyll-sitemap#exclusions',
    },
  ],
};

/** Returns the front matter keys of a site with these plugins, each once. */
export function getFrontMatterKeys(plugins: readonly string[]): FrontMatterKey[] {
  const found = new Map(coreKeys.map((fact) => [fact.key, fact]));
  for (const plugin of plugins)
    for (const fact of pluginKeys[plugin] ?? []) if (!found.has(fact.key)) found.set(fact.key, fact);
  return [...found.values()];
}
