import type { ConfiguredGenerator } from '../../generators/contract/generator.ts';
import type { Post, Site } from '../model/site.ts';
import { SharedMap } from '../model/sharedMap.ts';
import { memoizeByName } from '../../text/memo.ts';

/** A count over all posts of a site, independent of their order, from which each post can be removed. */
export interface Aggregation<State> {
  createState(): State;
  /** Adds a post to the state (1) or removes it (-1). */
  update(state: State, post: Post, by: 1 | -1, site: Site): void;
}

interface AggregationState<State> {
  /** The posts that the state counts. */
  posts: Site['posts'];
  readonly state: State;
}

/** The state for each configured generator, which a site keeps while its posts change. */
const getAggregationState = memoizeByName(
  (_generator: ConfiguredGenerator, { createState }: Aggregation<unknown>): AggregationState<unknown> => ({
    posts: new Map(),
    state: createState(),
  }),
);

/**
 * Returns the state of an aggregation over the current posts of a site. Only posts that changed since the last call are counted
 * again; the state is the same object each time, and valid until the next call.
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
