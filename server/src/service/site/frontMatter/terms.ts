import { isRecord } from '../../generators/shared/configurationFile.ts';
import type { ConfiguredGenerator } from '../../generators/contract/generator.ts';
import type { FrontMatterOutline } from '../../syntax/frontMatter/index.ts';
import type { Post, Site } from '../model/site.ts';
import { memoize } from '../../text/memo.ts';
import type { Aggregation } from './aggregation.ts';
import { aggregate } from './aggregation.ts';
import { toScalars } from './vocabulary/values.ts';

/** A tag, a category or a term of another taxonomy. */
export interface Term {
  /** `tags`, whether the post writes `tag`, `tags` or `taxonomies.tags`. */
  readonly taxonomy: string;
  readonly name: string;
}

const conventionalTaxonomies: Readonly<Record<string, string>> = {
  tags: 'tags',
  tag: 'tags',
  categories: 'categories',
  category: 'categories',
};

/** Returns the keys (with their path, `taxonomies.tags`) that contain terms, each with its taxonomy: the usual ones and those of the configuration. */
export function getTermKeys({ generator }: Pick<Site, 'generator'>): ReadonlyMap<string, string> {
  return memoizedTermKeys(generator);
}

const memoizedTermKeys = memoize(({ taxonomies }: ConfiguredGenerator) => createTermKeys(taxonomies ?? []));

function createTermKeys(taxonomies: readonly string[]): ReadonlyMap<string, string> {
  const names = [...Object.values(conventionalTaxonomies), ...taxonomies];
  return new Map([
    ...Object.entries(conventionalTaxonomies),
    ...names.flatMap(
      (name) =>
        [
          [name, name],
          [`taxonomies.${name}`, name],
        ] as const,
    ),
  ]);
}

/** Returns the terms of a front matter, each once. */
function findTerms({ data }: Pick<FrontMatterOutline, 'data'>, site: Pick<Site, 'generator'>): Term[] {
  const found = new Map<string, Term>();
  for (const [path, taxonomy] of getTermKeys(site)) {
    for (const name of parseTermNames(getValueAt(data, path), path, site.generator))
      found.set(`${taxonomy} ${name}`, { taxonomy, name });
  }
  return [...found.values()];
}

/** Returns the names of terms in a key's value: the items of a list, a whole text, or its words where the generator splits it at spaces. */
export function parseTermNames(
  value: unknown,
  key: string,
  { termsSplitAtSpaces }: Pick<ConfiguredGenerator, 'termsSplitAtSpaces'>,
): string[] {
  if (typeof value === 'string' && termsSplitAtSpaces?.includes(key))
    return value.split(/\s+/).filter((word) => word !== '');
  return toScalars(value).map(String);
}

function getValueAt(data: Readonly<Record<string, unknown>>, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((node, key) => (isRecord(node) && Object.hasOwn(node, key) ? node[key] : undefined), data);
}

/** The posts of a site by taxonomy and name of the term; valid until the next call of `getTermIndex`. */
export type TermIndex = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<Post>>>;

const termIndexAggregation: Aggregation<Map<string, Map<string, Set<Post>>>> = {
  createState: () => new Map(),
  update: (state, post, by, site) => {
    for (const { taxonomy, name } of post.frontMatter ? findTerms(post.frontMatter, site) : []) {
      let names = state.get(taxonomy);
      if (!names) state.set(taxonomy, (names = new Map()));
      let posts = names.get(name);
      if (!posts) names.set(name, (posts = new Set()));
      if (by === 1) posts.add(post);
      else if (posts.delete(post) && posts.size === 0) names.delete(name);
    }
  },
};

/** Returns the terms of a site with their posts; only changed posts are indexed again. */
export function getTermIndex(site: Site): TermIndex {
  return aggregate(termIndexAggregation, site);
}

/** Returns the posts with a term, sorted by path. */
export function findPostsWithTerm(site: Site, { taxonomy, name }: Term): Post[] {
  return [...(getTermIndex(site).get(taxonomy)?.get(name) ?? [])].sort((a, b) => (a.path < b.path ? -1 : 1));
}
