import { l10n, window } from 'vscode';
import type { Grouping } from '../views/postGroups.ts';
import type { Command } from './command.ts';

/** Asks by what the Posts view is to group the posts; a grouping that is passed is taken without asking. */
export const groupPosts: Command = {
  id: 'galley.groupPosts',
  run: async ({ postsView }, grouping) => {
    const items: { label: string; grouping: Grouping }[] = [
      { label: l10n.t('State'), grouping: 'state' },
      { label: l10n.t('Collection'), grouping: 'collection' },
      { label: l10n.t('Year'), grouping: 'year' },
      { label: l10n.t('Tag'), grouping: 'tag' },
    ];
    const chosen =
      items.find((item) => item.grouping === grouping) ??
      (await window.showQuickPick(items, { title: l10n.t('Group Posts By') }));
    if (chosen) await postsView.setGrouping(chosen.grouping);
  },
};
