import type { QuickPickItem, TextDocument, WorkspaceEdit } from 'vscode';
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
import { rememberNewFolders } from './newFolders.ts';
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
  return make(server, uri, plan);
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
async function make(server: LanguageServer, uri: Uri, plan: ChangePostResult): Promise<Uri | undefined> {
  const { path, url, state, others } = plan;
  const target = Uri.parse(plan.uri);
  const how = others === 0 ? 'at once' : await wayToChange(target, path, others);
  const edit = how && (await toEdit(server, plan, how));
  if (!edit) return undefined;
  const isCopy = plan.created !== undefined;
  if (!isCopy) await prepareUndo(uri, plan, edit);
  await rememberNewFolders(target, isCopy ? undefined : uri);
  if (!(await withOwnLinks(() => workspace.applyEdit(edit)))) return undefined;
  await show(target);
  await saveOthers(edit, target);
  window.setStatusBarMessage(state === 'published' && url !== null ? l10n.t('Published: {0}', url) : path, 5000);
  return target;
}

/**
 * Sees to it that one undo in the post's editor takes back all of an edit. VS Code keeps what undo needs by file: it drops the
 * move of a file that is opened only afterwards, where that name was undone before, so the file is opened first; and the move of
 * a folder is none of the post's own steps, so the post gets one, if only its first line in its own place.
 */
async function prepareUndo(uri: Uri, plan: ChangePostResult, edit: WorkspaceEdit): Promise<void> {
  const target = Uri.parse(plan.uri);
  await commands.executeCommand('vscode.open', uri, { preview: false });
  const document = opened(uri);
  if (!document || edit.get(target).length > 0) return;
  const { rangeIncludingLineBreak } = document.lineAt(0);
  // Without a label VS Code leaves out an edit that changes nothing.
  edit.replace(target, rangeIncludingLineBreak, document.getText(rangeIncludingLineBreak), { label: plan.path, needsConfirmation: false });
}

function opened(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

/**
 * Shows a post and saves it. What an extension opens itself stays open for minutes, also where the post no longer is; so VS Code
 * opens it. What a formatter does to a file that is saved would be a step of its own, and undo would take back that one only.
 */
async function show(target: Uri): Promise<void> {
  await commands.executeCommand('vscode.open', target, { preview: false });
  await commands.executeCommand('workbench.action.files.saveWithoutFormatting');
  await opened(target)?.save();
}

/** Saves the other posts of an edit, as VS Code does after a refactoring of its own where the writer has not told it otherwise. */
async function saveOthers(edit: WorkspaceEdit, target: Uri): Promise<void> {
  if (!workspace.getConfiguration('files').get('refactoring.autoSave', true)) return;
  const others = edit.entries().filter(([uri]) => uri.toString() !== target.toString());
  await Promise.all(others.map(([uri]) => opened(uri)?.save()));
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

/** The edit of a plan. A copy is made with its text: put in afterwards, that would get the line ends of this computer. */
async function toEdit(server: LanguageServer, { edit, uri, created, copies }: ChangePostResult, how: Way): Promise<WorkspaceEdit | undefined> {
  const client = await server.running();
  const lspEdit = edit as LspWorkspaceEdit;
  const annotations = Object.entries(lspEdit.changeAnnotations ?? {}).map(([id, annotation]) => [id, { ...annotation, needsConfirmation: how === 'after a look' }] as const);
  const changes = (lspEdit.documentChanges ?? []).filter((each) => how !== 'alone' || 'kind' in each || each.textDocument.uri === uri);
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit({ documentChanges: changes, changeAnnotations: Object.fromEntries(annotations) });
  if (created !== undefined) converted.createFile(Uri.parse(uri), { contents: new TextEncoder().encode(created) });
  await addCopies(converted, copies);
  return converted;
}
