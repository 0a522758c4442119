import { l10n, Uri, window, workspace } from 'vscode';
import { publication } from '../../../server/src/protocol/index.ts';
import { ask } from '../server/ask.ts';
import type { Command } from './command.ts';

const name = l10n.t('Galley: Local Server');

/** Starts the server of the site's generator in a terminal, where the writer sees it and can stop it. Gives the command line. */
export const startLocalServer: Command = {
  id: 'galley.startLocalServer',
  run: async ({ server }, target) => {
    if (!workspace.isTrusted)
      throw new Error(l10n.t('Trust this workspace first: the server runs the code of the site.'));
    const uri = target instanceof Uri ? target : window.activeTextEditor?.document.uri;
    const found = uri && (await ask(server, publication, { uri: uri.toString() }));
    if (!found?.localServer)
      throw new Error(l10n.t('Open a post of the site first, of a generator that has a server of its own.'));
    const { command, folder } = found.localServer;
    const running = window.terminals.find((terminal) => terminal.name === name && terminal.exitStatus === undefined);
    if (running) {
      running.show(true);
      return command;
    }
    const terminal = window.createTerminal({ name, cwd: Uri.parse(folder) });
    terminal.show(true);
    terminal.sendText(command);
    return command;
  },
};
