import type { Command } from './command.ts';

/** Shows the next posts of a long group of the Posts view. */
export const showMorePosts: Command = {
  id: 'galley.showMorePosts',
  run: async ({ postsView }, groupId) => postsView.showMore(String(groupId)),
};
