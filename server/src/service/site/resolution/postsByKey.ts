import type { Post } from '../model/site.ts';

/** Adds a post to the posts of a key, sorted by path. */
export function addPost(map: Map<string, readonly Post[]>, key: string, post: Post): void {
  map.set(
    key,
    [...(map.get(key) ?? []), post].sort((a, b) => (a.path < b.path ? -1 : 1)),
  );
}

/** Removes a post from the posts of a key. */
export function removePost(map: Map<string, readonly Post[]>, key: string, post: Post): void {
  const left = (map.get(key) ?? []).filter((other) => other !== post);
  if (left.length > 0) map.set(key, left);
  else map.delete(key);
}
