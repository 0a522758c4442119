import { strict as assert } from 'node:assert';
import type { Hover, Uri, WorkspaceEdit } from 'vscode';
import { commands, workspace } from 'vscode';
import { closeEverything, fromProviders, openPost, positionOf, type } from './posts.js';
import { diagnostics, screenshot, webview } from './support.js';

const guide = 'collections/_news/2019-06-18-guide-for-observers.md';

describe('A newsroom that keeps its posts in a collection and numbers its notes by hand', () => {
  afterEach(() => closeEverything());

  it('is told which mark has no note', async () => {
    const post = await openPost(guide);
    await diagnostics(post.uri, (all) => all.length === 0);
    await type(post, 'then what you were told.', 'then what you were told.<sup>2</sup>');
    const [found] = await diagnostics(post.uri, (all) => all.length === 1);
    assert.equal(post.document.getText(found!.range), '<sup>2</sup>');
  });

  it('reads a note in a hover on its mark', async () => {
    const post = await openPost(guide);
    const at = positionOf(post.document, '<sup>1</sup>').translate(0, 5);
    await fromProviders<Hover[]>('a hover says the note', 'vscode.executeHoverProvider', [post.uri, at], (all) =>
      all.some(({ contents }) =>
        contents.some((content) =>
          (typeof content === 'string' ? content : content.value).includes('both sides of the lid'),
        ),
      ),
    );
  });

  it('renames a definition with its references', async () => {
    const post = await openPost(guide);
    const before = post.document.getText();
    const at = positionOf(post.document, '[link1]').translate(0, 2);
    const edit = await fromProviders<WorkspaceEdit>(
      'an edit comes',
      'vscode.executeDocumentRenameProvider',
      [post.uri, at, 'guide-pdf'],
      (found) => found.size > 0,
    );
    assert.ok(await workspace.applyEdit(edit));
    assert.equal(post.document.getText(), before.replaceAll('[link1]', '[guide-pdf]'));
  });

  it('sees its post as readers will, at its address', async () => {
    await openPost(guide);
    await commands.executeCommand('galley.openPreview');
    const frame = await webview();
    await frame.locator('article table').waitFor();
    assert.equal(await frame.locator('h1').innerText(), 'A Short Guide for Observers: What to Write Down, and When');
    assert.equal(await frame.locator('.galley-url').innerText(), '/news/guide-for-observers.html');
    if (process.env['GALLEY_SCREENSHOTS']) await screenshot('newsroom');
  });

  it('begins a new post in the collection as its siblings begin', async () => {
    const uri = await commands.executeCommand<Uri | undefined>('galley.newPost', {
      place: 'news',
      title: 'Second count ends',
    });
    assert.match(uri?.path ?? '', /\/collections\/_news\/\d{4}-\d\d-\d\d-second-count-ends\.md$/);
    const text = new TextDecoder().decode(await workspace.fs.readFile(uri!));
    assert.match(text, /^---\n[^]*title: [^]*Second count ends[^]*category:[^]*---\n/);
    await closeEverything(uri!);
  });
});
