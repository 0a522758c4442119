import { getPostUris } from '../posts/commandTarget.ts';
import type { Command } from './command.ts';

/** Puts posts on the site with the next build: out of the drafts, dated to now, with nothing that holds them back. */
export const publish: Command = {
  id: 'galley.publish',
  run: ({ postChanger }, post, selected) => postChanger.change(getPostUris(post, selected), { kind: 'publish' }),
};
