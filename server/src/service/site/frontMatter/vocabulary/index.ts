import type { FrontMatterFormat } from '../../../syntax/frontMatter/index.ts';
import type { Post, Site } from '../../model/site.ts';
import type { Aggregation } from '../aggregation.ts';
import { aggregate } from '../aggregation.ts';
import type { KeyUsage } from './count.ts';
import { countPost } from './count.ts';

/** What posts say in their front matter; valid until the vocabulary of another post is requested. */
export interface Vocabulary {
  /** The number of posts. */
  readonly posts: number;
  /** By key; keys within a map by their path, `extra.team`. */
  readonly keys: ReadonlyMap<string, KeyUsage>;
  readonly formats: ReadonlyMap<FrontMatterFormat, number>;
}

interface VocabularyCount {
  posts: number;
  readonly keys: Map<string, KeyUsage>;
  readonly formats: Map<FrontMatterFormat, number>;
  /** The post that is not counted, because the vocabulary is that of the others. */
  excluded: Post | undefined;
}

/** The vocabulary of no posts. */
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

/** Returns the vocabulary of the other posts of a post's collection, drafts counting as posts. */
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

/** Returns the name of the collection that a post belongs to once it is published: drafts become posts and share their keys. */
export function toPublishedCollectionName({ collection }: Pick<Post, 'collection'>): string {
  return collection.name === 'drafts' ? 'posts' : collection.name;
}

function recount(vocabulary: VocabularyCount, { frontMatter }: Post, by: 1 | -1): void {
  vocabulary.posts += by;
  if (!frontMatter) return;
  vocabulary.formats.set(frontMatter.format, (vocabulary.formats.get(frontMatter.format) ?? 0) + by);
  countPost(vocabulary.keys, frontMatter, by);
}
