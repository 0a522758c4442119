import assert from 'node:assert/strict';
import type { Nodes } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parseFragment } from 'parse5';
import type { Dialect } from '../../server/src/service/dialects/dialect.ts';
import { dialects } from '../../server/src/service/dialects/index.ts';
import { toPreviewHtml } from '../../server/src/service/render/html.ts';
import { parse } from '../../server/src/service/syntax/syntax.ts';
import type { Engine } from './engines.ts';
import { engines } from './engines.ts';
import { commonTexts, goldmarkTexts, kramdownTexts } from './texts.ts';

/** What a reader gets from a page's HTML: its words, the ids of headings and the numbers of notes. */
interface Seen {
  readonly text: string;
  readonly ids: readonly string[];
  readonly notes: readonly string[];
}

const blocks = /^(?:blockquote|dd|div|dl|dt|h[1-6]|hr|li|ol|p|pre|section|table|tbody|td|th|thead|tr|ul|br)$/;

function seen(html: string): Seen {
  const ids: string[] = [];
  const notes: string[] = [];
  const text = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    if (!('children' in node)) return '';
    const inner = node.children.map((child) => text(child as Nodes)).join('');
    if (node.type !== 'element') return inner;
    const id = String(node.properties['id'] ?? '').replace(/^user-content-/, '');
    if (/^h[1-6]$/.test(node.tagName)) ids.push(id);
    if (node.tagName === 'sup' && id.startsWith('fnref')) notes.push(`${id} ${inner}`);
    return blocks.test(node.tagName) ? ` ${inner} ` : inner;
  };
  const all = text(fromParse5(parseFragment(html)) as Nodes);
  return { text: all.replace(/[\s\u00A0]+/g, ' ').trim(), ids, notes };
}

function ours(text: string, dialect: Dialect): Seen {
  return seen(toPreviewHtml(parse(text, { dialect, formats: [] })));
}

const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kramdown: { ...commonTexts, ...kramdownTexts },
  hugo: { ...commonTexts, ...goldmarkTexts },
};

describe('posts as the engines print them', () => {
  for (const engine of engines.filter(({ name }) => name in texts)) describe(engine.name, () => comparisons(engine, texts[engine.name]!));
});

function comparisons(engine: Engine, cases: Readonly<Record<string, string>>): void {
  let html: ReadonlyMap<string, string>;
  before(`needs ${engine.needs}`, function () {
    if (!engine.isInstalled()) return this.skip();
    this.timeout(60_000);
    const rendered = engine.render(Object.values(cases));
    html = new Map(Object.keys(cases).map((name, index) => [name, rendered[index]!]));
  });
  for (const [name, text] of Object.entries(cases)) {
    it(name, () => assert.deepEqual(ours(text, dialects[engine.dialect]), seen(html.get(name)!)));
  }
}
