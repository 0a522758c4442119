import type { FrontMatterKey } from '../contract/model.ts';

const reference = 'https://vitepress.dev/reference';
const config = `${reference}/frontmatter-config`;

/** Keys that VitePress and its default theme read (`frontmatter-config`), the most used first. */
export const vitepressKeys: readonly FrontMatterKey[] = [
  {
    key: 'title',
    type: 'string',
    description: 'The title of the page; without it VitePress takes the first heading.',
    url: `${config}#title`,
  },
  {
    key: 'description',
    type: 'string',
    description: 'The summary that search engines and shared links show.',
    url: `${config}#description`,
  },
  {
    key: 'layout',
    type: 'string',
    description: 'How the page is laid out; `false` for the text alone.',
    url: `${config}#layout`,
    values: ['doc', 'home', 'page', 'false'],
  },
  {
    key: 'date',
    type: 'date',
    description: 'The day of a post, for lists that the site makes itself.',
    url: 'https://vitepress.dev/guide/data-loading#createcontentloader',
  },
  {
    key: 'titleTemplate',
    type: 'string',
    description: 'What stands behind the title, or `:title` with text around it; `false` for nothing.',
    url: `${config}#titletemplate`,
  },
  { key: 'head', type: 'list', description: 'More elements for the head of the page.', url: `${config}#head` },
  {
    key: 'lang',
    type: 'string',
    description: 'The language of the page: `en-US`.',
    url: `${reference}/site-config#lang`,
  },
  {
    key: 'outline',
    type: 'string',
    description: 'The headings in the outline: a level, two of them, `deep`, or `false` for none.',
    url: `${config}#outline`,
    values: ['deep', 'false'],
  },
  {
    key: 'prev',
    type: 'string',
    description: 'The link to the page before: a text, a map with text and link, or `false` for none.',
    url: `${reference}/default-theme-prev-next-links`,
  },
  {
    key: 'next',
    type: 'string',
    description: 'The link to the page after: a text, a map with text and link, or `false` for none.',
    url: `${reference}/default-theme-prev-next-links`,
  },
  {
    key: 'lastUpdated',
    type: 'boolean',
    description: 'Whether the page says when it was changed last; a date takes the place of the one Git knows.',
    url: `${config}#lastupdated`,
  },
  {
    key: 'editLink',
    type: 'boolean',
    description: 'Whether the page has a link to its source.',
    url: `${config}#editlink`,
  },
  { key: 'navbar', type: 'boolean', description: 'Whether the page has the bar at its top.', url: `${config}#navbar` },
  { key: 'sidebar', type: 'boolean', description: 'Whether the page has the side bar.', url: `${config}#sidebar` },
  {
    key: 'aside',
    type: 'string',
    description: 'Where the outline stands: `true` for the right, `left`, or `false` for nowhere.',
    url: `${config}#aside`,
    values: ['true', 'left', 'false'],
  },
  { key: 'footer', type: 'boolean', description: 'Whether the page has the footer.', url: `${config}#footer` },
  { key: 'pageClass', type: 'string', description: 'A CSS class for the page.', url: `${config}#pageclass` },
  { key: 'hero', type: 'map', description: 'The head of a home page.', url: `${config}#hero` },
  { key: 'features', type: 'list', description: 'The boxes of a home page.', url: `${config}#features` },
  {
    key: 'isHome',
    type: 'boolean',
    description: 'Whether a page with a layout of its own is a home page to the theme.',
    url: `${config}#ishome`,
  },
  {
    key: 'markdownStyles',
    type: 'boolean',
    description: 'With `false` a home page shows its text without the styles for Markdown.',
    url: `${reference}/default-theme-home-page#markdown-content`,
  },
];
