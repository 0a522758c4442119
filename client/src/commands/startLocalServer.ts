import { l10n, Uri, window, workspace } from 'vscode';
import { publication } from '../../../server/src/protocol/index.ts';
import { getPostUri } from '../posts/commandTarget.ts';
import { sendRequest } from '../server/requests.ts';
import type { Command } from './command.ts';

/**
 * Starts the server of the site's generator in a terminal, where the writer sees it and can stop it; resolves to the
 * command line.
 */
export const startLocalServer: Command = {
  id: 'galley.startLocalServer',
  run: async ({ server }, post) => {
    if (!workspace.isTrusted)
      throw new Error(l10n.t('Trust this workspace first: the server runs the code of the site.'));
    const found = await sendRequest(server, publication, { uri: getPostUri(post).toString() });
    if (!found?.localServer)
      throw new Error(l10n.t('Open a post of the site first, of a generator that has a server of its own.'));
    const { command, folder } = found.localServer;
    showInTerminal(command, Uri.parse(folder));
    return command;
  },
};

/** Runs a command line in a terminal of Galley's, unless one is open already. */
function showInTerminal(command: string, cwd: Uri): void {
  const name = l10n.t('Galley: Local Server');
  const running = window.terminals.find((terminal) => terminal.name === name && terminal.exitStatus === undefined);
  const terminal = running ?? window.createTerminal({ name, cwd });
  terminal.show(true);
  if (!running) terminal.sendText(command);
}
