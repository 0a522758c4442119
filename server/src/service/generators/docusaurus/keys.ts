import type { FrontMatterKey } from '../contract/model.ts';

const docs = 'https://docusaurus.io/docs/api/plugins';
const blogFrontMatter = `${docs}/@docusaurus/plugin-content-blog#markdown-front-matter`;
const docsFrontMatter = `${docs}/@docusaurus/plugin-content-docs#markdown-front-matter`;
const blogOnly = ['blog'];
const docsOnly = ['docs'];

/** Keys that the plugins for blog, docs and pages read (`frontMatter.ts` of each). */
export const docusaurusKeys: readonly FrontMatterKey[] = [
  {
    key: 'title',
    type: 'string',
    description: 'The title of the page; without it Docusaurus takes the first heading.',
    url: blogFrontMatter,
  },
  {
    key: 'authors',
    type: 'list',
    description: 'The authors: keys of `authors.yml`, or maps with name, title and image.',
    url: blogFrontMatter,
    collections: blogOnly,
  },
  { key: 'tags', type: 'list', description: 'Tags: keys of `tags.yml`, or labels.', url: blogFrontMatter },
  {
    key: 'date',
    type: 'date',
    description: 'The date of the post in place of the one in its file name.',
    url: blogFrontMatter,
    collections: blogOnly,
  },
  {
    key: 'slug',
    type: 'string',
    description: 'The address below the blog or the docs; with `/` in front, from their root.',
    url: blogFrontMatter,
  },
  {
    key: 'description',
    type: 'string',
    description: 'The summary that search engines and shared links show.',
    url: blogFrontMatter,
  },
  {
    key: 'draft',
    type: 'boolean',
    description: 'With `true` the page is only there during development.',
    url: blogFrontMatter,
  },
  {
    key: 'unlisted',
    type: 'boolean',
    description: 'With `true` the page is there, but no list, feed or search engine shows it.',
    url: blogFrontMatter,
  },
  { key: 'image', type: 'string', description: 'The image that shared links show.', url: blogFrontMatter },
  { key: 'keywords', type: 'list', description: 'Keywords for search engines.', url: blogFrontMatter },
  {
    key: 'id',
    type: 'string',
    description: 'The name that side bars know the page by, in place of the file name.',
    url: docsFrontMatter,
    collections: docsOnly,
  },
  { key: 'sidebar_label', type: 'string', description: 'The title in the side bar.', url: docsFrontMatter },
  {
    key: 'sidebar_position',
    type: 'number',
    description: 'The place in a side bar made from folders.',
    url: docsFrontMatter,
    collections: docsOnly,
  },
  {
    key: 'sidebar_class_name',
    type: 'string',
    description: 'A CSS class for the item in the side bar.',
    url: docsFrontMatter,
    collections: docsOnly,
  },
  {
    key: 'displayed_sidebar',
    type: 'string',
    description: 'The side bar to show beside the page.',
    url: docsFrontMatter,
    collections: docsOnly,
  },
  {
    key: 'pagination_label',
    type: 'string',
    description: 'The title on the buttons of the pages before and behind.',
    url: docsFrontMatter,
    collections: docsOnly,
  },
  {
    key: 'pagination_next',
    type: 'string',
    description: 'The id of the page that follows; `null` for none.',
    url: docsFrontMatter,
    collections: docsOnly,
  },
  {
    key: 'pagination_prev',
    type: 'string',
    description: 'The id of the page before; `null` for none.',
    url: docsFrontMatter,
    collections: docsOnly,
  },
  {
    key: 'parse_number_prefixes',
    type: 'boolean',
    description: 'With `false` a number before the file name stays in the address.',
    url: docsFrontMatter,
    collections: docsOnly,
  },
  {
    key: 'custom_edit_url',
    type: 'string',
    description: 'Where the page is edited; `null` for nowhere.',
    url: docsFrontMatter,
    collections: docsOnly,
  },
  {
    key: 'hide_title',
    type: 'boolean',
    description: 'With `true` the title is not shown above the page.',
    url: docsFrontMatter,
    collections: docsOnly,
  },
  {
    key: 'hide_table_of_contents',
    type: 'boolean',
    description: 'With `true` the page has no table of contents.',
    url: blogFrontMatter,
  },
  {
    key: 'toc_min_heading_level',
    type: 'number',
    description: 'The highest level of headings in the table of contents.',
    url: blogFrontMatter,
  },
  {
    key: 'toc_max_heading_level',
    type: 'number',
    description: 'The lowest level of headings in the table of contents.',
    url: blogFrontMatter,
  },
  {
    key: 'title_meta',
    type: 'string',
    description: 'The title for search engines in place of `title`.',
    url: blogFrontMatter,
  },
  { key: 'last_update', type: 'map', description: 'Date and author of the last change.', url: blogFrontMatter },
];
