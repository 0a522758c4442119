import type { KeyFact } from '../generator.ts';

const url = 'https://gohugo.io/content-management/front-matter/';

/** Keys that Hugo reads. */
export const hugoKeys: readonly KeyFact[] = [
  { key: 'title', type: 'string', description: 'The title of the page.', url },
  { key: 'date', type: 'date', description: 'The date of the page; one still to come keeps it off the site.', url },
  { key: 'draft', type: 'boolean', description: 'With `true` the page is left out unless drafts are built.', url },
  { key: 'description', type: 'string', description: 'The summary that search engines and shared links show.', url },
  { key: 'tags', type: 'list', description: 'Terms of the taxonomy `tags`.', url },
  { key: 'categories', type: 'list', description: 'Terms of the taxonomy `categories`.', url },
  { key: 'slug', type: 'string', description: 'The last part of the address.', url },
  { key: 'url', type: 'string', description: 'The whole address of the page.', url },
  { key: 'aliases', type: 'list', description: 'Old addresses that lead to this page.', url },
  { key: 'publishDate', type: 'date', description: 'The page is left out until then.', url },
  { key: 'expiryDate', type: 'date', description: 'The page is left out from then on.', url },
  { key: 'lastmod', type: 'date', description: 'When the page was last changed.', url },
  { key: 'summary', type: 'string', description: 'The summary in lists in place of the beginning of the page.', url },
  { key: 'weight', type: 'number', description: 'The place in ordered lists, the lightest first.', url },
  { key: 'layout', type: 'string', description: 'The template of the page.', url },
  { key: 'type', type: 'string', description: 'The content type in place of the section’s name.', url },
  { key: 'linkTitle', type: 'string', description: 'A shorter title for links.', url },
  { key: 'keywords', type: 'list', description: 'Keywords for search engines and related pages.', url },
  { key: 'translationKey', type: 'string', description: 'The same in all translations of one page.', url },
  { key: 'outputs', type: 'list', description: 'Formats the page is written in.', url },
  { key: 'cascade', type: 'map', description: 'Values for all pages below this one.', url },
  { key: 'params', type: 'map', description: 'Values of your own for templates.', url },
];
