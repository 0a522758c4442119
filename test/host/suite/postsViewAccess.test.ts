import { strict as assert } from 'node:assert';
import type { Locator, Page } from 'playwright-core';
import type { Uri } from 'vscode';
import { commands, ConfigurationTarget, window, workspace } from 'vscode';
import { closeEverything, openPost } from './posts.js';
import { toFileUri, takeScreenshot, until, getWindow, listWorkbenchProblems, writeFile } from './support.js';

/** VS Code's own class of a label that it colours because there are problems in the file. */
const problemColour = 'monaco-decoration-itemColor';
const tree = '.tree-explorer-viewlet-tree-view';

/** What Axe finds in one part and not in another, which VS Code fills by itself. */
async function listOwnProblems(part: string, likewise: readonly { readonly id: string }[]): Promise<string[]> {
  const problems: string[] = [];
  for (const { id, targets } of await listWorkbenchProblems(part)) {
    if (likewise.some((each) => each.id === id)) continue;
    for (const target of targets) {
      const isTheirs =
        id === 'label-content-name-mismatch'
          ? await isCalledAsItReads(target)
          : id === 'color-contrast' && target.includes(problemColour);
      if (!isTheirs) problems.push(`${id}: ${target}`);
    }
  }
  return problems;
}

/**
 * Whether a row is called as it reads. VS Code puts no white space between label and description, which Axe takes for
 * another name.
 */
async function isCalledAsItReads(target: string): Promise<boolean> {
  const element = (await getWindow()).locator(target);
  const [name, text] = [(await element.getAttribute('aria-label')) ?? '', await element.innerText()].map((each) =>
    each.replace(/\s/g, ''),
  );
  return name!.startsWith(text!.replace(/\d+$/, ''));
}

/** The rules that the question of a command breaks; it is not answered. */
async function listQuestionProblems(page: Page, command: string): Promise<string[]> {
  const running = commands.executeCommand(command);
  const found = await listWorkbenchProblems('.quick-input-widget');
  await page.keyboard.press('Escape');
  await running;
  return found.map(({ id }) => id);
}

/** The first row with a text. */
function findRowIn(page: Page, text: string): Locator {
  return page.locator(`${tree} .monaco-list-row`, { hasText: text }).first();
}

async function listNames(folder: string): Promise<string[]> {
  return (await workspace.fs.readDirectory(toFileUri(folder))).map(([name]) => name).sort();
}

