import { open, readdir, realpath, stat } from 'node:fs/promises';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DirectoryEntry } from '../protocol/index.ts';
import type { Workspace } from '../service/index.ts';

/** No post is longer, and editors refuse to edit more. */
const maxFileSize = 10 * 1024 * 1024;
/** Git's own test: a zero byte near the start makes a file binary. */
const sniffedBytes = 8000;

/** Files of this computer under `file:` URIs; UTF-8, byte order mark kept; binary and huge files count as no text. */
const fileWorkspace: Workspace = {
  read: async (uri) => {
    try {
      return await readText(fileURLToPath(uri));
    } catch {
      return undefined;
    }
  },
  list: async (uri) => {
    try {
      return await listFolder(fileURLToPath(uri));
    } catch {
      return [];
    }
  },
};

/**
 * The same for a program that has nothing else to do meanwhile: reading in another thread costs more than the reading.
 */
export const syncWorkspace: Workspace = {
  ...fileWorkspace,
  read: async (uri) => {
    try {
      return readTextSync(fileURLToPath(uri));
    } catch {
      return undefined;
    }
  },
};

/** A read that takes longer than this, in milliseconds, shows that the disk is slow. */
const slowReadMs = 4;
/** Reads that are left to other threads after a slow one. */
const asyncReadsAfterSlowOne = 64;

/**
 * The same for a program that must answer meanwhile: read synchronously as long as the disk is fast, and in other
 * threads while it is not.
 */
export function createAdaptiveWorkspace(): Workspace {
  let asyncReads = 0;
  return {
    ...fileWorkspace,
    read: async (uri) => {
      if (asyncReads > 0) {
        asyncReads--;
        return fileWorkspace.read(uri);
      }
      const started = performance.now();
      const text = await syncWorkspace.read(uri);
      if (performance.now() - started > slowReadMs) asyncReads = asyncReadsAfterSlowOne;
      return text;
    },
  };
}

function readTextSync(path: string): string | undefined {
  const file = openSync(path, 'r');
  try {
    const status = fstatSync(file);
    return status.isFile() && status.size <= maxFileSize ? decodeText(readFileSync(file)) : undefined;
  } finally {
    closeSync(file);
  }
}

async function readText(path: string): Promise<string | undefined> {
  const file = await open(path);
  try {
    const status = await file.stat();
    if (!status.isFile() || status.size > maxFileSize) return undefined;
    return decodeText(await file.readFile());
  } finally {
    await file.close();
  }
}

function decodeText(bytes: Buffer): string | undefined {
  return bytes.subarray(0, sniffedBytes).includes(0) ? undefined : bytes.toString('utf8');
}

async function listFolder(path: string): Promise<DirectoryEntry[]> {
  const found = await readdir(path, { withFileTypes: true });
  const linked = await Promise.all(
    found.filter((entry) => entry.isSymbolicLink()).map(({ name }) => toLinkedEntry(path, name)),
  );
  return [...found, ...linked].flatMap((entry) => (entry ? (toEntry(entry) ?? []) : []));
}

function toEntry(entry: Dirent | DirectoryEntry): DirectoryEntry | undefined {
  if ('type' in entry) return entry;
  const { name } = entry;
  if (entry.isFile()) return { name, type: 'file' };
  return entry.isDirectory() ? { name, type: 'folder' } : undefined;
}

/** The target of a symbolic link; one to a folder that contains it would never end. */
async function toLinkedEntry(folder: string, name: string): Promise<DirectoryEntry | undefined> {
  try {
    const path = join(folder, name);
    const status = await stat(path);
    if (status.isFile()) return { name, type: 'file' };
    if (!status.isDirectory()) return undefined;
    const [target, own] = await Promise.all([realpath(path), realpath(folder)]);
    return `${own}/`.startsWith(`${target}/`) ? undefined : { name, type: 'folder' };
  } catch {
    return undefined;
  }
}
