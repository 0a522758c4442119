import type { FrontMatterKey } from '../contract/model.ts';

const writing = 'https://www.mkdocs.org/user-guide/writing-your-docs/#meta-data';
const material = 'https://squidfunk.github.io/mkdocs-material';
const blog = `${material}/plugins/blog/#metadata`;
const posts = ['posts'];

/** Keys that MkDocs, the theme Material and its blog read, the most used first. */
export const mkdocsKeys: readonly FrontMatterKey[] = [
  {
    key: 'title',
    type: 'string',
    description: 'The title of the page; without it MkDocs takes the first heading.',
    url: writing,
  },
  { key: 'date', type: 'date', description: 'The day of a post of the blog, which needs one.', url: blog },
  {
    key: 'draft',
    type: 'boolean',
    description: 'With `true` the post is shown by `mkdocs serve` only.',
    url: blog,
    collections: posts,
    isStrict: true,
  },
  { key: 'categories', type: 'list', description: 'The categories of a post.', url: blog, collections: posts },
  { key: 'tags', type: 'list', description: 'The tags of a page.', url: `${material}/plugins/tags/` },
  {
    key: 'authors',
    type: 'list',
    description: 'The authors of a post, by their keys in `.authors.yml`.',
    url: blog,
    collections: posts,
  },
  {
    key: 'slug',
    type: 'string',
    description: 'The last part of the address of a post in place of its title.',
    url: blog,
    collections: posts,
  },
  {
    key: 'description',
    type: 'string',
    description: 'The summary that search engines and shared links show.',
    url: `${material}/reference/#setting-the-page-description`,
  },
  { key: 'template', type: 'string', description: 'The template of the theme for this page.', url: writing },
  {
    key: 'hide',
    type: 'list',
    description: 'Parts of the page that the theme leaves out.',
    url: `${material}/setup/setting-up-navigation/#hiding-the-sidebars`,
    values: ['navigation', 'toc', 'path', 'footer', 'tags', 'feedback'],
  },
  {
    key: 'icon',
    type: 'string',
    description: 'The icon of the page in the navigation.',
    url: `${material}/reference/#setting-the-page-icon`,
  },
  {
    key: 'status',
    type: 'string',
    description: 'What the navigation says of the page: `new` or `deprecated`.',
    url: `${material}/reference/#setting-the-page-status`,
  },
  {
    key: 'readtime',
    type: 'number',
    description: 'The minutes that a post takes to read.',
    url: blog,
    collections: posts,
  },
  { key: 'pin', type: 'boolean', description: 'With `true` the post comes first.', url: blog, collections: posts },
  { key: 'links', type: 'list', description: 'Further links beside a post.', url: blog, collections: posts },
];
