import { isRecord } from '../shared/configurationFile.ts';
import type { Data } from './values.ts';
import { isTrue, toLowerCaseKeys, castToStrings } from './values.ts';

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

/** Reads `[frontmatter]` of the settings, with Hugo's defaults and aliases (`pagemeta/page_frontmatter.go`). */
export function readDateKeys(data: Data): DateKeys {
  const own = isRecord(data.frontmatter) ? toLowerCaseKeys(data.frontmatter) : {};
  const readKeys = (field: keyof DateKeys): string[] => {
    const value = own[field.toLowerCase()];
    const named = (typeof value === 'string' ? [value] : castToStrings(value)).map((key) => key.toLowerCase());
    const expanded = (value === undefined ? [':default'] : named).flatMap((key) =>
      key === ':default' ? defaults[field] : [key],
    );
    const sources = expanded.filter((key) => key !== ':git' || isTrue(data.enablegitinfo));
    return [...new Set(sources.flatMap((key) => [key, ...(aliases[key] ?? [])]))];
  };
  return {
    date: readKeys('date'),
    publishDate: readKeys('publishDate'),
    expiryDate: readKeys('expiryDate'),
    lastmod: readKeys('lastmod'),
  };
}
