import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PostList } from '../../server/src/protocol/index.ts';
import { linkedFiles, omissions, posts, windowFocused } from '../../server/src/protocol/index.ts';
import type { TemporaryFolder } from '../support/client.ts';
import { createTemporaryFolder, TestServer } from '../support/client.ts';

const fog = '_posts/2025-03-01-fog.md';
const rain = '_posts/2025-03-02-rain.md';
const toPost = (text: string): string => `---\ntitle: A post\n---\n${text}\n`;

describe('language server at the edges of the workspace', () => {
  let folder: TemporaryFolder;
  let server: TestServer;

  async function begin(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
    folder = await createTemporaryFolder({ 'site/_config.yml': 'title: The Harbour Log\n', ...files });
    return join(folder.path, 'site');
  }

  afterEach(async () => {
    await server.stop();
    await folder.remove();
  });

  const listPosts = async () =>
    (await server.ask<readonly PostList[]>(posts.method, {}))[0]!.posts.map(({ path }) => path).sort();

  it('shows nothing of what a symbolic link leads to outside, and says so once', async () => {
    const text = toPost('![A boat](/img/boat.png) [Rain]({% post_url 2025-03-02-rain %})');
    const site = await begin({
      [`site/${fog}`]: text,
      'elsewhere/boat.png': 'PNG',
      'elsewhere/rain.md': toPost('swordfish'),
      'site/img/gull.png': 'PNG',
    });
    await symlink('../../elsewhere/boat.png', join(site, 'img/boat.png'));
    await symlink('../../elsewhere/rain.md', join(site, rain));
    server = await TestServer.start({ folders: [folder.uriOf('site')] });
    const uri = folder.uriOf(`site/${fog}`);
    server.open(uri, text);
    await server.untilProblems(uri, ['3:10-23 broken-image', '3:32-62 broken-link']);
    assert.deepEqual(await listPosts(), [fog]);
    assert.deepEqual(await server.askAt('textDocument/hover', uri, 3, 12), {
      contents: { kind: 'markdown', value: '`/img/boat.png`' },
      range: { start: { line: 3, character: 0 }, end: { line: 3, character: 24 } },
    });
    assert.deepEqual(await server.ask(linkedFiles.method, { uri, addresses: ['/img/boat.png', '/img/gull.png'] }), {
      '/img/boat.png': [],
      '/img/gull.png': [folder.uriOf('site/img/gull.png')],
    });
    server.notifyFiles('changed', folder.uriOf(`site/${rain}`));
    assert.deepEqual(await listPosts(), [fog]);
    assert.deepEqual(server.log.map((line) => /^"([^"]+)" leads out of the folder/.exec(line)?.[1]).sort(), [
      rain,
      'img/boat.png',
    ]);
  });

  it('follows a symbolic link from one folder of the workspace to another', async () => {
    const site = await begin({ 'shared/2025-03-02-rain.md': toPost('Rain'), [`site/${fog}`]: toPost('Fog') });
    await symlink('../../shared', join(site, '_posts/more'));
    server = await TestServer.start({ folders: [folder.uriOf('site'), folder.uriOf('shared')] });
    assert.deepEqual(await listPosts(), [fog, '_posts/more/2025-03-02-rain.md']);
    assert.deepEqual(server.log, []);
  });

  it('names posts that it cannot read, waits for no pipe, and reads a post once it can be read', async () => {
    const site = await begin({ [`site/${fog}`]: Buffer.from(`\uFEFF${toPost('Fog')}`, 'utf16le'), 'site/a.bin': '\0' });
    await promisify(execFile)('mkfifo', [join(site, rain)]);
    server = await TestServer.start({ folders: [folder.uriOf('site')] });
    assert.deepEqual(await listPosts(), []);
    assert.deepEqual(server.log.toSorted(), [
      `Cannot read "${fog}": it is UTF-16; save it as UTF-8.`,
      `Cannot read "${rain}": it is no regular file.`,
    ]);
    assert.equal((await server.ask<string[]>(omissions.method, {})).length, 2);
    await folder.write(`site/${fog}`, toPost('Fog'));
    server.notifyFiles('changed', folder.uriOf(`site/${fog}`));
    assert.deepEqual(await listPosts(), [fog]);
    assert.deepEqual(await server.ask(omissions.method, {}), [`Cannot read "${rain}": it is no regular file.`]);
  });

  for (const [moment, notice] of [
    ['a post is saved', (uri: string) => ['textDocument/didSave', { textDocument: { uri } }]],
    ['the writer comes back to the window', () => [windowFocused.method, undefined]],
  ] as const) {
    it(`finds files that came and went without an event of a watcher, when ${moment}`, async () => {
      const text = toPost('[Rain]({% post_url 2025-03-02-rain %}) ![A gull](/img/gull.png) ![A tern](/img/tern.png)');
      await begin({ [`site/${fog}`]: text, [`site/${rain}`]: toPost('Rain'), 'site/img/gull.png': '' });
      server = await TestServer.start({ folders: [folder.uriOf('site')] });
      const uri = folder.uriOf(`site/${fog}`);
      server.open(uri, text);
      await server.untilProblems(uri, ['3:74-87 broken-image']);
      await folder.removeFile(`site/${rain}`);
      await folder.removeFile('site/img/gull.png');
      await folder.write('site/img/tern.png', '');
      await folder.write('site/_posts/2025-03-03-snow.md', toPost('Snow'));
      const [method, params] = notice(uri);
      await server.connection.sendNotification(method as string, params);
      await server.untilProblems(uri, ['3:7-37 broken-link', '3:49-62 broken-image']);
      assert.deepEqual(await listPosts(), [fog, '_posts/2025-03-03-snow.md']);
      assert.deepEqual(server.log, []);
    });
  }
});
