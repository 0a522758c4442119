import assert from 'node:assert/strict';
import { globTest } from '../../../server/src/service/generators/shared/glob.ts';
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
      'export default { a: x ? "b" : "c", d: "e" + f, g: process.env.H, i: () => "j", k() { return { l: 1 }; }, n: `o${p}`, q: -1 }',
      { a: undefined, d: undefined, g: undefined, i: undefined, k: undefined, n: undefined, q: undefined },
    ],
    ['objects spread in', 'export default { ...base, a: 1 }', { '...': undefined, a: 1 }],
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
    [
      'a function that returns something else first',
      'export default async function ({ a }, b = {}) { if (a) return; const x = { y: 1 }; return { c: x }; }',
      { c: { y: 1 } },
    ],
    [
      'a type beside it',
      'export default { a: ["b"] as const, c: "d" as string } satisfies Config;',
      { a: ['b'], c: 'd' },
    ],
    ['a constant that is set twice', 'const a = "x"; { const a = "y"; } export default { a }', { a: undefined }],
    ['a constant of itself', 'const a = b; const b = a; export default { a }', { a: undefined }],
    ['escapes', 'export default { a: "it\\\'s \\u00e9\\n\\x41\\u{1F600}" }', { a: "it's é\nA😀" }],
    ['no export', 'const a = 1;', undefined],
    ['nothing that ends', 'export default { a: "b', { a: undefined }],
  ];
  for (const [what, program, exported] of cases)
    it(what, () => assert.deepEqual(sorted(readScript(program).exported), sorted(exported)));

  it('finds calls and constants', () => {
    const script = readScript(
      'c.addPassthroughCopy("a"); c.addPassthroughCopy({ "b": "c" }); const collections = { blog: defineCollection({ x: 1 }) };',
    );
    assert.deepEqual(script.calls('addPassthroughCopy'), [['a'], [{ b: 'c' }]]);
    assert.deepEqual(script.constant('collections'), { blog: { '()': 'defineCollection', arguments: [{ x: 1 }] } });
  });

  it('takes any text, cut anywhere', () => {
    const program =
      'import a from "b"; const c = { d: [1, `e${f({ g: "}" })}`], h: /[/]/ }; export default defineConfig({ ...c, i: { j: () => { return 1; } } }); module.exports = async ({ k }) => ({ l: "m" });';
    for (let end = 0; end <= program.length; end++) readScript(program.slice(0, end)).calls('defineConfig');
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

  it('takes deep and long texts in their stride', () => {
    const doubling = Array.from(
      { length: 40 },
      (_, at) => `const a${at} = [a${at + 1}, a${at + 1}], b${at} = \`\${b${at + 1}}\${b${at + 1}}\`;`,
    );
    readScript(doubling.join('\n')).constant('a0');
    readScript(doubling.join('\n').replaceAll(', b', '; const b')).constant('b0');
    for (const part of ['{ a: ', '[', 'f(', '/*', '`', '"\\', 'const a = ', 'export default ('])
      readScript(`export default ${part.repeat(20_000)}`).calls('f');
  });
});

/** Keys in order: what is unknown counts as a key as well. */
function sorted(value: unknown): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    : value;
}

describe('patterns for paths', () => {
  const cases: readonly [pattern: string, path: string, matches: boolean | undefined][] = [
    ['*.md', 'a.md', true],
    ['*.md', 'a/b.md', false],
    ['**/*.md', 'a/b/c.md', true],
    ['**/*.md', 'a.md', true],
    ['./a/**', 'a/b/c', true],
    ['**/*.{md,mdx}', 'a/b.mdx', true],
    ['**/[^_]*.md', 'a/_b.md', false],
    ['a?c', 'abc', true],
    ['a.c', 'abc', false],
    ['a{b', 'a{b', false],
    ['[z-a]', 'b', undefined],
    ['!(a)', 'b', undefined],
    ['*'.repeat(30), 'b', undefined],
  ];
  for (const [pattern, path, matches] of cases)
    it(`${pattern.slice(0, 20)} ${path}`, () => assert.equal(globTest([pattern])(path), matches));

  it('lets patterns with ! take out, and a star cross folders where asked', () => {
    assert.equal(globTest(['**/*.md', '!**/b.md'])('a/b.md'), false);
    assert.equal(globTest(['*.md'], 'crossing')('a/b.md'), true);
    assert.equal(globTest([])('a'), false);
  });
});
