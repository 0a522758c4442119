import type { Webview } from 'vscode';
import { FileType, Uri, workspace } from 'vscode';

/** Folders whose content generators publish at the root of the site: Hugo, Zola, Astro; Hexo; VitePress and others; Eleventy. */
const publishedAtRoot = ['', 'static', 'public', 'source', 'src', 'assets'];

/** The page's addresses of images, by source as written; null where no file of the workspace is meant. */
export async function findImageAddresses(
  webview: Webview,
  post: Uri,
  sources: readonly string[],
): Promise<Record<string, string | null>> {
  const found = await Promise.all(
    sources.map(async (source): Promise<[string, string | null]> => {
      const file = await findFile(post, source);
      return [
        source,
        file
          ? webview
              .asWebviewUri(file.uri)
              .with({ query: `v=${file.changed}` })
              .toString()
          : null,
      ];
    }),
  );
  return Object.fromEntries(found);
}

/** The file that a path in a post means: beside the post when relative; at the root of the nearest folder that has it when it starts with `/`. */
export async function findFile(
  post: Uri,
  path: string,
): Promise<{ readonly uri: Uri; readonly changed: number } | undefined> {
  const written = decodePath(path.replace(/[?#].*$/s, ''));
  if (written === '') return undefined;
  for (const uri of candidates(post, written)) {
    const stat = await getStat(uri);
    if (stat && (stat.type & FileType.File) !== 0) return { uri, changed: stat.mtime };
  }
  return undefined;
}

/** Files a path can mean, likeliest first; all below the post's workspace folder. */
function candidates(post: Uri, path: string): Uri[] {
  const folder = workspace.getWorkspaceFolder(post)?.uri;
  if (!folder) return [];
  const ancestors: Uri[] = [];
  for (let at = Uri.joinPath(post, '..'); isBelow(at, folder); at = Uri.joinPath(at, '..')) {
    ancestors.push(at);
    if (at.path === '/' || at.path === folder.path) break;
  }
  const atRoot = ancestors.flatMap((ancestor) => publishedAtRoot.map((name) => Uri.joinPath(ancestor, name, path)));
  const all = path.startsWith('/') ? atRoot : [Uri.joinPath(post, '..', path), ...atRoot];
  return all.filter((uri) => isBelow(uri, folder));
}

function isBelow(uri: Uri, folder: Uri): boolean {
  return uri.path === folder.path || uri.path.startsWith(folder.path.endsWith('/') ? folder.path : `${folder.path}/`);
}

async function getStat(uri: Uri): Promise<{ readonly type: FileType; readonly mtime: number } | undefined> {
  try {
    return await workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
