import { env, l10n } from 'vscode';
import { showStatusMessage } from '../prompts/statusMessage.ts';
import type { Command } from './command.ts';

/** Copies the post in the preview as plain text, without markup. */
export const copyAsText: Command = {
  id: 'galley.copyAsText',
  run: async ({ previews }) => {
    await env.clipboard.writeText(await previews.current.exportPost('text'));
    showStatusMessage(l10n.t('The post is on the clipboard as plain text.'));
  },
};
