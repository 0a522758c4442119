import * as vscode from 'vscode';
import { window as codeWindow, fileUri, openFile, until, writeFile } from './support.js';

/** A post in the workspace under test, open in an editor, with marks taken out of its text. */
export interface OpenPost {
  readonly uri: vscode.Uri;
  readonly document: vscode.TextDocument;
  readonly editor: vscode.TextEditor;
}

/** Writes a draft and opens it. */
export async function openDraft(name: string, text: string): Promise<OpenPost> {
  const uri = await writeFile(`_drafts/${name}`, text);
  const editor = await openFile(`_drafts/${name}`);
  return { uri, document: editor.document, editor };
}

/** Opens a file that is there. */
export async function openPost(path: string): Promise<OpenPost> {
  const editor = await openFile(path);
  return { uri: fileUri(path), document: editor.document, editor };
}

/** Where the `occurrence`-th (from 0) appearance of a text begins. */
export function positionOf(document: vscode.TextDocument, text: string, occurrence = 0): vscode.Position {
  let at = -1;
  for (let count = 0; count <= occurrence; count++) {
    at = document.getText().indexOf(text, at + 1);
    if (at === -1) throw new Error(`There is no "${text}" (${occurrence}) in ${document.uri.path}.`);
  }
  return document.positionAt(at);
}

/** Puts a text in place of another, as a writer would by selecting and typing. */
export async function type({ editor, document }: OpenPost, before: string, after: string): Promise<void> {
  const start = positionOf(document, before);
  const end = document.positionAt(document.offsetAt(start) + before.length);
  if (!(await editor.edit((edit) => edit.replace(new vscode.Range(start, end), after))))
    throw new Error('The edit was refused.');
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

/** Waits until the site knows a post, by its path. */
export async function isKnown(path: string): Promise<void> {
  await until(`${path} is known`, async () => {
    const { content } = await vscode.lm.invokeTool('galley_posts', {
      input: { query: path },
      toolInvocationToken: undefined,
    });
    return content.some((part) => part instanceof vscode.LanguageModelTextPart && part.value.includes(`"${path}"`));
  });
}

/** Waits until a sentence is shown to the writer, and takes it away. */
export async function said(sentence: string): Promise<void> {
  await (await codeWindow()).getByText(sentence).first().waitFor();
  await vscode.commands.executeCommand('notifications.clearAll');
}

/** Asks VS Code's providers again until an answer fulfils a condition: providers of other extensions answer too, and ours may register a beat later. */
export function fromProviders<T>(
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
