import { strict as assert } from 'node:assert';
import type { Uri } from 'vscode';
import { commands, window } from 'vscode';
import { closeEverything, untilSaid } from './posts.js';
import {
  untilDiagnostics,
  toFileUri,
  openFile,
  takeScreenshot,
  until,
  getWindow,
  listWorkbenchProblems,
  writeFile,
} from './support.js';

describe('A folder without a site', () => {
  it('references are checked in a folder without a site', async () => {
    const uri = await writeFile(
      'reading.md',
      '# Reading\n\nThe [first][one] and the [second][two].\n\n[one]: https://example.com/\n',
    );
    const { document } = await openFile('reading.md');
    const [found] = await untilDiagnostics(uri, (all) => all.length === 1);
    assert.equal(document.getText(found!.range), '[second][two]');
    await closeEverything(uri);
  });

  it('inserting a component says that a folder without a site has none', async () => {
    const uri = await writeFile('empty.md', '# Empty\n');
    await openFile('empty.md');
    await commands.executeCommand('galley.insertComponent');
    await untilSaid('The site has no includes or shortcodes.');
    await closeEverything(uri);
  });

  it('a new post in a folder without a site is created, or a message says what to do', async () => {
    const running = commands.executeCommand<Uri | undefined>('galley.newPost');
    const page = await getWindow();
    const sentence = page.getByText('Galley found no folder for posts in this workspace.');
    const box = page.locator('.quick-input-widget input[type=text]');
    await until(
      'there is a question or an answer',
      async () => (await sentence.count()) > 0 || (await box.isVisible()),
    );
    if (await box.isVisible()) {
      await box.fill('Packing list');
      await page
        .getByText(/Creates .*packing-list\.md/)
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      const uri = await running;
      assert.equal(window.activeTextEditor?.document.uri.path, uri?.path);
      await closeEverything(uri!);
    }
    await commands.executeCommand('notifications.clearAll');
  });

  it('the Posts view shows a welcome without a site, until there is a post', async () => {
    await closeEverything(toFileUri('a-first-note.md'));
    await commands.executeCommand('galley.posts.focus');
    const page = await getWindow();
    const welcome = page.locator('.part.sidebar .welcome-view');
    await welcome.getByText('There is no site and no Markdown in this folder.').waitFor();
    assert.deepEqual(await welcome.getByRole('button').allInnerTexts(), ['Open Folder', 'New Post']);
    assert.deepEqual(await listWorkbenchProblems('.part.sidebar .welcome-view'), []);
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('posts-welcome-no-site');
    const config = await writeFile('_config.yml', 'title: A new log\n');
    const posts = await writeFile('_posts/.keep', '');
    await welcome.getByText('This site has no posts yet.').waitFor();
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('posts-welcome-no-posts');
    const uri = await writeFile('_posts/2024-01-01-first.md', '---\ntitle: The very first\n---\n');
    await page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: 'The very first' }).waitFor();
    assert.equal(await welcome.isVisible(), false);
    await closeEverything(uri, posts, config, toFileUri('_posts'));
  });
});
