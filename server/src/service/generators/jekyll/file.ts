import { getExtension } from '../shared/values.ts';
import type { Collection } from '../contract/model.ts';
import { basename, joinPath } from '../../text/paths.ts';
import type { JekyllSettings } from './settings.ts';

/** A file that Jekyll reads. */
export interface JekyllFile {
  readonly kind: 'post' | 'draft' | 'document' | 'page';
  /** The label of its collection; `posts` for drafts too. */
  readonly label: string;
  readonly collection: Collection;
  /** Jekyll's `relative_path`: relative to the source, without `collections_dir`. */
  readonly relativePath: string;
  /** The folder that contains `_posts` or `_drafts`, or a page. */
  readonly folderAbove: string;
  readonly name: string;
}

/** Files besides Markdown that are pages when they have front matter. */
const otherPages = /\.(?:x?html?|xml|json|txt|md|mkdn?|mkdown|markdown)$/i;

/** Parses the path of a post, document or page, relative to the site root; undefined for a file that Jekyll does not read. */
export function parseJekyllPath(path: string, settings: JekyllSettings): JekyllFile | undefined {
  const sourcePath = getPathInSource(path, settings);
  if (!sourcePath || isDestination(path, settings)) return undefined;
  const name = basename(sourcePath);
  if (!isMarkdownFile(name, settings) && !otherPages.test(name)) return undefined;
  return (
    parseDocumentPath(sourcePath, name, settings) ??
    parsePostPath(sourcePath, name, settings) ??
    parsePagePath(sourcePath, name, settings)
  );
}

/** Whether Jekyll converts a file from Markdown, by its extension. */
export function isMarkdownFile(path: string, { markdownExtensions }: JekyllSettings): boolean {
  return markdownExtensions.has(getExtension(path).toLowerCase());
}

/** Whether a file is an include, a layout, a plugin, a data file or the `Gemfile`. */
export function isSupportFile(path: string, settings: JekyllSettings): boolean {
  if (
    path === 'Gemfile' ||
    path === 'Gemfile.lock' ||
    (path.endsWith('.rb') && settings.pluginsDirs.some((folder) => path.startsWith(`${folder}/`)))
  )
    return true;
  const sourcePath = getPathInSource(path, settings);
  if (sourcePath === undefined) return false;
  const isTemplate = /\.(?:x?html?|liquid|txt|svg)$/i.test(sourcePath) || isMarkdownFile(sourcePath, settings);
  if (isTemplate && [settings.includesDir, settings.layoutsDir].some((folder) => sourcePath.startsWith(`${folder}/`)))
    return true;
  return sourcePath.startsWith(`${settings.dataDir}/`);
}

/** Whether a folder (path relative to the site root) contains no posts, documents and pages. */
export function isSkippedFolder(path: string, settings: JekyllSettings): boolean {
  const { source } = settings;
  if (source && (source === path || source.startsWith(`${path}/`))) return false;
  const sourcePath = getPathInSource(path, settings);
  if (sourcePath === undefined || isDestination(path, settings)) return true;
  if (sourcePath === '') return false;
  const special = [...settings.collections.keys()].map((label) => joinPath(settings.collectionsDir, `_${label}`));
  if (special.some((folder) => `${folder}/`.startsWith(`${sourcePath}/`) || sourcePath.startsWith(`${folder}/`)))
    return false;
  const segments = sourcePath.split('/');
  const at = segments.findIndex((segment) => segment === '_posts' || segment === '_drafts');
  const walked = at < 0 ? segments : segments.slice(0, at);
  return !isReachable(walked, 'folder', settings);
}

/** Returns the folder of a collection, also of `posts` and `drafts`, relative to the site root. */
export function getCollectionFolder(label: string, settings: JekyllSettings): string {
  return joinPath(settings.source, settings.collectionsDir, `_${label}`);
}

