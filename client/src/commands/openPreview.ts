import { window, workspace } from 'vscode';
import { uriIn } from '../posts/postChange.ts';
import { isPost } from '../server/postDocuments.ts';
import type { Command } from './command.ts';

/** Opens the live preview beside the post of a file or row, or else of the active editor; the editor keeps the focus. */
export const openPreview: Command = {
  id: 'galley.openPreview',
  run: async ({ previews }, target) => {
    const uri = uriIn(target);
    const document = uri ? await workspace.openTextDocument(uri) : window.activeTextEditor?.document;
    previews.open(document && isPost(document) ? document : undefined);
  },
};
