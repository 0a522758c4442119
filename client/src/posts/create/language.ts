import type { QuickPickItem } from 'vscode';
import { l10n, window } from 'vscode';
import type { NewPostPlace } from '../../../../server/src/protocol/index.ts';
import type { PostKind } from './place.ts';

/**
 * The code of the language that is wanted, else of the one the writer chooses; undefined when there is nothing to
 * choose or the writer leaves.
 */
export async function chooseLanguage(
  place: NewPostPlace,
  kind: PostKind,
  wanted: string | undefined,
): Promise<string | undefined> {
  const { languages = [] } = place;
  if (wanted === undefined) return languages.length === 0 ? undefined : askForLanguage(place, kind);
  if (languages.some(({ code }) => code === wanted)) return wanted;
  const codes = languages.map(({ code }) => code).join(', ') || l10n.t('none');
  throw new Error(l10n.t('This site has no language “{0}”; it has {1}.', wanted, codes));
}

async function askForLanguage({ languages = [], label }: NewPostPlace, kind: PostKind): Promise<string | undefined> {
  const items = languages.map(({ code, name }, index): QuickPickItem & { readonly code: string } => ({
    label: name,
    description: [...(name === code ? [] : [code]), ...(index === 0 ? [l10n.t('default')] : [])].join(' · '),
    code,
  }));
  const chosen = await window.showQuickPick(items, {
    title: kind === 'draft' ? l10n.t('New Draft in {0}', label) : l10n.t('New Post in {0}', label),
    placeHolder: l10n.t('In which language?'),
    matchOnDescription: true,
  });
  return chosen?.code;
}
