import { FileType, Uri, workspace } from 'vscode';
import type { DirectoryEntry } from '../../../server/src/protocol/index.ts';
import { readDirectory, readFile } from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from './languageServer.ts';

/** The largest file, in bytes, that is read as text: larger ones are no text that a writer wrote. */
const maxTextBytes = 10 * 1024 * 1024;

/**
 * Reads files and folders for the server, on any file system of the workspace; answers nothing outside the workspace
 * folders. Symbolic links are not followed: no file system tells here where they lead.
 */
export function serveFiles(server: LanguageServer): void {
  server.onRequest(readFile, ({ uri }) => readText(Uri.parse(uri)));
  server.onRequest(readDirectory, ({ uri }) => readEntries(Uri.parse(uri)));
}

async function readText(uri: Uri): Promise<string | null> {
  if (!workspace.getWorkspaceFolder(uri)) return null;
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if ((type & FileType.SymbolicLink) !== 0 || (type & FileType.File) === 0 || size > maxTextBytes) return null;
    const bytes = await workspace.fs.readFile(uri);
    return bytes.includes(0) ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function readEntries(uri: Uri): Promise<readonly DirectoryEntry[]> {
  if (!workspace.getWorkspaceFolder(uri)) return [];
  try {
    const entries = await workspace.fs.readDirectory(uri);
    return entries.flatMap(([name, type]) => toEntry(name, type) ?? []);
  } catch {
    return [];
  }
}

function toEntry(name: string, type: FileType): DirectoryEntry | undefined {
  if ((type & FileType.SymbolicLink) !== 0) return undefined;
  if ((type & FileType.Directory) !== 0) return { name, type: 'folder' };
  return (type & FileType.File) !== 0 ? { name, type: 'file' } : undefined;
}
