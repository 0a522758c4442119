import type { Command } from './command.ts';

/**
 * Asks where and for a title, creates the post and opens it where writing starts; resolves to its URI, undefined when
 * the writer leaves.
 */
export const newPost: Command = {
  id: 'galley.newPost',
  run: ({ postCreator }, argument) => postCreator.create('post', argument),
};
