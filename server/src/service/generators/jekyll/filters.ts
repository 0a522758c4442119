import type { TemplateFilter } from '../contract/preview.ts';
import { encodeUri, encodeUriComponent } from '../../text/uri.ts';

/** Filters of `jekyll/filters.rb` and `jekyll/filters/url_filters.rb` besides those of Liquid; URLs stay paths below the site root. */
export const jekyllFilters: Readonly<Record<string, TemplateFilter>> = {
  relative_url: toAbsolutePath,
  absolute_url: toAbsolutePath,
  strip_index: (value) => String(value).replace(/index\.html?$/, ''),
  markdownify: (value) => value,
  smartify: (value) => value,
  slugify: (value) =>
    String(value)
      .toLowerCase()
      .replace(/[^\p{M}\p{L}\p{Nd}]+/gu, '-')
      .replace(/^-|-$/g, ''),
  jsonify: (value) => JSON.stringify(value),
  xml_escape: (value) => String(value).replace(/[<>&'"]/g, (character) => `&#${character.charCodeAt(0)};`),
  cgi_escape: (value) => encodeUriComponent(String(value)),
  uri_escape: (value) => encodeUri(String(value)),
  number_of_words: (value) =>
    String(value)
      .split(/\s+/)
      .filter((word) => word !== '').length,
  array_to_sentence_string: (value) => (Array.isArray(value) ? joinAsSentence(value.map(String)) : value),
  date_to_string: (value) => formatDate(value, { day: '2-digit', month: 'short', year: 'numeric' }),
  date_to_long_string: (value) => formatDate(value, { day: '2-digit', month: 'long', year: 'numeric' }),
  normalize_whitespace: (value) => String(value).replace(/\s+/g, ' ').trim(),
};

function toAbsolutePath(value: unknown): string {
  const path = String(value ?? '');
  return /^([a-z][a-z\d+.-]*:|\/)/i.test(path) ? path : `/${path}`;
}

function joinAsSentence(words: readonly string[]): string {
  return words.length < 3 ? words.join(' and ') : `${words.slice(0, -1).join(', ')}, and ${words.at(-1)}`;
}

function formatDate(value: unknown, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(String(value));
  return Number.isNaN(date.getTime())
    ? String(value)
    : new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(date);
}
