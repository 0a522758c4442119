import { env, l10n, window } from 'vscode';
import { fetchAddress } from '../posts/publication.ts';
import type { Command } from './command.ts';

/** How long the status bar says what was copied, in milliseconds. */
const shown = 4000;

/** Copies the address of a post as its readers will have it; without the host where the configuration names none. Gives what was copied. */
export const copyUrl: Command = {
  id: 'galley.copyUrl',
  run: async ({ server }, target) => {
    const { url, absoluteUrl } = await fetchAddress(server, target);
    const copied = absoluteUrl ?? url;
    await env.clipboard.writeText(copied);
    window.setStatusBarMessage(l10n.t('Copied {0}', copied), shown);
    return copied;
  },
};
