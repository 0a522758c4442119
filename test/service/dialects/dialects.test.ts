import assert from 'node:assert/strict';
import { dialects } from '../../../server/src/service/dialects/index.ts';
import { Document, emptySnapshot, withDocument } from '../../../server/src/service/index.ts';
import type { DialectName } from '../../support/check.ts';
import { open, formatProblems } from '../../support/check.ts';

/** Which of the labels meet, by dialect. */
const meeting: readonly (readonly [string, string, readonly DialectName[]])[] = [
  [
    'Home',
    'hOME',
    ['kramdown', 'goldmark', 'gfm', 'markdown-it', 'marked', 'mdx', 'pulldown-cmark', 'python-markdown'],
  ],
  ['ẞ', 'SS', ['goldmark', 'gfm', 'markdown-it', 'mdx', 'pulldown-cmark']],
  [
    'one \t two',
    'one two',
    ['kramdown', 'goldmark', 'gfm', 'markdown-it', 'marked', 'mdx', 'pulldown-cmark', 'python-markdown'],
  ],
  ['one\u00a0two', 'one two', ['markdown-it', 'marked', 'python-markdown']],
];

const footnoteLabels: readonly (readonly [string, readonly DialectName[]])[] = [
  ['note-1', ['kramdown', 'goldmark', 'gfm', 'markdown-it', 'mdx', 'pulldown-cmark', 'python-markdown']],
  ['a.b', ['goldmark', 'gfm', 'markdown-it', 'mdx', 'pulldown-cmark', 'python-markdown']],
  ['注', ['goldmark', 'gfm', 'markdown-it', 'mdx', 'pulldown-cmark', 'python-markdown']],
  ['two words', ['goldmark', 'pulldown-cmark', 'python-markdown']],
  ['a\tb', ['goldmark', 'markdown-it', 'pulldown-cmark', 'python-markdown']],
  ['m'.repeat(1000), ['kramdown', 'goldmark', 'markdown-it', 'pulldown-cmark', 'python-markdown']],
];

function listDialects(accepts: (id: DialectName) => boolean): DialectName[] {
  return (Object.keys(dialects) as DialectName[]).filter(accepts).sort();
}

/** The dialect in which a file is read when no setting names one. */
function getDialect(uri: string): string {
  return withDocument(emptySnapshot, new Document(uri, 1, '')).open.get(uri)!.dialect.id;
}

describe('dialects', () => {
  for (const [one, other, expected] of meeting) {
    it(`each dialect decides whether "${one}" and "${other}" are the same label`, () => {
      assert.deepEqual(
        listDialects((id) => dialects[id].links.normalizeLabel(one) === dialects[id].links.normalizeLabel(other)),
        [...expected].sort(),
      );
    });
  }

  for (const [label, expected] of footnoteLabels) {
    it(`each dialect decides whether "${label.slice(0, 20)}" can name a footnote`, () => {
      assert.deepEqual(
        listDialects(
          (id) => dialects[id].footnotes.isEnabled && dialects[id].footnotes.normalizeLabel(label) !== undefined,
        ),
        [...expected].sort(),
      );
    });
  }

  it('ignores the case of footnote labels in GFM, MDX and pulldown-cmark only', () => {
    assert.deepEqual(
      listDialects(
        (id) => dialects[id].footnotes.normalizeLabel('Note') === dialects[id].footnotes.normalizeLabel('note'),
      ),
      ['gfm', 'mdx', 'pulldown-cmark'],
    );
  });

  it('reports a footnote whose label has spaces in kramdown, which drops it', () => {
    const [first] = formatProblems('Text[^two words]\n\n[^two words]: The note.\n');
    assert.match(first ?? '', /unsupported-footnote-label/);
    assert.deepEqual(formatProblems('Text[^two words]\n\n[^two words]: The note.\n', 'goldmark'), []);
  });

  it('reports a footnote whose label differs in case from its reference in goldmark', () => {
    const rules = formatProblems('Text[^Two Words]\n\n[^two words]: The note.\n', 'goldmark').map(
      (line) => line.split(' ')[1],
    );
    assert.deepEqual(rules, ['undefined-footnote:', 'orphan-footnote:']);
  });

  it('counts a label inside an inline note of markdown-it as used', () => {
    const text = 'Text^[See [the guide][guide].]\n\n[guide]: /guide\n';
    assert.deepEqual(formatProblems(text, 'markdown-it'), []);
  });

  it('chooses MDX for .mdx files only', () => {
    assert.equal(getDialect('file:///site/post.mdx'), 'mdx');
    assert.equal(getDialect('file:///site/post.md'), 'gfm');
    assert.equal(open('', 'goldmark', 'file:///site/post.mdx').post.dialect.id, 'goldmark');
  });
});
