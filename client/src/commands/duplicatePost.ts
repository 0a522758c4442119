import { l10n } from 'vscode';
import { change, changeBy, postUri } from '../posts/postChange.ts';
import { fetchTitle } from '../posts/postTitle.ts';
import type { Command } from './command.ts';

/** Asks for a title and begins a draft with the text of a post; `title` goes unasked. */
export const duplicatePost: Command = {
  id: 'galley.duplicatePost',
  run: async ({ server }, post, title) => {
    const uri = postUri(post);
    if (typeof title === 'string') return change(server, [uri], { kind: 'duplicate', title });
    const question = {
      title: l10n.t('Duplicate Post'),
      placeholder: l10n.t('Title of the copy'),
      prompt: l10n.t('The file is named after the title.'),
      value: await fetchTitle(server, uri),
    };
    return changeBy(server, [uri], question, (text) => ({ kind: 'duplicate', title: text }));
  },
};
