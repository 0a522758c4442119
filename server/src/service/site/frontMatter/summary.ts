import type { ConfiguredGenerator } from '../../generators/contract/generator.ts';
import type { Post, Site } from '../model/site.ts';
import { SharedMap } from '../model/sharedMap.ts';
import { memoizeByName } from '../../text/memo.ts';

/** Something counted over all posts of a site, in any order, that can be taken back post by post. */
export interface Aggregation<State> {
  createState(): State;
  /** Counts a post (1) or takes it out again (-1). */
  update(state: State, post: Post, by: 1 | -1, site: Site): void;
}

interface AggregationState<State> {
  /** Those that are counted. */
  posts: Site['posts'];
  readonly state: State;
}

/** What is counted, for each configured generator, which a site keeps while its posts change. */
const getAggregationState = memoizeByName(
  (_generator: ConfiguredGenerator, { createState }: Aggregation<unknown>): AggregationState<unknown> => ({
    posts: new Map(),
    state: createState(),
  }),
);

/**
 * A summary of a site as it is now. Only posts that changed since the last question are counted again, so that typing does not
 * count ten thousand others; the state is the same object each time and holds until the next question.
 */
export function aggregate<State>(aggregation: Aggregation<State>, site: Site): State {
  const aggregationState = getAggregationState(
    site.generator,
    aggregation as Aggregation<unknown>,
  ) as AggregationState<State>;
  const { state, posts } = aggregationState;
  for (const [, before, after] of SharedMap.differences(posts, site.posts)) {
    if (before) aggregation.update(state, before, -1, site);
    if (after) aggregation.update(state, after, 1, site);
  }
  aggregationState.posts = site.posts;
  return state;
}
