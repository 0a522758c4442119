import type { ConfiguredGenerator } from '../../generators/contract/generator.ts';
import type { Post, Site } from '../model/site.ts';
import { SharedMap } from '../model/sharedMap.ts';
import { memoizeByName } from '../../text/memo.ts';

/** Something counted over all posts of a site, in any order, that can be taken back post by post. */
export interface Summary<State> {
  start(): State;
  /** Counts a post (1) or takes it out again (-1). */
  count(state: State, post: Post, by: 1 | -1, site: Site): void;
}

interface Counted<State> {
  /** Those that are counted. */
  posts: Site['posts'];
  readonly state: State;
}

/** What is counted, for each configured generator, which a site keeps while its posts change. */
const countedIn = memoizeByName((_generator: ConfiguredGenerator, { start }: Summary<unknown>): Counted<unknown> => ({
  posts: new Map(),
  state: start(),
}));

/**
 * A summary of a site as it is now. Only posts that changed since the last question are counted again, so that typing does not
 * count ten thousand others; the state is the same object each time and holds until the next question.
 */
export function summaryOf<State>(summary: Summary<State>, site: Site): State {
  const counted = countedIn(site.generator, summary as Summary<unknown>) as Counted<State>;
  const { state, posts } = counted;
  for (const [, before, after] of SharedMap.differences(posts, site.posts)) {
    if (before) summary.count(state, before, -1, site);
    if (after) summary.count(state, after, 1, site);
  }
  counted.posts = site.posts;
  return state;
}
