import type { FrontMatterFormat } from '../../../syntax/frontMatter/index.ts';
import type { Post, Site } from '../../model/site.ts';
import type { Summary } from '../summary.ts';
import { summaryOf } from '../summary.ts';
import type { KeyUse } from './count.ts';
import { countPost } from './count.ts';

/** What posts say in their front matter; holds until the next question. */
export interface Vocabulary {
  /** How many posts. */
  readonly posts: number;
  /** By key; keys within a map by their path, `extra.team`. */
  readonly keys: ReadonlyMap<string, KeyUse>;
  readonly formats: ReadonlyMap<FrontMatterFormat, number>;
}

interface Family {
  posts: number;
  readonly keys: Map<string, KeyUse>;
  readonly formats: Map<FrontMatterFormat, number>;
  /** The post that is not counted. */
  without: Post | undefined;
}

/** No posts at all. */
export const nobody: Vocabulary = { posts: 0, keys: new Map(), formats: new Map() };

const families: Summary<Map<string, Family>> = {
  start: () => new Map(),
  count: (state, post, by) => {
    const name = familyOf(post);
    let family = state.get(name);
    if (!family) state.set(name, (family = { posts: 0, keys: new Map(), formats: new Map(), without: undefined }));
    if (family.without === post) family.without = undefined;
    else recount(family, post, by);
  },
};

/** The vocabulary of the posts beside one: those of its collection, drafts counting as posts, without itself. */
export function vocabularyOf(site: Site, post: Pick<Post, 'uri' | 'collection'>): Vocabulary {
  const family = summaryOf(families, site).get(familyOf(post));
  if (!family) return nobody;
  const without = site.posts.get(post.uri);
  if (without === family.without) return family;
  if (family.without) recount(family, family.without, 1);
  family.without = without && familyOf(without) === familyOf(post) ? without : undefined;
  if (family.without) recount(family, family.without, -1);
  return family;
}

/** Posts of one family share their keys: drafts are posts to come. */
export function familyOf({ collection }: Pick<Post, 'collection'>): string {
  return collection.name === 'drafts' ? 'posts' : collection.name;
}

function recount(family: Family, { frontMatter }: Post, by: 1 | -1): void {
  family.posts += by;
  if (!frontMatter) return;
  family.formats.set(frontMatter.format, (family.formats.get(frontMatter.format) ?? 0) + by);
  countPost(family.keys, frontMatter, by);
}
