import { insertInto, postEditor } from '../editing/insertion.ts';
import type { Command } from './command.ts';

/** Adds a numbered footnote at the caret and goes into its note; from there, or from a marker, it goes back and forth. */
export const insertFootnote: Command = {
  id: 'galley.insertFootnote',
  run: ({ server }) => insertInto(postEditor(), server, { kind: 'footnote' }),
};
