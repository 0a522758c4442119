import { findAdjacentPosts } from '../../site/resolution/adjacentPosts.ts';
import { getVocabulary } from '../../site/frontMatter/vocabulary/index.ts';
import type { Environment } from '../../generators/contract/model.ts';
import type { Post, Site } from '../../site/model/site.ts';
import { toPostSource } from '../../site/model/site.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import type { ValueCaret } from '../frontMatter/valueCaret.ts';
import { basename } from '../../text/paths.ts';
import type { Proposal } from './proposal.ts';

/** Posts that are offered: the nearest in time. */
const maxPosts = 100;

/** Ways in which front matter names another post. */
const namings: readonly ((post: Post, url: string | undefined) => string | undefined)[] = [
  (_post, url) => url,
  (post) => post.path,
  (post) => toStem(post).replace(/^\d{4}-\d{2}-\d{2}-/, ''),
  (post) => toStem(post),
];

/** Posts for a key in which other posts name posts, in the same form. */
export function proposePosts({ site, post }: OpenPost, { key }: ValueCaret, environment: Environment): Proposal[] {
  if (!site || !post || !/related|next|prev|series|see_?also|parent|redirect_to|posts?$/i.test(key)) return [];
  const written = getVocabulary(site, post).keys.get(key)?.values;
  const others = findAdjacentPosts(site, post, maxPosts).map((other) => ({
    other,
    url: toUrl(other, site, environment),
  }));
  const name = namings.find((each) => others.some(({ other, url }) => written?.has(each(other, url) ?? '')));
  if (!name) return [];
  return others.flatMap(({ other, url }): Proposal[] => {
    const value = name(other, url);
    const title = other.frontMatter?.data.title;
    return value === undefined ? [] : [{ value, kind: 'file', detail: typeof title === 'string' ? title : other.path }];
  });
}

function toUrl(post: Post, site: Site, environment: Environment): string | undefined {
  return site.generator.getPublication(toPostSource(site, post), environment).url;
}

function toStem({ path }: Post): string {
  return basename(path).replace(/\.[^.]+$/, '');
}
