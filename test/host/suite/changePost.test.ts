import { strict as assert } from 'node:assert';
import type { Uri } from 'vscode';
import { commands, workspace } from 'vscode';
import { closeEverything, openDraft, untilSaid } from './posts.js';
import { takeScreenshot, until, getWindow } from './support.js';

const text = '---\ntitle: Fog  # thick\nlayout: post\n---\n\nFog.\n';

async function readText(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

describe('Galley: changing a post', () => {
  const created: Uri[] = [];
  afterEach(async () => {
    await closeEverything();
    for (const uri of created.splice(0)) await workspace.fs.delete(uri).then(undefined, () => {});
  });

  it('unpublishing a post says why it changes nothing', async () => {
    const { uri } = await openDraft('haze.md', text);
    created.push(uri);
    assert.equal(await commands.executeCommand('galley.unpublish'), undefined);
    await untilSaid('_drafts/haze.md is not on the site already.');
    assert.equal(await readText(uri), text);
  });

  it('renames a post by its title and shows its new path meanwhile', async () => {
    const { uri } = await openDraft('smoke.md', text);
    const page = await getWindow();
    const running = commands.executeCommand<Uri | undefined>('galley.renamePost');
    const box = page.locator('.quick-input-widget input[type=text]');
    await box.waitFor();
    await until('the title is there', async () => (await box.inputValue()) === 'Fog');
    await box.fill('Smoke and mirrors');
    await page.getByText('_drafts/smoke-and-mirrors.md').first().waitFor();
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('rename-post');
    await page.keyboard.press('Enter');
    const renamed = await running;
    created.push(uri, renamed!);
    assert.match(renamed?.path ?? '', /\/_drafts\/smoke-and-mirrors\.md$/);
    assert.equal(await readText(renamed!), text.replace('Fog  #', 'Smoke and mirrors  #'));
  });

  it('renaming a post updates the links of other posts once the writer has agreed', async () => {
    const target = await openDraft('../_posts/2024-03-03-squall.md', text);
    const { uri } = await openDraft(
      'about-squalls.md',
      '---\ntitle: S\n---\n\nSee [it]({% post_url 2024-03-03-squall %}).\n',
    );
    const link = await workspace.openTextDocument(uri);
    await until('the post is known', async () => {
      const places = await commands.executeCommand<unknown[]>(
        'vscode.executeDefinitionProvider',
        uri,
        link.positionAt(link.getText().indexOf('squall %')),
      );
      return places.length > 0;
    });
    const running = commands.executeCommand<Uri | undefined>('galley.renamePost', target.uri, 'Squall line');
    const page = await getWindow();
    await page.getByText('Update Links').first().waitFor();
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('rename-links');
    await page.keyboard.press('Enter');
    const renamed = await running;
    created.push(uri, target.uri, ...(renamed ? [renamed] : []));
    assert.match(renamed?.path ?? '', /2024-03-03-squall-line\.md$/);
    assert.match(link.getText(), /post_url 2024-03-03-squall-line %/);
    assert.match(await readText(renamed!), /title: Squall line/);
  });
});
