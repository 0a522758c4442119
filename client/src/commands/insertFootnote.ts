import { getActivePostEditor, insertInto } from '../editing/insertion.ts';
import type { Command } from './command.ts';

/** Inserts a numbered footnote at the caret and moves into its note; from a note or a marker it moves to the other. */
export const insertFootnote: Command = {
  id: 'galley.insertFootnote',
  run: ({ server }) => insertInto(getActivePostEditor(), server, { kind: 'footnote' }),
};
