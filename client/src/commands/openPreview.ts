import { openPostDocument } from '../posts/commandTarget.ts';
import type { Command } from './command.ts';

/**
 * Opens the live preview of a post next to its editor, which keeps the focus; without a post the preview says what to
 * open.
 */
export const openPreview: Command = {
  id: 'galley.openPreview',
  run: async ({ previews }, post) => previews.open(await openPostDocument(post)),
};
