import { l10n, Uri, window, workspace } from 'vscode';
import type { ChangePostResult, PostChange } from '../../server/src/protocol/index.ts';
import { changePost } from '../../server/src/protocol/index.ts';
import { ask } from './ask.ts';
import type { Look, Question } from './askForText.ts';
import { askForText } from './askForText.ts';
import type { LanguageServer } from './languageServer.ts';
import { withOwnLinks } from './links/ownMoves.ts';
import { isPost } from './posts.ts';

/** The post a command is about: the file or the row it was called on, else the one in the active editor; rejects when there is none. */
export function postUri(argument: unknown): Uri {
  if (argument instanceof Uri) return argument;
  if (typeof argument === 'object' && argument !== null && 'uri' in argument && argument.uri instanceof Uri) return argument.uri;
  const document = window.activeTextEditor?.document;
  if (document && isPost(document)) return document.uri;
  throw new Error(l10n.t('Open a post first, or choose one in the Explorer.'));
}

/** Plans a change and makes it; gives where the post is afterwards, undefined when the writer does not confirm it. */
export async function change(server: LanguageServer, uri: Uri, what: PostChange): Promise<Uri | undefined> {
  const plan = await ask(server, changePost, { uri: uri.toString(), change: what });
  if ('refusal' in plan) throw new Error(plan.refusal);
  return make(server, plan);
}

/** Asks for a text that a change needs, shows meanwhile where it leads, and makes the change. */
export async function changeBy(server: LanguageServer, uri: Uri, question: Question, what: (text: string) => PostChange): Promise<Uri | undefined> {
  const plan = await askForText(question, async (text): Promise<Look<ChangePostResult | undefined>> => {
    const found = await ask(server, changePost, { uri: uri.toString(), change: what(text) });
    return 'refusal' in found ? { prompt: '', refusal: found.refusal, value: undefined } : { prompt: leadsTo(found), value: found };
  });
  return plan && make(server, plan);
}

function leadsTo({ path, url }: ChangePostResult): string {
  return url === null ? path : `${path} → ${url}`;
}

/** Applies a plan as one step that can be undone, saves what it wrote and shows the post where it is now, if it was shown before. */
async function make(server: LanguageServer, { edit, uri, path, url, state }: ChangePostResult): Promise<Uri | undefined> {
  const client = await server.running();
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit as Parameters<typeof client.protocol2CodeConverter.asWorkspaceEdit>[0]);
  if (!converted || !(await withOwnLinks(() => workspace.applyEdit(converted, { isRefactoring: true })))) return undefined;
  const target = Uri.parse(uri);
  const document = await workspace.openTextDocument(target);
  if (document.isDirty) await document.save();
  await window.showTextDocument(document, { preview: false, preserveFocus: false });
  window.setStatusBarMessage(state === 'published' && url !== null ? l10n.t('Published: {0}', url) : path, 5000);
  return target;
}
