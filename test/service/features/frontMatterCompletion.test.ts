import assert from 'node:assert/strict';
import * as service from '../../../server/src/service/index.ts';
import type { Completion } from '../../../server/src/service/index.ts';
import { ferryBlog, openInBlog } from '../../support/blog.ts';
import { getCompletionsAt } from '../../support/check.ts';

async function complete(source: string, path?: string): Promise<Completion[]> {
  const { analysis, uri, cursor } = await openInBlog(source, path);
  const { items } = await analysis.completions(uri, cursor);
  return items.toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1));
}

async function completeLabels(source: string, path?: string): Promise<string[]> {
  return (await complete(source, path)).map(({ label }) => label);
}

async function applyCompletion(source: string, label: string, path?: string): Promise<string> {
  const { post } = await openInBlog(source, path);
  const item = (await complete(source, path)).find((each) => each.label === label);
  assert.ok(item, `"${label}" is not offered`);
  return service.applyEdits(post.document.text, [item.edit]);
}

describe('completing keys', () => {
  it('offers the keys of other posts in their order, then the rest, then those of Jekyll', async () => {
    const found = await completeLabels('---\ntitle: Now\n<|>\n---\n');
    assert.deepEqual(found.slice(0, 6), ['layout', 'date', 'tags', 'author', 'subtitle', 'pinned']);
    assert.ok(found.includes('permalink') && !found.includes('title'));
  });

  it('offers the keys that the author keeps in comments first', async () => {
    assert.equal((await completeLabels('---\ntitle: Now\n# mood: calm\n<|>\n---\n'))[0], 'mood');
  });

  it('completes keys while the line is no YAML yet', async () => {
    assert.equal(
      await applyCompletion('---\ntitle: Now\nta<|>\nauthor: Ina\n---\n', 'tags'),
      '---\ntitle: Now\ntags: [$0]\nauthor: Ina\n---\n',
    );
    assert.equal(await applyCompletion('---\ntitle: Now\nau<|>', 'author'), '---\ntitle: Now\nauthor: $0');
  });

  it('completes a key in the form of the other posts', async () => {
    assert.equal(await applyCompletion('---\nti<|>\n---\n', 'title'), '---\ntitle: "$0"\n---\n');
  });

  it('completing a key replaces only the word where it has a value already', async () => {
    assert.equal(await applyCompletion('---\nla<|>y: post\n---\n', 'layout'), '---\nlayout: post\n---\n');
  });

  it('explains a completed key: its meaning, who uses it and the author’s comments', async () => {
    const items = await complete('---\n<|>\n---\n');
    const author = items.find(({ label }) => label === 'author')!;
    assert.match(author.documentation!, /\*a key of authors\.yml\*/);
    assert.match(author.documentation!, /In 2 of 3 posts/);
    assert.match(items.find(({ label }) => label === 'layout')!.documentation!, /_layouts/);
    assert.equal(items.find(({ label }) => label === 'tags')!.detail, 'list');
    assert.equal(items.find(({ label }) => label === 'layout')!.again, true);
    assert.equal(items.find(({ label }) => label === 'title')!.again, undefined);
  });

  it('offers no keys in comments, nested entries, blocks of text and the body', async () => {
    for (const source of [
      '---\n# <|>\n---\n',
      '---\nabout: |\n  <|>\n---\n',
      '---\nmap:\n  <|>\n---\n',
      '---\ntitle: A\n---\n<|>',
      '---\n\nA text\n<|>\n',
      '---<|>\ntitle: A\n---\n',
    ]) {
      assert.deepEqual(await completeLabels(source), [], source);
    }
  });
});

describe('completing values', () => {
  it('offers the values of the other posts, the frequent first, with counts', async () => {
    const items = await complete('---\nlayout: <|>\n---\n');
    assert.deepEqual(
      items.map(({ label, detail }) => [label, detail]),
      [
        ['post', '2 posts'],
        ['photo', '1 post'],
        ['none', undefined],
      ],
    );
  });

  it('offers list items that are not in the list yet, in both styles of lists', async () => {
    assert.deepEqual(await completeLabels('---\ntags: [winter, <|>]\n---\n'), ['crew', 'engine']);
    assert.deepEqual(await completeLabels('---\ntags:\n  - crew\n  - <|>\n  - engine\n---\n'), ['winter']);
    assert.deepEqual(await completeLabels('---\ntags: [\n  winter,\n  c<|>\n]\n---\n'), ['crew', 'engine']);
    assert.equal(
      await applyCompletion('---\ntags: [winter, en<|>, x]\n---\n', 'engine'),
      '---\ntags: [winter, engine, x]\n---\n',
    );
    assert.deepEqual(await completeLabels('---\ntags: [winter]<|>\n---\n'), []);
  });

  it('completing a value keeps its quotes and the comment after it', async () => {
    assert.equal(await applyCompletion('---\nlayout: "p<|>"\n---\n', 'photo'), '---\nlayout: "photo"\n---\n');
    assert.equal(
      await applyCompletion('---\nlayout: p<|>ost # the usual\n---\n', 'photo'),
      '---\nlayout: photo # the usual\n---\n',
    );
    assert.equal(await applyCompletion('---\nlayout:<|>\n---\n', 'photo'), '---\nlayout: photo\n---\n');
  });

  it('offers the current time in the style of the other posts’ dates', async () => {
    assert.deepEqual(await completeLabels('---\ndate: <|>\n---\n'), [
      '2026-01-15 12:00:00 +0000',
      '2026-01-16 12:00:00 +0000',
    ]);
  });

  it('offers true and false for a boolean key', async () => {
    assert.deepEqual(await completeLabels('---\npublished: <|>\n---\n'), ['true', 'false']);
  });

  it('does not offer the titles of other posts', async () => {
    assert.deepEqual(await completeLabels('---\ntitle: <|>\n---\n'), []);
  });
});

