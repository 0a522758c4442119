import { getActivePostEditor, insertInto } from '../editing/insertion.ts';
import type { Command } from './command.ts';

/** Inserts a table of contents at the caret. */
export const insertTableOfContents: Command = {
  id: 'galley.insertTableOfContents',
  run: ({ server }) => insertInto(getActivePostEditor(), server, { kind: 'contents' }),
};
