import type { Command } from './command.ts';

/** Keeps the live preview with the post it shows, or lets it follow the writer again. */
export const togglePreviewLock: Command = {
  id: 'galley.togglePreviewLock',
  run: async ({ previews }) => {
    const { current } = previews;
    current.setLocked(!current.isLocked);
  },
};
