import { l10n, window } from 'vscode';
import type { Command } from './command.ts';

/** Ends the language server and starts it anew. */
export const restartServer: Command = {
  id: 'galley.restartServer',
  run: async ({ server }) => {
    await server.restart();
    window.setStatusBarMessage(l10n.t('Galley has restarted.'), 3000);
  },
};
