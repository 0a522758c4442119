import type { TextEditor } from 'vscode';
import { l10n, Position, Range, Selection, SnippetString, Uri, window } from 'vscode';
import type { Choice, Insertable, InsertResult } from '../../../server/src/protocol/index.ts';
import { choices } from '../../../server/src/protocol/index.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { findActivePostEditor } from '../server/postDocuments.ts';
import { toRange } from '../server/ranges.ts';
import { isTextChanged, sendRequest } from '../server/requests.ts';
import { readImageSize } from './imageSize.ts';
import { planInsertion } from './planInsertion.ts';

/** The active editor, in which a post is being written; throws a sentence for the writer when there is none. */
export function getActivePostEditor(): TextEditor {
  const editor = findActivePostEditor();
  if (!editor) throw new Error(l10n.t('Put the caret into a post first.'));
  return editor;
}

/**
 * Inserts something in place of the selection, as one undoable step, and moves the caret to where writing goes on.
 * Where the writer types before that is done, it is planned again for the new text. Rejects with what speaks against
 * it.
 */
export async function insertInto(editor: TextEditor, server: LanguageServer, what: Insertable): Promise<void> {
  const { document } = editor;
  for (;;) {
    const { version } = document;
    const plan = await planInsertion(server, { document, range: editor.selection }, what).catch((error: unknown) => {
      if (isTextChanged(error)) return undefined;
      throw error;
    });
    if (plan && 'refusal' in plan) throw new Error(plan.refusal);
    const isCurrent = document.version === version;
    if (plan && isCurrent && (await applyInsertion(editor, plan))) return;
    if (document.version === version)
      throw new Error(l10n.t('Nothing was inserted: VS Code refused the edit. Check that the post can be changed.'));
  }
}

/** Makes a planned change of a post; resolves to whether VS Code accepted it. */
async function applyInsertion(editor: TextEditor, { snippet, edits, caret }: InsertResult): Promise<boolean> {
  if (snippet) return editor.insertSnippet(new SnippetString(snippet.text), toRange(snippet.range));
  const isApplied =
    edits.length === 0 ||
    (await editor.edit((builder) => {
      for (const { range, newText } of edits) builder.replace(toRange(range), newText);
    }));
  if (isApplied && caret) moveCaret(editor, new Position(caret.line, caret.character));
  return isApplied;
}

/** Moves the caret of an editor, which then shows it. */
export function moveCaret(editor: TextEditor, caret: Position): void {
  editor.selection = new Selection(caret, caret);
  editor.revealRange(new Range(caret, caret));
}

/** What a list says from which the writer chooses. */
interface ChoiceTexts {
  readonly title: string;
  readonly placeHolder: string;
  /** The error when there is nothing to choose from. */
  readonly none: string;
}

/**
 * Lets the writer choose an image or a component of the site, unless the path of one is given, and inserts it in place
 * of the selection.
 */
export async function chooseAndInsert(
  server: LanguageServer,
  kind: 'image' | 'component',
  path: unknown,
  texts: ChoiceTexts,
): Promise<void> {
  const editor = getActivePostEditor();
  const all = await sendRequest(server, choices, { uri: editor.document.uri.toString(), kind });
  if (all.length === 0) throw new Error(texts.none);
  const chosen = typeof path === 'string' ? all.find((choice) => choice.path === path) : await choose(all, texts);
  if (chosen) await insertInto(editor, server, await toInsertable(kind, chosen));
}

async function choose(
  all: readonly Choice[],
  { title, placeHolder }: Pick<ChoiceTexts, 'title' | 'placeHolder'>,
): Promise<Choice | undefined> {
  const items = all.map((choice) => ({ label: choice.label, description: choice.detail, choice }));
  return (await window.showQuickPick(items, { title, placeHolder, matchOnDescription: true }))?.choice;
}

async function toInsertable(kind: 'image' | 'component', { path, uri }: Choice): Promise<Insertable> {
  return kind === 'component'
    ? { kind, path }
    : { kind: 'images', images: [{ uri, size: await readImageSize(Uri.parse(uri)) }] };
}
