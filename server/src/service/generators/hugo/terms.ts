import type { PostSource } from '../contract/model.ts';
import { getListPath, hasListUrlStyle } from './generated.ts';
import { parseHugoPath } from './file.ts';
import { getTerms, readPage } from './page.ts';
import { joinGoPath, sanitizePath } from './paths.ts';
import type { HugoSettings, LanguageSettings } from './settings.ts';

/** Returns the URLs of the lists of a page's terms, in lower case and without a slash at the end (`site.go#getTaxonomyKey`). */
export function getTermUrls(source: PostSource, settings: HugoSettings): string[] {
  const file = parseHugoPath(source.path, settings);
  if (!file) return [];
  const page = readPage(source, file, settings);
  return [...file.language.taxonomies].flatMap((taxonomy) =>
    getTerms(page, taxonomy).map((term) => toUrl(`${taxonomy}/${sanitizePath(term, settings)}`, file.language)),
  );
}

/** Returns the URL of the list of a term of which a URL is the page, a later page or the feed; undefined for other URLs and for taxonomies with permalinks of their own. */
export function toTermUrl(url: string, settings: HugoSettings): string | undefined {
  for (const language of settings.languages.values()) {
    const start = toUrl('', language);
    const given = url.startsWith(`${start}/`) ? url.slice(start.length + 1) : undefined;
    const path = given === undefined ? undefined : getListPath(given, settings);
    const [taxonomy = '', term] = path?.split('/') ?? [];
    if (path === undefined || term === undefined || !language.taxonomies.has(taxonomy)) continue;
    if (!hasListUrlStyle(given!, path, language)) continue;
    return taxonomy in language.permalinks || 'term' in language.permalinks
      ? undefined
      : toUrl(path.replace(/\/$/, ''), language);
  }
  return undefined;
}

function toUrl(path: string, { basePath, prefix }: LanguageSettings): string {
  const inner = joinGoPath(prefix, path);
  return `${basePath}${inner === '' ? '' : `/${inner}`}`.toLowerCase();
}
