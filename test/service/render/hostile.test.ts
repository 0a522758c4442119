import assert from 'node:assert/strict';
import { toPreviewHtml } from '../../../server/src/service/render/html.ts';
import { dialects, finish } from '../../../server/src/service/index.ts';
import { open } from '../../support/check.ts';
import type { DialectName } from '../../support/check.ts';
import { findDangers, inCopies } from '../../support/hostile/dangers.ts';
import { createHostilePost, hostile, hostileFrontMatter } from '../../support/hostile/index.ts';

const dialectNames = Object.keys(dialects) as DialectName[];

function checkPost(text: string): void {
  for (const dialect of dialectNames) {
    const html = finish(toPreviewHtml(open(text, dialect).post.syntax));
    assert.deepEqual(findDangers(html), [], `${dialect}: ${html}`);
    assert.match(html, /Before/, dialect);
  }
}

describe('hostile posts', () => {
  for (const [kind, payloads] of Object.entries(hostile)) {
    describe(kind, () => {
      for (const payload of payloads)
        it(`the preview makes this hostile post harmless: ${JSON.stringify(payload)}`, () =>
          checkPost(createHostilePost(payload)));
    });
  }

  describe('front matter', () => {
    for (const text of hostileFrontMatter)
      it(`the preview makes this hostile front matter harmless: ${JSON.stringify(text.split('\n')[1])}`, () =>
        checkPost(text));
  });

  it('the check of hostile posts finds each kind of danger', () => {
    for (const html of [
      '<p onclick="x">',
      '<img src="x">',
      '<script></script>',
      '<style></style>',
      '<svg></svg>',
      '<math></math>',
      '<noscript><p>x</p></noscript>',
      '<!-- x -->',
      '<body class="x">',
      '<a href="javascript:x">',
      '<a href="java\nscript:x">',
      '<a href=" &#1;javascript:x">',
      '<img data-src="data:text/html,x">',
      '<p id="x">',
      '<p class="galley-toolbar">',
      '<p class="x GALLEY-head">',
      '<p style="x">',
      '<p data-style="position:fixed">',
      '<p data-style="color: red; top: -9px">',
      '<p data-style="color: url(x)">',
      '<p data-message="x">',
      '<a><table><a>x</table>',
    ])
      assert.notDeepEqual(findDangers(html), [], html);
    for (const html of ['<p data-style="color: red; width: 3em">x</p>', '<p class="galley-box">x</p>'])
      assert.deepEqual(findDangers(html), [], html);
    assert.deepEqual(findDangers('<img src="x.png"><p id="x" style="color: red">x</p>', inCopies), []);
    assert.notDeepEqual(findDangers('<p style="position: fixed">x</p>', inCopies), []);
  });

  it('at least 300 hostile posts are tried in every dialect', () => {
    const all = Object.values(hostile).flat();
    assert.ok(new Set(all).size >= 300, `${new Set(all).size}`);
    assert.equal(new Set(all).size, all.length);
    assert.deepEqual(dialectNames, Object.keys(dialects));
  });
});
