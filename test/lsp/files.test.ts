import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import {
  newPost,
  newPostPlaces,
  publication,
  readDirectory,
  readFile,
  render,
} from '../../server/src/protocol/index.ts';
import type { NewPostPlace, NewPostResult, PublicationResult, RenderResult } from '../../server/src/protocol/index.ts';
import { createTemporaryFolder, TestServer } from '../support/client.ts';

const twice = '---\n---\n[a]\n\n[a]: https://example.org/first\n[a]: https://example.org/last\n';

describe('language server and files', () => {
  let server: TestServer | undefined;

  afterEach(async () => {
    if (server?.process.exitCode === null) await server.stop();
  });

  it('the server reads a site through the client where there is no disk', async () => {
    const files = new Map([
      ['blog:/_config.yml', 'title: Far away\n'],
      ['blog:/_posts/2025-01-02-hello.md', '---\ntitle: Hello\n---\n'],
    ]);
    server = await TestServer.start({
      folders: ['blog:/'],
      options: { answersFiles: true, timeZone: 'Europe/Oslo' },
      prepare: (connection) => {
        connection.onRequest(readFile.method, ({ uri }: { uri: string }) => files.get(uri) ?? null);
        connection.onRequest(readDirectory.method, ({ uri }: { uri: string }) => {
          if (uri.replace(/\/$/, '') === 'blog:')
            return [
              { name: '_config.yml', type: 'file' },
              { name: '_posts', type: 'folder' },
            ];
          return uri.endsWith('_posts') ? [{ name: '2025-01-02-hello.md', type: 'file' }] : [];
        });
      },
    });
    server.open('blog:/_posts/2025-01-03-again.md', twice);
    assert.deepEqual(await server.problems('blog:/_posts/2025-01-03-again.md'), ['4:0-30 duplicate-definition']);
    assert.deepEqual(server.log, []);
  });

  it('the server follows workspace folders that are added and removed', async () => {
    const site = await createTemporaryFolder({ '_config.yml': '', '_posts/2025-01-02-hello.md': twice });
    const uri = site.uriOf('_posts/2025-01-02-hello.md');
    server = await TestServer.start();
    server.open(uri, twice);
    await server.untilProblems(uri, ['5:0-29 duplicate-definition']);
    const folder = { uri: site.uri, name: 'site' };
    await server.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [folder], removed: [] },
    });
    await server.untilProblems(uri, ['4:0-30 duplicate-definition']);
    await server.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [folder] },
    });
    await server.untilProblems(uri, ['5:0-29 duplicate-definition']);
    await site.remove();
  });

  it('the server shows progress while reading takes long, answers meanwhile, and stops when it is cancelled', async () => {
    const gate = new EventEmitter();
    const opened = once(gate, 'open');
    server = await TestServer.start({
      folders: ['blog:/far'],
      options: { answersFiles: true },
      prepare: (connection) => {
        connection.onRequest(readDirectory.method, ({ uri }: { uri: string }) =>
          uri === 'blog:/far' ? [1, 2, 3].map((each) => ({ name: `${each}.md`, type: 'file' })) : [],
        );
        connection.onRequest(readFile.method, () => opened.then(() => '# One\n'));
      },
    });
    server.open('blog:/far/4.md', twice);
    assert.deepEqual(await server.problems('blog:/far/4.md'), ['5:0-29 duplicate-definition']);
    await server.until(() => server!.progress.length > 0);
    const { token, kind } = server.progress[0]!;
    assert.equal(kind, 'begin');
    assert.deepEqual(await server.problems('blog:/far/4.md'), ['5:0-29 duplicate-definition']);
    await server.connection.sendNotification('window/workDoneProgress/cancel', { token });
    gate.emit('open');
    await server.until(() => server!.progress.at(-1)!.kind === 'end');
    assert.deepEqual(server.log, []);
  });

  it('the server plans a new post where the site keeps its posts, and says when the name is taken', async () => {
    const site = await createTemporaryFolder({
      '_config.yml': '',
      '_posts/2025-01-02-hello.md': '---\ntitle: Hello\n---\n',
    });
    server = await TestServer.start({ folders: [site.uri] });
    server.open(site.uriOf('_posts/2025-01-02-hello.md'), '---\ntitle: Hello\n---\n');
    await server.until(() => server!.refreshes > 0);
    const places = await server.ask<NewPostPlace[]>(newPostPlaces.method, {});
    const place = places.find(({ label }) => label === 'posts');
    assert.ok(place, JSON.stringify(places));
    const planPost = (title: string) =>
      server!.ask<NewPostResult | null>(newPost.method, { place: place.id, title, now: Date.UTC(2025, 0, 2, 12) });
    const fresh = await planPost('Storm warning');
    assert.equal(fresh?.path, '_posts/2025-01-02-storm-warning.md');
    assert.equal(fresh.exists, false);
    assert.match(fresh.text, /^---\n[^]*title: Storm warning\n[^]*---\n/);
    assert.equal((await planPost('Hello'))?.exists, true);
    await site.remove();
  });

  it('the server says where and when a post can be read', async () => {
    const site = await createTemporaryFolder({
      '_config.yml': 'url: https://log.example\nbaseurl: /harbour\ntimezone: UTC\n',
    });
    server = await TestServer.start({ folders: [site.uri] });
    const uri = site.uriOf('_posts/2025-01-02-hello-øre.md');
    server.open(uri, '---\ntitle: Hello\npublished: false\n---\n');
    const { reasons, ...found } = (await server.ask<PublicationResult | null>(publication.method, { uri }))!;
    const path = '/harbour/2025/01/02/hello-%C3%B8re.html';
    assert.deepEqual(
      { ...found, url: encodeURI(decodeURI(found.url!)) },
      {
        generator: 'Jekyll',
        title: 'Hello',
        date: '2025-01-02T00:00:00+00:00',
        state: 'unpublished',
        url: path,
        absoluteUrl: `https://log.example${path}`,
        localUrl: `http://localhost:4000${path}`,
        localServer: { command: 'jekyll serve --drafts --livereload', folder: site.uri },
      },
    );
    assert.match(reasons.join(), /published: false/);
    server.open('file:///elsewhere/notes.md', '# Notes\n');
    assert.equal(await server.ask(publication.method, { uri: 'file:///elsewhere/notes.md' }), null);
    await site.remove();
  });

  it('the server renders open posts, and nothing for unknown ones', async () => {
    server = await TestServer.start();
    server.open('file:///nowhere/a.md', '# One\n');
    server.insert('file:///nowhere/a.md', 0, 5, ' and two');
    const result = await server.ask<RenderResult>(render.method, { uri: 'file:///nowhere/a.md' });
    assert.equal(result.version, 2);
    assert.match(result.html, /One and two/);
    assert.equal(await server.ask(render.method, { uri: 'file:///nowhere/b.md' }), null);
  });

  it('the server keeps answering when the file of an open document is deleted', async () => {
    const site = await createTemporaryFolder({ '_config.yml': '', '_posts/2025-01-02-hello.md': twice });
    const uri = site.uriOf('_posts/2025-01-02-hello.md');
    server = await TestServer.start({ folders: [site.uri] });
    server.open(uri, twice);
    await site.removeFile('_posts/2025-01-02-hello.md');
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] });
    server.insert(uri, 2, 3, ' and more');
    assert.deepEqual(await server.problems(uri), ['4:0-30 duplicate-definition']);
    server.close(uri);
    assert.deepEqual(await server.problems(uri), []);
    assert.deepEqual(server.log, []);
    await site.remove();
  });

  it('the server works in a folder that has no site, and without a folder', async () => {
    const folder = await createTemporaryFolder({
      'notes/plan.md': twice,
      'picture.md': new Uint8Array([137, 80, 78, 71, 0, 0, 1]),
    });
    for (const folders of [[folder.uri], [], ['file:///does/not/exist']]) {
      server = await TestServer.start({ folders });
      server.open(folder.uriOf('notes/plan.md'), twice);
      assert.deepEqual(await server.problems(folder.uriOf('notes/plan.md')), ['5:0-29 duplicate-definition']);
      assert.deepEqual(server.log, []);
      assert.equal(await server.stop(), 0);
    }
    await folder.remove();
  });
});
