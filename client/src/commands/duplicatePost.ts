import { l10n } from 'vscode';
import { getPostUri } from '../posts/commandTarget.ts';
import type { Command } from './command.ts';

/** Asks for a title and starts a draft with the text of a post; a title that is passed is taken without asking. */
export const duplicatePost: Command = {
  id: 'galley.duplicatePost',
  run: async ({ postChanger }, post, title) => {
    const uri = getPostUri(post);
    if (typeof title === 'string') return postChanger.change([uri], { kind: 'duplicate', title });
    const texts = { title: l10n.t('Duplicate Post'), placeholder: l10n.t('Title of the copy') };
    return postChanger.askForTitle(uri, 'duplicate', texts);
  },
};