async function readText(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

describe('Galley: the Posts view for everybody', () => {
  const created: Uri[] = [];
  let page: Page;
  const findRow = (text: string): Locator => findRowIn(page, text);
  const readFocusedRow = (): Promise<string> =>
    page.locator(`${tree} .monaco-list-row.focused .monaco-icon-label-container`).innerText();

  before(async () => {
    page = await getWindow();
    await commands.executeCommand('galley.posts.focus');
  });
  afterEach(async () => {
    await closeEverything();
    for (const uri of created.splice(0)) await workspace.fs.delete(uri).then(undefined, () => {});
  });

  it('the Posts view breaks no rule of accessibility that VS Code keeps itself', async function () {
    this.timeout(90_000);
    await openPost('_drafts/a-post-with-everything-wrong.md');
    await commands.executeCommand('workbench.view.explorer');
    const explorer = await listWorkbenchProblems('.part.sidebar');
    await commands.executeCommand('galley.posts.focus');
    await page.locator(`${tree} .monaco-list-row`).first().waitFor();
    await findRow('With Problems').waitFor();
    assert.deepEqual(await listOwnProblems('.part.sidebar', explorer), []);
    await commands.executeCommand('galley.filterPosts', 'gannets');
    await page.getByText('“gannets”: 1 of').waitFor();
    assert.deepEqual(await listOwnProblems('.part.sidebar', explorer), []);
    await commands.executeCommand('galley.filterPosts', '');
  });

  it('questions of the Posts view are accessible', async () => {
    const own = new Set([
      ...(await listQuestionProblems(page, 'workbench.action.gotoLine')),
      ...(await listQuestionProblems(page, 'workbench.action.selectTheme')),
    ]);
    for (const command of ['galley.newPost', 'galley.newDraft', 'galley.filterPosts', 'galley.groupPosts']) {
      assert.deepEqual(
        (await listQuestionProblems(page, command)).filter((id) => !own.has(id)),
        [],
        command,
      );
    }
  });

  it('the walkthrough is accessible', async () => {
    const steps = page.locator('.gettingStartedContainer .getting-started-step');
    await commands.executeCommand('workbench.action.openWalkthrough', 'SetupWeb');
    await steps.first().waitFor();
    const own = await listWorkbenchProblems('.gettingStartedContainer');
    await closeEverything();
    await commands.executeCommand('workbench.action.openWalkthrough', 'galley.galley#start');
    await steps.filter({ hasText: 'Read It as Your Readers Will' }).waitFor();
    assert.deepEqual(await listOwnProblems('.gettingStartedContainer', own), []);
  });

  it('the Posts view can be used by keyboard: arrows, Enter, and the menu of a row', async () => {
    await commands.executeCommand('galley.posts.focus');
    await page.locator(`${tree} .monaco-list`).focus();
    await page.keyboard.press('Home');
    await until(
      'the first group has the focus',
      async () => (await readFocusedRow()).startsWith('Drafts') || (await readFocusedRow()).startsWith('With Problems'),
    );
    for (let row = await readFocusedRow(); !row.startsWith('What the tide brings'); row = await readFocusedRow()) {
      await page.keyboard.press('ArrowDown');
      await until('the next row has the focus', async () => (await readFocusedRow()) !== row);
    }
    await page.keyboard.press('Enter');
    await until('the post is open', () =>
      window.activeTextEditor?.document.getText().includes('title: What the tide brings'),
    );
    await commands.executeCommand('galley.posts.focus');
    await page.locator(`${tree} .monaco-list`).focus();
    await page.keyboard.press('Shift+F10');
    const menu = page.locator('.monaco-menu .action-label');
    await menu.first().waitFor();
    const labels = (await menu.allInnerTexts()).filter((label) => label.trim() !== '');
    assert.deepEqual(labels, [
      'Open Live Preview',
      'Open on Site',
      'Publish',
      'Schedule…',
      'Set Date to Now',
      'Rename Post…',
      'Duplicate Post…',
      'Copy URL',
    ]);
    await page.keyboard.press('Escape');
  });

  it('the Posts view publishes the selected posts as one step, which undo reverts', async () => {
    const texts = [
      '---\ntitle: Selected first\n---\n',
      '---\ntitle: Selected second\n---\nSee [it]({% link _drafts/selected-first.md %}).\n',
    ];
    const drafts = [
      await writeFile('_drafts/selected-first.md', texts[0]!),
      await writeFile('_drafts/selected-second.md', texts[1]!),
    ];
    created.push(...drafts);
    await findRow('Selected second').waitFor();
    await until('both are selected', async () => {
      await findRow('Selected first').click();
      await findRow('Selected second').click({ modifiers: ['Control'] });
      return (await page.locator(`${tree} .monaco-list-row.selected`, { hasText: 'Selected' }).count()) === 2;
    });
    await findRow('Selected second').click({ button: 'right' });
    const publish = page.locator('.monaco-menu .action-label', { hasText: /^Publish$/ });
    await publish.waitFor();
    // VS Code takes no clicks on a menu that has just come up.
    await until('the menu takes the click', async () => {
      if ((await publish.count()) > 0) await publish.click({ timeout: 1000 });
      return (await publish.count()) === 0;
    });
    const published = await until('both are published', async () => {
      const found = (await listNames('_posts')).filter((name) => name.includes('selected'));
      return found.length === 2 && found;
    });
    created.push(...published.map((name) => toFileUri(`_posts/${name}`)));
    const [first, second] = published.map((name) => toFileUri(`_posts/${name}`));
    await page.getByText('2 posts were changed.').first().waitFor();
    await until('the link follows', async () =>
      (await readText(second!)).includes(`{% link _posts/${published[0]} %}`),
    );
    assert.equal((await readText(first!)).includes('title: Selected first'), true);
    await window.showTextDocument(second!);
    await commands.executeCommand('undo');
    await until(
      'the drafts are back, and no posts',
      async () =>
        (await listNames('_drafts')).filter((name) => name.startsWith('selected')).length === 2 &&
        (await listNames('_posts')).every((name) => !name.includes('selected')),
    );
    for (const [index, uri] of drafts.entries()) {
      await until(`the text of ${uri.path} is back`, async () => {
        await (await workspace.openTextDocument(uri)).save();
        return (await readText(uri)) === texts[index];
      });
    }
  });

  it('the Posts view says in one message what was changed and what was not', async () => {
    const uris = [
      await writeFile('_drafts/one-of-two.md', '---\ntitle: One of two\n---\n'),
      toFileUri('_posts/2024-02-09-counting-gannets.md'),
    ];
    created.push(uris[0]!);
    const published = await commands.executeCommand<Uri>('galley.publish', uris[0], uris);
    created.push(published);
    const message = page.getByText('Left as before: 1.').first();
    await message.waitFor();
    assert.match(
      await message.innerText(),
      /Changed: 1\. Left as before: 1\. _posts\/2024-02-09-counting-gannets\.md is published already\./,
    );
    await commands.executeCommand('notifications.clearAll');
  });

  if (process.env['GALLEY_SCREENSHOTS'])
    it('the Posts view looks as it should', async function () {
      this.timeout(90_000);
      created.push(
        await writeFile(
          '_drafts/very-long.md',
          `---\ntitle: "${'A title that goes on and on about the tide and the fog and the boat and '.repeat(3)}"\n---\n[a][b]\n`,
        ),
      );
      created.push(await writeFile('_drafts/emoji.md', '---\ntitle: "🐟 Fish & chips 👩‍👩‍👧‍👦 😀"\n---\n'));
      created.push(await writeFile('_drafts/rtl.md', '---\ntitle: "مرحبا بالعالم: الضباب والبحر"\n---\n'));
      created.push(await writeFile('_posts/2099-01-01-later.md', '---\ntitle: Later\n---\n'));
      await openPost('_drafts/a-post-with-everything-wrong.md');
      await openPost('_drafts/very-long.md');
      await findRow('With Problems').waitFor();
      const themes = {
        vs: 'Default Light Modern',
        'vs-dark': 'Default Dark Modern',
        'hc-black': 'Default High Contrast',
        'hc-light': 'Default High Contrast Light',
      };
      for (const [name, theme] of Object.entries(themes)) {
        await workspace.getConfiguration('workbench').update('colorTheme', theme, ConfigurationTarget.Global);
        await page.locator(`.monaco-workbench.${name}`).waitFor();
        await takeScreenshot(`posts-${name}`);
      }
      await workspace.getConfiguration('workbench').update('colorTheme', undefined, ConfigurationTarget.Global);
    });
});
