import type { QuickPickItem, TextDocument, WorkspaceEdit } from 'vscode';
import { commands, l10n, Uri, window, workspace } from 'vscode';
import type { WorkspaceEdit as LspWorkspaceEdit } from 'vscode-languageclient';
import type { ChangedPost, ChangePostsResult, PostChange } from '../../../server/src/protocol/index.ts';
import { changePosts } from '../../../server/src/protocol/index.ts';
import { ask } from '../server/ask.ts';
import type { TextOutcome, TextQuestion } from '../prompts/askForText.ts';
import { askForText } from '../prompts/askForText.ts';
import { addFileCopies } from './fileCopies.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { withOwnLinks } from '../editing/links/ownMoves.ts';
import { rememberNewFolders } from './newFolders.ts';
import { isPost } from '../server/postDocuments.ts';

/** The post a command is about: the file or the row it was called on, else the one in the active editor; rejects when there is none. */
export function postUri(argument: unknown): Uri {
  const uri = uriIn(argument);
  if (uri) return uri;
  const document = window.activeTextEditor?.document;
  if (document && isPost(document)) return document.uri;
  throw new Error(l10n.t('Open a post first, or choose one in the Explorer.'));
}

/** All posts a command is about: those selected where it was called on several rows or files, each once, else the one. */
export function postUris(argument: unknown, selected: unknown): readonly Uri[] {
  const uris = Array.isArray(selected) ? selected.flatMap((each: unknown) => uriIn(each) ?? []) : [];
  return uris.length > 0 ? [...new Map(uris.map((uri) => [uri.toString(), uri])).values()] : [postUri(argument)];
}

/** The URI that an argument of a command is or has: of a file, or of a row. */
export function uriIn(argument: unknown): Uri | undefined {
  if (argument instanceof Uri) return argument;
  return typeof argument === 'object' && argument !== null && 'uri' in argument && argument.uri instanceof Uri
    ? argument.uri
    : undefined;
}

/** Plans a change of posts and makes it as one step; gives where the first is afterwards, undefined when the writer does not confirm it. Rejects with all that speaks against it where none can change. */
export async function change(server: LanguageServer, uris: readonly Uri[], what: PostChange): Promise<Uri | undefined> {
  const plan = await planFor(server, uris, what, 'make');
  if (plan.posts.length === 0) throw new Error(refusalOf(plan));
  return make(server, plan);
}

/** Asks for a text that a change needs, shows meanwhile where it leads, and makes the change. */
export async function changeBy(
  server: LanguageServer,
  uris: readonly Uri[],
  question: TextQuestion,
  what: (text: string) => PostChange,
): Promise<Uri | undefined> {
  const wanted = await askForText(question, async (text): Promise<TextOutcome<PostChange>> => {
    const value = what(text);
    const found = await planFor(server, uris, value, 'look');
    return found.posts.length === 0
      ? { prompt: '', refusal: refusalOf(found), value }
      : { prompt: leadsTo(found), value };
  });
  return wanted && change(server, uris, wanted);
}

async function planFor(
  server: LanguageServer,
  uris: readonly Uri[],
  change: PostChange,
  how: 'look' | 'make',
): Promise<ChangePostsResult> {
  const plan: ChangePostsResult | null = await ask(server, changePosts, {
    uris: uris.map(String),
    change,
    ...(how === 'look' && { isDryRun: true }),
  });
  return (
    plan ?? {
      edit: {},
      others: 0,
      posts: [],
      copies: [],
      refusals: [l10n.t('Galley failed at that. Run “Galley: Show Output” to read why.')],
    }
  );
}

/** So many reasons are told: nobody reads more in one message. */
const mostReasons = 3;

function refusalOf({ refusals }: ChangePostsResult): string {
  const rest = refusals.length - mostReasons;
  return [...refusals.slice(0, mostReasons), ...(rest > 0 ? [l10n.t('So it is with {0} more.', rest)] : [])].join(' ');
}

function leadsTo({ posts: [first, ...more] }: ChangePostsResult): string {
  if (!first || more.length > 0) return l10n.t('{0} posts change.', more.length + 1);
  return first.url === null ? first.path : `${first.path} → ${first.url}`;
}

