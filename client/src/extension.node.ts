import type { ExtensionContext } from 'vscode';
import { Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './activate.ts';

/** VS Code calls this on the desktop and in remote windows: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  activateWith(
    (options) => new LanguageClient('galley', 'Galley', { module, transport: TransportKind.ipc }, options),
    context,
  );
}
