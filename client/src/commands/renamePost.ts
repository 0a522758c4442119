import { l10n } from 'vscode';
import { getPostUri } from '../posts/commandTarget.ts';
import type { Command } from './command.ts';

/** Asks for another title and gives it to a post and its file; a title that is passed is taken without asking. */
export const renamePost: Command = {
  id: 'galley.renamePost',
  run: async ({ postChanger }, post, title) => {
    const uri = getPostUri(post);
    if (typeof title === 'string') return postChanger.change([uri], { kind: 'rename', title });
    const texts = { title: l10n.t('Rename Post'), placeholder: l10n.t('Title of the post') };
    return postChanger.askForTitle(uri, 'rename', texts);
  },
};
