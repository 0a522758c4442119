import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import type { SymbolInformation } from 'vscode-languageserver/node';
import type { PostList, PublicationResult } from '../../server/src/protocol/index.ts';
import { posts, publication, readDirectory, readFile } from '../../server/src/protocol/index.ts';
import type { TemporaryFolder } from '../support/client.ts';
import { createTemporaryFolder, TestServer, withoutPull } from '../support/client.ts';

const fog = '_posts/2025-03-01-fog.md';
const rain = '_posts/2025-03-02-rain.md';
const toPost = (text: string, more = ''): string => `---\ntitle: A post\n${more}---\n${text}\n`;

describe('following the disk', () => {
  let site: TemporaryFolder;
  let server: TestServer;

  async function start(
    files: Readonly<Record<string, string>>,
    introduction: Parameters<typeof TestServer.start>[0] = {},
  ): Promise<void> {
    site = await createTemporaryFolder({ '_config.yml': 'title: The Harbour Log\n', ...files });
    server = await TestServer.start({ folders: [site.uri], ...introduction });
  }

  /** Opens a post as the disk has it and waits for its problems. */
  async function open(name: string, text: string, lines: readonly string[]): Promise<string> {
    const uri = site.uriOf(name);
    server.open(uri, text);
    await server.untilProblems(uri, lines);
    return uri;
  }

  afterEach(async () => {
    await server.stop();
    await site.remove();
  });

  it('the server notices images that are created and deleted', async () => {
    const text = toPost('![A gull](/img/gull.png)');
    await start({ [fog]: text, 'img/tern.png': '' });
    const uri = await open(fog, text, ['3:10-23 broken-image']);
    await site.write('img/gull.png', '');
    server.notifyFiles('created', site.uriOf('img/gull.png'));
    await server.untilProblems(uri, []);
    await site.removeFile('img/gull.png');
    server.notifyFiles('deleted', site.uriOf('img/gull.png'));
    await server.untilProblems(uri, ['3:10-23 broken-image']);
  });

  it('the server reads a new folder and forgets a deleted one', async () => {
    const text = toPost('![A gull](/img/birds/gull.png) and [the crew](/crew/ina.html)');
    await start({ [fog]: text, 'img/tern.png': '', 'crew/index.md': toPost('Crew') });
    const uri = await open(fog, text, ['3:10-29 broken-image', '3:46-60 broken-link']);
    await site.write('img/birds/gull.png', '');
    await site.write('crew/ina.md', toPost('Ina'));
    server.notifyFiles('created', site.uriOf('img/birds'), site.uriOf('crew'));
    await server.untilProblems(uri, []);
    await site.removeFile('img/birds');
    server.notifyFiles('deleted', site.uriOf('img/birds'));
    await server.untilProblems(uri, ['3:10-29 broken-image']);
  });

  it('the server reads everything again after a checkout that changes many files', async () => {
    const text = toPost('[Rain]({% post_url 2025-03-02-rain %})');
    await start({ [fog]: text });
    const uri = await open(fog, text, ['3:7-37 broken-link']);
    const names = Array.from({ length: 250 }, (_, index) => `notes/n${index}.md`);
    for (const name of [...names, rain]) await site.write(name, toPost('Text'));
    server.notifyFiles('created', ...names.map(site.uriOf));
    await server.untilProblems(uri, []);
  });

  it('the server ignores what the generator writes', async () => {
    const text = toPost('![A gull](/img/gull.png)');
    await start({ [fog]: text, 'img/tern.png': '' });
    const uri = await open(fog, text, ['3:10-23 broken-image']);
    await site.write('_site/img/gull.png', '');
    const { refreshes } = server;
    server.notifyFiles(
      'created',
      site.uriOf('_site/img/gull.png'),
      ...Array.from({ length: 5000 }, (_, index) => site.uriOf(`_site/${index}/index.html`)),
    );
    await site.write('img/gull.png', '');
    server.notifyFiles('created', site.uriOf('img/gull.png'));
    await server.untilProblems(uri, []);
    assert.equal(server.refreshes, refreshes + 1, 'checked again once, for the image of the site itself');
  });

  it('the server updates open posts when another post gains or loses headings, once the writer pauses', async () => {
    const text = toPost('[The crew]({% post_url 2025-03-02-rain %}#the-crew)');
    const target = toPost('# The crew\n');
    await start({ [fog]: text, [rain]: target });
    const uri = await open(fog, text, []);
    const other = await open(rain, target, []);
    server.replace(other, toPost('# Sailors\n'));
    await server.untilProblems(uri, ['3:41-50 broken-anchor']);
    server.close(other);
    await server.untilProblems(uri, []);
  });

  it('workspace symbols find headings of all posts for editors that list none themselves', async () => {
    await start({
      [fog]: toPost('## The crew of the pilot boat\n\n    # The crew in code\n'),
      [rain]: toPost('# Crew\n'),
    });
    const uri = await open(rain, toPost('# Crew\n\nThe sailors\n===\n'), []);
    const findSymbols = async (query: string) =>
      (await server.ask<SymbolInformation[]>('workspace/symbol', { query })).map(
        ({ name, containerName, location }) => [name, containerName, location.range.start.line],
      );
    assert.deepEqual(await findSymbols('crew'), [
      ['Crew', rain, 3],
      ['The crew of the pilot boat', fog, 3],
    ]);
    server.replace(uri, toPost('# Cook\n'));
    assert.deepEqual(await findSymbols('crew'), [['The crew of the pilot boat', fog, 3]]);
    assert.deepEqual(await findSymbols('?!'), []);
  });

  it('a deleted post does not count while its document is open, and counts again when it comes back', async () => {
    const text = toPost('[Rain]({% post_url 2025-03-02-rain %})');
    const twin = toPost('Rain: [undefined][tide]', 'permalink: /2025/03/01/fog.html\n');
    await start({ [fog]: text, [rain]: twin });
    const listPosts = async () =>
      (await server.ask<readonly PostList[]>(posts.method, {}))[0]!.posts.map(({ path }) => path);
    const uri = await open(fog, text, ['1:0-13 duplicate-url']);
    const other = await open(rain, twin, ['2:0-31 duplicate-url', '4:6-23 undefined-reference']);
    await site.removeFile(rain);
    server.notifyFiles('deleted', site.uriOf(rain));
    await server.untilProblems(uri, ['3:7-37 broken-link']);
    assert.deepEqual(await listPosts(), [fog]);
    server.replace(other, twin.replace('A post', 'Rain'));
    assert.deepEqual(await server.problems(other), ['2:0-31 duplicate-url', '4:6-23 undefined-reference']);
    assert.equal((await server.ask<PublicationResult>(publication.method, { uri: other })).title, 'Rain');
    assert.deepEqual([await listPosts(), await server.problems(uri)], [[fog], ['3:7-37 broken-link']]);
    await site.write(rain, twin);
    server.notifyFiles('created', site.uriOf(rain));
    await server.untilProblems(uri, ['1:0-13 duplicate-url']);
    assert.deepEqual((await listPosts()).sort(), [fog, rain]);
  });

  it('a new post counts as soon as its file exists, with an event or without', async () => {
    const text = toPost('[Rain]({% post_url 2025-03-02-rain %})');
    await start({ [fog]: text });
    const uri = await open(fog, text, ['3:7-37 broken-link']);
    await site.write(rain, toPost('Rain'));
    server.open(site.uriOf(rain), toPost('Rain'));
    await server.untilProblems(uri, []);
    const snow = '_posts/2025-03-03-snow.md';
    server.open(site.uriOf(snow), toPost('Snow'));
    server.replace(uri, toPost('[Snow]({% post_url 2025-03-03-snow %})'));
    await server.untilProblems(uri, ['3:7-37 broken-link']);
    await site.write(snow, toPost('Snow'));
    void server.connection.sendNotification('textDocument/didSave', { textDocument: { uri: site.uriOf(snow) } });
    await server.untilProblems(uri, []);
  });

  it('the server follows data, includes and layouts', async () => {
    const text = toPost('[The crew](#ina)');
    await start({ [fog]: text, '_layouts/post.html': '<p id="top"></p>' });
    const uri = await open(fog, text, ['3:11-15 broken-anchor']);
    await site.write('_layouts/post.html', '<p id="ina"></p>');
    server.notifyFiles('changed', site.uriOf('_layouts/post.html'));
    await server.untilProblems(uri, []);
  });

  it('the server follows changed settings at once', async () => {
    const text = toPost('[Rain](/2025/03/02/rain.html)');
    await start({ [fog]: text, [rain]: toPost('Rain') });
    const uri = await open(fog, text, []);
    await site.write('_config.yml', 'permalink: pretty\n');
    server.notifyFiles('changed', site.uriOf('_config.yml'));
    await server.untilProblems(uri, ['3:7-28 broken-link']);
  });

  it('the server reports a broken configuration once, in its file, and keeps the previous settings', async () => {
    const text = toPost('[Rain](/rain/)');
    await start({ '_config.yml': 'permalink: /:title/\n', [fog]: text, [rain]: toPost('Rain') });
    const uri = await open(fog, text, []);
    const config = site.uriOf('_config.yml');
    await site.write('_config.yml', 'permalink: /:title/\ntitle: "The Log\nurl: {a: [}\n');
    server.notifyFiles('changed', config);
    await server.until(() => server.getPublished(config)?.length === 1);
    assert.match(
      String(server.getPublished(config)![0]!.message),
      /^Jekyll cannot read this file, so it builds nothing: .+\. Until it is mended, Galley goes by the settings/,
    );
    assert.deepEqual(await server.problems(uri), []);
    await site.write('_config.yml', 'permalink: /:title/\n');
    server.notifyFiles('changed', config);
    await server.until(() => server.getPublished(config)?.length === 0);
    assert.deepEqual(await server.problems(uri), []);
  });

  it('the server reports a configuration that was broken from the start', async () => {
    await start({ '_config.yml': 'title: [\n', [fog]: toPost('Text') }, { capabilities: withoutPull });
    await server.untilPublished(site.uriOf('_config.yml'), (lines) => lines.length === 1);
  });

  it('the server keeps several sites apart: folders of the workspace, and a nested site', async () => {
    const twice = toPost('[a]\n\n[a]: https://example.org/first\n[a]: https://example.org/last');
    const hugo = await createTemporaryFolder({ 'hugo.toml': '', 'content/posts/fog.md': twice });
    await start({ [fog]: twice, 'docs/zola.toml': '', 'docs/content/fog.md': twice });
    await server.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: hugo.uri, name: 'hugo' }], removed: [] },
    });
    await open(fog, twice, ['5:0-30 duplicate-definition']);
    await open('docs/content/fog.md', twice, ['6:0-29 duplicate-definition']);
    const uri = hugo.uriOf('content/posts/fog.md');
    server.open(uri, twice);
    await server.untilProblems(uri, ['6:0-29 duplicate-definition']);
    await hugo.remove();
  });

  it('the server finds a new nested site, and returns its posts to the outer one when it is deleted', async () => {
    const twice = toPost('[a]\n\n[a]: https://example.org/first\n[a]: https://example.org/last');
    await start({ 'docs/content/fog.md': twice });
    const uri = await open('docs/content/fog.md', twice, ['5:0-30 duplicate-definition']);
    await site.write('docs/zola.toml', '');
    server.notifyFiles('created', site.uriOf('docs/zola.toml'));
    await server.untilProblems(uri, ['6:0-29 duplicate-definition']);
    await site.removeFile('docs/zola.toml');
    server.notifyFiles('deleted', site.uriOf('docs/zola.toml'));
    await server.untilProblems(uri, ['5:0-30 duplicate-definition']);
  });

  it('the server reports nothing as missing before all files are known', async () => {
    const gate = new EventEmitter();
    const opened = once(gate, 'open');
    const text = toPost('[Snow]({% post_url 2025-03-03-snow %})');
    await start(
      {},
      {
        folders: ['blog:/log'],
        options: { answersFiles: true },
        prepare: (connection) => {
          connection.onRequest(readDirectory.method, async ({ uri }: { uri: string }) => {
            if (uri === 'blog:/log')
              return [
                { name: '_config.yml', type: 'file' },
                { name: '_posts', type: 'folder' },
              ];
            return [{ name: '2025-03-01-fog.md', type: 'file' }];
          });
          connection.onRequest(readFile.method, ({ uri }: { uri: string }) =>
            uri.endsWith('.md') ? opened.then(() => text) : '',
          );
        },
      },
    );
    server.open('blog:/log/_posts/2025-03-02-rain.md', text);
    assert.deepEqual(await server.problems('blog:/log/_posts/2025-03-02-rain.md'), []);
    gate.emit('open');
    await server.untilProblems('blog:/log/_posts/2025-03-02-rain.md', ['3:7-37 broken-link']);
  });
});
