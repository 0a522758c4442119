import type { Uri } from 'vscode';
import { posts } from '../../server/src/protocol/index.ts';
import { ask } from './ask.ts';
import type { LanguageServer } from './languageServer.ts';

/** The title of a post as its site shows it; '' for a file that is none. */
export async function titleOf(server: LanguageServer, uri: Uri): Promise<string> {
  const lists = await ask(server, posts, {});
  const key = uri.toString();
  return lists.flatMap((list) => list.posts).find((post) => post.uri === key)?.title ?? '';
}
