import { strict as assert } from 'node:assert';
import type { Uri } from 'vscode';
import { commands, window, workspace } from 'vscode';
import { closeEverything, openPost } from './posts.js';
import { takeScreenshot, until, getWindow } from './support.js';

const titleBox = '.quick-input-widget input[type=text]';

describe('Galley: New Post', () => {
  let created: Uri | undefined;
  afterEach(async () => {
    await closeEverything(...(created ? [created] : []));
    created = undefined;
  });

  it('a new Jekyll post has the file that it needs and the caret where writing starts', async () => {
    created = await commands.executeCommand<Uri | undefined>('galley.newPost', {
      place: 'posts',
      title: 'The Third Gull: “Again”',
    });
    assert.match(created?.path ?? '', /\/_posts\/\d{4}-\d\d-\d\d-the-third-gull-again\.md$/);
    const editor = window.activeTextEditor;
    assert.equal(editor?.document.uri.path, created?.path);
    assert.match(editor!.document.getText(), /^---\n[^]*title: [^\n]*The Third Gull: “Again”[^]*\n---\n/);
    assert.equal(editor!.document.isDirty, false);
    await until('the caret is there', () => editor!.selection.active.line === editor!.document.lineCount - 1);
  });

  it('a new draft has no date in its name', async () => {
    created = await commands.executeCommand<Uri | undefined>('galley.newPost', {
      place: 'drafts',
      title: 'Half a thought',
    });
    assert.match(created?.path ?? '', /\/_drafts\/half-a-thought\.md$/);
  });

  it('a new post keeps an existing file of the same name and says so', async () => {
    created = await commands.executeCommand<Uri | undefined>('galley.newPost', { place: 'drafts', title: 'Once only' });
    await workspace.fs.writeFile(created!, new TextEncoder().encode('Written already.\n'));
    assert.equal(await commands.executeCommand('galley.newPost', { place: 'drafts', title: 'Once only' }), undefined);
    assert.equal(new TextDecoder().decode(await workspace.fs.readFile(created!)), 'Written already.\n');
    const page = await getWindow();
    await page.getByText('once-only.md exists already. Choose another title.').first().waitFor();
    await commands.executeCommand('notifications.clearAll');
  });

  it('a new post asks for its place and title, and shows the file name while the title is typed', async () => {
    const near = await openPost('_drafts/what-the-tide-brings.md');
    const page = await getWindow();
    const running = commands.executeCommand<Uri | undefined>('galley.newPost');
    await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
    const rows = await page.locator('.quick-input-list .monaco-list-row .label-name').allInnerTexts();
    assert.equal(rows[0], 'drafts', `the place nearest to ${near.uri.path} comes first: ${rows.join(', ')}`);
    await page.keyboard.press('Enter');
    await page.locator(titleBox).waitFor();
    await until(
      'the title is asked for',
      async () => (await page.locator(titleBox).getAttribute('placeholder')) === 'Title of the post',
    );
    await page.locator(titleBox).fill('What the ebb takes');
    await page.getByText('Creates _drafts/what-the-ebb-takes.md').first().waitFor();
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('new-post');
    await page.locator(titleBox).fill('What the tide brings');
    await page.getByText('_drafts/what-the-tide-brings.md exists already').first().waitFor();
    await page.locator(titleBox).fill('What the ebb takes');
    await page.getByText('Creates _drafts/what-the-ebb-takes.md').first().waitFor();
    await page.keyboard.press('Enter');
    created = await running;
    assert.match(created?.path ?? '', /\/_drafts\/what-the-ebb-takes\.md$/);
  });
});
