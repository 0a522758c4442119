import { FileType, Uri, workspace } from 'vscode';
import type { DirectoryEntry } from '../../../server/src/protocol/index.ts';
import { readDirectory, readFile } from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from './languageServer.ts';

/** Larger files are not text that a writer wrote. */
const largestText = 10 * 1024 * 1024;

/** Answers the server's questions about files, wherever the workspace keeps them; outside its folders there are none. */
export function answerFiles(server: LanguageServer): void {
  server.answer(readFile, ({ uri }) => textOf(Uri.parse(uri)));
  server.answer(readDirectory, ({ uri }) => entriesOf(Uri.parse(uri)));
}

async function textOf(uri: Uri): Promise<string | null> {
  if (!workspace.getWorkspaceFolder(uri)) return null;
  try {
    if ((await workspace.fs.stat(uri)).size > largestText) return null;
    const bytes = await workspace.fs.readFile(uri);
    return bytes.includes(0) ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function entriesOf(uri: Uri): Promise<readonly DirectoryEntry[]> {
  if (!workspace.getWorkspaceFolder(uri)) return [];
  try {
    const entries = await workspace.fs.readDirectory(uri);
    return entries.map(([name, type]) => ({ name, type: (type & FileType.Directory) !== 0 ? 'folder' : 'file' }));
  } catch {
    return [];
  }
}
