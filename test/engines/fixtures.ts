import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the texts of a folder as a txtar text. */
export function toTxtar(folder: string): string {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|markdown|ya?ml|toml|json|html)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return paths.map((path) => `-- ${path.slice(folder.length + 1)} --\n${readFileSync(path, 'utf8')}`).join('');
}
