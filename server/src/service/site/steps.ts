import type { Post } from './site.ts';

type Posts = ReadonlyMap<string, Post>;

/** By posts: the posts they came from, held weakly, and the URI of the one that changed. */
const steps = new WeakMap<Posts, { readonly before: WeakRef<Posts>; readonly uri: string }>();
/** After more steps comparing all posts is as quick. */
const mostSteps = 50;

/** Notes that posts came from others by one post added or replaced, so that whoever counts them need not compare them all. */
export function noteStep(before: Posts, after: Posts, uri: string): void {
  steps.set(after, { before: new WeakRef(before), uri });
}

/** URIs of the posts that differ between two states of a site; undefined where that is not known. */
export function changesBetween(before: Posts, after: Posts): ReadonlySet<string> | undefined {
  const uris = new Set<string>();
  let at: Posts | undefined = after;
  for (let count = 0; at && at !== before && count < mostSteps; count++) {
    const step = steps.get(at);
    if (step) uris.add(step.uri);
    at = step?.before.deref();
  }
  return at === before ? uris : undefined;
}
