import type { FrontMatterKey } from '../contract/model.ts';

const page = 'https://www.getzola.org/documentation/content/page/#front-matter';
const section = 'https://www.getzola.org/documentation/content/section/#front-matter';
const taxonomies = 'https://www.getzola.org/documentation/content/taxonomies/';
const sections = ['sections'];

/** Keys that Zola reads in pages (`front_matter/page.rs`) and in the `_index.md` of sections (`front_matter/section.rs`). */
export const zolaKeys: readonly FrontMatterKey[] = [
  { key: 'title', type: 'string', description: 'The title of the page.', url: page },
  {
    key: 'description',
    type: 'string',
    description: 'The summary that search engines and shared links show.',
    url: page,
  },
  {
    key: 'date',
    type: 'date',
    description:
      'The date of the page in place of the file name’s; sections sorted by date leave out pages without one.',
    url: page,
  },
  { key: 'updated', type: 'date', description: 'When the page was last changed.', url: page },
  {
    key: 'draft',
    type: 'boolean',
    description: 'With `true` the page, or the section with all its pages, is left out unless drafts are built.',
    url: page,
  },
  {
    key: 'taxonomies',
    type: 'map',
    description: 'Terms by taxonomy, such as `tags`; the configuration names the taxonomies.',
    url: taxonomies,
  },
  { key: 'slug', type: 'string', description: 'The last part of the address in place of the file name.', url: page },
  { key: 'path', type: 'string', description: 'The whole path of the address; it hides `slug`.', url: page },
  { key: 'aliases', type: 'list', description: 'Old addresses that lead to this page.', url: page },
  { key: 'authors', type: 'list', description: 'The authors, for feeds.', url: page },
  {
    key: 'weight',
    type: 'number',
    description: 'The place in sections sorted by weight, the lightest first.',
    url: page,
  },
  { key: 'template', type: 'string', description: 'The template of the page, in `templates`.', url: page },
  { key: 'render', type: 'boolean', description: 'With `false` no page is written for it.', url: page },
  {
    key: 'in_search_index',
    type: 'boolean',
    description: 'With `false` the page stays out of the search index.',
    url: page,
  },
  { key: 'extra', type: 'map', description: 'Values of your own for templates.', url: page },
  {
    key: 'sort_by',
    type: 'string',
    description: 'The order of the section’s pages.',
    url: section,
    values: ['date', 'update_date', 'title', 'title_bytes', 'weight', 'slug', 'none'],
    collections: sections,
  },
  {
    key: 'page_template',
    type: 'string',
    description: 'The template of all pages in the section.',
    url: section,
    collections: sections,
  },
  {
    key: 'paginate_by',
    type: 'number',
    description: 'How many pages the section lists on one of its own.',
    url: section,
    collections: sections,
  },
  {
    key: 'paginate_path',
    type: 'string',
    description: 'What the addresses of the list’s later pages have before their number: `page`.',
    url: section,
    collections: sections,
  },
  {
    key: 'paginate_reversed',
    type: 'boolean',
    description: 'With `true` the last pages are listed first.',
    url: section,
    collections: sections,
  },
  {
    key: 'insert_anchor_links',
    type: 'string',
    description: 'Where headings get a link to themselves.',
    url: section,
    values: ['left', 'right', 'heading', 'none'],
    collections: sections,
  },
  {
    key: 'redirect_to',
    type: 'string',
    description: 'Where readers of the section’s own page are sent.',
    url: section,
    collections: sections,
  },
  {
    key: 'transparent',
    type: 'boolean',
    description: 'With `true` the section’s pages count as the parent’s.',
    url: section,
    collections: sections,
  },
  {
    key: 'generate_feeds',
    type: 'boolean',
    description: 'With `true` the section has a feed of its own.',
    url: section,
    collections: sections,
  },
];
