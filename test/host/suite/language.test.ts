import { strict as assert } from 'node:assert';
import type { CodeAction, CompletionList, Hover, Location, LocationLink, Uri, WorkspaceEdit } from 'vscode';
import { CodeActionKind, commands, MarkdownString, Position, Range, workspace } from 'vscode';
import type { OpenPost } from './posts.js';
import { closeEverything, askProviders, openDraft, findPosition, type } from './posts.js';
import { getWindow } from './support.js';

const text = `---
title: The lamp room
---

Oil first, then the wick.[^oil] The [keeper's book][book] has it all,
and the [book] says so twice.[^oil]

[book]: https://lighthouse.example/book "The keeper's book"
[^oil]: Colza, in those days. It smelt of cabbage.
`;

/** The target of a definition provider's answer. */
function toTarget(answer: Location | LocationLink): { readonly uri: Uri; readonly range: Range } {
  return 'targetUri' in answer
    ? { uri: answer.targetUri, range: answer.targetSelectionRange ?? answer.targetRange }
    : answer;
}

function toText({ contents }: Hover): string {
  return contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n');
}

describe('Language features in the editor', () => {
  let post: OpenPost;
  beforeEach(async () => (post = await openDraft('the-lamp-room.md', text)));
  afterEach(() => closeEverything(post.uri));

  it('a hover on a marker shows its footnote', async () => {
    const at = findPosition(post.document, '[^oil]').translate(0, 3);
    const hovers = await askProviders<Hover[]>(
      'a hover says the note',
      'vscode.executeHoverProvider',
      [post.uri, at],
      (all) => all.some((hover) => toText(hover).includes('Colza')),
    );
    assert.equal(hovers.filter((hover) => toText(hover).includes('cabbage')).length, 1);
  });

  it('a hover on a reference shows its destination', async () => {
    const at = findPosition(post.document, '[book]').translate(0, 2);
    await askProviders<Hover[]>('a hover says the destination', 'vscode.executeHoverProvider', [post.uri, at], (all) =>
      all.some((hover) => toText(hover).includes('lighthouse.example/book')),
    );
  });

  it('Go to Definition goes from a marker to its footnote', async () => {
    const at = findPosition(post.document, '[^oil]', 1).translate(0, 3);
    const note = findPosition(post.document, '[^oil]:');
    await askProviders<(Location | LocationLink)[]>(
      'the note is found',
      'vscode.executeDefinitionProvider',
      [post.uri, at],
      (all) => all.map(toTarget).some(({ uri, range }) => uri.path === post.uri.path && range.start.line === note.line),
    );
  });

  it('Find References finds both markers of a footnote', async () => {
    const at = findPosition(post.document, '[^oil]:').translate(0, 3);
    const lines = [findPosition(post.document, '[^oil]'), findPosition(post.document, '[^oil]', 1)].map(
      ({ line }) => line,
    );
    await askProviders<Location[]>('both markers are found', 'vscode.executeReferenceProvider', [post.uri, at], (all) =>
      lines.every((line) => all.some(({ range }) => range.start.line === line)),
    );
  });

  it('renames a footnote and its markers in one edit', async () => {
    const at = findPosition(post.document, '[^oil]').translate(0, 3);
    const edit = await askProviders<WorkspaceEdit>(
      'an edit comes',
      'vscode.executeDocumentRenameProvider',
      [post.uri, at, 'colza'],
      (found) => found.size > 0,
    );
    assert.ok(await workspace.applyEdit(edit));
    assert.equal(post.document.getText(), text.replaceAll('[^oil]', '[^colza]'));
  });

  it('refuses to rename a label to one that is taken, and changes nothing', async () => {
    await type(post, '[^oil]: ', '[^wick]: Trimmed.[^oil]\n[^oil]: ');
    const before = post.document.getText();
    const at = findPosition(post.document, '[^oil]').translate(0, 3);
    const answer = await commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      post.uri,
      at,
      'wick',
    );
    assert.equal(answer.size, 0);
    await (await getWindow()).getByText('"wick" is used in this post already.').first().waitFor();
    await commands.executeCommand('notifications.clearAll');
    assert.equal(post.document.getText(), before);
  });

  it('completes the labels of footnotes after [^ and of definitions after ][', async () => {
    await type(post, 'Oil first', 'Again[^ and [this][] first');
    const completeLabels = async (at: Position, wanted: string) =>
      askProviders<CompletionList>(
        `${wanted} is offered`,
        'vscode.executeCompletionItemProvider',
        [post.uri, at, '['],
        ({ items }) =>
          items.some(
            ({ label, detail }) => (typeof label === 'string' ? label : label.label) === wanted && detail !== undefined,
          ),
      );
    await completeLabels(findPosition(post.document, '[^ and').translate(0, 2), 'oil');
    await completeLabels(findPosition(post.document, '[this][').translate(0, '[this]['.length), 'book');
  });

  it('a quick fix writes a missing definition', async () => {
    await type(post, '[book]: ', '[books]: ');
    const at = findPosition(post.document, '[book]');
    const range = new Range(at.translate(0, -5), at);
    const actions = await askProviders<CodeAction[]>(
      'a fix is offered',
      'vscode.executeCodeActionProvider',
      [post.uri, range, CodeActionKind.QuickFix.value],
      (all) => all.some(({ title, edit }) => title === 'Change to "books"' && edit !== undefined),
    );
    const fix = actions.find(({ title }) => title === 'Change to "books"');
    assert.ok(fix?.edit && (await workspace.applyEdit(fix.edit)));
    assert.match(post.document.getText(), /\[keeper's book\]\[books\]/);
  });

  it('hovers have no commands', async () => {
    const at = findPosition(post.document, '[^oil]').translate(0, 3);
    const hovers = await askProviders<Hover[]>(
      'a hover says the note',
      'vscode.executeHoverProvider',
      [post.uri, at],
      (all) => all.some((hover) => toText(hover).includes('Colza')),
    );
    const ours = hovers.filter((hover) => toText(hover).includes('Colza')).flatMap(({ contents }) => contents);
    for (const content of ours) assert.ok(!(content instanceof MarkdownString) || !content.isTrusted);
  });
});
