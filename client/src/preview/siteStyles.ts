import { FileType, Uri, workspace } from 'vscode';

/** Folders in which sites keep or build their style sheets, likeliest first: what a build wrote comes before sources. */
const folders = [
  '_site/assets/css',
  '_site/assets',
  '_site/css',
  'public/css',
  'public',
  'dist',
  '_site',
  'assets/css',
  'assets',
  'static/css',
  'static',
  'css',
  'styles',
  'src/styles',
  'source/css',
  '',
];
const maxSheets = 5;

/** The style sheets of the site that a post belongs to: those the settings name, or else those of the first folder that has some. */
export async function findSiteStyles(post: Uri): Promise<Uri[]> {
  const root = workspace.getWorkspaceFolder(post)?.uri;
  if (!root) return [];
  const named = workspace.getConfiguration('galley', post).get<readonly string[]>('preview.styles', []);
  if (named.length > 0)
    return named.map((path) => Uri.joinPath(root, path)).filter((uri) => uri.path.startsWith(root.path));
  for (let at = Uri.joinPath(post, '..'); ; at = Uri.joinPath(at, '..')) {
    const found = await findSheetsBelow(at);
    if (found.length > 0 || at.path === root.path || at.path === '/' || !at.path.startsWith(root.path)) return found;
  }
}

async function findSheetsBelow(site: Uri): Promise<Uri[]> {
  for (const folder of folders) {
    const uri = Uri.joinPath(site, folder);
    const names = (await readEntries(uri))
      .filter(([name, type]) => type === FileType.File && name.endsWith('.css'))
      .map(([name]) => name);
    if (names.length > 0)
      return names
        .sort()
        .slice(0, maxSheets)
        .map((name) => Uri.joinPath(uri, name));
  }
  return [];
}

async function readEntries(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
