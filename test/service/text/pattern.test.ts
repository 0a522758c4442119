import assert from 'node:assert/strict';
import { compileGoPattern, isRefused, compileScriptPattern } from '../../../server/src/service/text/pattern.ts';
import fc from '../../support/property.ts';

describe('regular expressions that a workspace brings', () => {
  const cases: readonly [source: string, text: string, matches: boolean | undefined][] = [
    ['^[a-z0-9-]+$', 'a-title', true],
    ['^[a-z0-9-]+$', 'A title', false],
    ['^(?:[^<>]{1,60})$', 'A title', true],
    ['(\\d+)-(?<name>\\w+)', '12-ab', true],
    ['^https?:\\/\\/\\S+$', 'https://x.example/a', true],
    ['\\u0041[^]\\p{L}', 'A\nä', true],
    ['^a\\sb$', 'a\u00A0b', undefined],
    ['^.$', '\u2028', undefined],
    ['a', 'b'.repeat(2000), undefined],
  ];
  for (const [source, text, matches] of cases)
    it(`tests the text ${JSON.stringify(text.slice(0, 20))} against the pattern ${source}`, () => {
      const pattern = compileScriptPattern(source);
      assert.equal(isRefused(pattern) ? pattern.refusal : pattern.test(text), matches);
    });

  it('refuses patterns that need backtracking, are too large or are no pattern', () => {
    const refused = [
      '(?=a)b',
      '(?<!a)b',
      '(a)\\1',
      '(?<a>b)\\k<a>',
      'a{2000}',
      '(?:a{30}){30}',
      '(',
      'a**',
      'a'.repeat(600),
    ];
    for (const source of refused) assert.ok(isRefused(compileScriptPattern(source)), source);
    for (const source of [...refused, '\\u0041']) assert.ok(isRefused(compileGoPattern(source)), source);
  });

  it('patterns match what JavaScript matches', () => {
    const atoms = [
      'a',
      'b',
      '.',
      '[ab]',
      '[^a]',
      '\\d',
      '\\w',
      '\\s',
      '\\S',
      '\\b',
      '^',
      '$',
      '(?:a|b)',
      '(a)',
      '\\.',
      '[\\s\\d]',
      '\\u0061',
    ];
    const repeats = ['', '', '*', '+', '?', '{2}', '{1,2}', '*?', '+?'];
    const part = fc.tuple(fc.constantFrom(...atoms), fc.constantFrom(...repeats)).map((both) => both.join(''));
    const pattern = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
    const text = fc.array(fc.constantFrom('a', 'b', '1', ' ', '.', '\n', '_', 'ä', '😀'), { maxLength: 6 });
    fc.assert(fc.property(pattern, text, checkAgainstScript), { numRuns: 5000 });
  });

  it('takes any text as a pattern without throwing', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (source, text) => void matchPattern(source, text)),
      { numRuns: 2000 },
    );
  });

  it('runs each pattern in a time that grows with the text only', () => {
    for (const source of [
      '(a+)+$',
      '(a|aa)+$',
      '(.*a){12}b',
      '(a?){100}a{100}$',
      '^(([a-z])+.)+[A-Z]([a-z])+$',
      '(x+x+)+y',
    ])
      matchPattern(source, `${'a'.repeat(900)}!`);
  });
});

function matchPattern(source: string, text: string): void {
  for (const pattern of [compileGoPattern(source), compileScriptPattern(source)])
    if (!isRefused(pattern)) pattern.test(text);
}

function checkAgainstScript(source: string, parts: readonly string[]): void {
  const compiled = compileScriptPattern(source);
  if (isRefused(compiled)) return;
  assert.equal(compiled.test(parts.join('')), new RegExp(source, 'u').test(parts.join('')), source);
}
