import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import fc from '../../support/property.ts';
import { applyEdits } from '../../../server/src/service/index.ts';
import type { FrontMatter, FrontMatterFormat } from '../../../server/src/service/syntax/frontMatter/index.ts';
import { toFrontMatterOutline } from '../../../server/src/service/syntax/frontMatter/outline.ts';
import type { YamlOptions } from '../../../server/src/service/syntax/frontMatter/options.ts';
import { goYaml, jsYaml } from '../../../server/src/service/syntax/frontMatter/options.ts';
import { parseFrontMatter } from '../../../server/src/service/syntax/frontMatter/parseFrontMatter.ts';
import { readFully, readYaml } from '../../../server/src/service/syntax/frontMatter/yaml.ts';
import { readSimpleYaml } from '../../../server/src/service/syntax/frontMatter/simpleYaml.ts';

const all: readonly FrontMatterFormat[] = ['yaml', 'toml', 'json'];

function readFrontMatter(text: string, formats = all): FrontMatter {
  const frontMatter = parseFrontMatter(text, formats);
  assert.ok(frontMatter, `no front matter in ${JSON.stringify(text)}`);
  return frontMatter;
}

function toPost(...lines: string[]): string {
  return ['---', ...lines, '---', 'Text.', ''].join('\n');
}

describe('where front matter stands', () => {
  const cases: readonly [string, string, string | undefined][] = [
    ['between dashes', '---\ntitle: A\n---\nText', 'title: A\n'],
    ['with CRLF', '---\r\ntitle: A\r\n---\r\nText', 'title: A\r\n'],
    ['closed by dots', '---\ntitle: A\n...\nText', 'title: A\n'],
    ['with spaces after the fences', '---  \ntitle: A\n---  \nText', 'title: A\n'],
    ['to the end of the file', '---\ntitle: A\n---', 'title: A\n'],
    ['empty', '---\n---\nText', ''],
    ['after a byte order mark', '\ufeff---\ntitle: A\n---\n', 'title: A\n'],
    ['with longer dashes inside', '---\ntitle: A\n----\n---\n', 'title: A\n----\n'],
    ['in TOML', '+++\ntitle = "A"\n+++\nText', 'title = "A"\n'],
    ['in TOML between dashes', '---toml\ntitle = "A"\n---\nText', 'title = "A"\n'],
    ['in JSON', '{\n  "title": "}"\n}\nText', '\n  "title": "}"\n'],
    ['not after a blank line', '\n---\ntitle: A\n---\n', undefined],
    ['not after a space', ' ---\ntitle: A\n---\n', undefined],
    ['not at four dashes', '----\ntitle: A\n----\n', undefined],
    ['not at a line of dashes with text below', '---\n\nA text: with a colon\n', undefined],
    ['not at Liquid', '{{ page.title }}\n', undefined],
  ];
  for (const [name, text, content] of cases) {
    it(`finds front matter only where the generators do: ${name}`, () => {
      const found = parseFrontMatter(text, all);
      assert.equal(found && text.slice(found.contentRange.start, found.contentRange.end), content);
    });
  }

  it('finds front matter only in the formats that the site reads', () => {
    assert.equal(parseFrontMatter('+++\ntitle = "A"\n+++\n', ['yaml']), undefined);
    assert.equal(parseFrontMatter('---toml\ntitle = "A"\n---\n', ['yaml']), undefined);
  });

  it('reads keys above the text when the closing fence is missing, and reports it', () => {
    const { closed, data, errors } = readFrontMatter('---\ntitle: A\ntags: [b]\n\nSome text: here\n');
    assert.equal(closed, false);
    assert.deepEqual(data, { title: 'A', tags: ['b'] });
    assert.equal(errors.length, 1);
  });

  it('does not run front matter that is a program', () => {
    const text = '---js\n{ title: globalThis.galleyRan = true }\n---\n';
    assert.match(readFrontMatter(text).errors[0]!.message, /does not run programs/);
    assert.equal('galleyRan' in globalThis, false);
  });
});

