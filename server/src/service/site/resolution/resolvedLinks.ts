import type { Environment } from '../../generators/contract/model.ts';
import type { Definitions, LinkPlace } from '../../syntax/structure/linkPlaces.ts';
import { linkPlaces } from '../../syntax/structure/linkPlaces.ts';
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

interface Known {
  readonly environment: Environment;
  readonly links: readonly Linked[];
}

const known: Readonly<Record<Definitions, WeakMap<OpenPost, Known>>> = { used: new WeakMap(), all: new WeakMap() };

/** Where the links, images and tags of an open post lead, worked out once per environment; nothing for Markdown that is no page of a site. */
export function linked(open: OpenPost, environment: Environment, which: Definitions = 'used'): readonly Linked[] {
  const before = known[which].get(open);
  if (before?.environment === environment) return before.links;
  const from = fromOf(open, environment);
  const links = from
    ? linkPlaces(open.syntax, which).map((place) => ({
        place,
        destination: destinationFrom(from, place.written, environment),
      }))
    : [];
  known[which].set(open, { environment, links });
  return links;
}

interface KnownDestinations {
  readonly site: Site;
  readonly timeZone: string;
  readonly byWritten: Map<string, Destination>;
}

const destinations = new WeakMap<Post, KnownDestinations>();

/** Where a destination leads; typing prose changes neither post nor site, and then what was found before holds. A caller that records dependencies gets a fresh answer. */
function destinationFrom(from: From, written: string, environment: Environment): Destination {
  if (environment.onDependency) return destination(written, from, environment);
  const { site, post } = from;
  const { timeZone } = environment;
  let found = destinations.get(post);
  if (found?.site !== site || found.timeZone !== timeZone)
    destinations.set(post, (found = { site, timeZone, byWritten: new Map() }));
  const before = found.byWritten.get(written);
  if (before) return before;
  const leads = destination(written, from, environment);
  found.byWritten.set(written, leads);
  return leads;
}

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
