import type { Command } from './command.ts';

/** Keeps the live preview with the post it shows, or lets it follow the writer again. */
export const togglePreviewLock: Command = {
  id: 'galley.togglePreviewLock',
  run: async ({ previews }) => {
    const { current } = previews;
    if (current.isLocked) current.unlock();
    else current.lock();
  },
};