describe('completing a whole front matter', () => {
  it('offers the whole front matter of the other posts, with their constants and the current time', async () => {
    const whole = 'layout: $1\ntitle: "$2"\ndate: 2026-01-15 12:00:00 +0000\ntags: [$3]\nauthor: Ina\n---\n\n$0';
    for (const [source, text] of [
      ['<|>', `---\n${whole}`],
      ['--<|>', `---\n${whole}`],
    ] as const) {
      assert.equal(await applyCompletion(source, 'Front matter'), text);
    }
    assert.equal(await applyCompletion('---\n<|>', 'Front matter'), `---\n${whole}`);
  });

  it('offers no whole front matter in a body', async () => {
    assert.deepEqual(await completeLabels('Some text\n<|>'), []);
    assert.deepEqual(await completeLabels('<|>Some text\n'), []);
  });
});

const hugoSite = {
  'hugo.toml': 'baseURL = "https://example.org/"\n',
  'content/posts/one.md': '+++\ntitle = "One"\ndate = 2025-03-01T08:00:00Z\ntags = ["tides"]\ndraft = false\n+++\n',
  'content/posts/two.md':
    '+++\ntitle = "Two"\ndate = 2025-04-01T08:00:00Z\ntags = ["tides", "nets"]\ndraft = true\n+++\n',
};

async function completeInHugo(source: string): Promise<Completion[]> {
  const { analysis, uri, cursor } = await openInBlog(source, 'content/posts/three.md', hugoSite);
  return [...(await analysis.completions(uri, cursor)).items];
}

describe('completing TOML and JSON', () => {
  it('completes keys and values of TOML and JSON in their syntax', async () => {
    const key = (await completeInHugo('+++\nta<|>\n+++\n')).find(({ label }) => label === 'tags');
    assert.equal(key!.edit.newText, 'tags = ["$0"]');
    assert.equal((await completeInHugo('+++\ntags = [<|>]\n+++\n'))[1]!.edit.newText, '"nets"');
    assert.equal((await completeInHugo('+++\ndate = <|>\n+++\n'))[0]!.edit.newText, '2026-01-15T12:00:00Z');
    assert.deepEqual((await completeInHugo('+++\ndraft = <|>\n+++\n')).map(({ label }) => label).sort(), [
      'false',
      'true',
    ]);
    assert.equal(
      (await completeInHugo('{\n  "ta<|>"\n}\n')).find(({ label }) => label === 'tags')!.edit.newText,
      '"tags": ["$0"]',
    );
    assert.deepEqual(
      (await completeInHugo('{\n  "tags": ["tides", "<|>"]\n}\n')).map(({ edit }) => edit.newText),
      ['nets'],
    );
    assert.deepEqual(await completeInHugo('+++\n[params]\nta<|>\n+++\n'), []);
  });
});

describe('completing without a site', () => {
  it('offers nothing in front matter without a site', async () => {
    assert.deepEqual(await getCompletionsAt('+++\nti<|>\n+++\n'), []);
    assert.deepEqual(await getCompletionsAt('{\n  "ti<|>"\n}\n'), []);
    assert.deepEqual(await getCompletionsAt('---\ntags: [<|>\n---\n'), []);
  });
});

describe('completing at any moment of typing', () => {
  it('completion never throws wherever front matter is cut', async () => {
    for (const text of Object.values(ferryBlog)) {
      for (let length = 0; length <= text.length; length++) {
        const items = await complete(`${text.slice(0, length)}<|>`);
        for (const { edit } of items)
          assert.ok(edit.range.start <= length && edit.range.end === length, text.slice(0, length));
      }
    }
  });
});
