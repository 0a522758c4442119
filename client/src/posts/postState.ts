import { l10n } from 'vscode';

/** How a state of posts is shown: an icon of VS Code, and what it is called. */
export interface StateDisplay {
  readonly icon: string;
  readonly label: string;
}

const stateDisplays: Readonly<Record<string, StateDisplay>> = {
  published: { icon: 'globe', label: l10n.t('Published') },
  draft: { icon: 'edit', label: l10n.t('Draft') },
  scheduled: { icon: 'calendar', label: l10n.t('Scheduled') },
  expired: { icon: 'history', label: l10n.t('Expired') },
  unpublished: { icon: 'eye-closed', label: l10n.t('Unpublished') },
  skipped: { icon: 'circle-slash', label: l10n.t('Not on the Site') },
};

/** How a state is shown; one that is not known as itself. */
export function getStateDisplay(state: string): StateDisplay {
  return stateDisplays[state] ?? { icon: 'file', label: state };
}
