import { readdirSync } from 'node:fs';

/** What is installed, built or made for tests to read: no source of ours. */
export const foreign: ReadonlySet<string> = new Set([
  'node_modules',
  'dist',
  'out',
  '.git',
  'fixtures',
  '.vscode-test',
]);

/** Our files below a folder (`.`: the whole project) with one of these endings, as sorted paths from the root with slashes. */
export function listFilesBelow(folder: string, ...endings: readonly string[]): string[] {
  const found = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return foreign.has(entry.name) ? [] : listFilesBelow(path, ...endings);
    return endings.some((ending) => path.endsWith(ending)) ? [path] : [];
  });
  return found.toSorted();
}
