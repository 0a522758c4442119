import { isUtf8 } from 'node:buffer';
import type { Stats } from 'node:fs';
import { closeSync, constants, lstatSync, openSync, readFileSync } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import type { OmissionReason } from '../service/index.ts';

/** No post is longer, and editors refuse to edit more. */
const maxFileSize = 10 * 1024 * 1024;
/** Git's own test: a zero byte near the start makes a file binary. */
const sniffedBytes = 8000;
/**
 * Opens nothing but the file itself, and a pipe that took its place meanwhile without waiting for somebody to write;
 * Windows knows neither.
 */
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** A way to files: in this thread, which is faster, or in others. */
export interface Reader {
  /** What is at a path, which no symbolic link stands for. */
  status(path: string): Stats | Promise<Stats>;
  bytes(path: string): Buffer | Promise<Buffer>;
}

/** Reads in this thread, which waits for the disk. */
export const syncReader: Reader = {
  status: lstatSync,
  bytes: (path) => {
    const file = openSync(path, openFlags);
    try {
      return readFileSync(file);
    } finally {
      closeSync(file);
    }
  },
};

/** Reads in other threads. */
export const asyncReader: Reader = {
  status: (path) => lstat(path),
  bytes: async (path) => {
    const file = await open(path, openFlags);
    try {
      return await file.readFile();
    } finally {
      await file.close();
    }
  },
};

/** A file's text, or why there is none; a text that is not all UTF-8 comes with both, a folder with neither. */
export interface TextFile {
  readonly text?: string;
  readonly reason?: OmissionReason;
}

/**
 * Reads a file at a real path as UTF-8, byte order mark kept. Nothing but a regular file is opened. Rejects as `lstat`
 * and `open` do.
 */
export async function readText(path: string, reader: Reader): Promise<TextFile> {
  const status = await reader.status(path);
  if (status.isDirectory()) return {};
  if (!status.isFile()) return { reason: 'no file' };
  if (status.size > maxFileSize) return { reason: 'too large' };
  return decodeText(await reader.bytes(path));
}

function decodeText(bytes: Buffer): TextFile {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return { reason: 'UTF-16' };
  if (bytes.subarray(0, sniffedBytes).includes(0)) return { reason: 'binary' };
  const text = bytes.toString('utf8');
  return isUtf8(bytes) ? { text } : { text, reason: 'not UTF-8' };
}
