import { realpath } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';

/**
 * How long, in milliseconds, the real path of a folder is taken to be what it was: the time of a few thousand reads.
 */
const holdsForMs = 1000;

interface Resolved {
  readonly path: Promise<string>;
  readonly since: number;
}

/** Where folders really are, symbolic links resolved, and which of that lies in the folders that may be read. */
export class RealPaths {
  private readonly resolved = new Map<string, Resolved>();

  /** `roots` returns the paths of the folders that may be read, as they are now. */
  constructor(private readonly roots: () => readonly string[]) {}

  /** The real path of a folder; rejects as `realpath` does where there is none. */
  of(folder: string): Promise<string> {
    const now = performance.now();
    const known = this.resolved.get(folder);
    if (known && now - known.since < holdsForMs) return known.path;
    if (this.resolved.size > 0 && isOld(this.resolved, now)) this.resolved.clear();
    const path = realpath(folder);
    path.catch(() => this.resolved.delete(folder));
    this.resolved.set(folder, { path, since: now });
    return path;
  }

  /** Whether a path, as it is written, lies in a folder that may be read. */
  isNamedInside(path: string): boolean {
    return this.rootOf(path) !== undefined;
  }

  /** Whether a real path lies in the real path of a folder that may be read. */
  async isInside(real: string): Promise<boolean> {
    const roots = await Promise.all(this.roots().map((root) => this.of(root).catch(() => undefined)));
    return roots.some((root) => root !== undefined && isBelow(root, real));
  }

  /** Whether a folder, with its real path, is reached through a symbolic link below the folder that may be read. */
  async isBehindLink(folder: string, real: string): Promise<boolean> {
    const root = this.rootOf(folder);
    return root !== undefined && resolve(await this.of(root), relative(root, folder)) !== real;
  }

  /** The deepest of the folders that may be read in which a path lies as it is written. */
  private rootOf(path: string): string | undefined {
    const [deepest] = this.roots()
      .filter((root) => isBelow(root, path))
      .sort((a, b) => b.length - a.length);
    return deepest;
  }
}

/** Whether a path is a folder or lies in it; neither holds `..`. */
export function isBelow(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function isOld(resolved: ReadonlyMap<string, Resolved>, now: number): boolean {
  const [first] = resolved.values();
  return first !== undefined && now - first.since >= holdsForMs;
}
