import { env, l10n, window } from 'vscode';
import type { Command } from './command.ts';

/** Copies the post as clean HTML, for a newsletter or a content management system. */
export const copyPreviewAsHtml: Command = {
  id: 'galley.copyAsHtml',
  run: async ({ previews }) => {
    await env.clipboard.writeText(await previews.current.exportPost('html'));
    window.setStatusBarMessage(l10n.t('The post is on the clipboard as HTML.'), 4000);
  },
};

/** Copies the post as a reader would read it out: text without markup. */
export const copyPreviewAsText: Command = {
  id: 'galley.copyAsText',
  run: async ({ previews }) => {
    await env.clipboard.writeText(await previews.current.exportPost('text'));
    window.setStatusBarMessage(l10n.t('The post is on the clipboard as plain text.'), 4000);
  },
};
