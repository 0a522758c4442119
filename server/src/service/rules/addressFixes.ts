import type { Environment } from '../generators/contract/model.ts';
import { getPostsByUrl, getServedFiles } from '../site/resolution/addresses.ts';
import type { Destination } from '../site/resolution/links.ts';
import type { OpenPost } from '../site/model/snapshot.ts';
import type { LinkPlace } from '../syntax/structure/linkPlaces.ts';
import { basename } from '../text/paths.ts';
import { memoize } from '../text/memo.ts';
import { NearMisses, findNearMiss } from './nearMiss.ts';
import type { Fix } from './rule.ts';

/**
 * Fixes that replace a broken address by the one that was probably meant: a nearby one, or one with one or two typing
 * mistakes less.
 */
export function createAddressFixes(
  place: LinkPlace,
  { url, tag, suggestion }: Extract<Destination, { kind: 'missing' }>,
  { site }: OpenPost,
  environment: Environment,
): Fix[] {
  const written =
    suggestion?.written ??
    (site && (tag ? findNearFile(tag.displayName, site) : listUrls(site, environment).find(url)));
  if (written === undefined) return [];
  const newText = tag ? place.written.replace(tag.displayName, () => written) : addFragment(written, place.written);
  return [{ title: `Change to "${written}"`, edits: [{ range: place.range, newText }], preferred: true }];
}

type Site = NonNullable<OpenPost['site']>;

const listUrls = memoize((site: Site, environment: Environment) => {
  const urls = [...getPostsByUrl(site, environment)].map(([target]) => target.replace(/\/index\.html$/, '/'));
  return new NearMisses([...urls, ...getServedFiles(site).keys()]);
});

function findNearFile(name: string, site: Site): string | undefined {
  const paths = [...site.posts.values()].map(({ path }) => path);
  return findNearMiss(name, name.includes('/') ? paths : paths.flatMap((path) => toTagNames(path, site)));
}

/** The names of a post in tags, without extension: the generator's, and the same without folders. */
function toTagNames(path: string, { generator }: Site): string[] {
  const name = generator.linking?.getTagPath?.(path);
  const names = name === undefined ? [path] : [name, basename(name)];
  return names.map((each) => each.replace(/\.[^./]+$/, ''));
}

/** An address with the query and the fragment of another one. */
function addFragment(address: string, written: string): string {
  return address.includes('#') ? address : address + (/[?#].*$/s.exec(written)?.[0] ?? '');
}
