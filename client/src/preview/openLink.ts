import { commands, env, l10n, Uri } from 'vscode';
import { showStatusMessage } from '../prompts/statusMessage.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { findLinkedFile } from './linkedFiles.ts';

/**
 * Opens what a link in the preview of a post leads to, pages of the web outside VS Code and files of the workspace
 * inside, or says that there is no file.
 */
export async function openLink(server: LanguageServer, post: Uri, href: string): Promise<void> {
  if (/^(?:https?|mailto|tel):/i.test(href)) {
    await env.openExternal(Uri.parse(href, true));
    return;
  }
  const file = await findLinkedFile(server, post, href);
  if (file) await commands.executeCommand('vscode.open', file);
  else showStatusMessage(l10n.t('Galley found no file for {0} in this workspace.', href.slice(0, 80)));
}
