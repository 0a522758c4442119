import { getExtension } from '../shared/values.ts';
import type { Collection } from '../contract/model.ts';
import { basename, joinPath } from '../../text/paths.ts';
import type { JekyllSettings } from './settings.ts';

/** Where Jekyll finds a file, which decides what it makes of it. */
export interface Place {
  readonly kind: 'post' | 'draft' | 'document' | 'page';
  /** `posts` for drafts too. */
  readonly label: string;
  readonly collection: Collection;
  /** Jekyll's `relative_path`: below the source, `collections_dir` left out. */
  readonly relativePath: string;
  /** Folders above `_posts` or `_drafts`, or of a page. */
  readonly above: string;
  readonly name: string;
}

/** Files besides Markdown that sites write as pages, with front matter; others are copied as they are, but for style sheets. */
const otherPages = /\.(?:x?html?|xml|json|txt)$/i;

/** The place of a file that may be a page (path relative to the site root), or undefined when Jekyll does not look at it. */
export function placeOf(path: string, settings: JekyllSettings): Place | undefined {
  const inner = belowSource(path, settings);
  if (!inner || isDestination(path, settings)) return undefined;
  const name = basename(inner);
  if (!isMarkdownFile(name, settings) && !otherPages.test(name)) return undefined;
  return documentPlace(inner, name, settings) ?? postPlace(inner, name, settings) ?? pagePlace(inner, name, settings);
}

/** Whether Jekyll converts a file from Markdown, by its extension. */
export function isMarkdownFile(path: string, { markdownExtensions }: JekyllSettings): boolean {
  return markdownExtensions.has(getExtension(path).toLowerCase());
}

/** Whether a file is an include, a layout, a plugin, or data that pages are made of. */
export function isSupport(path: string, settings: JekyllSettings): boolean {
  if (
    path === 'Gemfile' ||
    (path.endsWith('.rb') && settings.pluginsDirs.some((folder) => path.startsWith(`${folder}/`)))
  )
    return true;
  const inner = belowSource(path, settings);
  if (inner === undefined) return false;
  const isTemplate = /\.(?:x?html?|liquid|txt|svg)$/i.test(inner) || isMarkdownFile(inner, settings);
  if (isTemplate && [settings.includesDir, settings.layoutsDir].some((folder) => inner.startsWith(`${folder}/`)))
    return true;
  return inner.startsWith(`${settings.dataDir}/`);
}

/** Whether a folder (path relative to the site root) holds nothing that Jekyll makes pages of. */
export function isSkipped(path: string, settings: JekyllSettings): boolean {
  const { source } = settings;
  if (source && (source === path || source.startsWith(`${path}/`))) return false;
  const inner = belowSource(path, settings);
  if (inner === undefined || isDestination(path, settings)) return true;
  if (inner === '') return false;
  const special = [...settings.collections.keys()].map((label) => joinPath(settings.collectionsDir, `_${label}`));
  if (special.some((folder) => `${folder}/`.startsWith(`${inner}/`) || inner.startsWith(`${folder}/`))) return false;
  const segments = inner.split('/');
  const at = segments.findIndex((segment) => segment === '_posts' || segment === '_drafts');
  const walked = at < 0 ? segments : segments.slice(0, at);
  return !isWalked(walked, 'folder', settings);
}

/** The folder of a collection relative to the site root; `posts` and `drafts` included. */
export function folderOf(label: string, settings: JekyllSettings): string {
  return joinPath(settings.source, settings.collectionsDir, `_${label}`);
}

/** A path relative to the source; undefined for what lies outside of it. */
export function belowSource(path: string, { source }: JekyllSettings): string | undefined {
  if (!source) return path;
  if (path === source) return '';
  return path.startsWith(`${source}/`) ? path.slice(source.length + 1) : undefined;
}

/** Whether a path is in the folder that Jekyll writes the site to. */
export function isDestination(path: string, { destination }: JekyllSettings): boolean {
  return destination !== '' && `${path}/`.startsWith(`${destination}/`);
}

function documentPlace(inner: string, name: string, settings: JekyllSettings): Place | undefined {
  for (const label of settings.collections.keys()) {
    const folder = joinPath(settings.collectionsDir, `_${label}`);
    if (!inner.startsWith(`${folder}/`)) continue;
    const entry = inner.slice(folder.length + 1);
    if (!isAccepted(entry, `_${label}`, 'file', settings)) return undefined;
    const collection = { name: label, folder: folderOf(label, settings) };
    return { kind: 'document', label, collection, relativePath: `_${label}/${entry}`, above: '', name };
  }
  return undefined;
}

function postPlace(inner: string, name: string, settings: JekyllSettings): Place | undefined {
  const segments = inner.split('/');
  const at = segments.findIndex((segment) => segment === '_posts' || segment === '_drafts');
  if (at < 0 || at === segments.length - 1) return undefined;
  const above = segments.slice(0, at);
  const base = above.join('/');
  const entry = segments.slice(at + 1);
  const { collectionsDir } = settings;
  if (!isWalked(above, 'folder', settings) || !base.startsWith(collectionsDir)) return undefined;
  if (entry.some((segment) => segment.startsWith('.'))) return undefined;
  if (!isAccepted(entry.join('/'), joinPath(base, segments[at]!), 'file', settings)) return undefined;
  const kind = segments[at] === '_posts' ? 'post' : 'draft';
  const relativePath =
    collectionsDir && inner.startsWith(`${collectionsDir}/`) ? inner.slice(collectionsDir.length + 1) : inner;
  const collection = { name: `${kind}s`, folder: joinPath(settings.source, base, segments[at]!) };
  return { kind, label: 'posts', collection, relativePath, above: base, name };
}

function pagePlace(inner: string, name: string, settings: JekyllSettings): Place | undefined {
  const segments = inner.split('/');
  if (!isWalked(segments, 'file', settings)) return undefined;
  const above = segments.slice(0, -1).join('/');
  return {
    kind: 'page',
    label: 'pages',
    collection: { name: 'pages', folder: settings.source },
    relativePath: inner,
    above,
    name,
  };
}

/** Whether Jekyll copies a file that is no page (path relative to the source) to the site. */
export function isCopied(inner: string, settings: JekyllSettings): boolean {
  const segments = inner.split('/');
  const at = segments.findIndex((segment) => segment === '_posts' || segment === '_drafts');
  return at < 0 && isWalked(segments, 'file', settings);
}

/** Whether Jekyll walks from the source down to the last of these names, each of which its filter lets through. */
function isWalked(segments: readonly string[], last: 'file' | 'folder', settings: JekyllSettings): boolean {
  return segments.every((segment, index) =>
    isAccepted(segment, segments.slice(0, index).join('/'), index === segments.length - 1 ? last : 'folder', settings),
  );
}

/** `EntryFilter#filter` for one entry, given relative to a folder of the source. */
function isAccepted(
  entry: string,
  base: string,
  type: 'file' | 'folder',
  { include, exclude }: JekyllSettings,
): boolean {
  const name = basename(entry);
  if (entry.endsWith('.')) return false;
  if (include.lists(entry, type) || include.lists(name, type)) return true;
  if (exclude.lists(joinPath(base, entry), type)) return false;
  return !/^[._#~]/.test(entry) && !/^[._#~]/.test(name) && !entry.endsWith('~');
}
