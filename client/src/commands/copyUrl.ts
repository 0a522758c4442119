import { env, l10n } from 'vscode';
import { findAddress } from '../posts/publication.ts';
import { showStatusMessage } from '../prompts/statusMessage.ts';
import type { Command } from './command.ts';

/**
 * Copies the address of a post as its readers will have it, without the host where the configuration names none;
 * resolves to what was copied.
 */
export const copyUrl: Command = {
  id: 'galley.copyUrl',
  run: async ({ server }, post) => {
    const { url, absoluteUrl } = await findAddress(server, post);
    const copied = absoluteUrl ?? url;
    await env.clipboard.writeText(copied);
    showStatusMessage(l10n.t('Copied {0}', copied));
    return copied;
  },
};
