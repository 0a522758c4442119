import { env, Uri, workspace } from 'vscode';
import type { Addressed } from '../publication.ts';
import { addressOf } from '../publication.ts';
import type { Command } from './command.ts';

/** How long the local server has to answer, in milliseconds. */
const patience = 800;

/** Opens a post in the browser: on the local server where one answers, else on the site. Gives the address. */
export const openOnSite: Command = {
  id: 'galley.openOnSite',
  run: async ({ server }, target) => {
    const found = await addressOf(server, target);
    const local = localUrl(found);
    const url = local && (await answers(local)) ? local : onSite(found);
    const address = Uri.parse(url, true);
    if (address.scheme !== 'http' && address.scheme !== 'https') throw new Error(`Galley opens pages of the web only, and ${url} is none.`);
    await env.openExternal(address);
    return url;
  },
};

/** The writer's own server, else the generator's usual one. */
function localUrl({ url, localUrl: usual }: Addressed): string | undefined {
  const own = workspace.getConfiguration('galley').get('site.localServer', '').trim().replace(/\/+$/, '');
  if (own === '') return usual;
  if (!/^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:\/|$)/i.test(own)) throw new Error(`The setting "galley.site.localServer" is ${own}, and no address on this computer, such as http://localhost:4000.`);
  return `${own}${encodeURI(decodeURI(url))}`;
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { method: 'HEAD', mode: 'no-cors', redirect: 'manual', signal: AbortSignal.timeout(patience) });
    return true;
  } catch {
    return false;
  }
}

function onSite({ absoluteUrl, state, reasons }: Addressed): string {
  if (absoluteUrl === undefined) throw new Error('No local server answers, and the site’s configuration does not name its host. Start the server, or add the address to the configuration.');
  if (state !== 'published') throw new Error(`No local server answers, and the post is not on the site. ${reasons.join(' ')}`.trim());
  return absoluteUrl;
}
