import { Uri, workspace } from 'vscode';
import { siteStyles } from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { sendRequest } from '../server/requests.ts';

/** The style sheets of the site that a post is on: those that the settings name, else those that the server finds. */
export async function findSiteStyles(server: LanguageServer, post: Uri): Promise<Uri[]> {
  const root = workspace.getWorkspaceFolder(post)?.uri;
  if (!root) return [];
  const named = workspace.getConfiguration('galley', post).get<readonly string[]>('preview.styles', []);
  if (named.length === 0)
    return (await sendRequest(server, siteStyles, { uri: post.toString() })).map((uri) => Uri.parse(uri));
  return named.map((path) => Uri.joinPath(root, path)).filter(({ path }) => path.startsWith(`${root.path}/`));
}
