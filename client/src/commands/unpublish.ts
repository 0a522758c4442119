import { change, postUris } from '../posts/postChange.ts';
import type { Command } from './command.ts';

/** Takes posts off the site with the next build: back to the drafts. */
export const unpublish: Command = {
  id: 'galley.unpublish',
  run: ({ server }, post, selected) => change(server, postUris(post, selected), { kind: 'unpublish' }),
};
