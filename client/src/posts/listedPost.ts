import { Uri } from 'vscode';
import type { ListedPost } from '../../../server/src/protocol/index.ts';

/** The day of a post's date as it is written there, `2024-05-01`; '' without one. */
export function toDay({ date }: Pick<ListedPost, 'date'>): string {
  return date === null ? '' : date.slice(0, 10);
}

/** Whether a file is in a folder or below it, both by URI. */
export function isInFolder(folder: string, uri: string): boolean {
  const outer = Uri.parse(folder);
  const inner = Uri.parse(uri);
  return (
    outer.scheme === inner.scheme &&
    outer.authority === inner.authority &&
    inner.path.startsWith(outer.path.endsWith('/') ? outer.path : `${outer.path}/`)
  );
}
