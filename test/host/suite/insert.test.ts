import { strict as assert } from 'node:assert';
import { commands, Selection, window, workspace } from 'vscode';
import type { Uri } from 'vscode';
import type { OpenPost } from './posts.js';
import { closeEverything, openDraft, positionOf } from './posts.js';
import { fileUri, screenshot, until, window as codeWindow } from './support.js';

/** Selects a text of a post, or puts the caret behind it. */
function select({ document, editor }: OpenPost, text: string, what: 'text' | 'behind'): void {
  const start = positionOf(document, text);
  const end = document.positionAt(document.offsetAt(start) + text.length);
  editor.selection = new Selection(what === 'text' ? start : end, end);
}

/** Pastes a text as a writer does: only the real keys ask VS Code's and Galley's providers. */
async function paste(text: string): Promise<void> {
  const page = await codeWindow();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await page.evaluate(writeToClipboard, text);
  await page.keyboard.press('Control+V');
}

/** Runs in VS Code's window. */
function writeToClipboard(text: string): Promise<void> {
  return (globalThis as unknown as { navigator: { clipboard: { writeText(text: string): Promise<void> } } }).navigator.clipboard.writeText(text);
}

/** Runs in VS Code's window: copies a picture of one dot. */
async function copyPicture(): Promise<void> {
  const window = globalThis as unknown as { ClipboardItem: new (items: object) => object; navigator: { clipboard: { write(items: object[]): Promise<void> } } };
  const bytes = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), (sign) => sign.charCodeAt(0));
  await window.navigator.clipboard.write([new window.ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })]);
}

describe('Galley: inserting', () => {
  let created: Uri | undefined;
  afterEach(async () => {
    await closeEverything(...(created ? [created] : []));
    created = undefined;
  });
  let drafts = 0;
  const draft = async (text: string): Promise<OpenPost> => {
    const post = await openDraft(`insert-${++drafts}.md`, text);
    created = post.uri;
    return post;
  };

  it('adds a footnote with the caret in its note, goes back at the second call, and is undone at once', async () => {
    const post = await draft('---\ntitle: T\n---\n\nOne two.\n');
    select(post, 'One', 'behind');
    await commands.executeCommand('galley.insertFootnote');
    assert.equal(post.document.getText(), '---\ntitle: T\n---\n\nOne[^1] two.\n\n[^1]: \n');
    assert.deepEqual([post.editor.selection.active.line, post.editor.selection.active.character], [6, 6]);
    await post.editor.edit((edit) => edit.insert(post.editor.selection.active, 'Note.'));
    await commands.executeCommand('galley.insertFootnote');
    assert.deepEqual([post.editor.selection.active.line, post.editor.selection.active.character], [4, 7]);
    await commands.executeCommand('undo');
    await commands.executeCommand('undo');
    assert.equal(post.document.getText(), '---\ntitle: T\n---\n\nOne two.\n');
  });

  it('links to a post chosen by its title', async () => {
    const post = await draft('---\ntitle: T\n---\n\nSee that.\n');
    select(post, 'that', 'text');
    const page = await codeWindow();
    const running = commands.executeCommand('galley.insertLink');
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.first().waitFor();
    await page.locator('.quick-input-widget input[type=text]').fill('gannets');
    await until('one post is left', async () => (await rows.count()) === 1);
    if (process.env['GALLEY_SCREENSHOTS']) await screenshot('insert-link');
    await page.keyboard.press('Enter');
    await running;
    assert.match(post.document.getText(), /^See \[that\]\((?:\{% post_url 2024-02-09-counting-gannets %\}|\S+gannets\S*)\)\.$/m);
  });

  it('pastes a URL over words as a reference where the post has references', async () => {
    const post = await draft('---\ntitle: T\n---\n\nSee [a][1] and words.\n\n[1]: https://example.com\n');
    select(post, 'words', 'text');
    await paste('https://example.org/there');
    await until('the paste is a reference', () => post.document.getText().includes('[words][2]'));
    assert.equal(post.document.getText(), '---\ntitle: T\n---\n\nSee [a][1] and [words][2].\n\n[1]: https://example.com\n[2]: https://example.org/there\n');
    await commands.executeCommand('undo');
    assert.match(post.document.getText(), / words\./);
  });

  it('puts a pasted image where the posts have theirs, named after the post, and undo takes both back', async () => {
    const post = await openDraft('grey-seal.md', '---\ntitle: T\n---\n\nHere\n');
    created = post.uri;
    select(post, 'Here', 'text');
    const page = await codeWindow();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await page.evaluate(copyPicture);
    await page.keyboard.press('Control+V');
    await until('the image is there', () => /!\[Here\]\(.*assets\/.*grey-seal\.png.*\)/.test(post.document.getText()));
    const file = fileUri('assets/grey-seal.png');
    await until('the file is there', async () => (await workspace.fs.stat(file)).size > 0);
    await until('undo takes the file back, once VS Code has done with pasting', async () => {
      await commands.executeCommand('workbench.action.focusActiveEditorGroup');
      await commands.executeCommand('undo');
      return workspace.fs.stat(file).then(() => false, () => true);
    });
    assert.match(post.document.getText(), /\nHere\n$/);
  });

  it('leaves a pasted URL to VS Code where the post links in its sentences', async () => {
    const post = await draft('---\ntitle: T\n---\n\nSee [a](https://example.com) and words.\n');
    select(post, 'words', 'text');
    await paste('https://example.org/there');
    await until('something is pasted', () => post.document.getText().includes('example.org'));
    assert.doesNotMatch(post.document.getText(), /\]: /);
    assert.equal(window.activeTextEditor?.document, post.document);
    assert.equal(workspace.textDocuments.some(({ uri }) => uri.path.endsWith('/assets/image.png')), false);
  });
});
