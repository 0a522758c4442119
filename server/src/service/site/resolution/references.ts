import type { LinkTarget } from '../../generators/contract/linking.ts';
import { basename, listAncestors } from '../../text/paths.ts';
import { decodeUri } from '../../text/uri.ts';
import type { Post, Site } from '../model/site.ts';

/**
 * Resolves a link in a folder that no generator publishes: from file to file, whose ending servers add (`go1.9` is `go1.9.md`).
 * A site in a folder of it may read others with `../docs`, and many generators look for `api/store.md` from its top, too.
 */
export function resolveFilePath(text: string, post: Post, { nestedRoots }: Site): LinkTarget {
  if (text.startsWith('/')) return { kind: 'unknown' };
  const [, path = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/.exec(text) ?? [];
  const decoded = decodeUri(path);
  const filePath = resolveReference(`/${post.path}`, decoded)
    .slice(1)
    .replace(/\/{2,}/g, '/');
  const file = basename(filePath);
  if (!/\.[a-z0-9]+$/i.test(file)) return { kind: 'unknown' };
  const isFromTop = nestedRoots.length > 0 && !/^\.\.?\//.test(decoded);
  const paths = [filePath, ...(isFromTop ? listAncestors(post.path).map((folder) => `${folder}/${decoded}`) : [])];
  const endings = ['', '.md', '.markdown', '.html', '.htm'];
  return {
    kind: 'file',
    stem: file.replace(/\.[^.]+$/, ''),
    otherStems: [file],
    matches: (each) => paths.some((known) => endings.some((ending) => each === known + ending)),
    fragment,
    displayName: filePath,
    stopsBuild: false,
  };
}

/** Resolves a reference against a path and removes dot segments (RFC 3986, 5.2). */
export function resolveReference(base: string, reference: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(reference) ?? [];
  if (path === '') return base + rest;
  const fullPath = path.startsWith('/') ? path : base.slice(0, base.lastIndexOf('/') + 1) + path;
  const segments: string[] = [];
  for (const part of fullPath.split('/').slice(1)) {
    if (part === '..') segments.pop();
    else if (part !== '.') segments.push(part);
  }
  return `/${segments.join('/')}${/\/\.\.?$/.test(fullPath) && segments.length > 0 ? '/' : ''}${rest}`;
}
