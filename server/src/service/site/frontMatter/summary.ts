import type { ConfiguredGenerator } from '../../generators/contract/generator.ts';
import type { Post, Site } from '../model/site.ts';
import { SharedMap } from '../model/sharedMap.ts';

/** Something counted over all posts of a site, in any order, that can be taken back post by post. */
export interface Summary<State> {
  start(): State;
  /** Counts a post (1) or takes it out again (-1). */
  count(state: State, post: Post, by: 1 | -1, site: Site): void;
}

interface Kept<State> {
  posts: Site['posts'];
  readonly state: State;
}

/** By summary; then by configured generator, which a site keeps while its posts change. */
const kept = new WeakMap<object, WeakMap<ConfiguredGenerator, Kept<unknown>>>();

/**
 * A summary of a site as it is now. Only posts that changed since the last question are counted anew, so that typing does not
 * count ten thousand others; the state is the same object each time and holds until the next question.
 */
export function summaryOf<State>(summary: Summary<State>, site: Site): State {
  let bySite = kept.get(summary) as WeakMap<ConfiguredGenerator, Kept<State>> | undefined;
  if (!bySite) kept.set(summary, (bySite = new WeakMap()));
  let known = bySite.get(site.generator);
  if (!known) bySite.set(site.generator, (known = { posts: new Map(), state: summary.start() }));
  const { posts } = site;
  if (known.posts === posts) return known.state;
  follow(summary, known, site);
  known.posts = posts;
  return known.state;
}

function follow<State>(summary: Summary<State>, { posts: before, state }: Kept<State>, site: Site): void {
  for (const [, post, now] of SharedMap.differences(before, site.posts)) {
    if (post) summary.count(state, post, -1, site);
    if (now) summary.count(state, now, 1, site);
  }
}
