import type { Environment } from '../../generators/contract/model.ts';
import type { Definitions, LinkPlace } from '../../syntax/structure/linkPlaces.ts';
import { findLinkPlaces } from '../../syntax/structure/linkPlaces.ts';
import { memoize } from '../../text/memo.ts';
import { findLineEnd } from '../../text/scan.ts';
import type { Destination, LinkSource } from './links.ts';
import { resolveDestination } from './links.ts';
import { getPublication } from './publication.ts';
import type { Post, Site } from '../model/site.ts';
import type { OpenPost } from '../model/snapshot.ts';

/** A link, image or tag of a post with its destination. */
export interface ResolvedLink {
  readonly place: LinkPlace;
  readonly destination: Destination;
}

/** Returns the links, images and tags of an open post with their destinations, cached per environment; empty for Markdown that is no page of a site. */
export function resolveLinks(
  open: OpenPost,
  environment: Environment,
  which: Definitions = 'used',
): readonly ResolvedLink[] {
  return memoizedLinks[which](open, environment);
}

const memoizedLinks: Readonly<
  Record<Definitions, (open: OpenPost, environment: Environment) => readonly ResolvedLink[]>
> = {
  used: memoize((open, environment) => findResolvedLinks(open, environment, 'used')),
  all: memoize((open, environment) => findResolvedLinks(open, environment, 'all')),
};

function findResolvedLinks(open: OpenPost, environment: Environment, which: Definitions): ResolvedLink[] {
  const source = toLinkSource(open, environment);
  if (!source) return [];
  return findLinkPlaces(open.syntax, which).map((place) => ({
    place,
    destination: isResolvedByBrowser(place, open.syntax.text)
      ? resolveDestination(place.written, { ...source, isResolvedByBrowser: true }, environment)
      : resolveCached(toUsedSource(source, place), place.written, environment),
  }));
}

function toUsedSource(source: LinkSource, { origin, target }: LinkPlace): LinkSource {
  return origin === 'link' || origin === 'definition' ? { ...source, use: target } : source;
}

/** Whether a link is written in HTML or has a target of its own: `[all](/all.html){target="_self"}`. */
function isResolvedByBrowser({ origin, target, range: { end } }: LinkPlace, text: string): boolean {
  if (target !== 'link') return false;
  if (origin !== 'link') return origin === 'html';
  const rest = text.slice(end, Math.min(findLineEnd(text, end), end + 400));
  const list = [...rest.matchAll(/\)\{([^{}]*)/g)].find(([, attributes]) =>
    /\b(?:target|download)\b/.test(attributes!),
  );
  return list !== undefined && /^>?(?:[ \t]+["'(].*)?$/.test(rest.slice(0, list.index));
}

/** Resolves a destination, cached while post and site stay the same, as they do while prose is typed. Not cached for a caller that records dependencies. */
function resolveCached(source: LinkSource, written: string, environment: Environment): Destination {
  if (environment.onDependency) return resolveDestination(written, source, environment);
  const cache = getDestinationCache(source.post, source.site, environment.timeZone);
  const key = `${source.use ?? ''} ${written}`;
  let resolved = cache.get(key);
  if (!resolved) cache.set(key, (resolved = resolveDestination(written, source, environment)));
  return resolved;
}

/** The cache of resolved destinations, by use and destination as written. */
const getDestinationCache = memoize((_post: Post, _site: Site, _timeZone: string) => new Map<string, Destination>());

/** Returns an open post as the source of links; undefined for Markdown that is no page of a site. */
export function toLinkSource(open: OpenPost, environment: Environment): LinkSource | undefined {
  const { site, post } = open;
  const publication = getPublication(open, environment);
  return site && post && publication && { site, post, publication };
}

/** Returns the link, image, tag or definition at a UTF-16 offset of a post, ends included; undefined for none. */
export function findResolvedLinkAt(open: OpenPost, offset: number, environment: Environment): ResolvedLink | undefined {
  return resolveLinks(open, environment, 'all').find(
    ({ place: { range } }) => range.start <= offset && offset <= range.end,
  );
}
