import { Uri, window, workspace } from 'vscode';
import { isPost } from '../posts.ts';
import type { Command } from './command.ts';

/** Opens the live preview beside the post of a URI, or else of the active editor; the editor keeps the focus. */
export const openPreview: Command = {
  id: 'galley.openPreview',
  run: async ({ previews }, target) => {
    const document = target instanceof Uri ? await workspace.openTextDocument(target) : window.activeTextEditor?.document;
    previews.open(document && isPost(document) ? document : undefined);
  },
};
