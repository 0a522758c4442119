import assert from 'node:assert/strict';
import type { Location, SymbolInformation, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { ChangePostsResult, PostList } from '../../server/src/protocol/index.ts';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node';
import { changePosts, posts, readDirectory, readFile } from '../../server/src/protocol/index.ts';
import { modern, TestServer } from '../support/client.ts';

const root = 'blog:/log';
const fog = '_posts/2025-03-01-fog.md';
const rain = '_posts/2025-03-02-rain.md';
const toPost = (title: string, text = ''): string => `---\ntitle: ${title}\ntags: [crew]\n---\n${text}\n`;

/** A disk that only the client reaches, and whose answers can be held back. */
class SlowDisk {
  private readonly files: Map<string, string>;
  private held: (() => void)[] | undefined;
  private watchers: (() => void)[] = [];

  constructor(files: Readonly<Record<string, string>>) {
    this.files = new Map(Object.entries(files));
  }

  write(path: string, text: string): void {
    this.files.set(path, text);
  }

  /** Answers nothing from now on until `release`. */
  hold(): void {
    this.held ??= [];
  }

  /** Answers what was asked meanwhile and whatever comes. */
  release(): void {
    const held = this.held ?? [];
    this.held = undefined;
    for (const answer of held) answer();
  }

  /** Resolves once a question is held back. */
  async isAsked(): Promise<void> {
    while (this.held?.length === 0) await new Promise<void>((resolve) => this.watchers.push(resolve));
  }

  async read(uri: string): Promise<string | null> {
    await this.turn();
    return this.files.get(uri.slice(root.length + 1)) ?? null;
  }

  async list(uri: string): Promise<readonly { name: string; type: 'file' | 'folder' }[]> {
    await this.turn();
    const folder = uri === root ? '' : `${uri.slice(root.length + 1)}/`;
    const inside = [...this.files.keys()].filter((path) => path.startsWith(folder));
    const names = new Set(inside.map((path) => path.slice(folder.length).split('/')[0]!));
    return [...names].map((name) => ({ name, type: this.files.has(folder + name) ? 'file' : 'folder' }));
  }

  private async turn(): Promise<void> {
    const { held } = this;
    if (!held) return;
    const answered = new Promise<void>((resolve) => held.push(resolve));
    for (const wake of this.watchers.splice(0)) wake();
    await answered;
  }
}

const toUri = (path: string): string => `${root}/${path}`;

const toPaths = (edit: WorkspaceEdit | null): string[] =>
  ((edit?.documentChanges ?? []) as TextDocumentEdit[])
    .map(({ textDocument }) => textDocument.uri.slice(root.length + 1))
    .sort();

describe('what the whole site answers', () => {
  let disk: SlowDisk;
  let server: TestServer;

  async function start(files: Readonly<Record<string, string>>): Promise<void> {
    disk = new SlowDisk('hugo.toml' in files ? files : { '_config.yml': 'permalink: /:title/\n', ...files });
    server = await TestServer.start({
      folders: [root],
      options: { answersFiles: true, timeZone: 'UTC' },
      capabilities: modern,
      prepare: (connection) => {
        connection.onRequest(readFile.method, ({ uri }: { uri: string }) => disk.read(uri));
        connection.onRequest(readDirectory.method, ({ uri }: { uri: string }) => disk.list(uri));
      },
    });
  }

  /** Starts on a site that is read, with its first post open. */
  async function startRead(files: Readonly<Record<string, string>>): Promise<string> {
    await start(files);
    assert.ok((await listPosts()).length > 0);
    server.open(toUri(fog), files[fog]!);
    return toUri(fog);
  }

  const listPosts = async (): Promise<string[]> =>
    (await server.ask<readonly PostList[]>(posts.method, {})).flatMap((list) => list.posts.map(({ path }) => path));

  const askReferences = async (uri: string, line: number, character: number): Promise<string[]> => {
    const context = { includeDeclaration: true };
    const found = await server.askAt<Location[] | null>('textDocument/references', uri, line, character, { context });
    return (found ?? []).map(({ uri: at, range }) => `${at.slice(root.length + 1)}:${range.start.line}`).sort();
  };

  const askRename = async (uri: string, line: number, character: number, newName: string): Promise<string[]> =>
    toPaths(await server.askAt<WorkspaceEdit | null>('textDocument/rename', uri, line, character, { newName }));

  afterEach(async () => {
    disk.release();
    assert.deepEqual(server.log, []);
    await server.stop();
  });

  it('answers about the whole site know a post that was created and opened just now, however slowly its file is found', async () => {
    await startRead({ [fog]: toPost('Fog') });
    disk.write(rain, toPost('Rain', '[fog](/fog/)'));
    disk.hold();
    server.open(toUri(rain), toPost('Rain', '[fog](/fog/) and {% post_url 2025-03-01-fog %}'));
    const answers = [
      askReferences(toUri(rain), 2, 8),
      askReferences(toUri(rain), 4, 8),
      askRename(toUri(rain), 2, 8, 'sailors'),
      listPosts(),
    ];
    disk.release();
    assert.deepEqual(await Promise.all(answers), [
      [`${fog}:2`, `${rain}:2`],
      [`${rain}:4`, `${rain}:4`],
      [fog, rain],
      [rain, fog],
    ]);
  });

  it('answers about the whole site know an open post without a file, where they are asked from there', async () => {
    await startRead({ [fog]: toPost('Fog') });
    server.open(toUri(rain), toPost('Rain', '[fog](/fog/)'));
    assert.deepEqual(await askRename(toUri(rain), 2, 8, 'sailors'), [fog, rain]);
    assert.deepEqual(await askReferences(toUri(rain), 2, 8), [`${fog}:2`, `${rain}:2`]);
    assert.deepEqual(await askReferences(toUri(rain), 4, 8), [`${rain}:4`]);
  });

  it('answers about the whole site wait until the posts are read', async () => {
    const files = { [fog]: toPost('Fog'), [rain]: toPost('Rain', '[fog](/fog/)') };
    await start(files);
    disk.hold();
    server.open(toUri(fog), files[fog]!);
    const moves = { files: [{ oldUri: toUri(fog), newUri: toUri('_posts/2025-03-01-mist.md') }] };
    const answers = [
      askReferences(toUri(fog), 1, 8),
      askReferences(toUri(fog), 2, 8),
      askRename(toUri(fog), 2, 8, 'sailors'),
      server.ask<WorkspaceEdit | null>('workspace/willRenameFiles', moves).then(toPaths),
      server
        .ask<SymbolInformation[]>('workspace/symbol', { query: 'Rain' })
        .then((found) => found.map(({ name }) => name)),
      listPosts(),
      server
        .ask<ChangePostsResult>(changePosts.method, {
          uris: [toUri(fog)],
          change: { kind: 'rename', title: 'Mist' },
        })
        .then(({ others }) => [String(others)]),
    ];
    disk.release();
    assert.deepEqual(await Promise.all(answers), [
      [`${rain}:4`],
      [`${fog}:2`, `${rain}:2`],
      [fog, rain],
      [rain],
      ['Rain'],
      [rain, fog],
      ['1'],
    ]);
  });

  it('answers about the whole site know the tags and addresses that were typed a moment ago', async () => {
    const files = { [fog]: toPost('Fog'), [rain]: toPost('Rain', '[fog](/mist/)') };
    const uri = await startRead(files);
    server.replace(uri, toPost('Fog').replace('crew', 'boats').replace('title', 'permalink: /mist/\ntitle'));
    assert.deepEqual(await askReferences(uri, 2, 8), [`${rain}:4`]);
    server.open(toUri(rain), files[rain]!);
    server.replace(toUri(rain), toPost('Rain').replace('crew', 'boats'));
    assert.deepEqual(await askRename(uri, 3, 8, 'ships'), [fog, rain]);
  });

  it('answers about the whole site know values that posts inherit from one that was changed a moment ago', async () => {
    const index = 'content/log/_index.md';
    const text = '---\ntitle: Log\n---\n';
    await start({ 'hugo.toml': '', [index]: text, 'content/log/fog.md': '---\ntitle: Fog\n---\n' });
    const askStates = async (): Promise<string[]> =>
      (await server.ask<readonly PostList[]>(posts.method, {})).flatMap((list) => list.posts.map(({ state }) => state));
    assert.deepEqual(await askStates(), ['published']);
    server.open(toUri(index), text);
    server.replace(toUri(index), text.replace('---\n', '---\ncascade: { draft: true }\n'));
    assert.deepEqual(await askStates(), ['draft']);
  });

  it('answers about the whole site are for the newest text where posts change while they are read', async () => {
    const files = { [fog]: toPost('Fog'), [rain]: toPost('Rain') };
    const uri = await startRead(files);
    disk.hold();
    const answer = askRename(uri, 2, 8, 'sailors');
    await disk.isAsked();
    server.open(toUri(rain), files[rain]!);
    server.replace(toUri(rain), toPost('Rain').replace('crew', 'boats'));
    disk.release();
    assert.deepEqual(await answer, [fog]);
  });

  it('an edit of the whole site is refused where its own text changed meanwhile, and not where another did', async () => {
    const files = { [fog]: toPost('Fog'), [rain]: toPost('Rain') };
    const uri = await startRead(files);
    disk.hold();
    const refused = askRename(uri, 2, 8, 'sailors');
    await disk.isAsked();
    server.replace(uri, toPost('Mist'));
    disk.release();
    await assert.rejects(refused, { code: LSPErrorCodes.ContentModified });
    assert.deepEqual(await askRename(uri, 2, 8, 'sailors'), [fog, rain]);
  });

  it('an answer about the whole site ends when the client cancels', async () => {
    const uri = await startRead({ [fog]: toPost('Fog') });
    disk.hold();
    server.open(toUri(rain), toPost('Rain'));
    const wish = new CancellationTokenSource();
    const answer = server.connection.sendRequest('workspace/symbol', { query: 'Fog' }, wish.token);
    assert.ok(await server.ask('textDocument/documentSymbol', { textDocument: { uri } }), 'one post is answered for');
    wish.cancel();
    await assert.rejects(answer, { code: LSPErrorCodes.RequestCancelled });
  });
});
