import { strict as assert } from 'node:assert';
import type { Uri } from 'vscode';
import { commands, workspace } from 'vscode';
import { closeEverything } from './posts.js';
import { toFileUri, takeScreenshot, until, getWindow, writeFile } from './support.js';

const titleBox = '.quick-input-widget input[type=text]';
/** No text in any encoding. */
const image = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff, 0xfe, 0xc3, 0x28]);

async function readText(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

async function isThere(path: string): Promise<boolean> {
  return workspace.fs.stat(toFileUri(path)).then(
    () => true,
    () => false,
  );
}

async function writeBytes(path: string, bytes: Uint8Array): Promise<void> {
  await workspace.fs.writeFile(toFileUri(path), bytes);
}

async function beginPost(place: string, title: string, language?: string): Promise<Uri | undefined> {
  return commands.executeCommand<Uri | undefined>('galley.newPost', {
    place,
    title,
    ...(language !== undefined && { language }),
  });
}

describe('Galley: a new post on a Hugo site', () => {
  let settings = '';
  const written: string[] = [];
  before(async () => {
    settings = await readText(toFileUri('hugo.toml'));
  });
  afterEach(async () => {
    await closeEverything();
    await commands.executeCommand('notifications.clearAll');
    await writeFile('hugo.toml', settings);
    for (const path of written.splice(0))
      await workspace.fs.delete(toFileUri(path), { recursive: true }).then(undefined, () => {});
  });

  it('a new post asks for the language where the site has several, and shows file and URL meanwhile', async () => {
    written.push('content/log/feu.fr.md', 'content/log/aube.fr.md');
    await writeFile('hugo.toml', `${settings}\n[languages.en]\n[languages.fr]\nlanguageName = "Français"\n`);
    const named = await until('the languages are known', () => beginPost('log', 'Feu', 'fr'));
    assert.match(named.path, /\/content\/log\/feu\.fr\.md$/);
    const page = await getWindow();
    const running = commands.executeCommand<Uri | undefined>('galley.newPost', { place: 'log' });
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.first().waitFor();
    assert.deepEqual(await rows.locator('.label-name').allInnerTexts(), ['English', 'Français']);
    assert.deepEqual(await rows.locator('.label-description').allInnerTexts(), ['en · default', 'fr']);
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('new-post-language');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until(
      'the title is asked for',
      async () => (await page.locator(titleBox).getAttribute('placeholder')) === 'Title of the post',
    );
    await page.locator(titleBox).fill('Aube');
    await page
      .getByText(/Creates content\/log\/aube\.fr\.md → \/log\/fr\//)
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    assert.match((await running)?.path ?? '', /\/content\/log\/aube\.fr\.md$/);
  });

  it('a new post has all files of an archetype folder, and one undo removes them', async () => {
    written.push('archetypes/trips', 'content/trips');
    await writeFile('archetypes/trips/index.md', '---\ntitle: "{{ .Name | title }}"\n---\n\n![Chart](img/chart.png)\n');
    await writeBytes('archetypes/trips/img/chart.png', image);
    await writeFile('content/trips/_index.md', '---\ntitle: Trips\n---\n');
    // The archetype may be known before the section that has its name.
    const made = await until('the section is known', async () => {
      const found = await beginPost('trips', 'To the isles');
      if (!found || found.path.endsWith('/content/trips/to-the-isles/index.md')) return found;
      await closeEverything();
      await workspace.fs.delete(toFileUri('content/log/to-the-isles'), { recursive: true });
      return undefined;
    });
    assert.match(await readText(made), /title: "To the isles"/);
    assert.deepEqual(
      Buffer.from(await workspace.fs.readFile(toFileUri('content/trips/to-the-isles/img/chart.png'))),
      Buffer.from(image),
    );
    await commands.executeCommand('undo');
    await until(
      'all of it is gone',
      async () =>
        !(await isThere('content/trips/to-the-isles/index.md')) &&
        !(await isThere('content/trips/to-the-isles/img/chart.png')),
    );
    assert.ok(await isThere('archetypes/trips/img/chart.png'));
  });

  it('a copy of a bundle has the bundle’s images, byte for byte', async () => {
    written.push('content/log/squalls', 'content/log/gales');
    const post = await writeFile('content/log/squalls/index.md', '---\ntitle: Squalls\n---\n![Chart](chart.png)\n');
    await writeBytes('content/log/squalls/chart.png', image);
    await writeBytes('content/log/gales/chart.png', new Uint8Array([1]));
    const copy = await until('the image is known', async () => {
      const found = await commands.executeCommand<Uri | undefined>('galley.duplicatePost', post, 'Mists');
      if (!found) return undefined;
      written.push('content/log/mists');
      return (await isThere('content/log/mists/chart.png'))
        ? found
        : await workspace.fs.delete(toFileUri('content/log/mists'), { recursive: true }).then(() => undefined);
    });
    assert.match(copy.path, /\/content\/log\/mists\/index\.md$/);
    assert.deepEqual(
      Buffer.from(await workspace.fs.readFile(toFileUri('content/log/mists/chart.png'))),
      Buffer.from(image),
    );
    await commands.executeCommand('undo');
    await until(
      'all of it is gone',
      async () => !(await isThere('content/log/mists/index.md')) && !(await isThere('content/log/mists/chart.png')),
    );
    assert.equal(await commands.executeCommand('galley.duplicatePost', post, 'Gales'), undefined);
    assert.deepEqual(
      Buffer.from(await workspace.fs.readFile(toFileUri('content/log/gales/chart.png'))),
      Buffer.from([1]),
    );
  });
});