describe('entries', () => {
  const text = toPost(
    '# What this is about:',
    'title: "Rain"   # shown in bold',
    'date: 2024-05-01 10:00:00 +0200',
    '# draft: true # until May',
    '# Note: this remark stays one',
    'tags:',
    '  - a b # first',
    "  - 'c'",
    '',
    'empty:',
    'about: |',
    '  # no comment',
    '  more',
    'map: { x: 1 }',
  );
  const { entries, data } = readFrontMatter(text);

  it('reads YAML front matter as Jekyll does', () => {
    assert.deepEqual(data, {
      title: 'Rain',
      date: '2024-05-01 10:00:00 +0200',
      tags: ['a b', 'c'],
      empty: null,
      about: '# no comment\nmore\n',
      map: { x: 1 },
    });
  });

  it('entries of front matter have the ranges of keys, values and items', () => {
    const written = entries.map(({ keyRange, valueRange }) => [
      text.slice(keyRange.start, keyRange.end),
      text.slice(valueRange.start, valueRange.end),
    ]);
    assert.deepEqual(written, [
      ['title', '"Rain"'],
      ['date', '2024-05-01 10:00:00 +0200'],
      ['draft', 'true'],
      ['tags', "- a b # first\n  - 'c'"],
      ['empty', ''],
      ['about', '|\n  # no comment\n  more'],
      ['map', '{ x: 1 }'],
    ]);
    assert.deepEqual(
      entries[3]!.items!.map(({ range }) => text.slice(range.start, range.end)),
      ['a b', "'c'"],
    );
  });

  it('entries have the comments next to and above them; commented entries are optional keys, remarks are not', () => {
    assert.deepEqual(
      entries.filter(({ comment }) => comment !== undefined).map(({ key, comment }) => [key, comment]),
      [
        ['title', 'shown in bold'],
        ['draft', 'until May'],
        ['tags', 'Note: this remark stays one'],
      ],
    );
    assert.deepEqual(
      entries.filter(({ commented }) => commented).map(({ key, value }) => [key, value]),
      [['draft', true]],
    );
  });

  it('entries of TOML and JSON front matter equal those of YAML', () => {
    const toml =
      '+++\n# the title\ntitle = "Rain"\ndate = 2024-05-01T10:00:00Z\ntags = [\n  "a", # first\n  "b",\n]\n# draft = true\n[params]\nx = 1\n+++\n';
    const fromToml = readFrontMatter(toml);
    assert.deepEqual(fromToml.data, {
      title: 'Rain',
      date: '2024-05-01T10:00:00.000Z',
      tags: ['a', 'b'],
      params: { x: 1 },
    });
    assert.deepEqual(
      fromToml.entries.map(({ key, commented, comment }) => [key, commented, comment]),
      [
        ['title', false, 'the title'],
        ['date', false, undefined],
        ['tags', false, undefined],
        ['draft', true, undefined],
        ['params', false, undefined],
      ],
    );
    assert.deepEqual(
      fromToml.entries[2]!.items!.map(({ range }) => toml.slice(range.start, range.end)),
      ['"a"', '"b"'],
    );
    const json = '{ "title": "Rain", "tags": ["a"],\n  "n": 1 }\n';
    assert.deepEqual(
      readFrontMatter(json).entries.map(({ key, value }) => [key, value]),
      [
        ['title', 'Rain'],
        ['tags', ['a']],
        ['n', 1],
      ],
    );
  });

  it('entries of any JSON front matter have the ranges of their values', () => {
    const object = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 5 });
    fc.assert(
      fc.property(object, fc.constantFrom(undefined, 2), (data, indent) => {
        const json = `---json\n${JSON.stringify(data, undefined, indent)}\n---\n`;
        const { entries, errors } = readFrontMatter(json);
        assert.deepEqual(errors, []);
        for (const { key, value, keyRange, valueRange } of entries) {
          assert.equal(JSON.parse(json.slice(keyRange.start, keyRange.end)), key);
          assert.deepEqual(JSON.parse(json.slice(valueRange.start, valueRange.end)), value);
          assert.deepEqual(value, data[key]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reads broken JSON front matter around the defect, which is marked where it is', () => {
    const cases: readonly [json: string, keys: readonly string[], marked: string][] = [
      ['{\n"a": "b, }",\n"c": d,\n"e": 1\n}', ['a', 'c', 'e'], 'd'],
      ['{\n"a": "b",\n}', ['a'], ','],
      ['{\n"a": [1, 2, ],\n"b": 3\n}', ['a', 'b'], ','],
      ['{\n"a": "b"\n"c": 1\n}', ['a', 'c'], '"c"'],
      ['{\n"a": \n}', ['a'], '}'],
      ['{\n"a": 1, // why\n"b": 2\n}', ['a', 'b'], '// why'],
      ['{\na: 1,\n"b": 2\n}', ['b'], 'a'],
    ];
    for (const [json, keys, marked] of cases) {
      const text = `---json\n${json}\n---\n`;
      const { entries, errors } = readFrontMatter(text);
      assert.deepEqual(
        entries.map(({ key }) => key),
        keys,
        json,
      );
      assert.deepEqual(
        errors.map(({ range }) => text.slice(range.start, range.end)),
        [marked],
        json,
      );
    }
  });

  it('reads broken YAML front matter around its defects', () => {
    const broken = toPost('title: Rain: a story', 'cat', 'tags: [a, b', 'author: Ina');
    const frontMatter = readFrontMatter(broken);
    assert.deepEqual(frontMatter.data, { title: 'Rain: a story', tags: '[a, b', author: 'Ina' });
    assert.deepEqual(
      frontMatter.errors.map(({ range }) => broken.slice(range.start, range.end)),
      ['Rain: a story', 'cat', '[a, b'],
    );
  });
});

describe('the outline of a front matter', () => {
  it('the outline of broken front matter has no data; without a closing fence there is no outline', () => {
    const broken = toPost('title: a: b');
    assert.deepEqual(toFrontMatterOutline(readFrontMatter(broken), broken), {
      format: 'yaml',
      data: {},
      keys: [{ key: 'title', commented: false, written: 'a: b' }],
      broken: true,
    });
    const open = '---\ntitle: A\n';
    assert.equal(toFrontMatterOutline(readFrontMatter(open), open), undefined);
  });
});

const fixtures = readdirSync('test/fixtures', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => readFileSync(`test/fixtures/${path}`, 'utf8'));

const word = fc.constantFrom(
  'title',
  'tags',
  'Rain',
  'a b',
  'yes',
  '12',
  '1,000',
  '12:30',
  '~',
  '"q"',
  "'s'",
  '"',
  "it's",
  '[a, b]',
  '[',
  ']',
  '{',
  'x: y',
  ':',
  '- z',
  '#c',
  ' # c',
  '@m',
  '*b*',
  '&n',
  '|',
  '>',
  '%',
  '\t',
  '  ',
  '2024-05-01',
  'é',
  '😀',
  '\u00a0',
  '---',
  '...',
  '{{ x }}',
  '+++',
  '=',
  ',',
);
const line = fc.array(word, { maxLength: 4 }).map((words) => words.join(''));
const entryLine = fc
  .tuple(fc.constantFrom('title: ', 'tags: ', 'a:', '- ', '  - ', '  ', '# k: ', ''), line)
  .map(([head, rest]) => head + rest);
const content = fc
  .tuple(fc.array(entryLine, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, lineBreak]) => lines.join(lineBreak) + lineBreak);

describe('reading front matter', () => {
  it('front matter cut anywhere never throws, and its ranges are inside the text', () => {
    for (const text of fixtures) {
      const end = text.indexOf('\n---', 3) + 12;
      for (let length = 0; length <= Math.min(end, text.length); length++) {
        const cut = text.slice(0, length);
        for (const { keyRange, valueRange, range } of parseFrontMatter(cut, all)?.entries ?? []) {
          assert.ok(
            keyRange.end <= valueRange.start && valueRange.end <= range.end && range.end <= length,
            JSON.stringify(cut),
          );
        }
      }
    }
  });

  it('random front matter never throws', () => {
    fc.assert(
      fc.property(content, fc.constantFrom('---\n', '+++\n', '{\n', '---json\n'), (inner, fence) => {
        const text = `${fence}${inner}${fence === '{\n' ? '}' : fence.slice(0, 3)}\n`;
        toFrontMatterOutline(parseFrontMatter(text, all), text);
      }),
    );
  });

  it('reads simple YAML line by line exactly as the full parser does', () => {
    let quick = 0;
    fc.assert(
      fc.property(content, (inner) => {
        const found = readSimpleYaml(inner, 0, inner.length);
        if (!found) return;
        quick++;
        assert.deepEqual(found, readFully(inner, 0, inner.length));
      }),
      { numRuns: 2000 },
    );
    assert.ok(quick > 100, `only ${quick} of the random contents were simple`);
  });

  it('key ranges of random YAML contain the key', () => {
    fc.assert(
      fc.property(content, (inner) => {
        const { pairs, errors } = readYaml(inner, 0, inner.length);
        if (errors.length > 0) return;
        for (const { key, keyRange } of pairs) {
          const again = `${inner.slice(keyRange.start, keyRange.end)}: 1\n`;
          if (!/[{[?]/.test(key))
            assert.deepEqual(
              readYaml(again, 0, again.length).pairs.map((pair) => pair.key),
              [key],
            );
        }
      }),
    );
  });

  it('each repair of random YAML removes its error', () => {
    fc.assert(
      fc.property(content, (inner) => {
        for (const { repair } of readFully(inner, 0, inner.length).errors) {
          if (!repair) continue;
          const [edit] = repair.edits;
          if (!edit || repair.edits.length > 1) continue;
          const repaired = applyEdits(inner, [edit]);
          const line = {
            start: repaired.lastIndexOf('\n', edit.range.start - 1) + 1,
            end: edit.range.start + edit.newText.length,
          };
          const left = readFully(repaired, 0, repaired.length).errors.filter(
            ({ range }) => range.start < line.end && line.start < range.end,
          );
          assert.deepEqual(left, [], `${JSON.stringify(inner)} to ${JSON.stringify(repaired)}`);
        }
      }),
    );
  });
});

function readDay(day: string): FrontMatter {
  const text = `+++\ndate = ${day}\n[extra]\nseen = 2024-02-28\n+++\n`;
  return parseFrontMatter(text, ['toml'], { refusesImpossibleDates: true })!;
}

describe('what the parsers of engines take and refuse', () => {
  const psych: YamlOptions = {};
  const parsers = { psych, goYaml, jsYaml };

  /** Whether each parser takes a YAML content, `+`, or reports an error, `-`, in the order of `parsers`. */
  function judge(content: string): string {
    const text = `---\n${content}\n---\n`;
    return Object.values(parsers)
      .map((yaml) => (parseFrontMatter(text, ['yaml'], { yaml })!.errors.length === 0 ? '+' : '-'))
      .join('');
  }

  // Asked of Psych 4 (libyaml 0.2.5), Hugo 0.111.3 (go-yaml 2) and js-yaml 4.
  for (const [content, verdicts] of [
    ['title: [Fog]: a note', '---'],
    ['title: {a: b}: c', '---'],
    ['tags: [:fog, rain]', '--+'],
    ['sea: {a: :b}', '--+'],
    ['title: {{ name }}', '+-+'],
    ['tags: a\ntags: b', '++-'],
    ['sea: {a: 1, a: 2}', '++-'],
    ['title: !fog bank', '++-'],
    ['title: !!str 5', '+++'],
    ['title: a\u0007b', '---'],
    ['title: "It\\\'s"', '-+-'],
    ['title: a\n\t\ntags: b', '--+'],
    ['title: "Fog. \n\nRain."', '+++'],
    ["title: 'Fog.\n\n  Rain.'", '+++'],
    ['tags: [a, # first\nb]', '+++'],
    ['title: "Fog\ntags: a', '---'],
  ] as const)
    it(`YAML reads ${JSON.stringify(content)} as each parser does`, () => assert.equal(judge(content), verdicts));

  it('a text behind brackets and one that begins with a colon are mended by quotes', () => {
    for (const [content, mended] of [
      ['title: [Fog]: a note', 'title: "[Fog]: a note"'],
      ['tags: [:fog, rain]', 'tags: [":fog", rain]'],
    ] as const) {
      const text = `---\n${content}\n---\n`;
      const [error] = parseFrontMatter(text, ['yaml'])!.errors;
      assert.equal(applyEdits(text, error!.repair!.edits), `---\n${mended}\n---\n`);
    }
  });

  it('tabs are indentation where the engine makes spaces of them', () => {
    const text = '---\ntags:\n\t- fog\n\t- rain\nsea:\n  calm: 1\n\tdeep: 2\n---\n';
    const found = parseFrontMatter(text, ['yaml'], { yaml: { indentsByTabs: true } })!;
    assert.deepEqual(found.errors, []);
    assert.deepEqual(found.data['tags'], ['fog', 'rain']);
    assert.notDeepEqual(parseFrontMatter(text, ['yaml'])!.errors, []);
  });

  it('white space may stand before the fence where the engine passes over it', () => {
    const text = '\ufeff\n \n---\ntitle: Fog\n---\nRain.';
    assert.equal(parseFrontMatter(text, ['yaml']), undefined);
    const found = parseFrontMatter(text, ['yaml'], { allowsLeadingSpace: true })!;
    assert.deepEqual(found.data, { title: 'Fog' });
    assert.equal(text.slice(found.range.start, found.range.end), '---\ntitle: Fog\n---');
  });

  it('days that the calendar does not have are errors in TOML where the engine refuses them', () => {
    assert.match(readDay('2024-02-30').errors[0]!.message, /2024-02-30/);
    assert.deepEqual(readDay('2024-02-29').errors, []);
    assert.deepEqual(readDay('2024-02-29T10:00:00Z').errors, []);
  });
});
