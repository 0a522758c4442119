/** The parts of a site's base URL. */
export interface Base {
  /** `https://example.org`; undefined where none is named. */
  readonly origin: string | undefined;
  /** `/blog`, decoded; '' at the root of the host. */
  readonly path: string;
}

/** Origin and path of `https://example.org/blog/` or `/blog/`; of anything else, no origin and ''. */
export function baseOf(written: unknown): Base {
  const found = typeof written === 'string' ? /^\s*((?:https?:)?\/\/[^/?#\s]+)?([^?#]*)/i.exec(written) : null;
  const path = joined(found?.[2]?.trim() ?? '').replace(/\/$/, '');
  return { origin: found?.[1], path: decoded(path) };
}

/** Parts of a path joined with one slash each: `/a/b/` of `a/`, `/b/`. */
export function joined(...parts: readonly string[]): string {
  return `/${parts.join('/')}`.replace(/\/{2,}/g, '/');
}

/** A path as it was before it was encoded; as it is where that cannot be told. */
export function decoded(path: string): string {
  try {
    return path.includes('%') ? decodeURIComponent(path) : path;
  } catch {
    return path;
  }
}

/** A relative path seen from a folder, both without slashes at their ends: `a/x.md` of `../x.md` from `a/b`; undefined where it leads out of all folders. */
export function resolvedPath(path: string, folder: string): string | undefined {
  const segments: string[] = [];
  for (const segment of `${folder}/${path}`.split('/')) {
    if (segment === '..') {
      if (segments.pop() === undefined) return undefined;
    } else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

/** The relative reference from a folder to a file, both without slashes at their ends: `../x.md` of `a/x.md` from `a/b`. */
export function relativePath(path: string, folder: string): string {
  const start = folder.split('/').filter((part) => part !== '');
  const end = path.split('/');
  let shared = 0;
  while (shared < start.length && start[shared] === end[shared]) shared++;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/');
}
