import { l10n } from 'vscode';
import { chooseAndInsert } from '../editing/insertion.ts';
import type { Command } from './command.ts';

/**
 * Lets the writer choose an include or shortcode of the site and inserts it with a tab stop for each of its arguments;
 * a path that is passed is taken without asking.
 */
export const insertComponent: Command = {
  id: 'galley.insertComponent',
  run: ({ server }, path) =>
    chooseAndInsert(server, 'component', path, {
      title: l10n.t('Insert Include or Shortcode'),
      placeHolder: l10n.t('An include or shortcode of the site'),
      none: l10n.t('The site has no includes or shortcodes.'),
    }),
};
