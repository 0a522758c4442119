import { strict as assert } from 'node:assert';
import type { CodeAction, CompletionList, Hover, Location, SymbolInformation, WorkspaceEdit } from 'vscode';
import { commands, Range, window, workspace } from 'vscode';
import type { OpenPost } from './posts.js';
import { closeEverything, askProviders, openDraft, findPosition, putCaret, type } from './posts.js';
import { takeScreenshot, getWindow } from './support.js';

const text = `---
title: The lamp room
date: 2024-09-01 10:00:00 +0100
tags: [lamp]
---

Oil first, then the wick.
`;

function matchesHover(what: RegExp): (hovers: readonly Hover[]) => boolean {
  return (hovers) =>
    hovers.some(({ contents }) => contents.some((each) => what.test(typeof each === 'string' ? each : each.value)));
}

describe('Front matter in the editor', () => {
  let post: OpenPost;
  beforeEach(async () => (post = await openDraft('the-wick.md', text)));
  afterEach(() => closeEverything(post.uri));

  it('completion offers the tags of other posts with their counts', async () => {
    const at = findPosition(post.document, 'lamp]').translate(0, 'lamp'.length);
    const list = await askProviders<CompletionList>(
      'tags are offered',
      'vscode.executeCompletionItemProvider',
      [post.uri, at],
      ({ items }) => items.some(({ detail }) => /^\d+ posts?$/.test(detail ?? '')),
    );
    const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    assert.ok(labels.includes('how it works'), labels.join());
  });

  it('completion offers tags while a list is typed', async () => {
    await type(post, 'lamp]', 'lamp, ]');
    const at = findPosition(post.document, 'lamp, ]').translate(0, 'lamp, '.length);
    const editor = await window.showTextDocument(post.document);
    await putCaret(editor, at);
    await commands.executeCommand('editor.action.triggerSuggest');
    await (await getWindow()).locator('.suggest-widget').getByText('how it works').first().waitFor();
    await takeScreenshot('front-matter-tags');
    await commands.executeCommand('hideSuggestWidget');
  });

  it('a hover in front matter says what a key means and who has a value', async () => {
    await askProviders<Hover[]>(
      'the key is explained',
      'vscode.executeHoverProvider',
      [post.uri, findPosition(post.document, 'tags').translate(0, 1)],
      matchesHover(/Tags of the post/),
    );
    await askProviders<Hover[]>(
      'the tag is counted',
      'vscode.executeHoverProvider',
      [post.uri, findPosition(post.document, 'lamp]').translate(0, 1)],
      matchesHover(/is in \d of the other \d+ posts/),
    );
  });

  it('renames a tag in all posts, and finds its uses', async () => {
    const at = findPosition(post.document, 'lamp]').translate(0, 1);
    const places = await askProviders<Location[]>(
      'posts with the tag are found',
      'vscode.executeReferenceProvider',
      [post.uri, at],
      (all) => all.length > 3,
    );
    assert.ok(places.some(({ uri }) => uri.path.endsWith('how-the-lamp-works.md')));
    const edit = await askProviders<WorkspaceEdit>(
      'an edit comes',
      'vscode.executeDocumentRenameProvider',
      [post.uri, at, 'light'],
      (found) => found.size > 2,
    );
    assert.ok(await workspace.applyEdit(edit));
    const other = places.find(({ uri }) => uri.path.endsWith('how-the-lamp-works.md'))!.uri;
    assert.match((await workspace.openTextDocument(other)).getText(), /^tags: \[light, how it works\]$/m);
    const back = await askProviders<WorkspaceEdit>(
      'the way back',
      'vscode.executeDocumentRenameProvider',
      [post.uri, findPosition(post.document, 'light]').translate(0, 1), 'lamp'],
      (found) => found.size > 2,
    );
    assert.ok(await workspace.applyEdit(back));
    await workspace.saveAll();
  });

  it('workspace symbols find posts by title and tags by name from anywhere', async () => {
    await askProviders<SymbolInformation[]>(
      'the post is found',
      'vscode.executeWorkspaceSymbolProvider',
      ['Bread in a gale'],
      (all) => all.some(({ name }) => name === 'Bread in a gale'),
    );
    await askProviders<SymbolInformation[]>(
      'the tag is found',
      'vscode.executeWorkspaceSymbolProvider',
      ['gannets'],
      (all) => all.some(({ name, containerName }) => name === 'gannets' && containerName.startsWith('tags')),
    );
  });

  it('a code action adds the keys that other posts have', async () => {
    const at = findPosition(post.document, 'title');
    const actions = await askProviders<CodeAction[]>(
      'the action is offered',
      'vscode.executeCodeActionProvider',
      [post.uri, new Range(at, at)],
      (all) => all.some(({ title }) => title.startsWith('Add the key')),
    );
    const action = actions.find(({ title }) => title.startsWith('Add the key'))!;
    assert.ok(action.edit && (await workspace.applyEdit(action.edit)));
    assert.match(post.document.getText(), /^categories: \[\]$/m);
  });
});
