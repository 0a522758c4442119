import type { Environment, Publication } from '../../generators/contract/model.ts';
import type { Post, Site } from '../model/site.ts';
import { toPostSource } from '../model/site.ts';
import type { OpenPost } from '../model/snapshot.ts';
import { memoize } from '../../text/memo.ts';

/** What the generator makes of an open post; undefined for Markdown that is no page of a site. */
export function publicationOf({ site, post }: OpenPost, environment: Environment): Publication | undefined {
  return site && post && publicationIn(site, post, environment);
}

/** What the generator makes of a post of a site, worked out once a second at most. */
export function publicationIn(site: Site, post: Post, environment: Environment): Publication {
  return publicationFor(post, site, environment);
}

const publicationFor = memoize(
  (post: Post, site: Site, environment: Environment): Publication =>
    site.generator.publication(toPostSource(site, post), environment),
  (_post, { siteView, generator }, environment) => [siteView, generator, environment.timeZone, secondOf(environment)],
);

/** The second of a moment: states and dates have no finer one. */
export function secondOf({ now }: Environment): number {
  return Math.floor(now / 1000);
}
