import { l10n, window } from 'vscode';
import type { Command } from './command.ts';

/** Narrows the Posts view while words are typed; Escape takes the filter back. `words` go unasked. */
export const filterPosts: Command = {
  id: 'galley.filterPosts',
  run: async ({ posts }, words) => {
    if (typeof words === 'string') return posts.setFilter(words);
    const box = window.createInputBox();
    box.title = l10n.t('Filter Posts');
    box.placeholder = l10n.t('Words of the title, address or tags');
    box.onDidChangeValue((value) => posts.setFilter(value));
    let isAccepted = false;
    box.onDidAccept(() => {
      isAccepted = true;
      box.hide();
    });
    box.onDidHide(() => {
      if (!isAccepted) posts.setFilter('');
      box.dispose();
    });
    box.show();
  },
};

/** Shows all posts again. */
export const clearPostsFilter: Command = {
  id: 'galley.clearPostsFilter',
  run: async ({ posts }) => posts.setFilter(''),
};
