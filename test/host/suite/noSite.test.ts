import { strict as assert } from 'node:assert';
import type { Uri } from 'vscode';
import { commands, window } from 'vscode';
import { closeEverything } from './posts.js';
import { diagnostics, openFile, until, window as codeWindow, writeFile } from './support.js';

describe('A folder without a site', () => {
  it('has its references checked all the same', async () => {
    const uri = await writeFile('reading.md', '# Reading\n\nThe [first][one] and the [second][two].\n\n[one]: https://example.com/\n');
    const { document } = await openFile('reading.md');
    const [found] = await diagnostics(uri, (all) => all.length === 1);
    assert.equal(document.getText(found!.range), '[second][two]');
    await closeEverything(uri);
  });

  it('gets a new file, or a sentence that says what to do', async () => {
    const running = commands.executeCommand<Uri | undefined>('galley.newPost');
    const page = await codeWindow();
    const sentence = page.getByText('Galley found no folder for posts in this workspace.');
    const box = page.locator('.quick-input-widget input[type=text]');
    await until('there is a question or an answer', async () => (await sentence.count()) > 0 || (await box.isVisible()));
    if (await box.isVisible()) {
      await box.fill('Packing list');
      await page.getByText(/Creates .*packing-list\.md/).first().waitFor();
      await page.keyboard.press('Enter');
      const uri = await running;
      assert.equal(window.activeTextEditor?.document.uri.path, uri?.path);
      await closeEverything(uri!);
    }
    await commands.executeCommand('notifications.clearAll');
  });
});