/** Applies a plan as one step that can be undone, saves what it wrote and shows the post where it is one; undefined when the writer does not want it. */
async function make(server: LanguageServer, plan: ChangePostsResult): Promise<Uri | undefined> {
  const {
    posts: [first, ...more],
    others,
  } = plan;
  if (!first) return undefined;
  const target = Uri.parse(first.uri);
  const name = more.length === 0 ? first.path : l10n.t('{0} posts', more.length + 1);
  const how = others === 0 ? 'at once' : await wayToChange(target, name, others);
  const edit = how && (await toEdit(server, plan, how));
  if (!edit) return undefined;
  if (more.length === 0 && first.created === undefined) await prepareUndo(first, edit);
  for (const { uri, from, created } of plan.posts)
    await rememberNewFolders(Uri.parse(uri), created === undefined ? Uri.parse(from) : undefined);
  if (!(await withOwnLinks(() => workspace.applyEdit(edit)))) return undefined;
  if (more.length === 0) await show(target);
  await saveAll(edit);
  tell(plan);
  return target;
}

/**
 * Sees to it that one undo in the post's editor takes back all of an edit. VS Code keeps what undo needs by file: it drops the
 * move of a file that is opened only afterwards, where that name was undone before, so the file is opened first; and the move of
 * a folder is none of the post's own steps, so the post gets one, if only its first line in its own place.
 */
async function prepareUndo({ from, uri, path }: ChangedPost, edit: WorkspaceEdit): Promise<void> {
  const target = Uri.parse(uri);
  await commands.executeCommand('vscode.open', Uri.parse(from), { preview: false });
  const document = opened(Uri.parse(from));
  if (!document || edit.get(target).length > 0) return;
  const { rangeIncludingLineBreak } = document.lineAt(0);
  // Without a label VS Code leaves out an edit that changes nothing.
  edit.replace(target, rangeIncludingLineBreak, document.getText(rangeIncludingLineBreak), {
    label: path,
    needsConfirmation: false,
  });
}

function opened(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

/** Says what was done, and in one sentence for all why something was not. */
function tell(plan: ChangePostsResult): void {
  const {
    posts: [first, ...more],
    refusals,
  } = plan;
  const done =
    more.length > 0
      ? l10n.t('{0} posts were changed.', more.length + 1)
      : first?.state === 'published' && first.url !== null
        ? l10n.t('Published: {0}', first.url)
        : (first?.path ?? '');
  window.setStatusBarMessage(done, 5000);
  if (refusals.length > 0)
    void window.showWarningMessage(
      l10n.t('Changed: {0}. Left as before: {1}. {2}', more.length + 1, refusals.length, refusalOf(plan)),
    );
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

/** Saves the posts of an edit, as VS Code does after a refactoring of its own where the writer has not told it otherwise. */
async function saveAll(edit: WorkspaceEdit): Promise<void> {
  if (!workspace.getConfiguration('files').get('refactoring.autoSave', true)) return;
  await Promise.all(edit.entries().map(([uri]) => opened(uri)?.save()));
}

/** Whether the changes are looked at before they are made, or other posts are left as they are. */
type Way = 'at once' | 'after a look' | 'alone';

/** Asks, unless the writer has said so for all moves, whether other posts may change along. */
async function wayToChange(uri: Uri, path: string, others: number): Promise<Way | undefined> {
  const choice = workspace.getConfiguration('galley.links', uri).get<string>('updateOnMove');
  if (choice === 'always' || choice === 'never') return choice === 'always' ? 'at once' : 'alone';
  const items: (QuickPickItem & { readonly way: Way })[] = [
    {
      label: l10n.t('Update Links'),
      description: others === 1 ? l10n.t('in one other post') : l10n.t('in {0} other posts', others),
      way: 'at once',
    },
    { label: l10n.t('Show Changes First'), way: 'after a look' },
  ];
  return (
    await window.showQuickPick(items, {
      title: path,
      placeHolder: l10n.t('Other posts link to this one'),
      ignoreFocusOut: true,
    })
  )?.way;
}

/** The edit of a plan. A copy is made with its text: put in afterwards, that would get the line ends of this computer. */
async function toEdit(
  server: LanguageServer,
  { edit, posts, copies }: ChangePostsResult,
  how: Way,
): Promise<WorkspaceEdit | undefined> {
  const client = await server.whenRunning();
  const lspEdit = edit as LspWorkspaceEdit;
  const annotations = Object.entries(lspEdit.changeAnnotations ?? {}).map(
    ([id, annotation]) => [id, { ...annotation, needsConfirmation: how === 'after a look' }] as const,
  );
  const changes = (lspEdit.documentChanges ?? []).filter(
    (each) => how !== 'alone' || 'kind' in each || posts.some(({ uri }) => uri === each.textDocument.uri),
  );
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit({
    documentChanges: changes,
    changeAnnotations: Object.fromEntries(annotations),
  });
  for (const { uri, created } of posts)
    if (created !== undefined) converted.createFile(Uri.parse(uri), { contents: new TextEncoder().encode(created) });
  await addFileCopies(converted, copies);
  return converted;
}
