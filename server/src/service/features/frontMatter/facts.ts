import { escapeMarkdown } from '../markdown.ts';
import type { KeyFact } from '../../generators/generator.ts';
import type { OpenPost } from '../../site/snapshot.ts';
import type { Entry } from '../../syntax/frontMatter.ts';
import type { KeyUse, ValueType, Vocabulary } from './vocabulary.ts';
import { mostFrequent, vocabularyOf } from './vocabulary.ts';

const nobody: Vocabulary = { posts: 0, keys: new Map() };

/** Everything known about the front matter of one post's kind. */
export interface Knowledge {
  readonly vocabulary: Vocabulary;
  /** Keys the generator gives a meaning in this collection, in its own order. */
  readonly facts: ReadonlyMap<string, KeyFact>;
}

/** What the generator and the posts beside a post know; a document without a site knows nothing. */
export function knowledgeOf({ site, post }: OpenPost): Knowledge {
  if (!site) return { vocabulary: nobody, facts: new Map() };
  const facts = site.generator.keys(site.configuration).filter(({ collections }) => !collections || !post || collections.includes(post.collection.name));
  return { vocabulary: post ? vocabularyOf(site, post) : nobody, facts: new Map(facts.map((fact) => [fact.key, fact])) };
}

/** The kind of value a key takes: as the generator says, else as the posts write it. */
export function typeOfKey({ facts, vocabulary }: Knowledge, key: string): ValueType | undefined {
  const fact = facts.get(key);
  const use = vocabulary.keys.get(key);
  const common = use && mostFrequent(new Map([...use.types].filter(([type]) => type !== 'nothing')));
  return fact && fact.type !== 'string' ? (fact.type === 'list' && common === 'string' ? 'string' : fact.type) : (common ?? fact?.type);
}

/** Keys whose values are never shared: another post's title is no proposal for this one's. */
const personal = new Set(['title', 'subtitle', 'description', 'summary', 'excerpt', 'permalink', 'slug', 'url', 'aliases', 'redirect_from', 'redirect_to', 'date', 'lastmod', 'last_modified_at', 'updated', 'canonical_url']);

/** Whether values of other posts are worth proposing: somebody shares them, or there are few of them. */
export function isShared(key: string, use: KeyUse): boolean {
  if (personal.has(key)) return false;
  return use.types.has('list') || use.values.size < use.uses || use.uses < 3;
}

/** `1 post`, `12 posts`. */
export function countOfPosts(count: number): string {
  return `${count} post${count === 1 ? '' : 's'}`;
}

/** What the generator does with a key and what authors have noted about it. */
export function documentationOf(key: string, { facts, vocabulary }: Knowledge, aside?: Entry): string {
  const fact = facts.get(key);
  const use = vocabulary.keys.get(key);
  const parts: string[] = [];
  if (fact) parts.push(fact.url ? `${fact.description} [Documentation](${fact.url})` : fact.description);
  const comment = aside?.comment ?? (use && mostFrequent(use.comments));
  if (comment !== undefined) parts.push(`*${escapeMarkdown(comment)}*`);
  if (use && use.count > 0) parts.push(`In ${use.count} of ${countOfPosts(vocabulary.posts)} beside this one.`);
  return parts.join('\n\n');
}
