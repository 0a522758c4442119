import { env, l10n, Uri } from 'vscode';
import type { Addressed } from '../posts/publication.ts';
import { addressOf, localUrl } from '../posts/publication.ts';
import type { Command } from './command.ts';

/** How long the local server has to answer, in milliseconds. */
const patience = 800;

/** Opens a post: on the local server, in VS Code's browser, where one answers, else on the site. Gives the address. */
export const openOnSite: Command = {
  id: 'galley.openOnSite',
  run: async ({ server, localPage }, target) => {
    const found = await addressOf(server, target);
    const local = localUrl(found);
    if (local && (await answers(local))) {
      await localPage.show(local);
      return local;
    }
    const url = onSite(found);
    const address = Uri.parse(url, true);
    if (address.scheme !== 'http' && address.scheme !== 'https')
      throw new Error(l10n.t('Galley opens pages of the web only, and {0} is none.', url));
    await env.openExternal(address);
    return url;
  },
};

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { method: 'HEAD', mode: 'no-cors', redirect: 'manual', signal: AbortSignal.timeout(patience) });
    return true;
  } catch {
    return false;
  }
}

function onSite({ absoluteUrl, state, reasons }: Addressed): string {
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
