import type { FrontMatterKey } from '../contract/model.ts';

const docs = 'https://www.11ty.dev/docs';

/** Keys that Eleventy reads. */
export const eleventyKeys: readonly FrontMatterKey[] = [
  {
    key: 'title',
    type: 'string',
    description: 'The title, for layouts and lists of your own.',
    url: `${docs}/data-frontmatter/`,
  },
  {
    key: 'date',
    type: 'date',
    description: 'The date in place of the file name’s, for sorting: a date, or a date of the file itself.',
    url: `${docs}/dates/`,
    values: ['Last Modified', 'Created', 'git Last Modified', 'git Created'],
  },
  {
    key: 'tags',
    type: 'list',
    description: 'Collections that the page belongs to; those of its folder’s data file are added.',
    url: `${docs}/collections/`,
  },
  {
    key: 'layout',
    type: 'string',
    description: 'The template in the includes folder that wraps the page.',
    url: `${docs}/layouts/`,
  },
  {
    key: 'permalink',
    type: 'string',
    description: 'The address of the page, ending with `/` or an extension; `false` for no page.',
    url: `${docs}/permalinks/`,
    values: ['false'],
  },
  {
    key: 'description',
    type: 'string',
    description: 'The summary, for layouts of your own.',
    url: `${docs}/data-frontmatter/`,
  },
  {
    key: 'eleventyExcludeFromCollections',
    type: 'boolean',
    description: 'With `true` the page is in no collection.',
    url: `${docs}/collections/#how-to-exclude-content-from-collections`,
  },
  {
    key: 'eleventyComputed',
    type: 'map',
    description: 'Values made of other values when everything else is known.',
    url: `${docs}/data-computed/`,
  },
  {
    key: 'eleventyNavigation',
    type: 'map',
    description: 'The place of the page in menus: key, parent and order.',
    url: `${docs}/plugins/navigation/`,
  },
  {
    key: 'eleventyImport',
    type: 'map',
    description: 'Collections that must be ready before this page.',
    url: `${docs}/collections-api/`,
  },
  {
    key: 'pagination',
    type: 'map',
    description: 'Makes several pages of one, from a list.',
    url: `${docs}/pagination/`,
  },
  {
    key: 'templateEngineOverride',
    type: 'string',
    description: 'The template languages of this file in place of the site’s: `njk,md`, or `md` alone.',
    url: `${docs}/languages/#overriding-the-template-language`,
  },
  {
    key: 'dynamicPermalink',
    type: 'boolean',
    description: 'With `false` braces in `permalink` are kept as written.',
    url: `${docs}/permalinks/#disable-templating-in-permalinks`,
  },
];
