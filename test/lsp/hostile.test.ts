import assert from 'node:assert/strict';
import { render } from '../../server/src/protocol/index.ts';
import { TestServer } from '../support/client.ts';

const long = `---\ntitle: Long\n---\n\n${'The wind was *light* and [the sea][log] was calm.[^n]\n\n'.repeat(95_000)}[log]: /log\n\n[^n]: Yes.\n`;

/** Texts that no writer means and every editor holds now and then. */
const texts: Readonly<Record<string, string>> = {
  nothing: '',
  'front matter without an end': '---\ntitle: "Fog\ntags: [a, b\n  - : {\n',
  'a binary file': String.fromCharCode(...Array.from({ length: 4000 }, (_each, index) => (index * 7919) % 256)),
  'zero characters and lone surrogates': '---\ntitle: \0\uD800\n---\n[\uDC00][\0][^\uD83D]\n\n[\uD800]: \uDFFF\n',
  'brackets without end': '['.repeat(3000),
  'nested quotes': `${'> '.repeat(500)}[a][b]`,
  'only line ends of the old Macintosh': '---\rtitle: Fog\r---\r\rSee [a][b].\r',
  'a hundred lists': Array.from({ length: 100 }, (_each, depth) => `${' '.repeat(depth * 2)}- [x][${depth}]`).join(
    '\n',
  ),
  'an alias that calls itself': '---\na: &a [*a, *a]\nb: *b\n---\n',
  'a table with an attribute list right below it': `<!-- galley-dialect kramdown -->\n\n${'| one | two | three |\n'.repeat(40)}{: .table}\n`,
  'quotes without end in an attribute list': `<!-- galley-dialect kramdown -->\n\nText\n{: title="${'\\"'.repeat(200)} }\n`,
  'a value of spaces': `---\ntitle: ${' '.repeat(4000)}x\ntags: [a, ${' '.repeat(4000)}\n---\n`,
  'brackets without end in front matter': `---\ntitle: ${'['.repeat(4000)}\n---\n`,
  'deep TOML': `+++\na = ${'['.repeat(4000)}\n[${'b.'.repeat(4000)}c]\n+++\n`,
  'deep JSON': `{"a":${'['.repeat(4000)}${']'.repeat(4000)}}\n`,
  'lists within lists in front matter': `---\na:\n  ${'- '.repeat(4000)}b\n---\n`,
  'headings without end': `${'a\n=\n'.repeat(5000)}`,
  'emphasis without end': '*a_ '.repeat(10_000),
  'aliases of aliases': `---\na0: &x0 b\n${Array.from({ length: 1500 }, (_each, index) => `a${index + 1}: &x${index + 1} [*x${index}, *x${index}]\n`).join('')}---\n`,
  'many keys': `---\n${Array.from({ length: 30_000 }, (_each, index) => `k${index}: ${index}\n`).join('')}---\n`,
  'many anchors': `---\n${Array.from({ length: 10_000 }, (_each, index) => `k${index}: &a${index} x\n`).join('')}---\n`,
  'lines of front matter that do not parse': `---\n${Array.from({ length: 8000 }, (_each, index) => `k${index} : : [\n`).join('')}---\n`,
  'markup in markup': '<!-- [a][b] <script>[^1]</script> {% raw %} {{ "[c]" }} {% include'.repeat(50),
};

/** Everything an editor asks when a document is shown and the caret is put somewhere. */
async function askEverything(server: TestServer, uri: string, line: number, character: number): Promise<void> {
  await Promise.all([askForText(server, uri, line, character), server.ask(render.method, { uri })]);
}

/** The same without the preview. */
async function askForText(server: TestServer, uri: string, line: number, character: number): Promise<void> {
  const position = { line, character };
  const range = { start: { line: 0, character: 0 }, end: position };
  const textDocument = { uri };
  await Promise.all([
    server.problems(uri),
    ...['documentSymbol', 'foldingRange'].map((method) => server.ask(`textDocument/${method}`, { textDocument })),
    ...['hover', 'completion', 'definition', 'documentHighlight', 'prepareRename'].map((method) =>
      server.ask(`textDocument/${method}`, { textDocument, position }),
    ),
    server.ask('textDocument/references', { textDocument, position, context: { includeDeclaration: true } }),
    server.ask('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }),
  ]);
}

describe('language server with texts nobody means', () => {
  let server: TestServer;

  before(async () => {
    server = await TestServer.start();
  });

  after(() => server.stop());

  for (const [title, text] of Object.entries(texts)) {
    it(`the server answers every request about ${title}`, async () => {
      const uri = `file:///hostile/${encodeURIComponent(title)}.md`;
      server.open(uri, text);
      for (const [line, character] of [
        [0, 0],
        [1, 3],
        [4, 9],
        [99_999, 99_999],
      ] as const)
        await askEverything(server, uri, line, character);
      server.insert(uri, 1, 1, '[^');
      await askEverything(server, uri, 1, 3);
      server.close(uri);
      assert.deepEqual(server.log, []);
    });
  }

  it('the server reads a post of 5 MB, and answers other documents afterwards', async () => {
    assert.ok(long.length > 5_000_000);
    const uri = 'file:///hostile/long.md';
    server.open(uri, long);
    assert.match((await server.problems(uri)).join(), /^\d+:\d+-\d+ unread-text$/);
    server.insert(uri, 4, 36, 's');
    await askForText(server, uri, 4, 37);
    server.close(uri);
    server.open('file:///hostile/short.md', '[a][b]\n');
    assert.deepEqual(await server.problems('file:///hostile/short.md'), ['0:0-6 undefined-reference']);
    assert.deepEqual(server.log, []);
  });

  it('the server refuses a malformed request, says so in one line of its log, and continues', async () => {
    server.open('file:///z.md', '[a][b]\n');
    assert.equal(await server.ask('textDocument/hover', { position: 'here' }), null);
    assert.deepEqual(
      server.log.map((line) => line.replace(/: \w+: .*/, '')),
      ['Galley failed at textDocument/hover and went on'],
    );
    assert.deepEqual(await server.problems('file:///z.md'), ['0:0-6 undefined-reference']);
    server.log.length = 0;
  });

  it('the server ignores changes of a document that was never opened and positions outside of one', async () => {
    await server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: 'file:///x.md', version: 7 },
      contentChanges: [{ text: 'x' }],
    });
    server.close('file:///x.md');
    assert.equal(await server.askAt('textDocument/hover', 'file:///x.md', 0, 0), null);
    assert.deepEqual(await server.problems('file:///x.md'), []);
    server.open('file:///y.md', 'one\n');
    server.insert('file:///y.md', -1, -1, 'zero ');
    server.insert('file:///y.md', 70, 70, '[a][b]');
    assert.deepEqual(await server.problems('file:///y.md'), ['1:0-6 undefined-reference']);
    assert.deepEqual(server.log, []);
  });
});
