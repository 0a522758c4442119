import type { FrontMatterKey } from '../contract/model.ts';

const content = 'https://docs.getpelican.com/en/stable/content.html#file-metadata';

/** Metadata that Pelican reads (`content.rst`), the most used first. */
export const pelicanKeys: readonly FrontMatterKey[] = [
  { key: 'title', type: 'string', description: 'The title of the article or page, which needs one.', url: content },
  { key: 'date', type: 'date', description: 'The date of the article, which needs one.', url: content },
  {
    key: 'category',
    type: 'string',
    description: 'The category of the article in place of the name of its folder.',
    url: content,
  },
  { key: 'tags', type: 'string', description: 'The tags, with commas between them.', url: content },
  {
    key: 'slug',
    type: 'string',
    description: 'The part of the address that is made of the title otherwise.',
    url: content,
  },
  { key: 'author', type: 'string', description: 'The author.', url: content },
  { key: 'authors', type: 'string', description: 'The authors, with commas between them.', url: content },
  { key: 'summary', type: 'string', description: 'What lists show in place of the beginning.', url: content },
  {
    key: 'status',
    type: 'string',
    description: 'Whether it is published.',
    url: content,
    values: ['published', 'draft', 'hidden', 'skip'],
  },
  { key: 'modified', type: 'date', description: 'When it was changed last.', url: content },
  { key: 'lang', type: 'string', description: 'Its language: `en`, `fr`.', url: content },
  {
    key: 'translation',
    type: 'string',
    description: 'With `true` it is a translation of an article in another language.',
    url: content,
  },
  { key: 'template', type: 'string', description: 'The template of the theme, without its extension.', url: content },
  { key: 'save_as', type: 'string', description: 'The path of the file that is written.', url: content },
  { key: 'url', type: 'string', description: 'The address in place of the one that the settings give.', url: content },
  { key: 'keywords', type: 'string', description: 'Keywords for search engines.', url: content },
];
