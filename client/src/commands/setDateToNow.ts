import { change, postUris } from '../posts/postChange.ts';
import type { Command } from './command.ts';

/** Dates posts to this moment, in their front matter and their names. */
export const setDateToNow: Command = {
  id: 'galley.setDateToNow',
  run: ({ server }, post, selected) => change(server, postUris(post, selected), { kind: 'setDate' }),
};
