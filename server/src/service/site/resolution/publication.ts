import type { Environment, Publication, SiteView } from '../../generators/contract/model.ts';
import type { Post, Site } from '../model/site.ts';
import { sourceOf } from '../model/site.ts';
import type { OpenPost } from '../model/snapshot.ts';

interface Known {
  readonly siteView: SiteView;
  readonly generator: Site['generator'];
  readonly timeZone: string;
  /** The second for which it was asked: states and dates have no finer moment. */
  readonly second: number;
  readonly publication: Publication;
}

const known = new WeakMap<Post, Known>();

/** What the generator makes of an open post; undefined for Markdown that is no page of a site. */
export function publicationOf({ site, post }: OpenPost, environment: Environment): Publication | undefined {
  return site && post && publicationIn(site, post, environment);
}

/** What the generator makes of a post of a site, worked out once a second at most. */
export function publicationIn(site: Site, post: Post, environment: Environment): Publication {
  const { siteView, generator } = site;
  const { timeZone } = environment;
  const second = Math.floor(environment.now / 1000);
  const before = known.get(post);
  if (
    before?.siteView === siteView &&
    before.generator === generator &&
    before.timeZone === timeZone &&
    before.second === second
  )
    return before.publication;
  const publication = generator.publication(sourceOf(site, post), environment);
  known.set(post, { siteView, generator, timeZone, second, publication });
  return publication;
}
