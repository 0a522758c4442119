import type { ListedPost } from '../../../server/src/protocol/index.ts';

/** Finds posts by words; keeps the text of each post that is searched. */
export class PostFilter {
  private readonly cache = new WeakMap<ListedPost, string>();

  /** Posts in whose title, path, address or tags every word of a query is, whatever its case; all posts for none. */
  apply(posts: readonly ListedPost[], query: string): readonly ListedPost[] {
    const words = query
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== '');
    return words.length === 0
      ? posts
      : posts.filter((post) => words.every((word) => this.toSearchText(post).includes(word)));
  }

  private toSearchText(post: ListedPost): string {
    const cached = this.cache.get(post);
    if (cached !== undefined) return cached;
    const { title, path, url, tags } = post;
    const text = [title, path, url ?? '', ...tags].join('\n').toLowerCase();
    this.cache.set(post, text);
    return text;
  }
}
