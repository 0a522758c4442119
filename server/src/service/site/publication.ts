import type { Environment, Publication } from '../generators/generator.ts';
import { sourceOf } from './site.ts';
import type { OpenPost } from './snapshot.ts';

interface Known {
  readonly environment: Environment;
  readonly publication: Publication | undefined;
}

const known = new WeakMap<OpenPost, Known>();

/** What the generator makes of an open post, worked out once per environment; undefined for Markdown that is no page of a site. */
export function publicationOf(open: OpenPost, environment: Environment): Publication | undefined {
  const before = known.get(open);
  if (before?.environment === environment) return before.publication;
  const { site, post } = open;
  const publication = site && post && site.generator.publication(sourceOf(site, post), site.configuration, environment);
  known.set(open, { environment, publication });
  return publication;
}
