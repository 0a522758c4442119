import { strict as assert } from 'node:assert';
import { commands } from 'vscode';
import type { Uri } from 'vscode';
import type { OpenPost } from './posts.js';
import { closeEverything, openDraft, selectText } from './posts.js';
import { takeScreenshot, until, getWindow } from './support.js';

describe('Galley: inserting', () => {
  let created: Uri | undefined;
  afterEach(async () => {
    await closeEverything(...(created ? [created] : []));
    created = undefined;
  });
  let drafts = 0;
  const createDraft = async (text: string): Promise<OpenPost> => {
    const post = await openDraft(`insert-${++drafts}.md`, text);
    created = post.uri;
    return post;
  };

  it('inserting a footnote puts the caret in the note, goes back at the second call, and is undone at once', async () => {
    const post = await createDraft('---\ntitle: T\n---\n\nOne two.\n');
    await selectText(post, 'One', 'behind');
    await commands.executeCommand('galley.insertFootnote');
    assert.equal(post.document.getText(), '---\ntitle: T\n---\n\nOne[^1] two.\n\n[^1]: \n');
    assert.deepEqual([post.editor.selection.active.line, post.editor.selection.active.character], [6, 6]);
    await post.editor.edit((edit) => edit.insert(post.editor.selection.active, 'Note.'));
    await commands.executeCommand('galley.insertFootnote');
    assert.deepEqual([post.editor.selection.active.line, post.editor.selection.active.character], [4, 7]);
    await commands.executeCommand('undo');
    await commands.executeCommand('undo');
    await until('all is as before', () => post.document.getText() === '---\ntitle: T\n---\n\nOne two.\n');
  });

  it('inserts a link to a post chosen by its title', async () => {
    const post = await createDraft('---\ntitle: T\n---\n\nSee that.\n');
    await selectText(post, 'that', 'text');
    const page = await getWindow();
    const running = commands.executeCommand('galley.insertLink');
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.first().waitFor();
    await page.locator('.quick-input-widget input[type=text]').fill('gannets');
    await until('one post is left', async () => (await rows.count()) === 1);
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('insert-link');
    await page.keyboard.press('Enter');
    await running;
    assert.match(
      post.document.getText(),
      /^See \[that\]\((?:\{% post_url 2024-02-09-counting-gannets %\}|\S+gannets\S*)\)\.$/m,
    );
  });
});
