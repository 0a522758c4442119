import type { Command } from './command.ts';

/**
 * The same as New Post for a draft: in the folder that the site has for drafts, else marked as a draft the way the site
 * marks them.
 */
export const newDraft: Command = {
  id: 'galley.newDraft',
  run: ({ postCreator }, argument) => postCreator.create('draft', argument),
};
