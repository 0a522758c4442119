import { getPostUris } from '../posts/commandTarget.ts';
import type { Command } from './command.ts';

/** Takes posts off the site with the next build: back to the drafts. */
export const unpublish: Command = {
  id: 'galley.unpublish',
  run: ({ postChanger }, post, selected) => postChanger.change(getPostUris(post, selected), { kind: 'unpublish' }),
};
