import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parseFragment } from 'parse5';
import type { Dialect } from '../../server/src/service/dialects/dialect.ts';
import { dialects } from '../../server/src/service/dialects/index.ts';
import { toPreviewHtml } from '../../server/src/service/render/html.ts';
import * as service from '../../server/src/service/index.ts';
import { parse } from '../../server/src/service/syntax/syntax.ts';
import { parseTxtar, root, readSites } from '../support/site.ts';
import type { Engine } from './engines.ts';
import { engines } from './engines.ts';
import { describeWith } from './describeWith.ts';
import { commonTexts, goldmarkTexts, kramdownTexts } from './texts.ts';
import { toTxtar } from './fixtures.ts';
import { createAnalysis } from '../support/check.ts';

/** What a reader gets from a page's HTML: its words, the ids of headings and the numbers of notes. */
interface Seen {
  readonly text: string;
  readonly ids: readonly string[];
  readonly notes: readonly string[];
}

const blocks = /^(?:blockquote|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|section|table|tbody|td|th|thead|tr|ul|br)$/;

function readHtml(html: string): Seen {
  const ids: string[] = [];
  const notes: string[] = [];
  const toText = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    if (!('children' in node)) return '';
    const inner = node.children.map((child) => toText(child as Nodes)).join('');
    if (node.type !== 'element') return inner;
    const id = String(node.properties['id'] ?? '').replace(/^user-content-/, '');
    if (/^h[1-6]$/.test(node.tagName)) ids.push(id);
    if (node.tagName === 'sup' && id.startsWith('fnref')) notes.push(`${id} ${inner}`);
    return blocks.test(node.tagName) ? ` ${inner} ` : inner;
  };
  const all = toText(fromParse5(parseFragment(html)) as Nodes);
  return { text: all.replace(/[\s\u00A0]+/g, ' ').trim(), ids, notes };
}

function renderText(text: string, dialect: Dialect): Seen {
  return readHtml(service.finish(toPreviewHtml(parse(text, { dialect, formats: [] }))));
}

const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kramdown: { ...commonTexts, ...kramdownTexts },
  hugo: { ...commonTexts, ...goldmarkTexts },
};

describe('posts as the engines print them', () => {
  for (const engine of engines.filter(({ name }) => name in texts))
    describeWith(engine, engine.name, () => compareAll(engine, texts[engine.name]!));
});

function compareAll(engine: Engine, cases: Readonly<Record<string, string>>): void {
  let html: ReadonlyMap<string, string>;
  before(function () {
    this.timeout(60_000);
    const rendered = engine.render(Object.values(cases));
    html = new Map(Object.keys(cases).map((name, index) => [name, rendered[index]!]));
  });
  for (const [name, text] of Object.entries(cases)) {
    it(`the preview shows what ${engine.name} prints: ${name}`, () =>
      assert.deepEqual(renderText(text, dialects[engine.dialect]), readHtml(html.get(name)!)));
  }
}

/** Every Markdown file of a site as its preview shows it. */
async function renderPreviews(txtar: string): Promise<Map<string, Seen>> {
  const snapshot = service.withSites(service.emptySnapshot, await readSites(txtar));
  const posts = [...parseTxtar(txtar)].filter(([path]) => path.endsWith('.md'));
  return new Map(
    posts.map(([path, text]) => {
      const uri = `${root}/${path}`;
      const opened = service.withDocument(snapshot, new service.Document(uri, 1, text));
      return [path, readHtml(service.finish(createAnalysis(opened).render(uri))!.html)];
    }),
  );
}

describeWith('jekyll', 'the posts of example sites as Jekyll prints them', () => {
  const fixtures = readdirSync('test/fixtures')
    .filter((name) => name.startsWith('jekyll'))
    .map((name) => join('test/fixtures', name));
  let built: readonly Readonly<Record<string, string>>[];
  before(function () {
    this.timeout(60_000);
    const { stdout, stderr } = spawnSync('ruby', ['test/engines/content.rb', ...fixtures], {
      encoding: 'utf8',
      maxBuffer: 1e8,
      env: { ...process.env, LANG: 'C.UTF-8' },
    });
    built = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>);
    assert.equal(built.length, fixtures.length, stderr);
  });
  for (const [index, fixture] of fixtures.entries()) {
    it(`the preview shows the posts of ${fixture} as Jekyll prints them`, async () => {
      const ours = await renderPreviews(toTxtar(fixture));
      for (const [path, html] of Object.entries(built[index]!)) assert.deepEqual(ours.get(path), readHtml(html), path);
    });
  }
});
