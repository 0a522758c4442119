import { readdir, realpath, stat } from 'node:fs/promises';
import type { Dirent, Stats } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { DirectoryEntry } from '../protocol/index.ts';
import type { Omission, Workspace } from '../service/index.ts';
import { toCanonical } from '../service/index.ts';
import type { Reader, TextFile } from './readText.ts';
import { asyncReader, readText, syncReader } from './readText.ts';
import { isBelow, RealPaths } from './realPaths.ts';

/** What of this computer is seen, and who is told of what is not. */
export interface Scope {
  /**
   * URIs of the folders of which files are read; a symbolic link may stand for one, and in it for what lies in them.
   */
  roots(): readonly string[];
  /** Called each time something is met that is not read, or not as it is. */
  onOmission?(omission: Omission): void;
}

/** A read that takes longer than this, in milliseconds, shows that the disk is slow. */
const slowReadMs = 4;
/** Reads that are left to other threads after a slow one. */
const asyncReadsAfterSlowOne = 64;

/**
 * Files of this computer for a program that has nothing else to do meanwhile: reading in another thread costs more than
 * the reading.
 */
export function createSyncWorkspace(scope: Scope): Workspace {
  return new LocalWorkspace(scope, () => syncReader);
}

/**
 * The same for a program that must answer meanwhile: read synchronously as long as the disk is fast, and in other
 * threads while it is not.
 */
export function createAdaptiveWorkspace(scope: Scope): Workspace {
  let asyncReads = 0;
  const timed: Reader = {
    status: (path) => syncReader.status(path),
    bytes: (path) => {
      const started = performance.now();
      const bytes = syncReader.bytes(path);
      if (performance.now() - started > slowReadMs) asyncReads = asyncReadsAfterSlowOne;
      return bytes;
    },
  };
  return new LocalWorkspace(scope, () => {
    if (asyncReads === 0) return timed;
    asyncReads--;
    return asyncReader;
  });
}

/**
 * Files under `file:` URIs in some folders and nothing else of the disk. Real paths decide: a symbolic link that leads
 * out of the folders is not followed, nor one to a folder that it lies in, nor one to a folder where another link led
 * there already, since folders that link to one another would never end. Pipes, devices, binary and huge files are no
 * text.
 */
class LocalWorkspace implements Workspace {
  private readonly real: RealPaths;

  constructor(
    private readonly scope: Scope,
    private readonly reader: () => Reader,
  ) {
    this.real = new RealPaths(() => scope.roots().flatMap((root) => toPath(root) ?? []));
  }

  async read(uri: string): Promise<string | undefined> {
    const path = toPath(uri);
    if (path === undefined) return undefined;
    try {
      const { text, reason } = await this.readFile(path);
      if (reason) this.omit(path, reason === 'outside' ? 'link' : 'file', reason);
      return text;
    } catch (error) {
      this.omitFailed(path, 'file', error);
      return undefined;
    }
  }

  async list(uri: string): Promise<readonly DirectoryEntry[]> {
    const path = toPath(uri);
    if (path === undefined) return [];
    try {
      return await this.listFolder(path);
    } catch (error) {
      this.omitFailed(path, 'folder', error);
      return [];
    }
  }

  private async readFile(path: string): Promise<TextFile> {
    const folder = await this.real.of(dirname(path));
    if (!(await this.real.isInside(folder))) return this.outside(path);
    const reader = this.reader();
    const place = join(folder, basename(path));
    if (!(await reader.status(place)).isSymbolicLink()) return readText(place, reader);
    const target = await realpath(place);
    return (await this.real.isInside(target)) ? readText(target, reader) : this.outside(path);
  }

  /** What was not even asked for inside is nobody's business. */
  private outside(path: string): TextFile {
    return this.real.isNamedInside(path) ? { reason: 'outside' } : {};
  }

  private async listFolder(path: string): Promise<DirectoryEntry[]> {
    const folder = await this.real.of(path);
    if (!(await this.real.isInside(folder))) {
      if (this.real.isNamedInside(path)) this.omit(path, 'link', 'outside');
      return [];
    }
    const found = await this.withReadableNames(path, await readdir(folder, { withFileTypes: true }));
    const entries = await Promise.all(
      found.map((entry) =>
        entry.isSymbolicLink() ? this.follow(path, folder, entry.name) : this.toEntry(path, entry.name, entry),
      ),
    );
    return entries.flatMap((entry) => entry ?? []);
  }

  /** What a symbolic link leads to. */
  private async follow(path: string, folder: string, name: string): Promise<DirectoryEntry | undefined> {
    const target = await realpath(join(folder, name)).catch(() => undefined);
    if (target === undefined || isBelow(target, folder)) return undefined;
    if (!(await this.real.isInside(target))) return this.omit(join(path, name), 'link', 'outside');
    const status = await stat(target).catch(() => undefined);
    if (status?.isDirectory() && (await this.real.isBehindLink(path, folder)))
      return this.omit(join(path, name), 'link', 'behind a link');
    return status && this.toEntry(path, name, status);
  }

  private toEntry(folder: string, name: string, kind: Dirent | Stats): DirectoryEntry | undefined {
    if (kind.isFile()) return { name, type: 'file' };
    return kind.isDirectory() ? { name, type: 'folder' } : this.omit(join(folder, name), 'file', 'no file');
  }

  /**
   * The entries of a folder that can be opened under their names: bytes that are no UTF-8 come as U+FFFD, and nothing
   * has that name.
   */
  private async withReadableNames(path: string, entries: Dirent[]): Promise<Dirent[]> {
    if (!entries.some(({ name }) => name.includes('\uFFFD'))) return entries;
    const names = await readdir(path, { encoding: 'buffer' });
    const readable = new Set(names.map(String).filter((name, index) => Buffer.from(name).equals(names[index]!)));
    return entries.filter((entry) => {
      if (readable.has(entry.name)) return true;
      this.omit(join(path, entry.name), entry.isDirectory() ? 'folder' : 'file', 'name');
      return false;
    });
  }

  private omitFailed(path: string, type: Omission['type'], error: unknown): void {
    const { code } = error as NodeJS.ErrnoException;
    // Nothing is there, or what was there is gone while it was read.
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || !this.real.isNamedInside(path)) return;
    this.omit(path, type, code === 'EACCES' || code === 'EPERM' ? 'denied' : 'unreadable');
  }

  private omit(path: string, type: Omission['type'], reason: Omission['reason']): undefined {
    this.scope.onOmission?.({ uri: toCanonical(pathToFileURL(path).href), type, reason });
  }
}

/** The path of a `file:` URI; undefined where it can be none. */
function toPath(uri: string): string | undefined {
  try {
    return resolve(fileURLToPath(uri));
  } catch {
    return undefined;
  }
}
