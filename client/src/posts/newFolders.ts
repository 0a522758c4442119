import type { Disposable } from 'vscode';
import { FileType, Uri, workspace } from 'vscode';

/** What came into being with a file: its folders, the innermost first, and where the file came from if it was moved. */
interface Arrival {
  readonly folders: readonly Uri[];
  readonly from: string | undefined;
}

/** By the URI of the file. */
const arrivals = new Map<string, Arrival>();

/** Remembers the folders that a file brings along, new or moved from elsewhere: undo in VS Code takes a file back and leaves its folders. */
export async function rememberNewFolders(file: Uri, from?: Uri): Promise<void> {
  const folders: Uri[] = [];
  for (
    let folder = Uri.joinPath(file, '..');
    workspace.getWorkspaceFolder(folder) && !(await isThere(folder));
    folder = Uri.joinPath(folder, '..')
  )
    folders.push(folder);
  if (folders.length > 0) arrivals.set(file.toString(), { folders, from: from?.toString() });
}

/** Takes the folders that came with a file away once the file is taken back, unless something else is in them. */
export function tidyNewFolders(): Disposable[] {
  return [
    workspace.onDidDeleteFiles(({ files }) => files.forEach((file) => void tidy(file))),
    workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri, newUri }) => void tidy(oldUri, newUri))),
  ];
}

async function tidy(file: Uri, back?: Uri): Promise<void> {
  const { folders, from } = arrivals.get(file.toString()) ?? { folders: [] };
  if (from !== back?.toString()) return;
  for (const folder of folders) {
    if (!(await isThere(folder)) || (await workspace.fs.readDirectory(folder)).length > 0) return;
    await workspace.fs.delete(folder);
  }
}

async function isThere(folder: Uri): Promise<boolean> {
  return workspace.fs.stat(folder).then(
    ({ type }) => (type & FileType.Directory) !== 0,
    () => false,
  );
}
