import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/service/text/edit.ts';
import { convertFrontMatter } from '../../../server/src/service/syntax/frontMatter/convert.ts';
import { addEntry, removeEntry, renameKey, setValue } from '../../../server/src/service/syntax/frontMatter/edits.ts';
import { parseFrontMatter } from '../../../server/src/service/syntax/frontMatter/parseFrontMatter.ts';
import { reorderEntries } from '../../../server/src/service/syntax/frontMatter/reorder.ts';
import { formatValue } from '../../../server/src/service/syntax/frontMatter/write.ts';
import type { FrontMatter } from '../../../server/src/service/syntax/frontMatter/index.ts';
import fc from '../../support/property.ts';

const all = ['yaml', 'toml', 'json'] as const;

function readFrontMatter(text: string): FrontMatter {
  const found = parseFrontMatter(text, all);
  assert.ok(found && found.errors.length === 0, text);
  return found;
}

const yamlLines = [
  'title: A tale',
  "quoted: 'it''s'",
  'tags: [fog, "crew"] # two',
  'list:\n  - a\n  - b',
  '# kept: aside',
  '# a remark\nbelow: 1',
  'empty:',
  'map:\n  one: 1\n  two: [x]',
  'long: |\n  first\n\n  second',
  'date: 2024-05-01 10:00:00 +0200',
  '',
];
const tomlLines = [
  'title = "A tale"',
  'tags = ["fog", "crew"] # two',
  '# a remark\nbelow = 1',
  'date = 2024-05-01',
  'long = """\nfirst\nsecond"""',
  'list = [\n  "a",\n  "b",\n]',
  '# kept = "aside"',
];
const table = '[extra]\nteam = "crew"\n';

const yaml = fc
  .uniqueArray(fc.nat(yamlLines.length - 1), { minLength: 1 })
  .map((chosen) => `---\n${chosen.map((index) => yamlLines[index]).join('\n')}\n---\nText.\n`);
const toml = fc
  .tuple(fc.uniqueArray(fc.nat(tomlLines.length - 1), { minLength: 1 }), fc.boolean())
  .map(
    ([chosen, hasTable]) =>
      `+++\n${chosen.map((index) => tomlLines[index]).join('\n')}\n${hasTable ? table : ''}+++\nText.\n`,
  );
const texts = fc
  .tuple(fc.oneof(yaml, toml), fc.boolean())
  .map(([text, isWindows]) => (isWindows ? text.replaceAll('\n', '\r\n') : text));

describe('edits of front matter', () => {
  it('setting, renaming and removing an entry changes its bytes only', () => {
    fc.assert(
      fc.property(
        texts,
        fc.nat(20),
        fc.constantFrom<string | number | boolean>('other', 'with: colon', '# odd', 7, true),
        (text, chosen, value) => {
          const frontMatter = readFrontMatter(text);
          const own = frontMatter.entries.filter(
            ({ commented, keyRange, valueRange }) => !commented && keyRange.start !== valueRange.start,
          );
          if (own.length === 0) return;
          const entry = own[chosen % own.length]!;
          const { data, format } = frontMatter;
          for (const [edit, wanted] of [
            [setValue(entry, text, formatValue(value, format, '', false)), { ...data, [entry.key]: value }],
            [
              renameKey(entry, text, 'fresh', format),
              Object.fromEntries(Object.entries(data).map(([key, each]) => [key === entry.key ? 'fresh' : key, each])),
            ],
            [
              removeEntry(frontMatter, text, entry)!,
              Object.fromEntries(Object.entries(data).filter(([key]) => key !== entry.key)),
            ],
          ] as const) {
            assert.ok(edit.range.start >= entry.range.start && edit.range.end <= entry.range.end + 2);
            const after = applyEdits(text, [edit]);
            assert.equal(after.slice(0, edit.range.start), text.slice(0, edit.range.start));
            assert.ok(after.endsWith(text.slice(edit.range.end)));
            assert.deepEqual(readFrontMatter(after).data, wanted);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('adding an entry changes nothing else', () => {
    fc.assert(
      fc.property(texts, fc.nat(20), (text, chosen) => {
        const frontMatter = readFrontMatter(text);
        const after = frontMatter.entries[chosen % Math.max(1, frontMatter.entries.length)]?.key;
        const edit = addEntry(frontMatter, text, 'fresh', '"new"', chosen === 0 ? 'first' : { after })!;
        assert.equal(edit.range.start, edit.range.end);
        assert.deepEqual(readFrontMatter(applyEdits(text, [edit])).data, { ...frontMatter.data, fresh: 'new' });
      }),
      { numRuns: 300 },
    );
  });

  it('ordering the keys keeps every line', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(9), { minLength: 12, maxLength: 12 }), (text, ranks) => {
        const frontMatter = readFrontMatter(text);
        const edit = reorderEntries(frontMatter, text, (key) => ranks[key.length % ranks.length]!);
        if (!edit) return;
        const after = applyEdits(text, [edit]);
        assert.deepEqual(after.split('\n').sort(), text.split('\n').sort());
        assert.deepEqual(readFrontMatter(after).data, frontMatter.data);
      }),
      { numRuns: 300 },
    );
  });

  it('converting front matter to another format and back keeps its data', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const frontMatter = readFrontMatter(text);
        for (const format of all) {
          const edit = convertFrontMatter(frontMatter, text, format);
          if (!edit) continue;
          const after = applyEdits(text, [edit]);
          assert.equal(readFrontMatter(after).format, format);
          assert.ok(after.endsWith(text.slice(frontMatter.range.end)));
          assert.deepEqual(
            Object.keys(readFrontMatter(after).data)
              .filter((key) => readFrontMatter(after).data[key] !== null)
              .sort(),
            Object.keys(frontMatter.data)
              .filter((key) => frontMatter.data[key] !== null)
              .sort(),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('converting front matter keeps order, comments and dates', () => {
    const text =
      '---\n# for the list\ntitle: "The pier"\ndate: 2024-05-01 10:00:00 +0200 # of writing\n\ntags: [fog, crew]\nship:\n  name: Tern\n# mood: calm\n---\nText.\n';
    const toml = applyEdits(text, [convertFrontMatter(readFrontMatter(text), text, 'toml')!]);
    assert.equal(
      toml,
      '+++\n# for the list\ntitle = "The pier"\ndate = 2024-05-01T10:00:00+02:00 # of writing\n\ntags = ["fog", "crew"]\nship = { name = "Tern" }\n# mood = "calm"\n+++\nText.\n',
    );
    assert.equal(
      applyEdits(toml, [convertFrontMatter(readFrontMatter(toml), toml, 'yaml')!]),
      '---\n# for the list\ntitle: The pier\ndate: 2024-05-01T10:00:00+02:00 # of writing\n\ntags: [fog, crew]\nship:\n  name: Tern\n# mood: calm\n---\nText.\n',
    );
    const json = applyEdits(text, [convertFrontMatter(readFrontMatter(text), text, 'json')!]);
    assert.match(json, /^\{\n {2}"title": "The pier",\n {2}"date": "2024-05-01T10:00:00\+02:00",\n/);
  });
});
