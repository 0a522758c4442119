import type { Request } from './request.ts';

/** Server asks client: a file's text; null when it does not exist or is not text. */
export const readFile: Request<{ readonly uri: string }, string | null> = { method: 'galley/readFile' };

/** Server asks client: names in a folder; empty when it does not exist. */
export const readDirectory: Request<{ readonly uri: string }, readonly DirectoryEntry[]> = {
  method: 'galley/readDirectory',
};

export interface DirectoryEntry {
  readonly name: string;
  readonly type: 'file' | 'folder';
}
