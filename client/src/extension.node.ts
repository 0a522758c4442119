import { lookup } from 'node:dns/promises';
import type { ExtensionContext } from 'vscode';
import { Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './activate.ts';

/**
 * The port on which the server waits for a debugger, in a window that is being debugged itself; `.vscode/launch.json`
 * names it too.
 */
const inspectorPort = 6009;

async function resolveHost(name: string): Promise<string[]> {
  return (await lookup(name, { all: true })).map(({ address }) => address);
}

/** VS Code calls this on the desktop and in remote windows: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  const run = {
    module: Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath,
    transport: TransportKind.ipc,
  };
  const debug = { ...run, options: { execArgv: [`--inspect=${inspectorPort}`] } };
  activateWith((options) => new LanguageClient('galley', 'Galley', { run, debug }, options), context, resolveHost);
}
