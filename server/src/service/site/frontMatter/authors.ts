import { isRecord, readConfigurationFile } from '../../generators/shared/configurationFile.ts';
import type { ConfiguredGenerator } from '../../generators/contract/generator.ts';
import type { Site } from '../model/site.ts';
import { memoize } from '../../text/memo.ts';
import { stem } from '../../text/paths.ts';

/** Returns the authors in the data files of a site: their names by the key that posts use. */
export function findAuthors({ texts, generator }: Pick<Site, 'texts' | 'generator'>): ReadonlyMap<string, string> {
  return readAuthors(texts, generator);
}

const readAuthors = memoize((texts: Site['texts'], generator: ConfiguredGenerator): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const [path, text] of texts) {
    const authors = generator.getAuthorFileKind?.(path);
    if (authors === undefined) continue;
    const { data } = readConfigurationFile(path, text);
    for (const [key, author] of authors === 'all' ? Object.entries(data) : [[stem(path), data] as const])
      found.set(key, getAuthorName(author) ?? key);
  }
  return found;
});

function getAuthorName(author: unknown): string | undefined {
  const name = isRecord(author) ? (author.name ?? author.display_name) : author;
  return typeof name === 'string' ? name : undefined;
}
