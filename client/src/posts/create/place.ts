import type { QuickPickItem } from 'vscode';
import { l10n, window } from 'vscode';
import type { NewPostPlace } from '../../../../server/src/protocol/index.ts';

/** What is created: a post that the next build may publish, or a draft. */
export type PostKind = 'post' | 'draft';

/**
 * The place with this label or id, the only one there is, or the one the writer chooses, drafts among the folders for
 * drafts; undefined when the writer leaves.
 */
export async function choosePlace(
  all: readonly NewPostPlace[],
  kind: PostKind,
  wanted: string | undefined,
): Promise<NewPostPlace | undefined> {
  const forDrafts = kind === 'draft' ? all.filter(({ drafts }) => drafts) : [];
  const places = forDrafts.length > 0 ? forDrafts : all;
  if (wanted !== undefined) return findPlace(places, wanted);
  if (places.length === 0)
    throw new Error(
      l10n.t('Galley found no folder for posts in this workspace. Open the folder of your site, and try again.'),
    );
  return places.length === 1 ? places[0] : askForPlace(places, kind);
}

function findPlace(places: readonly NewPostPlace[], wanted: string): NewPostPlace {
  const found = places.find(({ id, label }) => id === wanted || label === wanted);
  if (found) return found;
  const labels = places.map(({ label }) => label).join(', ') || l10n.t('none');
  throw new Error(l10n.t('There is no place “{0}” for posts here; there is {1}.', wanted, labels));
}

async function askForPlace(places: readonly NewPostPlace[], kind: PostKind): Promise<NewPostPlace | undefined> {
  const items = places.map((place): QuickPickItem & { readonly place: NewPostPlace } => ({
    label: place.label,
    description: place.detail,
    place,
  }));
  const chosen = await window.showQuickPick(items, {
    title: kind === 'draft' ? l10n.t('New Draft') : l10n.t('New Post'),
    placeHolder: l10n.t('Where shall it go?'),
    matchOnDescription: true,
  });
  return chosen?.place;
}
