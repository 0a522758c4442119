import { env, l10n, UIKind, Uri, workspace } from 'vscode';
import type { Command } from './command.ts';

/** Opens the post as a page in the browser, which prints it or saves it as PDF. */
export const printPreview: Command = {
  id: 'galley.printPreview',
  run: async ({ previews, storage }) => {
    if (env.uiKind === UIKind.Web || storage.scheme !== 'file')
      throw new Error(
        l10n.t('Printing needs VS Code on this computer. Here, “Galley: Copy Post as HTML” takes the post elsewhere.'),
      );
    const html = await previews.current.exportPost('page');
    await workspace.fs.createDirectory(storage);
    const page = Uri.joinPath(storage, 'print.html');
    await workspace.fs.writeFile(page, new TextEncoder().encode(html));
    await env.openExternal(page);
  },
};
