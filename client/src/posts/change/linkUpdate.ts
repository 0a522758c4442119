import type { QuickPickItem } from 'vscode';
import { l10n, Uri, window, workspace } from 'vscode';
import type { ChangePostsResult } from '../../../../server/src/protocol/index.ts';

/**
 * What happens to the links of other posts to those that change: they are updated, shown before that, or left as they
 * are.
 */
export type LinkUpdate = 'all' | 'preview' | 'none';

/**
 * Decides what happens to links, as the setting `galley.links.updateOnMove` says or the writer when it says to ask;
 * undefined when the writer leaves.
 */
export async function chooseLinkUpdate({ posts, others }: ChangePostsResult): Promise<LinkUpdate | undefined> {
  const [first, ...more] = posts;
  if (!first) return undefined;
  const setting = workspace.getConfiguration('galley.links', Uri.parse(first.uri)).get<string>('updateOnMove');
  if (setting === 'always' || setting === 'never') return setting === 'always' ? 'all' : 'none';
  const items: (QuickPickItem & { readonly linkUpdate: LinkUpdate })[] = [
    {
      label: l10n.t('Update Links'),
      description: others === 1 ? l10n.t('in one other post') : l10n.t('in {0} other posts', others),
      linkUpdate: 'all',
    },
    { label: l10n.t('Show Changes First'), linkUpdate: 'preview' },
  ];
  const chosen = await window.showQuickPick(items, {
    title: more.length === 0 ? first.path : l10n.t('{0} posts', more.length + 1),
    placeHolder: l10n.t('Other posts link to this one'),
    ignoreFocusOut: true,
  });
  return chosen?.linkUpdate;
}
