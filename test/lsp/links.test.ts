import assert from 'node:assert/strict';
import type {
  CompletionList,
  DocumentLink,
  Hover,
  Location,
  LocationLink,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { changePosts } from '../../server/src/protocol/index.ts';
import type { ChangePostsResult } from '../../server/src/protocol/index.ts';
import type { TemporaryFolder } from '../support/client.ts';
import { modern, createTemporaryFolder, TestServer } from '../support/client.ts';

const fog = '_posts/2024-05-01-fog.md';
const calm = '_posts/2024-06-01-calm.md';
const files = {
  '_config.yml': 'timezone: UTC\npermalink: /:title/\nplugins: [jekyll-redirect-from]\n',
  'assets/boat.png': new Uint8Array([137, 80, 78, 71, 0]),
  [fog]: '---\ntitle: Fog\n---\n## The horn\n\nIt came at night.\n',
  [calm]: '---\ntitle: Calm\n---\n[a](/fog/#the-horn) ![b](/assets/boat.png)\n',
  '_posts/2024-07-01-rain.md': '---\ntitle: Rain\n---\n[c]({% post_url 2024-05-01-fog %})\n',
};

describe('links over LSP', () => {
  let server: TestServer;
  let site: TemporaryFolder;

  /** Starts on the site with one post open. */
  const start = async (isGalley = false): Promise<string> => {
    site = await createTemporaryFolder(files);
    server = await TestServer.start({
      folders: [site.uri],
      ...(isGalley && { options: { answersFiles: false, timeZone: 'UTC' } }),
    });
    const uri = site.uriOf(calm);
    server.open(uri, files[calm]!);
    return uri;
  };
  /** Asks until the posts are read. */
  const askUntilKnown = async <Answer>(
    ask: () => Promise<Answer>,
    isKnown: (answer: Answer) => boolean,
  ): Promise<Answer> => {
    for (;;) {
      const { refreshes } = server;
      const answer = await ask();
      if (isKnown(answer)) return answer;
      await server.until(() => server.refreshes > refreshes);
    }
  };

  afterEach(async () => {
    assert.deepEqual(server.log, []);
    await server.stop();
    await site.remove();
  });

  it('a hover over LSP shows the target of a link', async () => {
    const uri = await start();
    const hover = await askUntilKnown(
      () => server.askAt<Hover | null>('textDocument/hover', uri, 3, 6),
      (found) => found !== null,
    );
    assert.match(JSON.stringify(hover), /Fog.*1 May 2024.*It came at night/);
    assert.deepEqual(hover?.range, { start: { line: 3, character: 4 }, end: { line: 3, character: 18 } });
  });

  it('the definition over LSP is the heading in the other post, with the whole address as its origin', async () => {
    const uri = await start();
    const [found] = await askUntilKnown(
      () => server.askAt<LocationLink[]>('textDocument/definition', uri, 3, 6),
      (links) => links.length > 0,
    );
    assert.deepEqual(
      [found?.targetUri, found?.targetSelectionRange.start],
      [site.uriOf(fog), { line: 3, character: 3 }],
    );
    assert.deepEqual(found?.originSelectionRange?.start, { line: 3, character: 4 });
  });

  it('document links over LSP open files, in VS Code at the line', async () => {
    let uri = await start();
    const askTargets = () => server.ask<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
    const links = await askUntilKnown(askTargets, (found) => found.length === 2);
    assert.deepEqual(
      links.map(({ target }) => target),
      [site.uriOf(fog), site.uriOf('assets/boat.png')],
    );
    await server.stop();
    await site.remove();
    uri = await start(true);
    const [heading] = await askUntilKnown(askTargets, (found) => found.length === 2);
    assert.equal(heading?.target, undefined);
    assert.equal((await server.ask<DocumentLink>('documentLink/resolve', heading!)).target, `${site.uriOf(fog)}#L4,4`);
  });

  it('references over LSP find who links to a post', async () => {
    const uri = await start();
    const found = await askUntilKnown(
      () => server.askAt<Location[]>('textDocument/references', uri, 3, 6, { context: { includeDeclaration: true } }),
      (places) => places.length > 0,
    );
    assert.deepEqual(
      found.map((place) => [place.uri, place.range.start.line]),
      [
        [uri, 3],
        [site.uriOf('_posts/2024-07-01-rain.md'), 3],
      ],
    );
  });

  it('completion over LSP writes addresses as the author does, in this version of the text', async () => {
    const uri = await start();
    server.insert(uri, 3, 0, '[d](');
    const askCompletions = () => server.askAt<CompletionList>('textDocument/completion', uri, 3, 4);
    const { items } = await askUntilKnown(askCompletions, (list) => list.items.length > 0);
    assert.deepEqual(items.map(({ label, textEdit }) => [label, textEdit?.newText]).slice(0, 2), [
      ['Rain', '/rain/'],
      ['Fog', '/fog/'],
    ]);
  });

  it('links over LSP follow a moved file, which keeps its old URL as a redirect', async () => {
    const uri = await start();
    assert.deepEqual(server.initialized?.capabilities.workspace?.fileOperations?.willRename, {
      filters: [{ pattern: { glob: '**/*' } }],
    });
    const renames = [{ oldUri: site.uriOf(fog), newUri: site.uriOf('_posts/2024-05-01-mist.md') }];
    const edit = await askUntilKnown(
      () => server.ask<WorkspaceEdit | null>('workspace/willRenameFiles', { files: renames }),
      (found) => found !== null,
    );
    const changes =
      edit?.documentChanges?.map((change) =>
        'edits' in change
          ? [change.textDocument, ...change.edits.map((each) => 'newText' in each && each.newText)]
          : [],
      ) ?? [];
    assert.deepEqual(changes, [
      [{ uri: site.uriOf(fog), version: null }, 'redirect_from: [/fog/]\n'],
      [{ uri, version: 1 }, '/mist/#the-horn'],
      [{ uri: site.uriOf('_posts/2024-07-01-rain.md'), version: null }, '{% post_url 2024-05-01-mist %}'],
    ]);
    assert.equal(
      await server.ask('workspace/willRenameFiles', {
        files: [{ oldUri: 'file:///elsewhere/a.md', newUri: 'file:///elsewhere/b.md' }],
      }),
      null,
    );
  });

  it('link edits over LSP work for clients without document versions', async () => {
    site = await createTemporaryFolder(files);
    server = await TestServer.start({
      folders: [site.uri],
      capabilities: { ...modern, workspace: { ...modern.workspace, workspaceEdit: {} } },
    });
    server.open(site.uriOf(calm), files[calm]!);
    const edit = await askUntilKnown(
      () =>
        server.ask<WorkspaceEdit | null>('workspace/willRenameFiles', {
          files: [{ oldUri: site.uriOf('assets/boat.png'), newUri: site.uriOf('assets/tug.png') }],
        }),
      (found) => found !== null,
    );
    assert.deepEqual(
      Object.values(edit?.changes ?? {}).map((edits) => edits.map(({ newText }) => newText)),
      [['/assets/tug.png']],
    );
  });

  const askRename = (isDryRun?: true): Promise<ChangePostsResult> =>
    server.ask<ChangePostsResult>(changePosts.method, {
      uris: [site.uriOf(fog)],
      change: { kind: 'rename', title: 'Mist' },
      ...(isDryRun && { isDryRun }),
    });

  it('completing a title over LSP reads no other post while it is typed, and updates links when it is accepted', async () => {
    await start();
    const { others } = await askUntilKnown(
      () => askRename(),
      (plan) => plan.others === 2,
    );
    assert.equal(others, 2);
    const look = await askRename(true);
    assert.deepEqual(
      [look.others, look.posts.map(({ path, url }) => [path, url])],
      [0, [['_posts/2024-05-01-mist.md', '/mist/']]],
    );
  });
});
