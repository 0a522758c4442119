import type { QuickPickItem } from 'vscode';
import { commands, l10n, Position, Range, Selection, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { NewPostPlace, NewPostResult } from '../../../server/src/protocol/index.ts';
import { newPost as newPostRequest, newPostPlaces } from '../../../server/src/protocol/index.ts';
import { ask } from '../ask.ts';
import { askForText } from '../askForText.ts';
import type { LanguageServer } from '../languageServer.ts';
import type { Command } from './command.ts';

/** What tests and other extensions may pass instead of answering questions: a place's label or id, and the title. */
export interface NewPostArguments {
  readonly place?: string;
  readonly title?: string;
}

/** Asks where and for a title, creates the post and opens it where writing starts; gives its URI, or undefined when the writer leaves. */
export const newPost: Command = {
  id: 'galley.newPost',
  run: async ({ server }, argument) => {
    if (!workspace.workspaceFolders?.length) return openFolderFirst();
    const { place: wanted, title } = argumentsOf(argument);
    const place = await choosePlace(await ask(server, newPostPlaces, nearTo(argument)), wanted);
    if (!place) return undefined;
    const plan = title === undefined ? await askForTitle(server, place) : await planned(server, place, title);
    return plan && create(plan);
  },
};

async function openFolderFirst(): Promise<undefined> {
  const choice = await window.showInformationMessage('A new post needs a site: open the folder of yours first.', 'Open Folder');
  if (choice) await commands.executeCommand('workbench.action.files.openFolder');
}

function argumentsOf(argument: unknown): NewPostArguments {
  return typeof argument === 'object' && argument !== null && !(argument instanceof Uri) ? argument : {};
}

/** The folder the writer clicked on, else the post being written, else the first folder. */
function nearTo(argument: unknown): { readonly near?: string } {
  const near = argument instanceof Uri ? argument : (window.activeTextEditor?.document.uri ?? workspace.workspaceFolders?.[0]?.uri);
  return near ? { near: near.toString() } : {};
}

async function choosePlace(places: readonly NewPostPlace[], wanted: string | undefined): Promise<NewPostPlace | undefined> {
  if (wanted !== undefined) {
    const found = places.find(({ id, label }) => id === wanted || label === wanted);
    if (!found) throw new Error(`There is no place "${wanted}" for posts here; there is ${places.map(({ label }) => label).join(', ') || 'none'}.`);
    return found;
  }
  if (places.length === 0) throw new Error('Galley found no folder for posts in this workspace. Create one, such as _posts, and try again.');
  if (places.length === 1) return places[0];
  const items = places.map((place): QuickPickItem & { place: NewPostPlace } => ({ label: place.label, description: place.detail, place }));
  const picked = await window.showQuickPick(items, { title: 'New Post', placeHolder: 'Where shall it go?', matchOnDescription: true });
  return picked?.place;
}

function askForTitle(server: LanguageServer, place: NewPostPlace): Promise<NewPostResult | undefined> {
  const prompt = l10n.t('Type a title; the file goes to {0}.', place.detail);
  return askForText({ title: l10n.t('New Post in {0}', place.label), placeholder: l10n.t('Title of the post'), prompt }, async (title) => {
    const plan = await planned(server, place, title);
    const { path, url, exists } = plan;
    return {
      prompt: url === null ? l10n.t('Creates {0}', path) : l10n.t('Creates {0} → {1}', path, url),
      ...(exists && { refusal: l10n.t('{0} exists already. Choose another title.', path) }),
      value: plan,
    };
  });
}

async function planned(server: LanguageServer, place: NewPostPlace, title: string): Promise<NewPostResult> {
  const plan = await ask(server, newPostRequest, { place: place.id, title, now: Date.now() });
  if (!plan) throw new Error(`${place.detail} is no longer there. Run "Galley: New Post" again.`);
  return plan;
}

async function create({ uri, path, text, cursor, exists }: NewPostResult): Promise<Uri> {
  if (exists) throw new Error(`${path} exists already. Choose another title.`);
  const file = Uri.parse(uri);
  const edit = new WorkspaceEdit();
  edit.createFile(file, { contents: new TextEncoder().encode(text) });
  if (!(await workspace.applyEdit(edit))) throw new Error(`${path} could not be created. Check that its folder can be written to.`);
  const caret = new Position(cursor.line, cursor.character);
  const editor = await window.showTextDocument(file, { preview: false });
  editor.selection = new Selection(caret, caret);
  editor.revealRange(new Range(caret, caret));
  return file;
}
