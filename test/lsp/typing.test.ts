import assert from 'node:assert/strict';
import type { PublicationResult } from '../../server/src/protocol/index.ts';
import { caretMoved, publication } from '../../server/src/protocol/index.ts';
import type { TemporaryFolder } from '../support/client.ts';
import { createTemporaryFolder, TestServer, withoutPull } from '../support/client.ts';

const name = '_posts/2025-03-01-fog.md';
const head = '---\ntitle: Fog\n---\n\n';

describe('what is being typed', () => {
  let site: TemporaryFolder;
  let server: TestServer | undefined;

  beforeEach(async () => {
    site = await createTemporaryFolder({ '_config.yml': 'title: Log\n' });
  });

  afterEach(async () => {
    if (server?.process.exitCode === null) await server.stop();
    server = undefined;
    await site.remove();
  });

  /** Opens a post in an editor that tells where its caret is. */
  async function openPost(text: string, capabilities?: typeof withoutPull): Promise<string> {
    server = await TestServer.start({
      folders: [site.uri],
      options: { reportsCaret: true },
      ...(capabilities && { capabilities }),
    });
    server.open(site.uriOf(name), text);
    return site.uriOf(name);
  }

  const moveCaret = (uri: string, position?: { readonly line: number; readonly character: number }): void =>
    void server!.connection.sendNotification(caretMoved.method, { uri, ...(position && { position }) });

  it('a reference is not reported while it is typed, and is when the caret leaves it', async () => {
    const uri = await openPost(`${head}See \n`);
    for (const [index, character] of [...'[a][b]'].entries()) {
      server!.insert(uri, 4, 4 + index, character);
      assert.deepEqual(await server!.problems(uri), []);
      moveCaret(uri, { line: 4, character: 5 + index });
    }
    moveCaret(uri, { line: 4, character: 7 });
    assert.deepEqual(await server!.problems(uri), []);
    const { refreshes } = server!;
    moveCaret(uri, { line: 2, character: 0 });
    await server!.until(() => server!.refreshes > refreshes);
    assert.deepEqual(await server!.problems(uri), ['4:4-10 undefined-reference']);
  });

  it('a reference is reported as soon as words are typed after it', async () => {
    const uri = await openPost(`${head}See [a][b]\n`);
    server!.insert(uri, 4, 10, ' ');
    assert.deepEqual(await server!.problems(uri), ['4:4-10 undefined-reference']);
  });

  it('what stands elsewhere in the post is reported while something is typed', async () => {
    const uri = await openPost(`${head}See [a][b].\n\nAnd \n`);
    server!.insert(uri, 6, 4, '[c][d]');
    assert.deepEqual(await server!.problems(uri), ['4:4-10 undefined-reference']);
  });

  it('a caret that goes back to a problem does not hide it', async () => {
    const uri = await openPost(`${head}See [a][b].\n`);
    moveCaret(uri, { line: 4, character: 6 });
    assert.deepEqual(await server!.problems(uri), ['4:4-10 undefined-reference']);
  });

  it('a text that a command changed away from the caret is reported at once', async () => {
    const uri = await openPost(`${head}See \n`);
    server!.insert(uri, 4, 4, '[a][b]');
    moveCaret(uri, { line: 0, character: 0 });
    await server!.untilProblems(uri, ['4:4-10 undefined-reference']);
  });

  it('a line of front matter is not reported while it is typed, and is when the editor is left', async () => {
    const uri = await openPost('---\ntitle: Fog\n\n---\n\nText.\n');
    server!.insert(uri, 2, 0, 'tit');
    assert.deepEqual(await server!.problems(uri), []);
    const { refreshes } = server!;
    moveCaret(uri);
    await server!.until(() => server!.refreshes > refreshes);
    assert.match((await server!.problems(uri)).join(), /front-matter-syntax/);
  });

  it('a post keeps its address and state while its front matter is being typed', async () => {
    const text = '---\ntitle: Fog\ndate: 2025-02-27\npermalink: /mist/\n---\n\nText.\n';
    await site.write(name, text);
    const uri = await openPost(text);
    const ask = async (): Promise<unknown> => (await server!.ask<PublicationResult>(publication.method, { uri })).url;
    assert.equal(await ask(), '/mist/');
    server!.insert(uri, 2, 0, 'ta: [');
    assert.equal(await ask(), '/mist/');
    moveCaret(uri);
    assert.equal(await ask(), undefined);
  });

  it('editors that are sent problems get those of a reference when the caret leaves it', async () => {
    const uri = await openPost(`${head}See \n`, withoutPull);
    server!.insert(uri, 4, 4, '[a][b]');
    moveCaret(uri);
    await server!.untilPublished(uri, (lines) => lines.join() === '4:4-10 undefined-reference');
  });

  it('an editor that does not tell where the caret is gets all problems at once', async () => {
    server = await TestServer.start({ folders: [site.uri] });
    const uri = site.uriOf(name);
    server.open(uri, `${head}See \n`);
    server.insert(uri, 4, 4, '[a][b]');
    assert.deepEqual(await server.problems(uri), ['4:4-10 undefined-reference']);
  });
});
