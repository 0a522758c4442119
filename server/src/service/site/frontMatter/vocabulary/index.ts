import type { FrontMatterFormat } from '../../../syntax/frontMatter/index.ts';
import type { Post, Site } from '../../model/site.ts';
import type { Aggregation } from '../summary.ts';
import { aggregate } from '../summary.ts';
import type { KeyUsage } from './count.ts';
import { countPost } from './count.ts';

/** What posts say in their front matter; holds until the next question. */
export interface Vocabulary {
  /** How many posts. */
  readonly posts: number;
  /** By key; keys within a map by their path, `extra.team`. */
  readonly keys: ReadonlyMap<string, KeyUsage>;
  readonly formats: ReadonlyMap<FrontMatterFormat, number>;
}

interface VocabularyCount {
  posts: number;
  readonly keys: Map<string, KeyUsage>;
  readonly formats: Map<FrontMatterFormat, number>;
  /** The post that is not counted. */
  excluded: Post | undefined;
}

/** No posts at all. */
export const emptyVocabulary: Vocabulary = { posts: 0, keys: new Map(), formats: new Map() };

const vocabularies: Aggregation<Map<string, VocabularyCount>> = {
  createState: () => new Map(),
  update: (state, post, by) => {
    const name = toPublishedCollectionName(post);
    let vocabulary = state.get(name);
    if (!vocabulary)
      state.set(name, (vocabulary = { posts: 0, keys: new Map(), formats: new Map(), excluded: undefined }));
    if (vocabulary.excluded === post) vocabulary.excluded = undefined;
    else recount(vocabulary, post, by);
  },
};

/** The vocabulary of the posts beside one: those of its collection, drafts counting as posts, without itself. */
export function getVocabulary(site: Site, post: Pick<Post, 'uri' | 'collection'>): Vocabulary {
  const vocabulary = aggregate(vocabularies, site).get(toPublishedCollectionName(post));
  if (!vocabulary) return emptyVocabulary;
  const excluded = site.posts.get(post.uri);
  if (excluded === vocabulary.excluded) return vocabulary;
  if (vocabulary.excluded) recount(vocabulary, vocabulary.excluded, 1);
  vocabulary.excluded =
    excluded && toPublishedCollectionName(excluded) === toPublishedCollectionName(post) ? excluded : undefined;
  if (vocabulary.excluded) recount(vocabulary, vocabulary.excluded, -1);
  return vocabulary;
}

/** Posts of one family share their keys: drafts are posts to come. */
export function toPublishedCollectionName({ collection }: Pick<Post, 'collection'>): string {
  return collection.name === 'drafts' ? 'posts' : collection.name;
}

function recount(vocabulary: VocabularyCount, { frontMatter }: Post, by: 1 | -1): void {
  vocabulary.posts += by;
  if (!frontMatter) return;
  vocabulary.formats.set(frontMatter.format, (vocabulary.formats.get(frontMatter.format) ?? 0) + by);
  countPost(vocabulary.keys, frontMatter, by);
}
