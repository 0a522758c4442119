import { l10n, window, workspace } from 'vscode';
import type { Command } from './command.ts';

/** Shows the post in the site's own style sheets, or in the preview's own look again. */
export const togglePreviewSiteStyle: Command = {
  id: 'galley.togglePreviewSiteStyle',
  run: async ({ previews }) => {
    if (!workspace.isTrusted) throw new Error(l10n.t('The site’s own style is shown in trusted workspaces only.'));
    const { current } = previews;
    if (current.hasSiteStyle) return current.useOwnStyle();
    if ((await current.useSiteStyle()) > 0) return;
    void window.showInformationMessage(
      l10n.t('Galley found no style sheet of this site. Build the site, or name one in “galley.preview.styles”.'),
    );
  },
};
