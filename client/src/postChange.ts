import type { QuickPickItem, WorkspaceEdit } from 'vscode';
import { commands, l10n, Uri, window, workspace } from 'vscode';
import type { WorkspaceEdit as LspWorkspaceEdit } from 'vscode-languageclient';
import type { ChangePostResult, PostChange } from '../../server/src/protocol/index.ts';
import { changePost } from '../../server/src/protocol/index.ts';
import { askForPlan } from './ask.ts';
import type { Look, Question } from './askForText.ts';
import { askForText } from './askForText.ts';
import { addCopies } from './fileCopies.ts';
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
  const plan = await askForPlan(server, changePost, { uri: uri.toString(), change: what });
  if ('refusal' in plan) throw new Error(plan.refusal);
  return make(server, plan);
}

/** Asks for a text that a change needs, shows meanwhile where it leads, and makes the change. */
export async function changeBy(server: LanguageServer, uri: Uri, question: Question, what: (text: string) => PostChange): Promise<Uri | undefined> {
  const wanted = await askForText(question, async (text): Promise<Look<PostChange>> => {
    const value = what(text);
    const found = await askForPlan(server, changePost, { uri: uri.toString(), change: value, isLook: true });
    return 'refusal' in found ? { prompt: '', refusal: found.refusal, value } : { prompt: leadsTo(found), value };
  });
  return wanted && change(server, uri, wanted);
}

function leadsTo({ path, url }: ChangePostResult): string {
  return url === null ? path : `${path} → ${url}`;
}

/** Applies a plan as one step that can be undone, saves what it wrote and shows the post; undefined when the writer does not want it. */
async function make(server: LanguageServer, plan: ChangePostResult): Promise<Uri | undefined> {
  const { uri, path, url, state, others } = plan;
  const how = others === 0 ? 'at once' : await wayToChange(Uri.parse(uri), path, others);
  const edit = how && (await toEdit(server, plan, how));
  if (!edit || !(await withOwnLinks(() => workspace.applyEdit(edit, { isRefactoring: true })))) return undefined;
  const target = Uri.parse(uri);
  await show(target);
  window.setStatusBarMessage(state === 'published' && url !== null ? l10n.t('Published: {0}', url) : path, 5000);
  return target;
}

/** Shows a post and saves it. What an extension opens itself stays open for minutes, also where the post no longer is; so VS Code opens it. */
async function show(target: Uri): Promise<void> {
  await commands.executeCommand('vscode.open', target, { preview: false });
  const document = workspace.textDocuments.find(({ uri }) => uri.toString() === target.toString());
  if (document?.isDirty) await document.save();
}

/** Whether the changes are looked at before they are made, or other posts are left as they are. */
type Way = 'at once' | 'after a look' | 'alone';

/** Asks, unless the writer has said so for all moves, whether other posts may change along. */
async function wayToChange(uri: Uri, path: string, others: number): Promise<Way | undefined> {
  const choice = workspace.getConfiguration('galley.links', uri).get<string>('updateOnMove');
  if (choice === 'always' || choice === 'never') return choice === 'always' ? 'at once' : 'alone';
  const items: (QuickPickItem & { readonly way: Way })[] = [
    { label: l10n.t('Update Links'), description: others === 1 ? l10n.t('in one other post') : l10n.t('in {0} other posts', others), way: 'at once' },
    { label: l10n.t('Show Changes First'), way: 'after a look' },
  ];
  return (await window.showQuickPick(items, { title: path, placeHolder: l10n.t('Other posts link to this one'), ignoreFocusOut: true }))?.way;
}

async function toEdit(server: LanguageServer, { edit, uri, copies }: ChangePostResult, how: Way): Promise<WorkspaceEdit | undefined> {
  const client = await server.running();
  const lspEdit = edit as LspWorkspaceEdit;
  const annotations = Object.entries(lspEdit.changeAnnotations ?? {}).map(([id, annotation]) => [id, { ...annotation, needsConfirmation: how === 'after a look' }] as const);
  const changes = (lspEdit.documentChanges ?? []).filter((each) => how !== 'alone' || 'kind' in each || each.textDocument.uri === uri);
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit({ documentChanges: changes, changeAnnotations: Object.fromEntries(annotations) });
  await addCopies(converted, copies);
  return converted;
}
