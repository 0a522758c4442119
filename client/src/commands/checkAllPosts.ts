import { commands } from 'vscode';
import type { Command } from './command.ts';

/** Shows the problems of all posts, open or not, and keeps them up to date until the window is closed or the writer cancels. */
export const checkAllPosts: Command = {
  id: 'galley.checkAllPosts',
  run: async ({ allPosts }) => {
    await commands.executeCommand('workbench.actions.view.problems');
    await allPosts.check();
  },
};
