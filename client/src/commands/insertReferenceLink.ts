import { env, l10n } from 'vscode';
import { getActivePostEditor, insertInto } from '../editing/insertion.ts';
import { askForText } from '../prompts/askForText.ts';
import type { Command } from './command.ts';

/**
 * Asks for an address, the clipboard's at first, and links the selection to it with a definition where this author
 * keeps those; an address that is passed is taken without asking.
 */
export const insertReferenceLink: Command = {
  id: 'galley.insertReferenceLink',
  run: async ({ server }, url) => {
    const editor = getActivePostEditor();
    const address = typeof url === 'string' ? url : await askForAddress();
    if (address !== undefined) await insertInto(editor, server, { kind: 'link', url: address, style: 'reference' });
  },
};

async function askForAddress(): Promise<string | undefined> {
  const copied = (await env.clipboard.readText()).trim();
  const question = {
    title: l10n.t('Insert Reference Link'),
    placeholder: 'https://',
    prompt: l10n.t('The address the link leads to.'),
    ...(/^https?:\/\/\S+$/i.test(copied) && { value: copied }),
  };
  return askForText(question, async (text) => ({
    prompt: question.prompt,
    ...(/\s/.test(text) && { refusal: l10n.t('An address has no spaces.') }),
    value: text,
  }));
}
