import { insertInto, postEditor } from '../editing/insertion.ts';
import type { Command } from './command.ts';

/** Puts a table of contents at the caret. */
export const insertTableOfContents: Command = {
  id: 'galley.insertTableOfContents',
  run: ({ server }) => insertInto(postEditor(), server, { kind: 'contents' }),
};
