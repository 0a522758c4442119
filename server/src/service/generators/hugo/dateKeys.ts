import { isRecord } from '../shared/configurationFile.ts';
import type { Data } from './values.ts';
import { isTrue, loweredKeys, textsOf } from './values.ts';

/** Where the dates of a page come from, in order: front matter keys, or `:filename`, `:filemodtime`, `:git`; all in lower case. */
export interface DateKeys {
  readonly date: readonly string[];
  readonly publishDate: readonly string[];
  readonly expiryDate: readonly string[];
  readonly lastmod: readonly string[];
}

const aliases: Readonly<Record<string, readonly string[]>> = {
  lastmod: ['modified'],
  publishdate: ['pubdate', 'published'],
  expirydate: ['unpublishdate'],
};

const defaults: Readonly<Record<keyof DateKeys, readonly string[]>> = {
  date: ['date', 'publishdate', 'lastmod'],
  publishDate: ['publishdate', 'date'],
  expiryDate: ['expirydate'],
  lastmod: [':git', 'lastmod', 'date', 'publishdate'],
};

/** `[frontmatter]` of the settings with Hugo's defaults and aliases (`pagemeta/page_frontmatter.go`). */
export function dateKeysOf(data: Data): DateKeys {
  const own = isRecord(data.frontmatter) ? loweredKeys(data.frontmatter) : {};
  const list = (field: keyof DateKeys): string[] => {
    const value = own[field.toLowerCase()];
    const named = (typeof value === 'string' ? [value] : textsOf(value)).map((key) => key.toLowerCase());
    const expanded = (value === undefined ? [':default'] : named).flatMap((key) =>
      key === ':default' ? defaults[field] : [key],
    );
    const sources = expanded.filter((key) => key !== ':git' || isTrue(data.enablegitinfo));
    return [...new Set(sources.flatMap((key) => [key, ...(aliases[key] ?? [])]))];
  };
  return {
    date: list('date'),
    publishDate: list('publishDate'),
    expiryDate: list('expiryDate'),
    lastmod: list('lastmod'),
  };
}
