import { isRecord, readConfigurationFile } from '../../generators/shared/configurationFile.ts';
import type { Site } from '../model/site.ts';
import { memoize } from '../../text/memo.ts';

/** Authors that the site keeps in a data file (`_data/authors.yml`, `authors.yml`): their names by the key that posts give. */
export function authorsOf({ texts }: Pick<Site, 'texts'>): ReadonlyMap<string, string> {
  return readAuthors(texts);
}

const readAuthors = memoize((texts: Site['texts']): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const [path, text] of texts) {
    const single = /(?:^|\/)_?data\/authors\/([^/]+)\.(?:ya?ml|json|toml)$/.exec(path)?.[1];
    if (single === undefined && !/(?:^|\/)authors\.(?:ya?ml|json|toml)$/.test(path)) continue;
    const { data } = readConfigurationFile(path, text);
    for (const [key, author] of single === undefined ? Object.entries(data) : [[single, data] as const])
      found.set(key, nameOf(author) ?? key);
  }
  return found;
});

function nameOf(author: unknown): string | undefined {
  const name = isRecord(author) ? (author.name ?? author.display_name) : author;
  return typeof name === 'string' ? name : undefined;
}
