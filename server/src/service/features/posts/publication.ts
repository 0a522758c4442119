import type { PublicationResult } from '../../../protocol/index.ts';
import type { Context } from '../context.ts';
import { getPublication } from '../../site/resolution/publication.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { trimEnd } from '../../text/scan.ts';
import { decodeUri, encodeUri } from '../../text/uri.ts';

/** What becomes of an open post; undefined for Markdown that is no page of a site with a generator. */
export function publication({ environment }: Context, open: OpenPost): PublicationResult | undefined {
  const { site } = open;
  const found = getPublication(open, environment);
  if (!site?.generator.linking || !found) return undefined;
  const { generator, siteView, root } = site;
  const { localServer } = generator;
  const { title, date, state, url, reasons } = found;
  const [origin] = generator.linking?.origins ?? [];
  const path = url === undefined ? undefined : encodeUri(decodeUri(url));
  return {
    generator: generator.name,
    title,
    ...(date !== undefined && { date }),
    state,
    reasons,
    ...(url !== undefined && { url }),
    ...(path !== undefined && origin !== undefined && { absoluteUrl: `${trimEnd(origin, '/')}${path}` }),
    ...(path !== undefined && localServer && { localUrl: `http://localhost:${localServer.port}${path}` }),
    ...(localServer && { localServer: { command: localServer.getCommand(siteView), folder: root } }),
  };
}
