import type { FrontMatterKey } from '../contract/model.ts';

const url = 'https://hexo.io/docs/front-matter';
const postCollections = ['posts', 'drafts'];

/** Keys that Hexo reads (`processor/post.ts`, `models/post.ts`). */
export const hexoKeys: readonly FrontMatterKey[] = [
  { key: 'title', type: 'string', description: 'The title that layouts, lists and feeds show.', url },
  {
    key: 'date',
    type: 'date',
    description:
      'Date and time of the post, by the clock of the site’s `timezone`; without it Hexo takes the file’s own.',
    url,
  },
  {
    key: 'updated',
    type: 'date',
    description: 'When the post was last changed; without it Hexo takes the file’s own.',
    url,
  },
  {
    key: 'categories',
    type: 'list',
    description: 'Categories, each below the one before it; a list of lists puts the post into several.',
    url: `${url}#Categories-Tags`,
    collections: postCollections,
  },
  {
    key: 'tags',
    type: 'list',
    description: 'Tags of the post, all on one level.',
    url: `${url}#Categories-Tags`,
    collections: postCollections,
  },
  {
    key: 'layout',
    type: 'string',
    description: 'The template of the page; `false` for none.',
    url: `${url}#Layout`,
    values: ['post', 'page', 'false'],
  },
  {
    key: 'permalink',
    type: 'string',
    description: 'The address of this page in place of the site’s pattern; it ends with `/` or `.html`.',
    url,
  },
  {
    key: 'published',
    type: 'boolean',
    description: 'With `false` Hexo leaves the post out.',
    url,
    collections: postCollections,
  },
  { key: 'comments', type: 'boolean', description: 'With `false` readers cannot comment.', url },
  {
    key: 'excerpt',
    type: 'string',
    description: 'The excerpt in place of the beginning of the post.',
    url,
    collections: postCollections,
  },
  {
    key: 'disableNunjucks',
    type: 'boolean',
    description: 'With `true` the text’s `{{ }}` and `{% %}` are shown as written.',
    url,
  },
  { key: 'lang', type: 'string', description: 'The language of the page.', url },
];
