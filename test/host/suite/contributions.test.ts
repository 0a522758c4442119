import { strict as assert } from 'node:assert';
import { commands } from 'vscode';
import { until, getWindow } from './support.js';

/** What the Explorer offers on a folder of the workspace. */
async function readMenu(folder: string): Promise<string[]> {
  const page = await getWindow();
  await commands.executeCommand('workbench.view.explorer');
  await page
    .locator('.explorer-folders-view .monaco-list-row')
    .filter({ has: page.getByText(folder, { exact: true }) })
    .click({ button: 'right' });
  const items = page.locator('.monaco-menu .action-label');
  await items.first().waitFor();
  const labels = await items.allInnerTexts();
  await page.keyboard.press('Escape');
  await items.first().waitFor({ state: 'detached' });
  return labels;
}

describe('What Galley adds to VS Code', () => {
  it('the Explorer offers a new post on folders of posts and drafts, and on no other', async () => {
    for (const folder of ['_posts', '_drafts'])
      await until(`${folder} offers a new post`, async () => (await readMenu(folder)).includes('New Post'));
    const others = await readMenu('assets');
    assert.deepEqual(
      others.filter((label) => ['New Post', 'New Draft'].includes(label)),
      [],
    );
  });
});
