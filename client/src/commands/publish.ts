import { change, postUris } from '../posts/postChange.ts';
import type { Command } from './command.ts';

/** Puts posts on the site with the next build: out of the drafts, dated to now, nothing holding it back. */
export const publish: Command = {
  id: 'galley.publish',
  run: ({ server }, post, selected) => change(server, postUris(post, selected), { kind: 'publish' }),
};
