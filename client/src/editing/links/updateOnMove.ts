import type { FileWillRenameEvent, TextDocument, TextEdit, Uri } from 'vscode';
import { ConfigurationTarget, l10n, window, workspace, WorkspaceEdit } from 'vscode';
import { areMovesOwn } from './ownMoves.ts';

/** What the writer wants done with links when files move. */
type Choice = 'prompt' | 'always' | 'never';

const section = 'galley.links';
const key = 'updateOnMove';

/** Renaming files with what the server wants changed along with them, as the writer has chosen; nothing is asked where nothing changes. */
export async function updateLinksOnMove(
  event: FileWillRenameEvent,
  next: (event: FileWillRenameEvent) => Thenable<WorkspaceEdit | null | undefined>,
): Promise<WorkspaceEdit | null | undefined> {
  const uri = event.files[0]?.oldUri;
  const choice = workspace.getConfiguration(section, uri).get<Choice>(key, 'prompt');
  if (!uri || choice === 'never' || areMovesOwn()) return undefined;
  const all = await next(event);
  const edit = all && (await removeBuiltinUpdates(all, uri));
  if (!edit || edit.size === 0) return undefined;
  return choice === 'always' || (await confirm(edit, event)) ? edit : undefined;
}

async function confirm(edit: WorkspaceEdit, { files }: FileWillRenameEvent): Promise<boolean> {
  const places = edit.entries().reduce((count, [, edits]) => count + edits.length, 0);
  const message =
    files.length === 1
      ? l10n.t('Update what leads to “{0}”?', nameOf(files[0]!.newUri))
      : l10n.t('Update what leads to {0} files?', files.length);
  const kept = l10n.t(
    'Where the address of a published post changes and the site has redirects, the old one is kept as one.',
  );
  const [once, always, never] = [l10n.t('Update'), l10n.t('Always Update'), l10n.t('Never Update')];
  const answer = await window.showInformationMessage(
    message,
    { modal: true, detail: `${toExtentText(places, edit.size)} ${kept}` },
    once,
    always,
    never,
  );
  if (answer === always) await saveChoice('always');
  if (answer === never) await saveChoice('never');
  return answer === once || answer === always;
}

function toExtentText(places: number, posts: number): string {
  if (places === 1) return l10n.t('One place in one post would change, so that links lead where they did.');
  if (posts === 1) return l10n.t('{0} places in one post would change, so that links lead where they did.', places);
  return l10n.t('{0} places in {1} posts would change, so that links lead where they did.', places, posts);
}

async function saveChoice(choice: Choice): Promise<void> {
  await workspace.getConfiguration(section).update(key, choice, ConfigurationTarget.Global);
}

function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** VS Code's own Markdown support updates paths to files too, after the move: where it does, those are left to it. */
async function removeBuiltinUpdates(edit: WorkspaceEdit, uri: Uri): Promise<WorkspaceEdit> {
  if (workspace.getConfiguration('markdown.updateLinksOnFileMove', uri).get('enabled', 'never') === 'never')
    return edit;
  const rest = new WorkspaceEdit();
  for (const [file, edits] of edit.entries()) {
    const document = await workspace.openTextDocument(file);
    const own = edits.filter((each) => !isPath(each, document));
    if (own.length > 0) rest.set(file, own);
  }
  return rest;
}

/** A path of a file, relative or from the root of the workspace: no URL, no tag, no front matter. */
function isPath({ range }: TextEdit, document: TextDocument): boolean {
  return /^<?(?![a-z][\w+.-]*:)[^{}\s]+\.[a-z]\w*(?:#[^>]*)?>?$/i.test(document.getText(range));
}
