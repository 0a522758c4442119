import { l10n, window } from 'vscode';
import type { Grouping } from '../views/postGroups.ts';
import type { Command } from './command.ts';

/** Asks how the Posts view is to part the posts; `grouping` goes unasked. */
export const groupPosts: Command = {
  id: 'galley.groupPosts',
  run: async ({ posts }, grouping) => {
    const items: { label: string; grouping: Grouping }[] = [
      { label: l10n.t('State'), grouping: 'state' },
      { label: l10n.t('Collection'), grouping: 'collection' },
      { label: l10n.t('Year'), grouping: 'year' },
      { label: l10n.t('Tag'), grouping: 'tag' },
    ];
    const chosen =
      items.find((item) => item.grouping === grouping) ??
      (await window.showQuickPick(items, { title: l10n.t('Group Posts By') }));
    if (chosen) await posts.setGrouping(chosen.grouping);
  },
};
