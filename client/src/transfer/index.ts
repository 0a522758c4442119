import type { Disposable } from 'vscode';
import type { LanguageServer } from '../server/languageServer.ts';
import { registerImageTransfer } from './imageTransfer.ts';
import { registerPostTransfer } from './postTransfer.ts';
import { registerReferencePaste } from './referencePaste.ts';
import { registerTitledLinkPaste } from './titledLinkPaste.ts';
import type { ResolveHost } from './webPage.ts';

/**
 * Registers what Galley offers for what is pasted and dropped into posts; where it offers nothing, VS Code's own
 * providers do.
 */
export function registerTransfers(server: LanguageServer, resolveHost: ResolveHost | undefined): Disposable[] {
  return [
    registerReferencePaste(server),
    registerTitledLinkPaste(server, resolveHost),
    registerImageTransfer(server),
    registerPostTransfer(server),
  ];
}
