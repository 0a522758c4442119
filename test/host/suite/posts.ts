import * as vscode from 'vscode';
import { getWindow, toFileUri, openFile, until, writeFile } from './support.js';

/** A post in the workspace under test, open in an editor, with marks taken out of its text. */
export interface OpenPost {
  readonly uri: vscode.Uri;
  readonly document: vscode.TextDocument;
  readonly editor: vscode.TextEditor;
}

/**
 * Writes a draft and opens it. VS Code may still have the text of an earlier one of that name, and reads the file again
 * soon.
 */
export async function openDraft(name: string, text: string): Promise<OpenPost> {
  const uri = await writeFile(`_drafts/${name}`, text);
  const editor = await openFile(`_drafts/${name}`);
  await until(`${name} is open with its text`, () => !editor.document.isDirty && editor.document.getText() === text);
  return { uri, document: editor.document, editor };
}

/** Opens a file that is there. */
export async function openPost(path: string): Promise<OpenPost> {
  const editor = await openFile(path);
  return { uri: toFileUri(path), document: editor.document, editor };
}

/** Where the `occurrence`-th (from 0) appearance of a text begins. */
export function findPosition(document: vscode.TextDocument, text: string, occurrence = 0): vscode.Position {
  let at = -1;
  for (let count = 0; count <= occurrence; count++) {
    at = document.getText().indexOf(text, at + 1);
    if (at === -1) throw new Error(`There is no "${text}" (${occurrence}) in ${document.uri.path}.`);
  }
  return document.positionAt(at);
}

/** Puts a text in place of another, as a writer would by selecting and typing. */
export async function type({ editor, document }: OpenPost, before: string, after: string): Promise<void> {
  const start = findPosition(document, before);
  const end = document.positionAt(document.offsetAt(start) + before.length);
  if (!(await editor.edit((edit) => edit.replace(new vscode.Range(start, end), after))))
    throw new Error('The edit was refused.');
}

/**
 * Selects in an editor as a writer does. VS Code selects a moment later, and by then may have reported what was selected
 * before.
 */
export async function select(editor: vscode.TextEditor, ...wanted: readonly vscode.Selection[]): Promise<void> {
  const isWanted = (selections: readonly vscode.Selection[]): boolean =>
    selections.length === wanted.length && wanted.every((each, index) => each.isEqual(selections[index]!));
  if (isWanted(editor.selections)) return;
  let isSelected = false;
  const listener = vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
    if (textEditor === editor) isSelected = isWanted(selections);
  });
  editor.selections = wanted;
  await until('it is selected', () => isSelected).finally(() => listener.dispose());
}

/** Puts the caret somewhere in an editor. */
export function putCaret(editor: vscode.TextEditor, place: vscode.Position): Promise<void> {
  return select(editor, new vscode.Selection(place, place));
}

/** Selects a text of a post, or puts the caret after it. */
export function selectText({ document, editor }: OpenPost, text: string, what: 'text' | 'behind'): Promise<void> {
  const start = findPosition(document, text);
  const end = document.positionAt(document.offsetAt(start) + text.length);
  return select(editor, new vscode.Selection(what === 'text' ? start : end, end));
}

/** Undoes all edits, closes every editor and deletes what a test created. */
export async function closeEverything(...created: readonly vscode.Uri[]): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    // VS Code writes the settings of its user by itself, in a document that is dirty for a moment.
    const isSettings = document.uri.scheme === 'file' && !vscode.workspace.getWorkspaceFolder(document.uri);
    if (!document.isDirty || isSettings) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const uri of created) await vscode.workspace.fs.delete(uri);
}

/** Waits until the site knows posts, by their paths. */
export async function untilKnown(...paths: readonly string[]): Promise<void> {
  await until(`${paths.join(', ')} are known`, async () => {
    const { content } = await vscode.lm.invokeTool('galley_posts', { input: {}, toolInvocationToken: undefined });
    const rows = content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('\n');
    return paths.every((path) => rows.includes(`"${path}"`));
  });
}

/** The sentences that are shown to the writer. */
export async function listNotifications(): Promise<string[]> {
  return (await getWindow()).locator('.notification-list-item-message').allInnerTexts();
}

/** Waits until a sentence is shown to the writer, and takes it away. */
export async function untilSaid(sentence: string): Promise<void> {
  await (await getWindow()).getByText(sentence).first().waitFor();
  await vscode.commands.executeCommand('notifications.clearAll');
}

/**
 * Asks VS Code's providers again until an answer fulfils a condition: providers of other extensions answer too, and
 * ours may register a beat later.
 */
export function askProviders<T>(
  what: string,
  command: string,
  args: readonly unknown[],
  pick: (answer: T) => boolean,
): Promise<T> {
  return until(what, async () => {
    const answer = await vscode.commands.executeCommand<T | undefined>(command, ...args);
    return answer !== undefined && pick(answer) && answer;
  }) as Promise<T>;
}
