import type { QuickPickItem } from 'vscode';
import { commands, l10n, Position, Range, Selection, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { NewPostPlace, NewPostResult } from '../../../server/src/protocol/index.ts';
import { newPost as newPostRequest, newPostPlaces } from '../../../server/src/protocol/index.ts';
import { ask } from '../server/ask.ts';
import { askForText } from '../prompts/askForText.ts';
import { addFileCopies } from '../posts/fileCopies.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { rememberNewFolders } from '../posts/newFolders.ts';
import type { Command } from './command.ts';

/** What tests and other extensions may pass instead of answering questions: a place's label or id, the title, and the code of a language. */
export interface NewPostArguments {
  readonly place?: string;
  readonly title?: string;
  readonly language?: string;
}

/** What is begun: a post that the next build may publish, or a draft. */
type Kind = 'post' | 'draft';

/** Asks where and for a title, creates the post and opens it where writing starts; gives its URI, or undefined when the writer leaves. */
export const newPost: Command = {
  id: 'galley.newPost',
  run: ({ server }, argument) => begin(server, 'post', argument),
};

/** The same for a draft: among the drafts where the site has a folder for them, else held back as the site's drafts are. */
export const newDraft: Command = {
  id: 'galley.newDraft',
  run: ({ server }, argument) => begin(server, 'draft', argument),
};

async function begin(server: LanguageServer, kind: Kind, argument: unknown): Promise<Uri | undefined> {
  if (!workspace.workspaceFolders?.length) return openFolderFirst();
  const { place: wanted, title, language: asked } = argumentsOf(argument);
  const places = await ask(server, newPostPlaces, nearTo(argument));
  const fitting =
    kind === 'draft' && places.some(({ drafts }) => drafts) ? places.filter(({ drafts }) => drafts) : places;
  const place = await choosePlace(fitting, wanted, kind);
  if (!place) return undefined;
  const language = await chooseLanguage(
    place,
    asked ?? (title !== undefined ? place.languages?.[0]?.code : argument instanceof Uri ? place.language : undefined),
    kind,
  );
  if (language === undefined && place.languages) return undefined;
  const begun: Beginning = { place, kind, ...(language !== undefined && { language }) };
  const plan = title === undefined ? await askForTitle(server, begun) : await planned(server, begun, title);
  return plan && create(plan);
}

async function openFolderFirst(): Promise<undefined> {
  const choice = await window.showInformationMessage(
    l10n.t('A new post needs a site: open the folder of yours first.'),
    l10n.t('Open Folder'),
  );
  if (choice) await commands.executeCommand('workbench.action.files.openFolder');
}

function argumentsOf(argument: unknown): NewPostArguments {
  return typeof argument === 'object' && argument !== null && !(argument instanceof Uri) ? argument : {};
}

/** The folder the writer clicked on, else the post being written, else the first folder. */
function nearTo(argument: unknown): { readonly near?: string } {
  const near =
    argument instanceof Uri
      ? argument
      : (window.activeTextEditor?.document.uri ?? workspace.workspaceFolders?.[0]?.uri);
  return near ? { near: near.toString() } : {};
}

async function choosePlace(
  places: readonly NewPostPlace[],
  wanted: string | undefined,
  kind: Kind,
): Promise<NewPostPlace | undefined> {
  if (wanted !== undefined) {
    const found = places.find(({ id, label }) => id === wanted || label === wanted);
    if (!found)
      throw new Error(
        l10n.t(
          'There is no place "{0}" for posts here; there is {1}.',
          wanted,
          places.map(({ label }) => label).join(', ') || l10n.t('none'),
        ),
      );
    return found;
  }
  if (places.length === 0)
    throw new Error(
      l10n.t('Galley found no folder for posts in this workspace. Create one, such as _posts, and try again.'),
    );
  if (places.length === 1) return places[0];
  const items = places.map((place): QuickPickItem & { place: NewPostPlace } => ({
    label: place.label,
    description: place.detail,
    place,
  }));
  const picked = await window.showQuickPick(items, {
    title: kind === 'draft' ? l10n.t('New Draft') : l10n.t('New Post'),
    placeHolder: l10n.t('Where shall it go?'),
    matchOnDescription: true,
  });
  return picked?.place;
}

/** Asks for the language on a site with several, unless it is known; undefined when there is nothing to choose or the writer leaves. */
async function chooseLanguage(
  { languages = [], label }: NewPostPlace,
  known: string | undefined,
  kind: Kind,
): Promise<string | undefined> {
  if (languages.length === 0 && known === undefined) return undefined;
  if (known !== undefined) {
    if (languages.some(({ code }) => code === known)) return known;
    throw new Error(
      l10n.t(
        'This site has no language "{0}"; it has {1}.',
        known,
        languages.map(({ code }) => code).join(', ') || l10n.t('none'),
      ),
    );
  }
  const items = languages.map(({ code, name }, index): QuickPickItem & { code: string } => ({
    label: name,
    description: [...(name === code ? [] : [code]), ...(index === 0 ? [l10n.t('default')] : [])].join(' · '),
    code,
  }));
  const title = kind === 'draft' ? l10n.t('New Draft in {0}', label) : l10n.t('New Post in {0}', label);
  return (
    await window.showQuickPick(items, { title, placeHolder: l10n.t('In which language?'), matchOnDescription: true })
  )?.code;
}

/** What is known of a new post before it has a title. */
interface Beginning {
  readonly place: NewPostPlace;
  readonly kind: Kind;
  readonly language?: string;
}

function askForTitle(server: LanguageServer, begun: Beginning): Promise<NewPostResult | undefined> {
  const { place, kind } = begun;
  const prompt = l10n.t('Type a title; the file goes to {0}.', place.detail);
  return askForText(
    {
      title: kind === 'draft' ? l10n.t('New Draft in {0}', place.label) : l10n.t('New Post in {0}', place.label),
      placeholder: l10n.t('Title of the post'),
      prompt,
    },
    async (title) => {
      const plan = await planned(server, begun, title);
      const { path, url, exists } = plan;
      return {
        prompt: url === null ? l10n.t('Creates {0}', path) : l10n.t('Creates {0} → {1}', path, url),
        ...(exists && { refusal: l10n.t('{0} exists already. Choose another title.', path) }),
        value: plan,
      };
    },
  );
}

async function planned(
  server: LanguageServer,
  { place, kind, language }: Beginning,
  title: string,
): Promise<NewPostResult> {
  const plan = await ask(server, newPostRequest, {
    place: place.id,
    title,
    draft: kind === 'draft',
    ...(language !== undefined && { language }),
    now: Date.now(),
  });
  if (!plan) throw new Error(l10n.t('{0} is no longer there. Run "Galley: New Post" again.', place.detail));
  return plan;
}

async function create({ uri, path, text, cursor, exists, beside }: NewPostResult): Promise<Uri> {
  if (exists) throw new Error(l10n.t('{0} exists already. Choose another title.', path));
  const file = Uri.parse(uri);
  const edit = new WorkspaceEdit();
  edit.createFile(file, { contents: new TextEncoder().encode(text) });
  for (const each of beside)
    if ('text' in each)
      edit.createFile(Uri.parse(each.uri), { contents: new TextEncoder().encode(each.text), ignoreIfExists: true });
  await addFileCopies(
    edit,
    beside.filter((each) => 'from' in each),
  );
  await rememberNewFolders(file);
  if (!(await workspace.applyEdit(edit)))
    throw new Error(l10n.t('{0} could not be created. Check that its folder can be written to.', path));
  const caret = new Position(cursor.line, cursor.character);
  const editor = await window.showTextDocument(file, { preview: false });
  editor.selection = new Selection(caret, caret);
  editor.revealRange(new Range(caret, caret));
  return file;
}
