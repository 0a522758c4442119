import { getPostUris } from '../posts/commandTarget.ts';
import type { Command } from './command.ts';

/** Sets the date of posts to now, in their front matter and their file names. */
export const setDateToNow: Command = {
  id: 'galley.setDateToNow',
  run: ({ postChanger }, post, selected) => postChanger.change(getPostUris(post, selected), { kind: 'setDate' }),
};
