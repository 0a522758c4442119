import type { Configuration } from '../../generators/generator.ts';
import type { Post, Site } from '../../site/site.ts';
import type { KeyOutline } from '../../syntax/frontMatter.ts';

/** What the posts beside one say in their front matter. */
export interface Vocabulary {
  /** How many posts. */
  readonly posts: number;
  readonly keys: ReadonlyMap<string, KeyUse>;
}

/** How the posts use one key. */
export interface KeyUse {
  /** Posts that have it. */
  count: number;
  /** Posts that keep it in a comment. */
  commented: number;
  /** Sum over posts of its place among their keys, 0 first to 1 last. */
  places: number;
  /** By the value as text; of a list, each of its items. */
  readonly values: Map<string, ValueUse>;
  /** How many values stand in all posts together. */
  uses: number;
  readonly types: Map<ValueType, number>;
  /** Values as written, by how often. */
  readonly written: Map<string, number>;
  /** Authors' comments beside or above the key, by how often. */
  readonly comments: Map<string, number>;
}

export interface ValueUse {
  readonly value: string | number | boolean;
  count: number;
}

export type ValueType = 'string' | 'boolean' | 'number' | 'list' | 'map' | 'date' | 'nothing';

interface Memo {
  readonly members: readonly Post[];
  readonly vocabulary: Vocabulary;
}

/** By configuration, which a site keeps while its posts change; then by the post that asks. */
const memos = new WeakMap<Configuration, Map<string, Memo>>();
const mostMemos = 8;

/**
 * The vocabulary of the posts beside one: those of its collection, drafts counting as posts, without itself. Counted anew
 * only when one of them changed, so that typing in a post does not count ten thousand others.
 */
export function vocabularyOf(site: Site, post: Pick<Post, 'uri' | 'collection'>): Vocabulary {
  const family = familyOf(post);
  const memo = memosOf(site.configuration);
  const name = `${family} ${post.uri}`;
  const members = [...site.posts.values()].filter((other) => other.uri !== post.uri && familyOf(other) === family);
  const known = memo.get(name);
  if (known && known.members.length === members.length && known.members.every((member, index) => member === members[index])) return known.vocabulary;
  const vocabulary = counted(members);
  memo.delete(name);
  if (memo.size >= mostMemos) memo.delete(memo.keys().next().value!);
  memo.set(name, { members, vocabulary });
  return vocabulary;
}

function memosOf(configuration: Configuration): Map<string, Memo> {
  const known = memos.get(configuration);
  if (known) return known;
  const created = new Map<string, Memo>();
  memos.set(configuration, created);
  return created;
}

function familyOf({ collection }: Pick<Post, 'collection'>): string {
  return collection.name === 'drafts' ? 'posts' : collection.name;
}

function counted(posts: readonly Post[]): Vocabulary {
  const keys = new Map<string, KeyUse>();
  for (const { frontMatter } of posts) {
    frontMatter?.keys.forEach((key, index) => count(useOf(keys, key.key), key, index / frontMatter.keys.length, frontMatter.data[key.key]));
  }
  return { posts: posts.length, keys };
}

function useOf(keys: Map<string, KeyUse>, key: string): KeyUse {
  const known = keys.get(key);
  if (known) return known;
  const created: KeyUse = { count: 0, commented: 0, places: 0, uses: 0, values: new Map(), types: new Map(), written: new Map(), comments: new Map() };
  keys.set(key, created);
  return created;
}

function count(use: KeyUse, { comment, commented, written }: KeyOutline, place: number, value: unknown): void {
  if (comment !== undefined) add(use.comments, comment);
  if (commented) {
    use.commented++;
    return;
  }
  use.count++;
  use.places += place;
  add(use.types, typeOf(value));
  if (use.written.size < 200 || use.written.has(written)) add(use.written, written);
  for (const each of scalars(value)) {
    use.uses++;
    const known = use.values.get(String(each));
    if (known) known.count++;
    else use.values.set(String(each), { value: each, count: 1 });
  }
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The value, or of a list each of its items; maps have none. */
export function scalars(value: unknown): (string | number | boolean)[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((each): each is string | number | boolean => (typeof each === 'string' && each !== '') || typeof each === 'number' || typeof each === 'boolean');
}

/** What kind of value a key has. */
export function typeOf(value: unknown): ValueType {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'boolean' || typeof value === 'number') return typeof value === 'boolean' ? 'boolean' : 'number';
  if (typeof value === 'object') return 'map';
  return /^\d{4}-\d{1,2}-\d{1,2}(?:$|[T ])/.test(String(value)) ? 'date' : 'string';
}

/** The most frequent of counted things; the first of equals. */
export function mostFrequent<Key>(counts: ReadonlyMap<Key, number>): Key | undefined {
  let best: Key | undefined;
  let most = 0;
  for (const [key, times] of counts) if (times > most) [best, most] = [key, times];
  return best;
}
