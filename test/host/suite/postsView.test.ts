import { strict as assert } from 'node:assert';
import { commands, LanguageModelTextPart, lm, window, workspace } from 'vscode';
import { closeEverything, openPost } from './posts.js';
import { toFileUri, takeScreenshot, until, getWindow, writeFile } from './support.js';
import { dragOnto } from './transferring.js';

/** The rows of the Posts view that are in sight. */
async function listRows(): Promise<string[]> {
  const page = await getWindow();
  const labels = await page.locator('.pane-body .tree-explorer-viewlet-tree-view .monaco-list-row').allInnerTexts();
  return labels.map((label) => label.replace(/\s+/g, ' ').trim());
}

/** What a tool for language models answers. */
async function invokeTool(tool: string, input: object): Promise<string> {
  const { content } = await lm.invokeTool(tool, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof LanguageModelTextPart ? part.value : '')).join('');
}

/** The file name of the post with a slug; undefined while there is none. */
async function findPublished(slug: string): Promise<string | undefined> {
  const names = (await workspace.fs.readDirectory(toFileUri('_posts'))).map(([name]) => name);
  return names.find((name) => name.endsWith(`-${slug}.md`));
}

describe('Galley: the Posts view', () => {
  before(async () => {
    await commands.executeCommand('galley.posts.focus');
  });
  afterEach(async () => {
    await commands.executeCommand('galley.filterPosts', '');
    await commands.executeCommand('galley.groupPosts', 'state');
    await closeEverything();
  });

  it('the Posts view lists drafts and published posts with their days', async () => {
    const found = await until('the posts are listed', async () => {
      const all = await listRows();
      return all.some((row) => row.startsWith('Published')) && all;
    });
    assert.match(found[0]!, /^Drafts ?\d/);
    assert.ok(
      found.some((row) => /Counting.*2024-02-09/i.test(row)),
      found.join(' | '),
    );
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('posts-view');
  });

  it('the Posts view can be filtered by words and grouped by years', async () => {
    await commands.executeCommand('galley.filterPosts', 'gannets');
    await until(
      'one post is left',
      async () => (await listRows()).filter((row) => /\d{4}-\d\d-\d\d/.test(row)).length === 1,
    );
    await commands.executeCommand('galley.filterPosts', '');
    await commands.executeCommand('galley.groupPosts', 'year');
    await until('there are years', async () => (await listRows()).some((row) => /^2024 ?\d/.test(row)));
  });

  it('language models can list the posts and check one', async () => {
    const posts = await invokeTool('galley_posts', { query: 'gannets' });
    assert.match(posts, /^1 of \d+ posts\n\{"path":"_posts\/2024-02-09-counting-gannets\.md"/);
    assert.match(
      await invokeTool('galley_check', { path: '_drafts/a-post-with-everything-wrong.md' }),
      /^\d+ problems\n\d+:\d+ [a-z-]+: /,
    );
  });

  it('the walkthrough introduces the Posts view in four steps', async () => {
    await commands.executeCommand('workbench.action.openWalkthrough', 'galley.galley#start');
    const page = await getWindow();
    await page.locator('.getting-started-step').nth(3).waitFor();
    assert.equal(await page.locator('.getting-started-step').count(), 4);
    await page.frameLocator('.getting-started-media iframe').frameLocator('iframe').locator('svg').first().waitFor();
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('walkthrough');
  });

  it('the Posts view groups the posts with problems: of open ones at first, of all on request', async () => {
    const page = await getWindow();
    const findRow = (text: string | RegExp) =>
      page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: text }).first();
    await openPost('_drafts/a-post-with-everything-wrong.md');
    // VS Code does not open a group if it draws the rows again during the click.
    await until('the group is open', async () => {
      await findRow(/^With Problems ?1$/).click();
      return until('its rows are there', async () => (await findRow('Check All Posts').count()) > 0, 5000);
    });
    await findRow('Check All Posts').click();
    await until('all are checked', async () => (await findRow('Check All Posts').count()) === 0);
    const uri = await writeFile('_drafts/one-more-problem.md', '---\ntitle: One more problem\n---\n[a][b]\n');
    await findRow(/^With Problems ?[2-9]/).waitFor();
    await findRow('One more problem').click();
    await until('the post is open', () => window.activeTextEditor?.document.uri.path === uri.path);
    await closeEverything();
    await workspace.fs.delete(uri);
    await until('it is gone', async () => (await findRow('One more problem').count()) === 0);
    await commands.executeCommand('workbench.action.closePanel');
  });

  it('a draft is published when it is dragged to the published posts', async () => {
    const page = await getWindow();
    const findRow = (text: string | RegExp) =>
      page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: text }).first();
    const uri = await writeFile('_drafts/dragged.md', '---\ntitle: Dragged\n---\n');
    await findRow('Dragged').waitFor();
    // VS Code drops nothing if it draws the rows again meanwhile.
    const name = await until('it is published', async () => {
      await dragOnto(findRow('Dragged'), findRow(/^Published/));
      return until('the drag has an effect', () => findPublished('dragged'), 5000);
    });
    const document = await until('it is shown', () => {
      const shown = window.activeTextEditor?.document;
      return shown?.uri.path.endsWith(name) && !shown.isDirty && shown;
    });
    await closeEverything(document.uri);
    await until('the draft is gone', () =>
      workspace.fs.stat(uri).then(
        () => false,
        () => true,
      ),
    );
  });

  it('the Posts view says that the configuration cannot be read', async () => {
    const page = await getWindow();
    const before = await workspace.fs.readFile(toFileUri('_config.yml'));
    await writeFile('_config.yml', 'title: [');
    await page.getByText(/^_config\.yml cannot be read, so the site is not built\./).waitFor();
    await workspace.fs.writeFile(toFileUri('_config.yml'), before);
    await until('it is repaired', async () => (await page.getByText(/^_config\.yml cannot be read/).count()) === 0);
  });

  it('the Posts view follows the editor and the files', async () => {
    await openPost('_posts/2024-02-09-counting-gannets.md');
    const page = await getWindow();
    await until('the post is selected', async () =>
      /Counting/i.test(
        (await page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row.selected').allInnerTexts()).join(),
      ),
    );
    const uri = await writeFile('_drafts/a-brand-new-thought.md', '---\ntitle: A brand-new thought\n---\n');
    await until('the new draft is listed', async () =>
      (await listRows()).some((row) => row.startsWith('A brand-new thought')),
    );
    await workspace.fs.delete(uri);
    await until('it is gone', async () => !(await listRows()).some((row) => row.startsWith('A brand-new thought')));
  });
});
