import { l10n, window, workspace } from 'vscode';
import type { Command } from './command.ts';

/** Shows the post in the site's own style sheets, or in the preview's look again. */
export const togglePreviewSiteStyle: Command = {
  id: 'galley.togglePreviewSiteStyle',
  run: async ({ previews }) => {
    if (!workspace.isTrusted) throw new Error(l10n.t('The site’s own style is shown in trusted workspaces only.'));
    const { current } = previews;
    const wanted = !current.hasSiteStyle;
    const count = await current.toggleSiteStyle();
    if (wanted && count === 0)
      void window.showInformationMessage(
        l10n.t(
          'Galley found no style sheet of this site. Build the site once, or name one in the setting “galley.preview.styles”.',
        ),
      );
  },
};
