import type { DocumentLink } from 'vscode';
import { commands, env, FileType, l10n, Uri, window, workspace } from 'vscode';
import { findFile } from './images.ts';

/** Opens what a link of a post leads to, pages of the web outside VS Code and files of the workspace inside, or says that there is no file. */
export async function openLink(post: Uri, href: string): Promise<void> {
  if (/^(?:https?|mailto|tel):/i.test(href)) {
    await env.openExternal(Uri.parse(href, true));
    return;
  }
  const target = (await findFile(post, href))?.uri ?? (await findLinkedFile(post, href));
  if (target) await commands.executeCommand('vscode.open', target);
  else window.setStatusBarMessage(l10n.t('Galley found no file for {0} in this workspace.', href.slice(0, 80)), 5000);
}

/** The file that the editor's own link with that address opens: the language server knows which post has which URL. */
async function findLinkedFile(post: Uri, href: string): Promise<Uri | undefined> {
  const document = await workspace.openTextDocument(post);
  const links = (await commands.executeCommand<DocumentLink[] | undefined>('vscode.executeLinkProvider', post)) ?? [];
  const target = links.find((link) => link.target && document.getText(link.range) === href)?.target;
  return target && (await isFile(target)) ? target : undefined;
}

async function isFile(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri.with({ fragment: '', query: '' }))).type & FileType.File) !== 0;
  } catch {
    return false;
  }
}
