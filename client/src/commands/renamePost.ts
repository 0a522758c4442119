import { l10n } from 'vscode';
import { change, changeBy, postUri } from '../posts/postChange.ts';
import { fetchTitle } from '../posts/postTitle.ts';
import type { Command } from './command.ts';

/** Asks for another title and gives it to a post and its file; `title` goes unasked. */
export const renamePost: Command = {
  id: 'galley.renamePost',
  run: async ({ server }, post, title) => {
    const uri = postUri(post);
    if (typeof title === 'string') return change(server, [uri], { kind: 'rename', title });
    const question = {
      title: l10n.t('Rename Post'),
      placeholder: l10n.t('Title of the post'),
      prompt: l10n.t('The file is named after the title.'),
      value: await fetchTitle(server, uri),
    };
    return changeBy(server, [uri], question, (text) => ({ kind: 'rename', title: text }));
  },
};
