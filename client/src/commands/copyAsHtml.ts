import { env, l10n } from 'vscode';
import { showStatusMessage } from '../prompts/statusMessage.ts';
import type { Command } from './command.ts';

/** Copies the post in the preview as clean HTML, for a newsletter or a content management system. */
export const copyAsHtml: Command = {
  id: 'galley.copyAsHtml',
  run: async ({ previews }) => {
    await env.clipboard.writeText(await previews.current.exportPost('html'));
    showStatusMessage(l10n.t('The post is on the clipboard as HTML.'));
  },
};
