import { insertInto, postEditor } from '../editing/insertion.ts';
import type { Command } from './command.ts';

/** Puts the date at the caret, as the post writes dates. */
export const insertDate: Command = {
  id: 'galley.insertDate',
  run: ({ server }) => insertInto(postEditor(), server, { kind: 'date' }),
};
