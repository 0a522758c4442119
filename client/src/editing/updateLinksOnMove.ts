import type { FileWillRenameEvent, TextDocument, TextEdit, Uri } from 'vscode';
import { ConfigurationTarget, l10n, window, workspace, WorkspaceEdit } from 'vscode';
import type { OwnMoves } from './ownMoves.ts';

/** The values of the setting `galley.links.updateOnMove`. */
type Choice = 'prompt' | 'always' | 'never';

type Edit = WorkspaceEdit | null | undefined;

const section = 'galley.links';
const key = 'updateOnMove';

/**
 * Handles `workspace/willRenameFiles`: what the server wants changed along with a move, if the writer does; asks
 * nothing where nothing would change.
 */
export async function updateLinksOnMove(
  event: FileWillRenameEvent,
  next: (event: FileWillRenameEvent) => Thenable<Edit>,
  ownMoves: OwnMoves,
): Promise<Edit> {
  const uri = event.files[0]?.oldUri;
  const choice = workspace.getConfiguration(section, uri).get<Choice>(key, 'prompt');
  if (!uri || choice === 'never' || ownMoves.areRunning) return undefined;
  const planned = await next(event);
  const edit = planned && (await removeBuiltinUpdates(planned, uri));
  if (!edit || edit.size === 0) return undefined;
  return choice === 'always' || (await confirm(edit, event)) ? edit : undefined;
}

async function confirm(edit: WorkspaceEdit, { files }: FileWillRenameEvent): Promise<boolean> {
  const message =
    files.length === 1
      ? l10n.t('Update what leads to “{0}”?', toFileName(files[0]!.newUri))
      : l10n.t('Update what leads to {0} files?', files.length);
  const redirects = l10n.t(
    'Where the address of a published post changes and the site has redirects, the old one is kept as one.',
  );
  const [once, always, never] = [l10n.t('Update'), l10n.t('Always Update'), l10n.t('Never Update')];
  const options = { modal: true, detail: `${toExtentText(edit)} ${redirects}` };
  const answer = await window.showInformationMessage(message, options, once, always, never);
  if (answer === always) await saveChoice('always');
  if (answer === never) await saveChoice('never');
  return answer === once || answer === always;
}

/** How many places in how many posts an edit changes, in a sentence. */
function toExtentText(edit: WorkspaceEdit): string {
  const places = edit.entries().reduce((count, [, edits]) => count + edits.length, 0);
  if (places === 1) return l10n.t('One place in one post would change, so that links lead where they did.');
  return edit.size === 1
    ? l10n.t('{0} places in one post would change, so that links lead where they did.', places)
    : l10n.t('{0} places in {1} posts would change, so that links lead where they did.', places, edit.size);
}

async function saveChoice(choice: Choice): Promise<void> {
  await workspace.getConfiguration(section).update(key, choice, ConfigurationTarget.Global);
}

function toFileName({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** VS Code's own Markdown support updates paths to files too, after the move: where it does, those are left to it. */
async function removeBuiltinUpdates(edit: WorkspaceEdit, uri: Uri): Promise<WorkspaceEdit> {
  const builtin = workspace.getConfiguration('markdown.updateLinksOnFileMove', uri).get('enabled', 'never');
  if (builtin === 'never') return edit;
  const rest = new WorkspaceEdit();
  for (const [file, edits] of edit.entries()) {
    const document = await workspace.openTextDocument(file);
    const own = edits.filter((each) => !isFilePath(each, document));
    if (own.length > 0) rest.set(file, own);
  }
  return rest;
}

/**
 * Whether an edit replaces the path of a file, relative or from the root of the workspace: no URL, no tag, no front
 * matter.
 */
function isFilePath({ range }: TextEdit, document: TextDocument): boolean {
  const text = document.getText(range);
  if (/^[a-z][\w+.-]*:/i.test(text)) return false;
  return /^[^{}\s]+\.[a-z]\w*>?$/i.test(text) || /^[^{}\s#]+\.[a-z]\w*#[^>]*>?$/i.test(text);
}
