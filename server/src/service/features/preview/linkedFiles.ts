import type { Environment } from '../../generators/contract/model.ts';
import type { Context } from '../context.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { destination } from '../../site/resolution/links.ts';
import { fromOf } from '../../site/resolution/resolvedLinks.ts';
import { decodeUri, join, relative } from '../../text/uri.ts';
import { toFileUri } from '../links/linkAtOffset.ts';

/**
 * URIs of the files that addresses of images and links in a rendered post may mean, by address, the likeliest first:
 * what the site has at that address, else a file next to the post or in a folder that generators publish. Only files of
 * the site are among them: what was not found when it was read may be outside the workspace, behind a symbolic link.
 */
export function linkedFiles(
  { environment }: Context,
  open: OpenPost,
  addresses: readonly string[],
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(addresses.map((address) => [address, findCandidates(address, open, environment)]));
}

function findCandidates(address: string, open: OpenPost, environment: Environment): string[] {
  const { site, document } = open;
  const path = decodeUri(address.replace(/[?#].*$/s, ''));
  if (!site || path === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(path)) return [];
  const from = fromOf(open, environment);
  const served = from && toFileUri(destination(address, from, environment), open);
  const nextToPost = path.startsWith('/') ? [] : [join(document.uri, `../${path}`)];
  const { folders } = site.generator;
  const published = [...folders.published, ...(folders.processed ?? [])].map((folder) =>
    join(site.root, `${folder}/${path}`),
  );
  const all = [...(served === undefined ? [] : [served]), ...nextToPost, ...published];
  return [...new Set(all)].filter((uri) => site.files.has(relative(site.root, uri) ?? ''));
}
