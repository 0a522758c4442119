import type { KeyFact } from '../generator.ts';

const url = 'https://www.getzola.org/documentation/content/page/#front-matter';

/** Keys that Zola reads. */
export const zolaKeys: readonly KeyFact[] = [
  { key: 'title', type: 'string', description: 'The title of the page.', url },
  { key: 'description', type: 'string', description: 'The summary that search engines and shared links show.', url },
  { key: 'date', type: 'date', description: 'The date of the page; sections sorted by date leave out pages without one.', url },
  { key: 'updated', type: 'date', description: 'When the page was last changed.', url },
  { key: 'draft', type: 'boolean', description: 'With `true` the page is left out unless drafts are built.', url },
  { key: 'slug', type: 'string', description: 'The last part of the address.', url },
  { key: 'path', type: 'string', description: 'The whole path of the address; it hides `slug`.', url },
  { key: 'aliases', type: 'list', description: 'Old addresses that lead to this page.', url },
  { key: 'authors', type: 'list', description: 'The authors, for feeds.', url },
  { key: 'weight', type: 'number', description: 'The place in sections sorted by weight.', url },
  { key: 'template', type: 'string', description: 'The template of the page.', url },
  { key: 'in_search_index', type: 'boolean', description: 'With `false` the page stays out of the search index.', url },
  { key: 'taxonomies', type: 'map', description: 'Terms by taxonomy, such as `tags`.', url },
  { key: 'extra', type: 'map', description: 'Values of your own for templates.', url },
];
