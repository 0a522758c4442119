import { l10n } from 'vscode';
import { chooseAndInsert } from '../editing/insertion.ts';
import type { Command } from './command.ts';

/**
 * Lets the writer choose one of the site's images and inserts it with its alternative text selected; a path that is
 * passed is taken without asking.
 */
export const insertImage: Command = {
  id: 'galley.insertImage',
  run: ({ server }, path) =>
    chooseAndInsert(server, 'image', path, {
      title: l10n.t('Insert Image'),
      placeHolder: l10n.t('An image of the site'),
      none: l10n.t('The site has no images yet: drop or paste one into the post.'),
    }),
};
