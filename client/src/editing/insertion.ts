import type { TextEditor } from 'vscode';
import { l10n, Position, Range, Selection, SnippetString, Uri, window } from 'vscode';
import type { Insertable, InsertResult } from '../../../server/src/protocol/index.ts';
import { choices, insert } from '../../../server/src/protocol/index.ts';
import { ask, askForPlan } from '../server/ask.ts';
import type { LanguageServer } from '../server/languageServer.ts';
import { isPost } from '../server/postDocuments.ts';
import { fromRange, toRange } from '../server/ranges.ts';
import { readImageSize } from './imageSize.ts';

/** The editor with the post that is being written; rejects when there is none. */
export function postEditor(): TextEditor {
  const editor = window.activeTextEditor;
  if (!editor || !isPost(editor.document)) throw new Error(l10n.t('Put the caret into a post first.'));
  return editor;
}

/** Puts something in place of the selection, as one step, and the caret where writing goes on. */
export async function insertInto(editor: TextEditor, server: LanguageServer, what: Insertable): Promise<void> {
  const planned = await planInsertion(editor, server, what);
  if (planned.snippet) {
    await editor.insertSnippet(new SnippetString(planned.snippet.text), toRange(planned.snippet.range));
    return;
  }
  if (planned.edits.length > 0) {
    await editor.edit((edit) => {
      for (const { range, newText } of planned.edits) edit.replace(toRange(range), newText);
    });
  }
  if (planned.caret) moveCaret(editor, new Position(planned.caret.line, planned.caret.character));
}

async function planInsertion(editor: TextEditor, server: LanguageServer, what: Insertable): Promise<InsertResult> {
  const { document, selection } = editor;
  const planned = await askForPlan(server, insert, {
    uri: document.uri.toString(),
    selection: fromRange(selection),
    what,
  });
  if ('refusal' in planned) throw new Error(planned.refusal);
  return planned;
}

function moveCaret(editor: TextEditor, caret: Position): void {
  editor.selection = new Selection(caret, caret);
  editor.revealRange(new Range(caret, caret));
}

/** What a list of choices says. */
interface ChoiceTexts {
  readonly title: string;
  readonly placeHolder: string;
  /** When there is nothing to choose. */
  readonly none: string;
}

/** Lets the writer choose among what the site has of a kind, unless a path says it already, and puts it in place of the selection. */
export async function chooseAndInsert(
  server: LanguageServer,
  kind: 'image' | 'component',
  path: unknown,
  { title, placeHolder, none }: ChoiceTexts,
): Promise<void> {
  const editor = postEditor();
  const found = await ask(server, choices, { uri: editor.document.uri.toString(), kind });
  if (found.length === 0) throw new Error(none);
  const items = found.map((choice) => ({ label: choice.label, description: choice.detail, choice }));
  const wanted =
    typeof path === 'string'
      ? found.find((choice) => choice.path === path)
      : (await window.showQuickPick(items, { title, placeHolder, matchOnDescription: true }))?.choice;
  if (!wanted) return;
  const { uri } = wanted;
  await insertInto(
    editor,
    server,
    kind === 'component'
      ? { kind, path: wanted.path }
      : { kind: 'images', images: [{ uri, size: await readImageSize(Uri.parse(uri)) }] },
  );
}
