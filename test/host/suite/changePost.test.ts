import { strict as assert } from 'node:assert';
import type { Uri } from 'vscode';
import { commands, window, workspace } from 'vscode';
import { closeEverything, openDraft } from './posts.js';
import { fileUri, screenshot, until, window as codeWindow } from './support.js';

const text = '---\ntitle: Fog  # thick\nlayout: post\n---\n\nFog.\n';

async function names(folder: string): Promise<string[]> {
  return (await workspace.fs.readDirectory(fileUri(folder))).map(([name]) => name).sort();
}

async function contents(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

/** Undoes in the editor that has the focus until the files of a folder are as before. */
async function undoUntil(folder: string, before: readonly string[]): Promise<void> {
  await commands.executeCommand('undo');
  await until('the files are where they were', async () => (await names(folder)).join() === before.join());
}

describe('Galley: changing a post', () => {
  const created: Uri[] = [];
  afterEach(async () => {
    await closeEverything();
    for (const uri of created.splice(0)) await workspace.fs.delete(uri).then(undefined, () => {});
  });

  it('publishes a draft as one step, which undo takes back', async () => {
    const { uri } = await openDraft('fog.md', text);
    const before = [await names('_drafts'), await names('_posts')];
    const published = await commands.executeCommand<Uri | undefined>('galley.publish');
    created.push(uri, ...(published ? [published] : []));
    assert.match(published?.path ?? '', /\/_posts\/\d{4}-\d\d-\d\d-fog\.md$/);
    assert.match(await contents(published!), /^---\ntitle: Fog {2}# thick\ndate: [^\n]+\nlayout: post\n---\n\nFog\.\n$/);
    assert.equal(window.activeTextEditor?.document.uri.path, published?.path);
    assert.deepEqual(await names('_drafts'), before[0]!.filter((name) => name !== 'fog.md'));
    await undoUntil('_posts', before[1]!);
    await until('the draft is back', async () => (await names('_drafts')).join() === before[0]!.join());
    const document = await workspace.openTextDocument(uri);
    await document.save();
    assert.equal(await contents(uri), text);
  });

  it('takes a post back to the drafts, from the Explorer and without an editor', async () => {
    const { uri } = await openDraft('mist.md', text);
    const published = await commands.executeCommand<Uri>('galley.publish');
    created.push(uri, published);
    await closeEverything();
    const draft = await commands.executeCommand<Uri>('galley.unpublish', published);
    assert.equal(draft.path, uri.path);
    assert.equal(await contents(draft), text);
  });

  it('says why nothing is changed', async () => {
    const { uri } = await openDraft('haze.md', text);
    created.push(uri);
    assert.equal(await commands.executeCommand('galley.unpublish'), undefined);
    const page = await codeWindow();
    await page.getByText('_drafts/haze.md is not on the site already.').first().waitFor();
    await commands.executeCommand('notifications.clearAll');
    assert.equal(await contents(uri), text);
  });

  it('renames a post by its title and shows where it leads meanwhile', async () => {
    const { uri } = await openDraft('smoke.md', text);
    const page = await codeWindow();
    const running = commands.executeCommand<Uri | undefined>('galley.renamePost');
    const box = page.locator('.quick-input-widget input[type=text]');
    await box.waitFor();
    await until('the title is there', async () => (await box.inputValue()) === 'Fog');
    await box.fill('Smoke and mirrors');
    await page.getByText('_drafts/smoke-and-mirrors.md').first().waitFor();
    if (process.env['GALLEY_SCREENSHOTS']) await screenshot('rename-post');
    await page.keyboard.press('Enter');
    const renamed = await running;
    created.push(uri, renamed!);
    assert.match(renamed?.path ?? '', /\/_drafts\/smoke-and-mirrors\.md$/);
    assert.equal(await contents(renamed!), text.replace('Fog  #', 'Smoke and mirrors  #'));
  });

  it('takes the links of other posts along once the writer has agreed', async () => {
    const target = await openDraft('../_posts/2024-03-03-squall.md', text);
    const { uri } = await openDraft('about-squalls.md', '---\ntitle: S\n---\n\nSee [it]({% post_url 2024-03-03-squall %}).\n');
    const link = await workspace.openTextDocument(uri);
    await until('the post is known', async () => {
      const places = await commands.executeCommand<unknown[]>('vscode.executeDefinitionProvider', uri, link.positionAt(link.getText().indexOf('squall %')));
      return places.length > 0;
    });
    const running = commands.executeCommand<Uri | undefined>('galley.renamePost', target.uri, 'Squall line');
    const page = await codeWindow();
    await page.getByText('Update Links').first().waitFor();
    if (process.env['GALLEY_SCREENSHOTS']) await screenshot('rename-links');
    await page.keyboard.press('Enter');
    const renamed = await running;
    created.push(uri, target.uri, ...(renamed ? [renamed] : []));
    assert.match(renamed?.path ?? '', /2024-03-03-squall-line\.md$/);
    assert.match(link.getText(), /post_url 2024-03-03-squall-line %/);
    assert.match(await contents(renamed!), /title: Squall line/);
  });

  it('schedules, dates and duplicates', async () => {
    const { uri } = await openDraft('rain.md', text);
    const scheduled = await commands.executeCommand<Uri>('galley.schedule', uri, '2099-05-01 09:30');
    assert.match(scheduled.path, /\/_posts\/2099-05-01-rain\.md$/);
    assert.match(await contents(scheduled), /\ndate: 2099-05-01 09:30/);
    const copy = await commands.executeCommand<Uri>('galley.duplicatePost', scheduled, 'Rain again');
    assert.match(copy.path, /\/_drafts\/rain-again\.md$/);
    assert.equal(await contents(copy), text.replace('Fog  #', 'Rain again  #'));
    const dated = await commands.executeCommand<Uri>('galley.setDateToNow', scheduled);
    created.push(uri, scheduled, copy, dated);
    assert.match(dated.path, /\/_posts\/2\d{3}-\d\d-\d\d-rain\.md$/);
    assert.notEqual(dated.path, scheduled.path);
  });
});
