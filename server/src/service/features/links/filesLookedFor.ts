import type { Environment } from '../../generators/contract/model.ts';
import { resolveDestination } from '../../site/resolution/links.ts';
import { toLinkSource, resolveLinks } from '../../site/resolution/resolvedLinks.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { decodeUri, join } from '../../text/uri.ts';
import type { Context } from '../context.ts';
import { toFileUri } from './linkAtOffset.ts';

/** More links than these are not looked at again each time. */
const maxLinks = 200;

/**
 * URIs of the files that an address in a post may mean, the likeliest first: what the site has at that address, else a
 * file next to the post or in a folder that generators publish. They may be missing, and outside the site.
 */
export function fileCandidates(address: string, open: OpenPost, environment: Environment): string[] {
  const { site, document } = open;
  const path = decodeUri(address.replace(/[?#].*$/s, ''));
  if (!site || path === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path)) return [];
  const from = toLinkSource(open, environment);
  const served = from && toFileUri(resolveDestination(address, from, environment), open);
  const nextToPost = path.startsWith('/') ? [] : [join(document.uri, `../${path}`)];
  const { folders } = site.generator;
  const published = [...folders.static, ...(folders.processed ?? [])].map((folder) =>
    join(site.root, `${folder}/${path}`),
  );
  return [...new Set([...(served === undefined ? [] : [served]), ...nextToPost, ...published])];
}

/**
 * URIs of the files that answers about a post depend on: its own, those that its links lead to, and where those were
 * looked for that lead nowhere.
 */
export function filesLookedFor({ environment }: Context, open: OpenPost): string[] {
  const links = resolveLinks(open, environment, 'all').slice(0, maxLinks);
  const uris = links.flatMap(({ place, destination: found }) => {
    const target = toFileUri(found, open);
    if (target !== undefined) return [target];
    return found.kind === 'missing' ? fileCandidates(place.written, open, environment) : [];
  });
  return [...new Set([open.document.uri, ...uris])];
}
