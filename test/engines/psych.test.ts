import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readYaml } from '../../server/src/service/syntax/frontMatter/yaml.ts';

/** YAML as people write it and as it goes wrong. */
const contents = [
  'a: yes\nb: No\nc: on\nd: OFF\ne: y\nf: n\ng: true\nh: ~\ni: null\nj:\n',
  'a: 12\nb: 1,000\nc: 1_000\nd: 017\ne: 08\nf: 0x1f\ng: 0b11\nh: -5\ni: +5\n',
  'a: 12:30\nb: 1:02:03\nc: 3.14\nd: 1.\ne: .5\nf: 1e3\ng: 1.5e+3\n',
  'a: 2024-05-01\nb: 2024-05-01 10:00:00 +0200\nc: 2024-13-45\nd: 2024-05-01T10:00:00Z\ne: 2024-5-1\n',
  "a: 'it''s'\nb: \"a\\tb\"\nc: plain \"quotes\" inside\nd: it's\n",
  'a: Foo: bar\n',
  'a: "Foo" bar\n',
  "a: 'it's'\n",
  'a: "open\n',
  'a: [b, c\n',
  'a: @b\n',
  'a: `b`\n',
  'a: %b\n',
  'a: *b* c\n',
  'a: &b c\n',
  'a:b\nc: d\n',
  'a\nb: c\n',
  'a: "C:\\dir"\n',
  'a: [b] c\n',
  'a: {b} c\n',
  'a: - b\n',
  'a: b\n c: d\n',
  '\ta: b\n',
  'a:\n\t- b\n',
  '\t\na: b\n',
  'a: b\t\n',
  'a:\tb\n',
  'a: 1\na: 2\n',
  'a: [b,\nc]\n',
  'a: "b\nc"\n',
  'a: [\n  b, # x\n  c\n]\n',
  'a: b # c\n',
  'a: b#c\n',
  'a: #c\n',
  'a: |\n  b\n\n  c\n',
  'a: >-\n  b\n  c\n',
  'a: b\n  c\n',
  'a:\n- b\n- c\n',
  'a:\n  - b: c\n    d: e\n',
  'a: {b: c, d: [e]}\n',
  'a: &x {b: c}\nd:\n  <<: *x\n  e: f\n',
  'a: *x\n',
  '"a b": c\n',
  'a b: c\n',
  "'a': b\n",
  'a : b\n',
  '# only a comment\n',
  '',
  'just text\n',
  '- a\n- b\n',
  'a: https://example.org/x?y=z#w\n',
  'a: ===\n',
  'a: <b>\n',
  'a: 100%\n',
  'a: é 😀\n',
  'a: !!str 5\n',
  'a: ""\n',
  'a: []\nb: {}\n',
];

function isSame(engine: unknown, ours: unknown): boolean {
  if (typeof engine !== 'object' || engine === null) return engine === ours;
  if (Array.isArray(engine))
    return (
      Array.isArray(ours) && engine.length === ours.length && engine.every((each, index) => isSame(each, ours[index]))
    );
  if ('date' in engine) return typeof ours === 'string';
  if (typeof ours !== 'object' || ours === null) return false;
  const names = Object.keys(engine);
  return (
    names.length === Object.keys(ours).length &&
    names.every((name) => isSame((engine as Record<string, unknown>)[name], (ours as Record<string, unknown>)[name]))
  );
}

const ruby = spawnSync('ruby', ['test/engines/psych.rb'], {
  input: contents.map((content) => `${JSON.stringify(content)}\n`).join(''),
  encoding: 'utf8',
});
const answers =
  ruby.status === 0
    ? ruby.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { readonly data?: unknown; readonly error?: string })
    : [];

describe(
  ruby.status === 0
    ? 'front matter against Ruby’s YAML'
    : 'front matter against Ruby’s YAML (ruby is not installed: nothing to compare with)',
  () => {
    contents.forEach((content, index) => {
      it(`reads YAML as Ruby does: ${JSON.stringify(content)}`, function () {
        const answer = answers[index];
        if (!answer) this.skip();
        const { data, errors } = readYaml(content, 0, content.length);
        if (answer.error !== undefined) assert.notDeepEqual(errors, [], `Ruby says: ${answer.error}`);
        else {
          assert.deepEqual(errors, []);
          assert.ok(
            isSame(answer.data, data),
            `Ruby reads ${JSON.stringify(answer.data)}, Galley ${JSON.stringify(data)}`,
          );
        }
      });
    });
  },
);
