import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { listFilesBelow } from './sources.ts';

type Order = readonly (readonly string[])[];

/**
 * The order of the house, from the ground floor up: a file imports from its own room and from rooms above it in this list. A room
 * is a file or a folder, and the deepest one counts. Rooms of one line stand side by side and know nothing of each other; a `*`
 * stands for each file or folder of that kind.
 */
const serverOrder: Order = [
  ['protocol'],
  ['service/text'],
  ['service/dialects/dialect.ts'],
  ['service/dialects/shared'],
  ['service/dialects/kramdown'],
  ['service/dialects/*.ts'],
  ['service/dialects/index.ts'],
  ['service/syntax/templates', 'service/syntax/frontMatter', 'service/syntax/occurrences'],
  ['service/syntax/parse'],
  ['service/syntax'],
  ['service/syntax/structure', 'service/syntax/prose'],
  ['service/generators/contract'],
  ['service/generators/shared', 'service/render/replacement'],
  ['service/generators/*', 'service/render/blocks', 'service/render/notes', 'service/render/templates'],
  ['service/generators/index.ts', 'service/render'],
  ['service/site/model'],
  ['service/site/reading', 'service/site/frontMatter'],
  ['service/site/resolution'],
  ['service/rules'],
  ['service/features/context.ts', 'service/features/results.ts', 'service/features/text'],
  ['service/features/labels', 'service/features/frontMatter'],
  ['service/features/links'],
  [
    'service/features/navigation',
    'service/features/editing',
    'service/features/completion',
    'service/features/posts',
    'service/features/preview',
    'service/features/problems',
  ],
  ['service/features/editing/insert', 'service/features/editing/codeActions', 'service/features/editing/rename'],
  ['service/features/posts/changePost'],
  ['service/features/posts/newPost'],
  ['service/analysis.ts'],
  ['service/index.ts'],
  ['node'],
  ['lsp', 'cli'],
  ['main.node.ts', 'main.browser.ts', 'main.cli.ts', 'worker'],
];

const clientOrder: Order = [
  ['server', 'prompts'],
  ['editing'],
  ['posts'],
  ['preview/messages.ts'],
  ['builtinMarkdown', 'preview', 'preview/webview', 'tools', 'transfer', 'views'],
  ['commands'],
  ['middleware.ts'],
  ['activate.ts'],
  ['extension.node.ts', 'extension.browser.ts'],
];

interface Room {
  /** The higher, the more it may import. */
  readonly rank: number;
  readonly path: string;
}

/** The room that a file of a house is in. */
function findRoom(file: string, house: string, order: Order): Room {
  const rooms = order.flatMap((row, rank) =>
    row.flatMap((name) => {
      const path = createRoomPattern(house, name).exec(file)?.[0];
      return path === undefined ? [] : [{ rank, path, isNamed: name.includes('*') ? 0 : 1 }];
    }),
  );
  const [room] = rooms.toSorted((a, b) => b.path.length - a.path.length || b.isNamed - a.isNamed);
  return room ?? { rank: -1, path: '' };
}

function createRoomPattern(house: string, name: string): RegExp {
  return new RegExp(`^${house}/${name.replaceAll('.', '\\.').replace('*', '[^/]+')}(?=/|$)`);
}

const service = 'server/src/service';

interface Import {
  readonly from: string;
  /** A path from the root for our own files, a package's name for others. */
  readonly to: string;
}

function parseImports(file: string): Import[] {
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

const all = ['server/src', 'client/src'].flatMap((folder) => listFilesBelow(folder, '.ts')).flatMap(parseImports);

/** Imports that break a rule, as lines to read; none is right. */
function findBreaches(rule: (each: Import) => boolean): string[] {
  return all.filter(rule).map(({ from, to }) => `${from} imports ${to}`);
}

/** The files that import a library. */
function findImporters(name: RegExp): string[] {
  return [...new Set(all.filter(({ to }) => name.test(to)).map(({ from }) => from))];
}

describe('imports', () => {
  it('the imports of the sources are found', () => assert.ok(all.length > 200));

  for (const [house, order] of [
    ['server/src', serverOrder],
    ['client/src', clientOrder],
  ] as const) {
    it(`imports in ${house} go to earlier rooms only`, () => {
      const wrong = findBreaches(({ from, to }) => {
        if (!from.startsWith(`${house}/`) || !to.startsWith(`${house}/`)) return false;
        const [own, other] = [findRoom(from, house, order), findRoom(to, house, order)];
        return own.rank < 0 || (other.path !== own.path && other.rank >= own.rank);
      });
      assert.deepEqual(wrong, []);
    });
  }

  it('the service imports neither Node nor LSP', () => {
    const wrong = findBreaches(
      ({ from, to }) => from.startsWith(service) && /^(node:|vscode($|-(?!uri))|fs$|path$)/.test(to),
    );
    assert.deepEqual(wrong, []);
  });

  it('other packages import the service by its index only', () => {
    const wrong = findBreaches(
      ({ from, to }) =>
        !from.startsWith(service) &&
        to.startsWith(`${service}/`) &&
        to !== `${service}/index.ts` &&
        !to.endsWith('.md'),
    );
    assert.deepEqual(wrong, []);
  });

  it('the client imports nothing of the server but the protocol, and the protocol imports nothing', () => {
    assert.deepEqual(
      findBreaches(
        ({ from, to }) => from.startsWith('client') && to.startsWith('server') && to !== 'server/src/protocol/index.ts',
      ),
      [],
    );
    assert.deepEqual(
      findBreaches(({ from, to }) => from.startsWith('server/src/protocol') && !to.startsWith('server/src/protocol')),
      [],
    );
  });

  it('libraries that are easily misused are imported in one file each', () => {
    assert.deepEqual(findImporters(/^remark-/), [`${service}/syntax/parse/parser.ts`]);
    assert.deepEqual(findImporters(/^gray-matter$/), [`${service}/syntax/frontMatter/grayMatter.ts`]);
  });

  it('no rule imports another rule', () => {
    const rules = new Set(
      readdirSync(`${service}/rules`)
        .filter((name) => name.endsWith('.md'))
        .map((name) => `${service}/rules/${name.slice(0, -3)}.ts`),
    );
    assert.deepEqual(
      findBreaches(({ from, to }) => rules.has(to) && !from.endsWith('rules/index.ts')),
      [],
    );
  });

  it('the network is asked only for the writer’s own local server and, when allowed, a pasted address', () => {
    const network =
      /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|from '(?:node:)?(?:https?|http2|net|tls|dgram)'/;
    const found = ['server/src', 'client/src']
      .flatMap((folder) => listFilesBelow(folder, '.ts'))
      .filter((file) => network.test(readFileSync(file, 'utf8')));
    assert.deepEqual(found.map((file) => file.split(sep).join('/')).toSorted(), [
      'client/src/commands/openOnSite.ts',
      'client/src/transfer/webPage.ts',
    ]);
  });
});
