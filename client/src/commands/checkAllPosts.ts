import { commands } from 'vscode';
import type { Command } from './command.ts';

/**
 * Shows the problems of all posts, open or not, in the Problems view, and keeps them current until the window is
 * closed.
 */
export const checkAllPosts: Command = {
  id: 'galley.checkAllPosts',
  run: async ({ workspaceDiagnostics }) => {
    await commands.executeCommand('workbench.actions.view.problems');
    await workspaceDiagnostics.start();
  },
};
