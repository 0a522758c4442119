import { finish } from '../../../server/src/service/index.ts';
import assert from 'node:assert/strict';
import type { Dialect } from '../../../server/src/service/dialects/dialect.ts';
import { gfm } from '../../../server/src/service/dialects/gfm.ts';
import { goldmark } from '../../../server/src/service/dialects/goldmark.ts';
import { createHeadingIds } from '../../../server/src/service/dialects/shared/headingIds.ts';
import { dialects } from '../../../server/src/service/dialects/index.ts';
import { kramdown } from '../../../server/src/service/dialects/kramdown.ts';
import { markdownIt } from '../../../server/src/service/dialects/markdownIt.ts';
import { marked } from '../../../server/src/service/dialects/marked.ts';
import { mdx } from '../../../server/src/service/dialects/mdx.ts';
import { toPreviewHtml } from '../../../server/src/service/render/html.ts';
import type { Syntax } from '../../../server/src/service/syntax/syntax.ts';
import { parse } from '../../../server/src/service/syntax/syntax.ts';

function parseText(text: string, dialect: Dialect): Syntax {
  return parse(text, { dialect, formats: [] });
}

/** What is found in a text, as its source. */
function listOccurrences(text: string, dialect: Dialect): string[] {
  return parseText(text, dialect).occurrences.map(
    ({ type, range }) => `${type} ${text.slice(range.start, range.end).split('\n')[0]}`,
  );
}

/** What a reader sees, without the marks of the page. */
function renderText(text: string, dialect: Dialect): string {
  return finish(toPreviewHtml(parseText(text, dialect))).replace(/ (?:data-line|id)="[^"]*"/g, '');
}

/** The ids of two headings with the same text. */
function createIds({ headings }: Dialect): string[] {
  return ['1. Ångström & co', '1. Ångström & co'].map(createHeadingIds(headings));
}

describe('options of a dialect', () => {
  it('equal options give the same dialect, no options the default one', () => {
    assert.equal(kramdown(), dialects.kramdown);
    assert.equal(kramdown({ input: 'GFM', hardWrap: undefined }), dialects.kramdown);
    assert.equal(goldmark({ footnote: false }), goldmark({ footnote: false, table: true }));
    assert.equal(markdownIt({ plugins: ['abbr'] }), markdownIt({ plugins: ['abbr'] }));
    assert.notEqual(markdownIt({ plugins: ['abbr'] }), markdownIt({ plugins: [] }));
  });

  it('two sites can read the same text with different dialect options', () => {
    const text = 'Text[^1] and [a].\n\n[^1]: The note.\n\n[a]: /a\n';
    const withNotes = [
      'footnoteReference [^1]',
      'reference [a]',
      'footnoteDefinition [^1]: The note.',
      'definition [a]: /a',
    ];
    const withoutNotes = ['reference [^1]', 'reference [a]', 'reference [^1]', 'definition [a]: /a'];
    for (const [on, off] of [
      [goldmark(), goldmark({ footnote: false })],
      [gfm(), gfm({ footnotes: false })],
      [mdx(), mdx({ gfm: false })],
      [markdownIt(), markdownIt({ plugins: [] })],
      [marked({ footnotes: true }), marked()],
    ] as const) {
      assert.deepEqual(
        [listOccurrences(text, on), listOccurrences(text, off), listOccurrences(text, on)],
        [withNotes, withoutNotes, withNotes],
      );
      assert.match(
        renderText(text, off),
        /^<p>Text\[\^1\] and <a href="\/a">a<\/a>\.<\/p>\n<p>\[\^1\]: The note\.<\/p>$/,
      );
    }
  });

  it('reads a line like a footnote as a link definition where there are no footnotes', () => {
    assert.deepEqual(listOccurrences('Text[^1].\n\n[^1]: /u\n', marked()), ['reference [^1]', 'definition [^1]: /u']);
    assert.deepEqual(listOccurrences('![^1] [t][^1]\n\n[^1]: /u\n', marked()), [
      'reference ![^1]',
      'reference [t][^1]',
      'definition [^1]: /u',
    ]);
  });

  it('options can turn HTML and indented code into text', () => {
    const text = '<div>[t][a]</div>\n\n    [t][b]\n\n[a]: /a\n[b]: /b\n';
    assert.deepEqual(listOccurrences(text, markdownIt()), [
      'code <div>[t][a]</div>',
      'code     [t][b]',
      'definition [a]: /a',
      'definition [b]: /b',
    ]);
    assert.deepEqual(listOccurrences(text, markdownIt({ html: false, indentedCode: false })), [
      'reference [t][a]',
      'reference [t][b]',
      'definition [a]: /a',
      'definition [b]: /b',
    ]);
  });

  it('lines of `:::` begin and end containers, which end the block before them', () => {
    const text = 'See [t][a].\n::: tip Two *boats*\n[a]: /a\n:::\n> quoted\n:::\nText\n';
    assert.deepEqual(listOccurrences(text, markdownIt({ plugins: ['container'] })), [
      'reference [t][a]',
      'definition [a]: /a',
    ]);
    assert.deepEqual(listOccurrences(text, markdownIt({ plugins: [] })), ['reference [t][a]', 'reference [a]']);
    assert.match(renderText(text, markdownIt({ plugins: ['container'] })), /<strong>Two <em>boats<\/em><\/strong>/);
  });

  it('options decide how headings get their ids', () => {
    assert.deepEqual(createIds(kramdown()), ['1-ångström--co', '1-ångström--co-1']);
    assert.deepEqual(createIds(kramdown({ input: 'kramdown' })), ['ngstrm--co', 'ngstrm--co-1']);
    assert.deepEqual(createIds(kramdown({ autoIdPrefix: 'h-' })), ['h-1-ångström--co', 'h-1-ångström--co-1']);
    assert.deepEqual(createIds(kramdown({ autoIds: false })), ['', '']);
    assert.deepEqual(createIds(goldmark({ autoHeadingIdType: 'github-ascii' })), [
      '1-angstrom--co',
      '1-angstrom--co-1',
    ]);
  });

  it('options decide what is printed for plain characters', () => {
    const text = '"Quoted" -- so...\n';
    assert.equal(renderText(text, kramdown()), '<p>“Quoted” – so…</p>');
    assert.equal(renderText(text, kramdown({ smartQuotes: ["'", "'", '"', '"'] })), '<p>"Quoted" – so…</p>');
    assert.equal(renderText(text, kramdown({ autoTypographic: false })), '<p>“Quoted” -- so...</p>');
    assert.equal(renderText(text, kramdown({ typographicSymbols: { hellip: '. . .' } })), '<p>“Quoted” – so. . .</p>');
    assert.equal(renderText(text, goldmark({ typographer: false })), '<p>"Quoted" -- so...</p>');
  });

  it('options decide the first number and the id format of footnotes', () => {
    const html = finish(
      toPreviewHtml(
        parseText(
          'Text[^a].\n\n[^a]: The note.\n',
          kramdown({ footnoteNr: 5, footnotePrefix: 'p-', footnoteBacklink: '' }),
        ),
      ),
    );
    assert.match(html, /<sup id="user-content-fnref:p-a"><a href="#fn:p-a"[^>]*>5<\/a><\/sup>/);
    assert.match(html, /<ol start="5">\s*<li id="user-content-fn:p-a"[^>]*>\s*<p[^>]*>The note\.<\/p>\s*<\/li>/);
  });
});
