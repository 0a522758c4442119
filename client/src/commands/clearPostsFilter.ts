import type { Command } from './command.ts';

/** Shows all posts in the Posts view again. */
export const clearPostsFilter: Command = {
  id: 'galley.clearPostsFilter',
  run: async ({ postsView }) => postsView.setFilter(''),
};
