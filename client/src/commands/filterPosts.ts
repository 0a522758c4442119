import { l10n, window } from 'vscode';
import type { Command } from './command.ts';

/**
 * Filters the Posts view while words are typed; Escape removes the filter. Words that are passed are taken without
 * asking.
 */
export const filterPosts: Command = {
  id: 'galley.filterPosts',
  run: async ({ postsView }, words) => {
    if (typeof words === 'string') return postsView.setFilter(words);
    const box = window.createInputBox();
    box.title = l10n.t('Filter Posts');
    box.placeholder = l10n.t('Words of the title, address or tags');
    box.onDidChangeValue((value) => postsView.setFilter(value));
    let isAccepted = false;
    box.onDidAccept(() => {
      isAccepted = true;
      box.hide();
    });
    box.onDidHide(() => {
      if (!isAccepted) postsView.setFilter('');
      box.dispose();
    });
    box.show();
  },
};
