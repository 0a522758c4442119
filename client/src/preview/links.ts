import { commands, env, Uri, window } from 'vscode';
import { findFile } from './images.ts';

/** Opens what a link of a post leads to: the web outside VS Code, files of the workspace inside; says so when there is no file. */
export async function follow(post: Uri, href: string): Promise<void> {
  if (/^(?:https?|mailto|tel):/i.test(href)) {
    await env.openExternal(Uri.parse(href, true));
    return;
  }
  const file = await findFile(post, href);
  if (file) await commands.executeCommand('vscode.open', file.uri);
  else window.setStatusBarMessage(`Galley found no file for ${href.slice(0, 80)} in this workspace.`, 5000);
}