/** Returns a path relative to the source; undefined for a path outside of it. */
export function getPathInSource(path: string, { source }: JekyllSettings): string | undefined {
  if (!source) return path;
  if (path === source) return '';
  return path.startsWith(`${source}/`) ? path.slice(source.length + 1) : undefined;
}

/** Whether a path is in the folder that Jekyll writes the site to. */
export function isDestination(path: string, { destination }: JekyllSettings): boolean {
  return destination !== '' && `${path}/`.startsWith(`${destination}/`);
}

function parseDocumentPath(sourcePath: string, name: string, settings: JekyllSettings): JekyllFile | undefined {
  for (const label of settings.collections.keys()) {
    const folder = joinPath(settings.collectionsDir, `_${label}`);
    if (!sourcePath.startsWith(`${folder}/`)) continue;
    const entry = sourcePath.slice(folder.length + 1);
    if (!isAccepted(entry, `_${label}`, 'file', settings)) return undefined;
    const collection = { name: label, folder: getCollectionFolder(label, settings) };
    return { kind: 'document', label, collection, relativePath: `_${label}/${entry}`, folderAbove: '', name };
  }
  return undefined;
}

function parsePostPath(sourcePath: string, name: string, settings: JekyllSettings): JekyllFile | undefined {
  const segments = sourcePath.split('/');
  const at = segments.findIndex((segment) => segment === '_posts' || segment === '_drafts');
  if (at < 0 || at === segments.length - 1) return undefined;
  const above = segments.slice(0, at);
  const base = above.join('/');
  const entry = segments.slice(at + 1);
  const { collectionsDir } = settings;
  if (!isReachable(above, 'folder', settings) || !base.startsWith(collectionsDir)) return undefined;
  if (entry.some((segment) => segment.startsWith('.'))) return undefined;
  if (!isAccepted(entry.join('/'), joinPath(base, segments[at]!), 'file', settings)) return undefined;
  const kind = segments[at] === '_posts' ? 'post' : 'draft';
  const relativePath =
    collectionsDir && sourcePath.startsWith(`${collectionsDir}/`)
      ? sourcePath.slice(collectionsDir.length + 1)
      : sourcePath;
  const collection = { name: `${kind}s`, folder: joinPath(settings.source, base, segments[at]!) };
  return { kind, label: 'posts', collection, relativePath, folderAbove: base, name };
}

function parsePagePath(sourcePath: string, name: string, settings: JekyllSettings): JekyllFile | undefined {
  const segments = sourcePath.split('/');
  if (!isReachable(segments, 'file', settings)) return undefined;
  const above = segments.slice(0, -1).join('/');
  return {
    kind: 'page',
    label: 'pages',
    collection: { name: 'pages', folder: settings.source },
    relativePath: sourcePath,
    folderAbove: above,
    name,
  };
}

/** Whether Jekyll copies a file that is no page (path relative to the source) to the site. */
export function isCopied(sourcePath: string, settings: JekyllSettings): boolean {
  const segments = sourcePath.split('/');
  const at = segments.findIndex((segment) => segment === '_posts' || segment === '_drafts');
  return at < 0 && isReachable(segments, 'file', settings);
}

/** Whether Jekyll reads the path of these segments, each of which its filter accepts. */
function isReachable(segments: readonly string[], last: 'file' | 'folder', settings: JekyllSettings): boolean {
  return segments.every((segment, index) =>
    isAccepted(segment, segments.slice(0, index).join('/'), index === segments.length - 1 ? last : 'folder', settings),
  );
}

/** Whether `EntryFilter#filter` accepts an entry, given relative to the folder `base` of the source. */
function isAccepted(
  entry: string,
  base: string,
  type: 'file' | 'folder',
  { include, exclude }: JekyllSettings,
): boolean {
  const name = basename(entry);
  if (entry.endsWith('.')) return false;
  if (include.matches(entry, type) || include.matches(name, type)) return true;
  if (exclude.matches(joinPath(base, entry), type)) return false;
  return !/^[._#~]/.test(entry) && !/^[._#~]/.test(name) && !entry.endsWith('~');
}
