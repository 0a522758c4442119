import type { Context } from '../context.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { relative } from '../../text/uri.ts';
import { fileCandidates } from '../links/filesLookedFor.ts';

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
  const { site } = open;
  return Object.fromEntries(
    addresses.map((address) => [
      address,
      fileCandidates(address, open, environment).filter((uri) => site?.files.has(relative(site.root, uri) ?? '')),
    ]),
  );
}
