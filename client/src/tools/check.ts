import type { LanguageModelTool, TextDocument } from 'vscode';
import { RelativePattern, window, workspace } from 'vscode';
import type { Diagnostic } from 'vscode-languageclient';
import { DocumentDiagnosticRequest } from 'vscode-languageclient';
import type { LanguageServer } from '../server/languageServer.ts';
import { isPost } from '../server/postDocuments.ts';
import { toToolResult } from './toolResult.ts';

/**
 * The input of the tool, as the manifest describes it: a post by its path in the workspace, or the one in the editor.
 */
interface CheckQuery {
  readonly path?: string;
}

/** The tool that lists the problems of one post, a line each. */
export function createCheckTool(server: LanguageServer): LanguageModelTool<CheckQuery> {
  return {
    invoke: async ({ input: { path } }) => {
      const document = path === undefined ? window.activeTextEditor?.document : await openAt(path);
      if (!document || !isPost(document)) throw new Error('Name a post: a Markdown file of the workspace.');
      const problems = await fetchProblems(server, document);
      return toToolResult([
        problems.length === 1 ? '1 problem' : `${problems.length} problems`,
        ...problems.map(toRow),
      ]);
    },
  };
}

async function fetchProblems(server: LanguageServer, { uri }: TextDocument): Promise<readonly Diagnostic[]> {
  const client = await server.whenRunning();
  const report = await client.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
  });
  return report && 'items' in report ? report.items : [];
}

function toRow({ range: { start }, code, message }: Diagnostic): string {
  return `${start.line + 1}:${start.character + 1} ${String(code ?? '')}: ${message}`;
}

async function openAt(path: string): Promise<TextDocument> {
  for (const folder of workspace.workspaceFolders ?? []) {
    const [found] = await workspace.findFiles(new RelativePattern(folder, path), undefined, 1);
    if (found) return workspace.openTextDocument(found);
  }
  throw new Error(`There is no file ${path} in the workspace.`);
}
