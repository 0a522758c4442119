/** The last segment of a path: `b.md` of `a/b.md`. */
export function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path of the folder a path is in, without a slash at its end: `a` of `a/b.md`, '' of `b.md`. */
export function dirname(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The paths of the folders above a path, the outermost first: `a` and `a/b` of `a/b/c.md`. */
export function listAncestors(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

/** The last segment without its last extension: `b` of `a/b.md`; a name that begins with its only dot stays whole. */
export function stem(path: string): string {
  const name = basename(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

/** Parts of a path put together, empty ones left out: `a/b.md` of `a`, '', `b.md`. */
export function joinPath(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('/');
}

/**
 * A relative path seen from a folder, both without slashes at their ends: `a/x.md` of `../x.md` from `a/b`; undefined
 * where it leads out of all folders.
 */
export function resolvePath(path: string, folder: string): string | undefined {
  const segments: string[] = [];
  for (const segment of `${folder}/${path}`.split('/')) {
    if (segment === '..') {
      if (segments.pop() === undefined) return undefined;
    } else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

/** The relative reference from one path to another (RFC 3986, 4.2): `../x.md` from `a/b/c.md` to `a/x.md`. */
export function relativePath(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const end = to.split('/');
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared++;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/');
}
