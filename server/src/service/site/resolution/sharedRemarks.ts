import type { Environment } from '../../generators/contract/model.ts';
import { memoize } from '../../text/memo.ts';
import type { Post, Site } from '../model/site.ts';
import { getPostSummary } from './addresses.ts';

/** What can be true of very many posts of a site at once. */
export type SharedRemark = 'expired' | 'moved date here';

/** Returns the posts of which a remark is true, sorted by path; computed once for a state of the site. */
export function findPostsWithRemark(remark: SharedRemark, site: Site, environment: Environment): readonly Post[] {
  return collectPosts(site.posts, site, environment)[remark];
}

const collectPosts = memoize(
  (posts: Site['posts'], site: Site, environment: Environment): Readonly<Record<SharedRemark, readonly Post[]>> => {
    const found: Record<SharedRemark, Post[]> = { expired: [], 'moved date here': [] };
    for (const post of posts.values()) {
      const { state, isMovedHere } = getPostSummary(post, site, environment);
      if (state === 'expired') found.expired.push(post);
      if (isMovedHere) found['moved date here'].push(post);
    }
    for (const each of Object.values(found)) each.sort((a, b) => (a.path < b.path ? -1 : 1));
    return found;
  },
  (_posts, { siteView }, { timeZone }) => [siteView.publicationKey, timeZone],
);
