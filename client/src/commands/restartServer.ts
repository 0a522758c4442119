import { l10n } from 'vscode';
import { showStatusMessage } from '../prompts/statusMessage.ts';
import type { Command } from './command.ts';

/** Stops the language server and starts it again. */
export const restartServer: Command = {
  id: 'galley.restartServer',
  run: async ({ server }) => {
    await server.restart();
    showStatusMessage(l10n.t('Galley has restarted.'));
  },
};
