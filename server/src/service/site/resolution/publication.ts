import type { Environment, Publication } from '../../generators/contract/model.ts';
import type { Post, Site } from '../model/site.ts';
import { toPostSource } from '../model/site.ts';
import type { OpenPost } from '../model/snapshot.ts';
import { memoizeLatest } from '../../text/memo.ts';

/** Returns how the generator publishes an open post; undefined for Markdown that is no page of a site. */
export function getPublication({ site, post }: OpenPost, environment: Environment): Publication | undefined {
  return site && post && getPostPublication(site, post, environment);
}

/** Returns how the generator publishes a post of a site, computed once a second at most. */
export function getPostPublication(site: Site, post: Post, environment: Environment): Publication {
  return computePublication(post, site, environment);
}

/** A publication is asked for again while its post is looked at; those of all posts would take more memory than the posts. */
const maxPublications = 1000;

const computePublication = memoizeLatest(
  maxPublications,
  (post: Post, site: Site, environment: Environment): Publication =>
    site.generator.getPublication(toPostSource(site, post), environment),
  (_post, { siteView, generator }, environment) => [
    siteView,
    generator,
    environment.timeZone,
    toEpochSeconds(environment),
  ],
);

/** Returns the current time in seconds since 1970: states and dates have no finer resolution. */
export function toEpochSeconds({ now }: Environment): number {
  return Math.floor(now / 1000);
}
