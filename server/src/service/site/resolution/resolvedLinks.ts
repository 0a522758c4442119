import type { Environment } from '../../generators/contract/model.ts';
import type { Definitions, LinkPlace } from '../../syntax/structure/linkPlaces.ts';
import { findLinkPlaces } from '../../syntax/structure/linkPlaces.ts';
import { memoize } from '../../text/memo.ts';
import type { Destination, From } from './links.ts';
import { destination } from './links.ts';
import { publicationOf } from './publication.ts';
import type { Post, Site } from '../model/site.ts';
import type { OpenPost } from '../model/snapshot.ts';

/** A place of a post that leads somewhere, and where that is. */
export interface Linked {
  readonly place: LinkPlace;
  readonly destination: Destination;
}

/** Where the links, images and tags of an open post lead, worked out once per environment; nothing for Markdown that is no page of a site. */
export function linked(open: OpenPost, environment: Environment, which: Definitions = 'used'): readonly Linked[] {
  return linkedFrom[which](open, environment);
}

const linkedFrom: Readonly<Record<Definitions, (open: OpenPost, environment: Environment) => readonly Linked[]>> = {
  used: memoize((open, environment) => findLinked(open, environment, 'used')),
  all: memoize((open, environment) => findLinked(open, environment, 'all')),
};

function findLinked(open: OpenPost, environment: Environment, which: Definitions): Linked[] {
  const from = fromOf(open, environment);
  if (!from) return [];
  return findLinkPlaces(open.syntax, which).map((place) => ({
    place,
    destination: isLeftToBrowsers(place, open.syntax.text)
      ? destination(place.written, { ...from, isLeftToBrowsers: true }, environment)
      : destinationFrom(from, place.written, environment),
  }));
}

/** A link of HTML, or one with a target of its own: `[all](/all.html){target="_self"}`. */
function isLeftToBrowsers({ origin, target, range: { end } }: LinkPlace, text: string): boolean {
  if (target !== 'link') return false;
  return (
    origin === 'html' ||
    (origin === 'link' &&
      /^>?(?:[ \t]{1,9}["'(][^\n]{0,200})?\)\{[^{}\n]*\b(?:target|download)\b/.test(text.slice(end, end + 400)))
  );
}

/** Where a destination leads; typing prose changes neither post nor site, and then what was found before holds. A caller that records dependencies gets a fresh answer. */
function destinationFrom(from: From, written: string, environment: Environment): Destination {
  if (environment.onDependency) return destination(written, from, environment);
  const known = destinationsFrom(from.post, from.site, environment.timeZone);
  let found = known.get(written);
  if (!found) known.set(written, (found = destination(written, from, environment)));
  return found;
}

/** Where destinations lead that were looked for before, as written. */
const destinationsFrom = memoize((_post: Post, _site: Site, _timeZone: string) => new Map<string, Destination>());

/** An open post as the place that links start from; undefined for Markdown that is no page of a site. */
export function fromOf(open: OpenPost, environment: Environment): From | undefined {
  const { site, post } = open;
  const publication = publicationOf(open, environment);
  return site && post && publication && { site, post, publication };
}

/** The place of a post at an offset that leads somewhere, an unused definition too; undefined for none. */
export function linkedAt(open: OpenPost, offset: number, environment: Environment): Linked | undefined {
  return linked(open, environment, 'all').find(({ place: { range } }) => range.start <= offset && offset <= range.end);
}
