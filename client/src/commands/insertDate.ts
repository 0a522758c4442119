import { getActivePostEditor, insertInto } from '../editing/insertion.ts';
import type { Command } from './command.ts';

/** Inserts the date at the caret, in the form in which the post writes dates. */
export const insertDate: Command = {
  id: 'galley.insertDate',
  run: ({ server }) => insertInto(getActivePostEditor(), server, { kind: 'date' }),
};
