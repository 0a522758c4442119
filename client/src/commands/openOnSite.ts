import { env, l10n, Uri } from 'vscode';
import type { AddressedPost } from '../posts/publication.ts';
import { findAddress, toLocalUrl } from '../posts/publication.ts';
import type { Command } from './command.ts';

/**
 * How long the local server has to answer: many build a page when it is asked for. One that is not started refuses at
 * once.
 */
const localServerTimeoutMs = 10_000;

/**
 * Opens the page of a post: on the local server, in VS Code's browser, where that answers, else on the site; resolves
 * to the address.
 */
export const openOnSite: Command = {
  id: 'galley.openOnSite',
  run: async ({ server, localPage }, post) => {
    const found = await findAddress(server, post);
    const localUrl = toLocalUrl(found);
    if (localUrl !== undefined && (await isAnswering(localUrl))) {
      await localPage.show(localUrl);
      return localUrl;
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
    const signal = AbortSignal.timeout(localServerTimeoutMs);
    await fetch(url, { method: 'HEAD', mode: 'no-cors', redirect: 'manual', signal });
    return true;
  } catch {
    return false;
  }
}

/** The address on the site's own host; throws a sentence for the writer where the post is not there. */
function getSiteUrl({ absoluteUrl, state, reasons }: AddressedPost): string {
  if (absoluteUrl === undefined)
    throw new Error(
      l10n.t(
        'No local server answers, and the configuration names no host. Run “Galley: Start Local Server” or name it.',
      ),
    );
  if (state !== 'published')
    throw new Error(l10n.t('No local server answers, and the post is not on the site. {0}', reasons.join(' ')).trim());
  return absoluteUrl;
}
