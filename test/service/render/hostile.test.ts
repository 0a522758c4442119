import { finish } from '../../../server/src/service/index.ts';
import assert from 'node:assert/strict';
import type { Element, Nodes } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parseFragment } from 'parse5';
import { toPreviewHtml } from '../../../server/src/service/render/html.ts';
import { open } from '../../support/check.ts';
import type { DialectName } from '../../support/check.ts';
import { hostile } from './hostile.ts';

const dialects: readonly DialectName[] = ['kramdown', 'goldmark', 'gfm', 'markdown-it', 'mdx'];

/** Elements that a post may become; none of them runs, frames or fetches. */
const harmless = new Set(
  (
    'a abbr article aside address b bdi bdo big blockquote br caption center cite code col colgroup data dd del details dfn div dl dt em figcaption figure font h1 h2 h3 h4 h5 h6 hgroup ' +
    'hr i img input ins kbd li mark ol p picture pre q rp rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
  ).split(' '),
);

/** Attributes that can do something. */
const active =
  /^(?:on|src$|srcSet|srcDoc|action|formAction|xLink|ping|poster|background|style$|target|autoFocus|contentEditable|popover|is$|slot$|name$|download|http|data$)/i;

/** What in a page's HTML could run, load, or pass for a part of the preview. */
function findDangers(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'element') found.push(...listDangers(node));
    if ('children' in node) node.children.forEach((child) => visit(child as Nodes));
  };
  visit(fromParse5(parseFragment(html)) as Nodes);
  return found;
}

function listDangers({ tagName, properties }: Element): string[] {
  const found = harmless.has(tagName) ? [] : [tagName];
  for (const [name, value] of Object.entries(properties)) {
    if (active.test(name)) found.push(`${tagName} ${name}`);
    if (name === 'href' && !/^(?:https?:|mailto:|tel:|#|[^:]*$|[^:/?#]*[/?#])/i.test(String(value).trim()))
      found.push(`href ${String(value)}`);
    if (name === 'id' && !String(value).startsWith('user-content-')) found.push(`id ${String(value)}`);
    if (
      name === 'className' &&
      [value].flat().some((each) => /^(?:galley-(?!template|box|cut|embed|math)|vscode)/.test(String(each)))
    )
      found.push(`class ${String(value)}`);
  }
  return found;
}

describe('hostile posts', () => {
  for (const [kind, payloads] of Object.entries(hostile)) {
    describe(kind, () => {
      for (const payload of payloads) {
        it(`the preview makes this hostile post harmless: ${JSON.stringify(payload)}`, () => {
          for (const dialect of dialects) {
            const text = `---\ntitle: "<script>alert(1)</script>"\nevil: "<img src=x onerror=alert(1)>"\n---\n\nBefore\n\n${payload}\n\nAfter`;
            const html = finish(toPreviewHtml(open(text, dialect).post.syntax));
            assert.deepEqual(findDangers(html), [], `${dialect}: ${html}`);
            assert.match(html, /Before/, dialect);
          }
        });
      }
    });
  }

  it('the check of hostile posts finds each kind of danger', () => {
    for (const html of [
      '<p onclick="x">',
      '<img src="x">',
      '<script></script>',
      '<a href="javascript:x">',
      '<a href="java\nscript:x">',
      '<p id="x">',
      '<p class="galley-toolbar">',
      '<p style="x">',
    ])
      assert.notDeepEqual(findDangers(html), [], html);
  });

  it('at least 150 hostile posts are tried', () => assert.ok(Object.values(hostile).flat().length >= 150));
});
