import type { Environment } from '../generators/generator.ts';
import type { LinkPlace } from '../syntax/linkPlaces.ts';
import { linkPlaces } from '../syntax/linkPlaces.ts';
import type { Destination } from './links.ts';
import { destination } from './links.ts';
import { publicationOf } from './publication.ts';
import type { OpenPost } from './snapshot.ts';

/** A place of a post that leads somewhere, and where that is. */
export interface Linked {
  readonly place: LinkPlace;
  readonly destination: Destination;
}

const known = new WeakMap<OpenPost, { readonly environment: Environment; readonly links: readonly Linked[] }>();

/** Where the links, images and tags of an open post lead, worked out once per environment; nothing for Markdown that is no page of a site. */
export function linked(open: OpenPost, environment: Environment): readonly Linked[] {
  const before = known.get(open);
  if (before?.environment === environment) return before.links;
  const { site, post } = open;
  const publication = publicationOf(open, environment);
  const from = site && post && publication && { site, post, publication };
  const links = from ? linkPlaces(open.syntax).map((place) => ({ place, destination: destination(place.written, from, environment) })) : [];
  known.set(open, { environment, links });
  return links;
}

/** The place of a post at an offset that leads somewhere; undefined for none. */
export function linkedAt(open: OpenPost, offset: number, environment: Environment): Linked | undefined {
  return linked(open, environment).find(({ place: { range } }) => range.start <= offset && offset <= range.end);
}
