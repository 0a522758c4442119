import { decoded } from '../../generators/shared/address.ts';
import type { Environment, Publication } from '../../generators/contract/generator.ts';
import { publicationOf } from '../../site/resolution/publication.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';

/** What becomes of a post, and where it can be read. */
export interface PublishedPost extends Pick<Publication, 'title' | 'date' | 'state' | 'url' | 'reasons'> {
  /** For people: `Jekyll`. */
  readonly generator: string;
  /** The URL on the site's own host, where the configuration names it. */
  readonly absoluteUrl?: string;
  /** The URL on this computer while the generator's own server runs, with its usual port. */
  readonly localUrl?: string;
  /** What starts that server, and the URI of the folder to start it in. */
  readonly localServer?: { readonly command: string; readonly folder: string };
}

/** What becomes of an open post; undefined for Markdown that is no page of a site with a generator. */
export function publication(open: OpenPost, environment: Environment): PublishedPost | undefined {
  const { site } = open;
  const found = publicationOf(open, environment);
  if (!site?.generator.linking || !found) return undefined;
  const { generator, configuration, around, root } = site;
  const { localServer } = generator;
  const { title, date, state, url, reasons } = found;
  const [origin] = generator.linking?.origins(configuration) ?? [];
  const path = url === undefined ? undefined : encodeURI(decoded(url));
  return {
    generator: generator.name,
    title,
    ...(date !== undefined && { date }),
    state,
    reasons,
    ...(url !== undefined && { url }),
    ...(path !== undefined && origin !== undefined && { absoluteUrl: `${origin.replace(/\/+$/, '')}${path}` }),
    ...(path !== undefined && localServer && { localUrl: `http://localhost:${localServer.port}${path}` }),
    ...(localServer && { localServer: { command: localServer.command(around), folder: root } }),
  };
}
