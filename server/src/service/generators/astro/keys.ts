import type { FrontMatterKey } from '../contract/model.ts';

const collections = 'https://docs.astro.build/en/guides/content-collections/';
const pages = 'https://docs.astro.build/en/guides/markdown-content/';

/** Keys that Astro itself reads, then those of its templates for blogs: a collection's schema is the site's own. */
export const astroKeys: readonly FrontMatterKey[] = [
  {
    key: 'layout',
    type: 'string',
    description: 'The component that wraps the page, as a path from this file.',
    url: `${pages}#frontmatter-layout-property`,
    collections: ['pages'],
  },
  {
    key: 'slug',
    type: 'string',
    description: 'The entry’s id in place of its path, which most routes make its address of.',
    url: `${collections}#defining-custom-ids`,
  },
  {
    key: 'title',
    type: 'string',
    description: 'The title of the page, as the site’s schema has it.',
    url: `${collections}#defining-the-collection-schema`,
  },
  {
    key: 'description',
    type: 'string',
    description: 'The summary that search engines and shared links show, as the site’s schema has it.',
    url: `${collections}#defining-the-collection-schema`,
  },
];

const starlight = 'https://starlight.astro.build/reference/frontmatter/';

/** Keys that Starlight reads. */
export const starlightKeys: readonly FrontMatterKey[] = [
  {
    key: 'title',
    type: 'string',
    description: 'The title of the page; it must be there.',
    url: `${starlight}#title-required`,
  },
  {
    key: 'description',
    type: 'string',
    description: 'The summary that search engines and shared links show.',
    url: `${starlight}#description`,
  },
  { key: 'slug', type: 'string', description: 'The address in place of the file’s path.', url: `${starlight}#slug` },
  {
    key: 'draft',
    type: 'boolean',
    description: 'With `true` the page is only there during development.',
    url: `${starlight}#draft`,
  },
  {
    key: 'template',
    type: 'string',
    description: 'The layout of the page: with side bars, or for a landing page.',
    url: `${starlight}#template`,
    values: ['doc', 'splash'],
  },
  { key: 'hero', type: 'map', description: 'The big opening of a landing page.', url: `${starlight}#hero` },
  { key: 'banner', type: 'map', description: 'The announcement above the page.', url: `${starlight}#banner` },
  {
    key: 'tableOfContents',
    type: 'map',
    description: 'The levels of headings in the table of contents; `false` for none.',
    url: `${starlight}#tableofcontents`,
  },
  {
    key: 'sidebar',
    type: 'map',
    description: 'Label, order and badge of the page in the side bar.',
    url: `${starlight}#sidebar`,
  },
  {
    key: 'editUrl',
    type: 'string',
    description: 'Where the page is edited; `false` for nowhere.',
    url: `${starlight}#editurl`,
  },
  { key: 'lastUpdated', type: 'date', description: 'When the page was last changed.', url: `${starlight}#lastupdated` },
  {
    key: 'prev',
    type: 'string',
    description: 'The link to the page before; `false` for none.',
    url: `${starlight}#prev`,
  },
  {
    key: 'next',
    type: 'string',
    description: 'The link to the page that follows; `false` for none.',
    url: `${starlight}#next`,
  },
  {
    key: 'pagefind',
    type: 'boolean',
    description: 'With `false` the page stays out of the search.',
    url: `${starlight}#pagefind`,
  },
  { key: 'head', type: 'list', description: 'Further tags for the head of the page.', url: `${starlight}#head` },
];
