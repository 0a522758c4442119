import assert from 'node:assert/strict';
import type { PreviousResultId, WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { CancellationTokenSource, LSPErrorCodes, ProgressType, ResponseError } from 'vscode-languageserver/node';
import { readDirectory, readFile } from '../../server/src/protocol/index.ts';
import { formatDiagnostic, TestServer } from '../support/client.ts';
import { parseTxtar } from '../support/site.ts';

const blog = `
-- _config.yml --
title: The Harbour Log
-- _layouts/default.html --
<main></main>
-- _posts/2025-03-01-fog.md --
---
title: Fog
---
[The crew]({% post_url 2025-03-02-rain %}#the-crew) [undefined][tide]
-- _posts/2025-03-02-rain.md --
---
title: Rain
---
# The crew
-- _posts/2025-03-03-snow.md --
---
title: Snow
---
[Rain](/2025/03/02/rain.html)
-- _posts/2025-03-04-calm.md --
---
title: Calm
---
Nothing.
`;

const root = 'blog:/log';
const toUri = (name: string): string => `${root}/_posts/2025-03-${name}.md`;

const toResultIds = ({ items }: WorkspaceDiagnosticReport): PreviousResultId[] =>
  items.flatMap(({ uri, resultId }) => (resultId === undefined ? [] : [{ uri, value: resultId }]));
const formatReport = ({ items }: WorkspaceDiagnosticReport): string[] =>
  items.flatMap((item) =>
    item.kind === 'full'
      ? [`${item.uri.slice(-10, -3)}: ${item.items.map(formatDiagnostic).join(', ')}`]
      : [`${item.uri.slice(-10, -3)}: as before`],
  );

describe('problems of all posts', () => {
  let server: TestServer;
  let files: Map<string, string>;
  /** Names of posts whose text the server asked for, since the list was emptied last. */
  let read: string[];

  beforeEach(async () => {
    files = parseTxtar(blog);
    read = [];
    server = await TestServer.start({
      folders: [root],
      options: { answersFiles: true },
      prepare: (connection) => {
        connection.onRequest(readFile.method, ({ uri }: { uri: string }) => {
          if (uri.endsWith('.md')) read.push(/\d\d-\w+(?=\.md)/.exec(uri)![0]);
          return files.get(uri.slice(root.length + 1)) ?? null;
        });
        connection.onRequest(readDirectory.method, ({ uri }: { uri: string }) => {
          const folder = uri === root ? '' : `${uri.slice(root.length + 1)}/`;
          const names = [...files.keys()]
            .filter((path) => path.startsWith(folder))
            .map((path) => path.slice(folder.length));
          return [...new Map(names.map((name) => [name.split('/')[0]!, name.includes('/') ? 'folder' : 'file']))].map(
            ([name, type]) => ({ name, type }),
          );
        });
      },
    });
  });

  afterEach(() => server.stop());

  const askProblems = (previousResultIds: readonly PreviousResultId[] = []) =>
    server.ask<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });

  it('reports problems of all posts without opening one, in parts where the client takes parts', async () => {
    const parts: WorkspaceDiagnosticReport[] = [];
    server.connection.onProgress(
      new ProgressType<WorkspaceDiagnosticReport>(),
      'here',
      (part) => void parts.push(part),
    );
    const last = await server.ask<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
      partialResultToken: 'here',
    });
    assert.deepEqual(formatReport({ items: [...parts, last].flatMap(({ items }) => items) }), [
      '-01-fog: 3:52-69 undefined-reference',
    ]);
  });

  it('reports problems of all posts for the unsaved text', async () => {
    server.open(toUri('04-calm'), '---\ntitle: Calm\n---\n[a][b]\n');
    assert.deepEqual(formatReport(await askProblems()).sort(), [
      '-01-fog: 3:52-69 undefined-reference',
      '04-calm: 3:0-6 undefined-reference',
    ]);
  });

  it('reports problems again for the posts that a change affects, and reads no others', async () => {
    server.open(toUri('02-rain'), files.get('_posts/2025-03-02-rain.md')!);
    const first = await askProblems();
    read = [];
    const news = askProblems(toResultIds(first));
    server.replace(toUri('02-rain'), '---\ntitle: Rain\n---\n# The sailors\n');
    assert.deepEqual(formatReport(await news), ['-01-fog: 3:41-50 broken-anchor, 3:52-69 undefined-reference']);
    assert.deepEqual(read.sort(), ['01-fog', '03-snow']);
    read = [];
    const more = askProblems([...toResultIds(first), ...toResultIds(await news)]);
    files.set('_posts/2025-03-04-calm.md', '---\ntitle: Calm\n---\n![](gull.png)\n');
    server.notifyFiles('changed', toUri('04-calm'));
    assert.deepEqual(
      formatReport(await more).sort(),
      ['-01-fog: as before', '04-calm: 3:4-12 broken-image, 3:4-12 missing-alt-text'].sort(),
    );
    assert.deepEqual([...new Set(read)], ['04-calm']);
  });

  it('removes the problems of a deleted post', async () => {
    const first = await askProblems();
    files.delete('_posts/2025-03-01-fog.md');
    server.notifyFiles('deleted', toUri('01-fog'));
    assert.deepEqual(formatReport(await askProblems(toResultIds(first))), ['-01-fog: ']);
  });

  it('stops reporting problems of all posts when the client cancels', async () => {
    const first = await askProblems();
    const source = new CancellationTokenSource();
    const waiting = server.connection.sendRequest(
      'workspace/diagnostic',
      { previousResultIds: toResultIds(first) },
      source.token,
    );
    source.cancel();
    await assert.rejects(
      waiting,
      (error) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled,
    );
  });
});
