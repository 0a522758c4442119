import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';

/** The order of the service: a file imports from its own folder and from folders before it. */
const order = ['text', 'dialects', 'syntax', 'generators', 'site', 'rules', 'render', 'features'];

/** Folders whose files are siblings of one kind and know nothing of each other; what they share is named here. */
const siblings: Readonly<Record<string, readonly string[]>> = {
  dialects: ['dialect.ts', 'index.ts', 'labels.ts'],
};

const service = 'server/src/service';

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : entry.name.endsWith('.ts') ? [path] : [];
  });
}

interface Import {
  readonly from: string;
  /** A path from the root for our own files, a package's name for others. */
  readonly to: string;
}

function imports(file: string): Import[] {
  const found = readFileSync(file, 'utf8').matchAll(
    /(?:^|\n)(?:import|export)\s[^;]*?from '([^']+)'|(?:^|\n)import '([^']+)'|\bimport\('([^']+)'\)/g,
  );
  return [...found].map((match) => {
    const to = match[1] ?? match[2] ?? match[3]!;
    return {
      from: file,
      to: to.startsWith('.')
        ? normalize(join(dirname(file), to))
            .split(sep)
            .join('/')
        : to,
    };
  });
}

function layer(file: string): string {
  return relative(service, file).split(sep)[0]!;
}

const all = ['server/src', 'client/src'].flatMap(sources).flatMap(imports);

/** Imports that break a rule, as lines to read; none is right. */
function broken(rule: (each: Import) => boolean): string[] {
  return all.filter(rule).map(({ from, to }) => `${from} imports ${to}`);
}

/** The files that import a library. */
function users(name: RegExp): string[] {
  return [...new Set(all.filter(({ to }) => name.test(to)).map(({ from }) => from))];
}

describe('imports', () => {
  it('are found', () => assert.ok(all.length > 200));

  it('of the service go to the left only', () => {
    const wrong = broken(({ from, to }) => {
      if (!from.startsWith(service) || !to.startsWith(service) || layer(from) === 'index.ts') return false;
      return order.indexOf(layer(to)) > order.indexOf(layer(from)) || !order.includes(layer(to));
    });
    assert.deepEqual(wrong, []);
  });

  it('of the service name no shell, no Node, no LSP', () => {
    const wrong = broken(
      ({ from, to }) =>
        from.startsWith(service) &&
        (/^(node:|vscode($|-(?!uri))|fs$|path$)/.test(to) || (to.startsWith('server/src') && !to.startsWith(service))),
    );
    assert.deepEqual(wrong, []);
  });

  it('of the shells enter the service by its door', () => {
    const wrong = broken(
      ({ from, to }) =>
        !from.startsWith(service) &&
        to.startsWith(`${service}/`) &&
        to !== `${service}/index.ts` &&
        !to.endsWith('.md'),
    );
    assert.deepEqual(wrong, []);
  });

  it('of the client name nothing of the server but the protocol, and the protocol names nothing', () => {
    assert.deepEqual(
      broken(
        ({ from, to }) => from.startsWith('client') && to.startsWith('server') && to !== 'server/src/protocol/index.ts',
      ),
      [],
    );
    assert.deepEqual(
      broken(({ from, to }) => from.startsWith('server/src/protocol') && !to.startsWith('server/src/protocol')),
      [],
    );
  });

  it('of the libraries that are easily misused stand in one file each', () => {
    assert.deepEqual(users(/^remark-/), [`${service}/syntax/parse/parser.ts`]);
    assert.deepEqual(users(/^gray-matter$/), [`${service}/syntax/frontMatter/grayMatter.ts`]);
  });

  it('of rules name no other rule', () => {
    const rules = new Set(
      readdirSync(`${service}/rules`)
        .filter((name) => name.endsWith('.md'))
        .map((name) => `${service}/rules/${name.slice(0, -3)}.ts`),
    );
    assert.deepEqual(
      broken(({ from, to }) => rules.has(to) && !from.endsWith('rules/index.ts')),
      [],
    );
  });

  for (const [folder, shared] of Object.entries(siblings)) {
    it(`of ${folder} name no other of ${folder}`, () => {
      const wrong = broken(({ from, to }) => {
        if (!from.startsWith(`${service}/${folder}/`) || !to.startsWith(`${service}/${folder}/`)) return false;
        return !from.endsWith('/index.ts') && !shared.some((name) => to.endsWith(`/${name}`));
      });
      assert.deepEqual(wrong, []);
    });
  }

  it('ask the network nowhere but at the writer’s own local server and, when allowed, a pasted address', () => {
    const network =
      /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|from '(?:node:)?(?:https?|http2|net|tls|dgram)'/;
    const found = ['server/src', 'client/src']
      .flatMap(sources)
      .filter((file) => network.test(readFileSync(file, 'utf8')));
    assert.deepEqual(found.map((file) => file.split(sep).join('/')).toSorted(), [
      'client/src/commands/openOnSite.ts',
      'client/src/transfer/webPage.ts',
    ]);
  });
});
