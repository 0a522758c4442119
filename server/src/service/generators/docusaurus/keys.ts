import type { FrontMatterKey } from '../contract/model.ts';

const docs = 'https://docusaurus.io/docs/api/plugins';
const ofBlog = `${docs}/@docusaurus/plugin-content-blog#markdown-front-matter`;
const ofDocs = `${docs}/@docusaurus/plugin-content-docs#markdown-front-matter`;
const blog = ['blog'];
const docsOnly = ['docs'];

/** Keys that the plugins for blog, docs and pages read (`frontMatter.ts` of each). */
export const docusaurusKeys: readonly FrontMatterKey[] = [
  {
    key: 'title',
    type: 'string',
    description: 'The title of the page; without it Docusaurus takes the first heading.',
    url: ofBlog,
  },
  {
    key: 'authors',
    type: 'list',
    description: 'The authors: keys of `authors.yml`, or maps with name, title and image.',
    url: ofBlog,
    collections: blog,
  },
  { key: 'tags', type: 'list', description: 'Tags: keys of `tags.yml`, or labels.', url: ofBlog },
  {
    key: 'date',
    type: 'date',
    description: 'The date of the post in place of the one in its file name.',
    url: ofBlog,
    collections: blog,
  },
  {
    key: 'slug',
    type: 'string',
    description: 'The address below the blog or the docs; with `/` in front, from their root.',
    url: ofBlog,
  },
  {
    key: 'description',
    type: 'string',
    description: 'The summary that search engines and shared links show.',
    url: ofBlog,
  },
  { key: 'draft', type: 'boolean', description: 'With `true` the page is only there during development.', url: ofBlog },
  {
    key: 'unlisted',
    type: 'boolean',
    description: 'With `true` the page is there, but no list, feed or search engine shows it.',
    url: ofBlog,
  },
  { key: 'image', type: 'string', description: 'The image that shared links show.', url: ofBlog },
  { key: 'keywords', type: 'list', description: 'Keywords for search engines.', url: ofBlog },
  {
    key: 'id',
    type: 'string',
    description: 'The name that side bars know the page by, in place of the file name.',
    url: ofDocs,
    collections: docsOnly,
  },
  { key: 'sidebar_label', type: 'string', description: 'The title in the side bar.', url: ofDocs },
  {
    key: 'sidebar_position',
    type: 'number',
    description: 'The place in a side bar made from folders.',
    url: ofDocs,
    collections: docsOnly,
  },
  {
    key: 'sidebar_class_name',
    type: 'string',
    description: 'A CSS class for the item in the side bar.',
    url: ofDocs,
    collections: docsOnly,
  },
  {
    key: 'displayed_sidebar',
    type: 'string',
    description: 'The side bar to show beside the page.',
    url: ofDocs,
    collections: docsOnly,
  },
  {
    key: 'pagination_label',
    type: 'string',
    description: 'The title on the buttons of the pages before and behind.',
    url: ofDocs,
    collections: docsOnly,
  },
  {
    key: 'pagination_next',
    type: 'string',
    description: 'The id of the page that follows; `null` for none.',
    url: ofDocs,
    collections: docsOnly,
  },
  {
    key: 'pagination_prev',
    type: 'string',
    description: 'The id of the page before; `null` for none.',
    url: ofDocs,
    collections: docsOnly,
  },
  {
    key: 'parse_number_prefixes',
    type: 'boolean',
    description: 'With `false` a number before the file name stays in the address.',
    url: ofDocs,
    collections: docsOnly,
  },
  {
    key: 'custom_edit_url',
    type: 'string',
    description: 'Where the page is edited; `null` for nowhere.',
    url: ofDocs,
    collections: docsOnly,
  },
  {
    key: 'hide_title',
    type: 'boolean',
    description: 'With `true` the title is not shown above the page.',
    url: ofDocs,
    collections: docsOnly,
  },
  {
    key: 'hide_table_of_contents',
    type: 'boolean',
    description: 'With `true` the page has no table of contents.',
    url: ofBlog,
  },
  {
    key: 'toc_min_heading_level',
    type: 'number',
    description: 'The highest level of headings in the table of contents.',
    url: ofBlog,
  },
  {
    key: 'toc_max_heading_level',
    type: 'number',
    description: 'The lowest level of headings in the table of contents.',
    url: ofBlog,
  },
  { key: 'title_meta', type: 'string', description: 'The title for search engines in place of `title`.', url: ofBlog },
  { key: 'last_update', type: 'map', description: 'Date and author of the last change.', url: ofBlog },
];
