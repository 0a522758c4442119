import type { FrontMatterKey } from '../contract/model.ts';

const docs = 'https://gohugo.io';
const frontMatter = `${docs}/content-management/front-matter/`;

/** Keys that Hugo reads (`hugolib/page__meta.go`), the most used first. */
const hugoKeys: readonly FrontMatterKey[] = [
  { key: 'title', type: 'string', description: 'The title of the page.', url: `${frontMatter}#title` },
  {
    key: 'date',
    type: 'date',
    description: 'The date of the page; one still to come keeps it off the site unless `publishDate` is earlier.',
    url: `${frontMatter}#date`,
  },
  {
    key: 'draft',
    type: 'boolean',
    description: 'With `true` the page is left out unless drafts are built.',
    url: `${frontMatter}#draft`,
  },
  {
    key: 'description',
    type: 'string',
    description: 'The summary that search engines and shared links show.',
    url: `${frontMatter}#description`,
  },
  {
    key: 'slug',
    type: 'string',
    description: 'The last part of the address in place of the file name; sections keep theirs.',
    url: `${docs}/content-management/urls/#slug`,
  },
  {
    key: 'url',
    type: 'string',
    description:
      'The whole address of the page; it wins over `slug` and the settings’ permalinks. Without a slash at the start it begins in the folder of the language.',
    url: `${docs}/content-management/urls/#url`,
  },
  {
    key: 'aliases',
    type: 'list',
    description: 'Old addresses that lead to this page; those without a slash at the start begin beside it.',
    url: `${docs}/content-management/urls/#aliases`,
  },
  {
    key: 'publishDate',
    type: 'date',
    description: 'The page is left out until then.',
    url: `${frontMatter}#publishdate`,
  },
  {
    key: 'expiryDate',
    type: 'date',
    description: 'The page is left out from then on.',
    url: `${frontMatter}#expirydate`,
  },
  { key: 'lastmod', type: 'date', description: 'When the page was last changed.', url: `${frontMatter}#lastmod` },
  {
    key: 'summary',
    type: 'string',
    description: 'The summary in lists in place of the beginning of the page; `<!--more-->` in the text wins.',
    url: `${docs}/content-management/summaries/`,
  },
  {
    key: 'weight',
    type: 'number',
    description: 'The place in ordered lists, the lightest first; 0 counts as none.',
    url: `${frontMatter}#weight`,
  },
  {
    key: 'layout',
    type: 'string',
    description: 'The template of the page, without its extension.',
    url: `${docs}/templates/lookup-order/`,
  },
  {
    key: 'type',
    type: 'string',
    description: 'The content type in place of the section’s name, which decides the template.',
    url: `${docs}/content-management/types/`,
  },
  { key: 'linkTitle', type: 'string', description: 'A shorter title for links.', url: `${frontMatter}#linktitle` },
  {
    key: 'keywords',
    type: 'list',
    description: 'Keywords for search engines and related pages.',
    url: `${frontMatter}#keywords`,
  },
  {
    key: 'translationKey',
    type: 'string',
    description: 'The same in all translations of one page whose files have other names.',
    url: `${docs}/content-management/multilingual/#bypassing-default-linking`,
  },
  {
    key: 'outputs',
    type: 'list',
    description: 'Formats the page is written in.',
    url: `${docs}/templates/output-formats/#output-formats-for-pages`,
    values: ['html', 'json', 'rss', 'amp', 'calendar', 'csv'],
  },
  {
    key: 'cascade',
    type: 'map',
    description: 'Values for all pages below this section, where they have none of their own.',
    url: `${docs}/content-management/front-matter/#cascade`,
  },
  { key: 'params', type: 'map', description: 'Values of your own for templates.', url: `${frontMatter}#params` },
  {
    key: 'menu',
    type: 'map',
    description: 'Menus in which the page has an entry: a name, a list of names, or a map with settings for each.',
    url: `${docs}/content-management/menus/`,
  },
  {
    key: 'menus',
    type: 'map',
    description: 'Menus in which the page has an entry; the newer name of `menu`.',
    url: `${docs}/content-management/menus/`,
  },
  {
    key: 'resources',
    type: 'list',
    description: 'Names, titles and values for files of the page’s bundle.',
    url: `${docs}/content-management/page-resources/#page-resources-metadata`,
  },
  {
    key: 'headless',
    type: 'boolean',
    description: 'With `true` a bundle’s page is not written; other pages can use its resources. Only in `index.md`.',
    url: `${docs}/content-management/page-bundles/#headless-bundle`,
  },
  {
    key: 'build',
    type: 'map',
    description:
      'Whether the page is rendered, listed and its resources published: `render`, `list`, `publishResources`. Versions before 0.145 know it as `_build` only.',
    url: `${docs}/content-management/build-options/`,
  },
  {
    key: '_build',
    type: 'map',
    description: 'The older name of `build`: `render`, `list`, `publishResources`.',
    url: `${docs}/content-management/build-options/`,
  },
  {
    key: 'sitemap',
    type: 'map',
    description: 'The page’s `changefreq` and `priority` in the site map; newer versions leave it out with `disable`.',
    url: `${docs}/templates/sitemap/`,
  },
  {
    key: 'markup',
    type: 'string',
    description: 'The language of the text in place of the one the file’s extension tells.',
    url: `${docs}/content-management/formats/`,
    values: ['goldmark', 'html', 'asciidocext', 'org', 'pandoc', 'rst'],
  },
  {
    key: 'isCJKLanguage',
    type: 'boolean',
    description:
      'Whether the text is Chinese, Japanese or Korean, which changes how words are counted and summaries cut.',
    url: `${frontMatter}#iscjklanguage`,
  },
  {
    key: 'sites',
    type: 'map',
    description: 'The languages, roles and versions of the site that the page belongs to.',
    url: `${frontMatter}#sites`,
  },
  {
    key: 'pubdate',
    type: 'date',
    description: 'An older name of `publishDate`.',
    url: `${docs}/getting-started/configuration/#configure-dates`,
  },
  {
    key: 'published',
    type: 'date',
    description: 'An older name of `publishDate`; with `false` the page is a draft.',
    url: `${docs}/getting-started/configuration/#configure-dates`,
  },
  {
    key: 'modified',
    type: 'date',
    description: 'An older name of `lastmod`.',
    url: `${docs}/getting-started/configuration/#configure-dates`,
  },
  {
    key: 'unpublishdate',
    type: 'date',
    description: 'An older name of `expiryDate`.',
    url: `${docs}/getting-started/configuration/#configure-dates`,
  },
];

/** The number of keys before those of taxonomies. */
const keysBeforeTaxonomies = 4;

/** Returns the front matter keys of a site with these taxonomies. */
export function getFrontMatterKeys(taxonomies: ReadonlySet<string>): FrontMatterKey[] {
  const terms = [...taxonomies]
    .toSorted((a, b) => (a < b ? 1 : -1))
    .map((name): FrontMatterKey => ({
      key: name,
      type: 'list',
      description: `Terms of the taxonomy \`${name}\`.`,
      url: `${docs}/content-management/taxonomies/`,
    }));
  const others = hugoKeys.filter(({ key }) => !taxonomies.has(key));
  return [...others.slice(0, keysBeforeTaxonomies), ...terms, ...others.slice(keysBeforeTaxonomies)];
}
