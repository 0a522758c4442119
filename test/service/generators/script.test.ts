import assert from 'node:assert/strict';
import { readScript } from '../../../server/src/service/generators/shared/script/index.ts';
import fc from '../../support/property.ts';

describe('configurations written as programs: what they state plainly', () => {
  const cases: readonly [what: string, program: string, exported: unknown][] = [
    [
      'a default export',
      'export default { a: 1, "b": \'two\', c: `three`, d: [true, null], };',
      { a: 1, b: 'two', c: 'three', d: [true, null] },
    ],
    ['a module', 'module.exports = { a: { b: "c" } }', { a: { b: 'c' } }],
    ['wrapped in calls', 'export default withPlugins(defineConfig({ a: "b" }), x);', { a: 'b' }],
    [
      'a constant with a type',
      'const site = "https://x.example";\nconst config: Config.Of<Thing> = { site };\nexport default config;',
      { site: 'https://x.example' },
    ],
    [
      'a template of constants',
      'const folder = "a/b"; export default { c: `./${folder}/d`, e: `${x}`, f: `${folder + 1}` };',
      { c: './a/b/d', e: undefined, f: undefined },
    ],
    [
      'comments and regular expressions',
      '/* { a: 2 } */ export default { a: "x", // b: "no"\n r: /["\'}]/g, b: "y" }',
      { a: 'x', r: undefined, b: 'y' },
    ],
    [
      'what only running would tell',
      'export default { a: x ? "b" : "c", d: "e" + f, g: process.env.H, i: () => "j", k() { return { l: 1 }; }, n: `o${p}`, q: !r, s: new Date(0) }',
      {
        a: undefined,
        d: undefined,
        g: undefined,
        i: undefined,
        k: undefined,
        n: undefined,
        q: undefined,
        s: undefined,
      },
    ],
    ['objects spread in that cannot be seen', 'export default { ...base, a: 1 }', { '...': undefined, a: 1 }],
    [
      'objects and lists spread in that can',
      'const base = { a: 1, b: 2 }, list = [3, 4]; export default { ...base, b: 5, c: [...list, ...other] }',
      { a: 1, b: 5, c: [3, 4, undefined] },
    ],
    ['computed names', 'export default { [key]: 1, a: 2 }', { '...': undefined, a: 2 }],
    [
      'getters and methods',
      'export default { get a() { return 1; }, async *b() {}, "c"() {} }',
      toSameValues(undefined),
    ],
    ['numbers of all kinds', 'export default { a: -1, b: 1_000, c: 0x10 }', { a: -1, b: 1000, c: 16 }],
    [
      'parts of constants, and texts joined',
      'const site = { url: "https://x.example" }; export default { a: site.url, b: site.url + "/b", c: site.name }',
      { a: 'https://x.example', b: 'https://x.example/b', c: undefined },
    ],
    [
      'a function that returns it',
      'module.exports = function (config) {\n  config.on("x", () => { return { no: 1 }; });\n  return { a: "b" };\n};',
      { a: 'b' },
    ],
    [
      'brackets around it, as types in comments need them',
      'module.exports = /** @type {C} */ ({ a: [/** @type {D} */ ({ b: "c" })], d: (a) => ({}), e: ("f") });',
      { a: [{ b: 'c' }], d: undefined, e: 'f' },
    ],
    ['a function with names taken out of its arguments', 'export default ({ a }, { b }) => ({ c: "d" });', { c: 'd' }],
    ['a named function', 'export default function config() { return { a: "b" }; }', { a: 'b' }],
    [
      'a function that a later one follows',
      'export default () => { return { a: 1 }; function b() { return { c: 2 }; } }',
      { a: 1 },
    ],
    [
      'a function that returns something else first',
      'export default async function ({ a }, b = {}) { if (a) return; const x = { y: 1 }; return { c: x }; }',
      { c: { y: 1 } },
    ],
    [
      'a type next to it',
      'export default { a: ["b"] as const, c: <string>"d", e: f!, g: [1 as unknown as T] } as Config satisfies Config;',
      { a: ['b'], c: 'd', e: undefined, g: [1] },
    ],
    ['a constant that is set twice', 'const a = "x"; { const a = "y"; } export default { a }', { a: undefined }],
    ['a constant of itself', 'const a = b; const b = a; export default { a }', { a: undefined }],
    ['escapes', 'export default { a: "it\\\'s \\u00e9\\n\\x41\\u{1F600}" }', { a: "it's é\nA😀" }],
    ['no export', 'const a = 1;', undefined],
    ['nothing that ends', 'export default { a: "b', { '...': undefined, a: undefined }],
    [
      'syntax that the parser does not know elsewhere',
      'const a = b.filter((c): c is D => c.e); export default { f: "g" };',
      { f: 'g' },
    ],
    ['a line that is broken', 'export default {\n  a: "b",\n  c: = ,\n  d: "e",\n};', { a: 'b', c: undefined, d: 'e' }],
  ];
  for (const [what, program, exported] of cases)
    it(`reads configurations written as programs without running them: ${what}`, () =>
      assert.deepEqual(sortEntries(readScript(program).exported), sortEntries(exported)));

  it('finds calls and constants in a program', () => {
    const script = readScript(
      'c.addPassthroughCopy("a"); c.addPassthroughCopy({ "b": "c" }); const collections = { blog: defineCollection({ x: 1 }) };',
    );
    assert.deepEqual(script.getCalls('addPassthroughCopy'), [['a'], [{ b: 'c' }]]);
    assert.deepEqual(script.getConstant('collections'), { blog: { '()': 'defineCollection', arguments: [{ x: 1 }] } });
  });

  it('reads programs that are JSON as JSON.parse does', () => {
    const flat = fc.jsonValue({ maxDepth: 4, noUnicodeString: false });
    fc.assert(
      fc.property(flat, (a) => assert.deepEqual(readScript(`export default ${JSON.stringify({ a })}`).exported, { a })),
      { numRuns: 300 },
    );
  });

  it('reads any text as a program, cut anywhere, without throwing', () => {
    const program =
      'import a from "b"; const c = { d: [1, `e${f({ g: "}" })}`], h: /[/]/ }; export default defineConfig({ ...c, i: { j: () => { return 1; } } }); module.exports = async ({ k }) => ({ l: "m" });';
    for (let end = 0; end <= program.length; end++) readScript(program.slice(0, end)).getCalls('defineConfig');
    const pieces = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '(',
        ')',
        '[',
        ']',
        ',',
        ':',
        '...',
        '=>',
        '"',
        "'",
        '`',
        '${',
        '/',
        '/*',
        '*/',
        '//',
        '\n',
        'a',
        'const a =',
        'export default',
        'return',
        'module.exports =',
        '\\',
      ),
    );
    fc.assert(
      fc.property(pieces, (parts) => void readScript(parts.join('')).exported),
      { numRuns: 300 },
    );
  });

  it('reads programs with import attributes', () => {
    const text = "import data from './data.json' with { type: 'json' };\nexport default { a: 1 };";
    assert.deepEqual(readScript(text).exported, { a: 1 });
  });

  it('reads a long program around lines that it does not know', () => {
    const shuffle = 'function shuffle(a) {\n  [a[0], a[1]] = [a[1], a[0]];\n  return a;\n}\n';
    const filler = Array.from({ length: 600 }, (_, at) => `function f${at}(x) { return x + ${at}; }`).join('\n');
    assert.deepEqual(readScript(`${shuffle}${filler}\n${shuffle}export default { a: 1 };`).exported, { a: 1 });
    assert.deepEqual(readScript(`${'[a[0]] = 1;\n'.repeat(1000)}export default { a: 1 };`).exported, undefined);
  });

  it('reads deep and long programs without failing', () => {
    const doubling = Array.from(
      { length: 40 },
      (_, at) => `const a${at} = [a${at + 1}, a${at + 1}], b${at} = \`\${b${at + 1}}\${b${at + 1}}\`;`,
    );
    readScript(doubling.join('\n')).getConstant('a0');
    readScript(doubling.join('\n').replaceAll(', b', '; const b')).getConstant('b0');
    for (const part of ['{ a: ', '[', 'f(', '/*', '`', '"\\', 'const a = ', 'export default ('])
      readScript(`export default ${part.repeat(20_000)}`).getCalls('f');
  });
});

function toSameValues<T>(value: T): { readonly a: T; readonly b: T; readonly c: T } {
  return { a: value, b: value, c: value };
}

/** Keys in order: what is unknown counts as a key as well. */
function sortEntries(value: unknown): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    : value;
}
