import type { Disposable, LanguageModelTool } from 'vscode';
import { LanguageModelTextPart, LanguageModelToolResult, lm, RelativePattern, window, workspace } from 'vscode';
import type { Diagnostic } from 'vscode-languageclient';
import type { LanguageServer } from './server/languageServer.ts';
import { postLists } from './posts/postLists.ts';
import { isPost } from './posts/posts.ts';
import { matching } from './views/postGroups.ts';

/** So many posts are listed at most: a model reads no more with profit. */
const mostPosts = 200;

/** Which posts are asked for. */
interface PostsQuery {
  /** Words of title, path, address or tags. */
  readonly query?: string;
  readonly state?: string;
}

/** What is to be checked: a post by its path in the workspace, or the one in the editor. */
interface CheckQuery {
  readonly path?: string;
}

/** Registers what language models may ask: the list of posts and what is wrong with one. Both only read, and nothing leaves the computer by them. */
export function registerTools(server: LanguageServer): Disposable[] {
  return [lm.registerTool('galley_posts', postsTool(server)), lm.registerTool('galley_check', checkTool(server))];
}

function postsTool(server: LanguageServer): LanguageModelTool<PostsQuery> {
  return {
    invoke: async ({ input: { query = '', state } }) => {
      const lists = await postLists(server);
      const all = lists.flatMap((list) => list.posts).filter((post) => state === undefined || post.state === state);
      const found = matching(all, query);
      const rows = found
        .slice(0, mostPosts)
        .map(({ path, title, date, collection, state: now, url, tags, reasons }) =>
          JSON.stringify({ path, title, date, collection, state: now, url, tags, reasons }),
        );
      return answer([`${found.length} of ${lists.reduce((sum, list) => sum + list.posts.length, 0)} posts`, ...rows]);
    },
  };
}

function checkTool(server: LanguageServer): LanguageModelTool<CheckQuery> {
  return {
    invoke: async ({ input: { path } }) => {
      const document =
        path === undefined ? window.activeTextEditor?.document : await workspace.openTextDocument(await fileAt(path));
      if (!document || !isPost(document)) throw new Error('Name a post: a Markdown file of the workspace.');
      const client = await server.running();
      const report = await client.sendRequest<{ items?: readonly Diagnostic[] } | null>('textDocument/diagnostic', {
        textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
      });
      const items = report?.items ?? [];
      const rows = items.map(
        ({ range, code, message }) =>
          `${range.start.line + 1}:${range.start.character + 1} ${String(code ?? '')}: ${message}`,
      );
      return answer([items.length === 1 ? '1 problem' : `${items.length} problems`, ...rows]);
    },
  };
}

async function fileAt(path: string) {
  for (const folder of workspace.workspaceFolders ?? []) {
    const [found] = await workspace.findFiles(new RelativePattern(folder, path), undefined, 1);
    if (found) return found;
  }
  throw new Error(`There is no file ${path} in the workspace.`);
}

function answer(lines: readonly string[]): LanguageModelToolResult {
  return new LanguageModelToolResult([new LanguageModelTextPart(lines.join('\n'))]);
}
