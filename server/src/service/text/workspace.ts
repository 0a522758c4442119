import type { DirectoryEntry } from '../../protocol/index.ts';
import { basename, dirname } from './uri.ts';

/** The service's only way to files; the language server, the command line and the tests each bring one. */
export interface Workspace {
  /** A file's text, or undefined when it does not exist or is no text. */
  read(uri: string): Promise<string | undefined>;
  /** Names in a folder; empty when it does not exist. */
  list(uri: string): Promise<readonly DirectoryEntry[]>;
}

/** Whether there is a file or folder at a URI. */
export async function exists(workspace: Workspace, uri: string): Promise<boolean> {
  const names = await workspace.list(dirname(uri));
  return names.some(({ name }) => name === basename(uri));
}
