import { Disposable, FileType, Uri, workspace } from 'vscode';

/**
 * What came into being with a file: its folders, the innermost first, and where the file was before if it was moved.
 */
interface NewFile {
  readonly folders: readonly Uri[];
  readonly movedFrom: string | undefined;
}

/**
 * Removes the folders that came with a file once the file is taken back: undo in VS Code deletes a file and leaves its
 * folders.
 */
export class NewFolders {
  /** By the URI of the file. */
  private readonly files = new Map<string, NewFile>();
  private readonly subscription = Disposable.from(
    workspace.onDidDeleteFiles(({ files }) => files.forEach((file) => void this.remove(file))),
    workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri, newUri }) => void this.remove(oldUri, newUri))),
  );

  /** Remembers which folders a file brings along that is about to be created, or moved from elsewhere. */
  async remember(file: Uri, movedFrom?: Uri): Promise<void> {
    const folders: Uri[] = [];
    for (
      let folder = Uri.joinPath(file, '..');
      workspace.getWorkspaceFolder(folder) && !(await isFolder(folder));
      folder = Uri.joinPath(folder, '..')
    )
      folders.push(folder);
    if (folders.length > 0) this.files.set(file.toString(), { folders, movedFrom: movedFrom?.toString() });
  }

  dispose(): void {
    this.subscription.dispose();
  }

  /**
   * Deletes the folders of a file that is gone, unless something else is in them or the file went elsewhere than back.
   */
  private async remove(file: Uri, movedTo?: Uri): Promise<void> {
    const { folders, movedFrom } = this.files.get(file.toString()) ?? { folders: [] };
    if (movedFrom !== movedTo?.toString()) return;
    for (const folder of folders) {
      if (!(await isFolder(folder)) || (await workspace.fs.readDirectory(folder)).length > 0) return;
      await workspace.fs.delete(folder);
    }
  }
}

async function isFolder(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    ({ type }) => (type & FileType.Directory) !== 0,
    () => false,
  );
}
