import type { Uri } from 'vscode';
import { publication } from '../../../server/src/protocol/index.ts';
import { ask } from '../server/ask.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { fetchPostLists } from './postLists.ts';

/** The title of a post as its site shows it; '' for a file that is none. Of an open post the server tells it alone. */
export async function fetchTitle(server: LanguageServer, uri: Uri): Promise<string> {
  const key = uri.toString();
  const open = await ask(server, publication, { uri: key });
  if (open) return open.title;
  const lists = await fetchPostLists(server);
  return lists.flatMap((list) => list.posts).find((post) => post.uri === key)?.title ?? '';
}
