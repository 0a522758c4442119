import { env, l10n, Uri } from 'vscode';
import type { AddressedPost } from '../posts/publication.ts';
import { fetchAddress, toLocalUrl } from '../posts/publication.ts';
import type { Command } from './command.ts';

/** How long the local server has to answer, in milliseconds. */
const localServerTimeoutMs = 800;

/** Opens a post: on the local server, in VS Code's browser, where one answers, else on the site. Gives the address. */
export const openOnSite: Command = {
  id: 'galley.openOnSite',
  run: async ({ server, localPage }, target) => {
    const found = await fetchAddress(server, target);
    const local = toLocalUrl(found);
    if (local && (await isAnswering(local))) {
      await localPage.show(local);
      return local;
    }
    const url = getSiteUrl(found);
    const address = Uri.parse(url, true);
    if (address.scheme !== 'http' && address.scheme !== 'https')
      throw new Error(l10n.t('Galley opens pages of the web only, and {0} is none.', url));
    await env.openExternal(address);
    return url;
  },
};

async function isAnswering(url: string): Promise<boolean> {
  try {
    await fetch(url, {
      method: 'HEAD',
      mode: 'no-cors',
      redirect: 'manual',
      signal: AbortSignal.timeout(localServerTimeoutMs),
    });
    return true;
  } catch {
    return false;
  }
}

function getSiteUrl({ absoluteUrl, state, reasons }: AddressedPost): string {
  if (absoluteUrl === undefined)
    throw new Error(
      l10n.t(
        'No local server answers, and the site’s configuration does not name its host. Start it with “Galley: Start Local Server”, or add the address to the configuration.',
      ),
    );
  if (state !== 'published')
    throw new Error(l10n.t('No local server answers, and the post is not on the site. {0}', reasons.join(' ')).trim());
  return absoluteUrl;
}
