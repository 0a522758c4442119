import { finish } from '../../../server/src/service/index.ts';
import assert from 'node:assert/strict';
import type { DialectName } from '../../support/check.ts';
import { open } from '../../support/check.ts';

/** Rule, severity and text of the problems of a post. */
function listProblems(text: string, dialect: DialectName = 'kramdown'): string[] {
  const { analysis, uri } = open(text, dialect);
  return finish(analysis.problems(uri)).map(
    ({ rule, severity, range }) => `${rule} ${severity}: ${text.slice(range.start, range.end)}`,
  );
}

const pair = 'One.<sup id="fnref:1"><a href="#fn:1">1</a></sup>\n';
const note = '\n<ol>\n<li id="fn:1">Source. <a href="#fnref:1">back</a></li>\n</ol>\n';

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['a mark, its note and the way back', pair + note, []],
  ['a mark without a note', `${pair}Two.<sup><a href="#fn:2">2</a></sup>\n${note}`, ['undefined-footnote hint: fn:2']],
  [
    'a way back to nothing',
    pair.replace(' id="fnref:1"', '') + note + pair.replaceAll('1', '2') + note.replaceAll('1', '2'),
    ['undefined-footnote hint: fnref:1'],
  ],
  [
    'a note without a mark',
    pair + note.replace('</ol>', '<li id="fn:3">Lost.</li>\n</ol>'),
    ['orphan-footnote hint: fn:3'],
  ],
  [
    'anchors of the old kind and links of Markdown',
    'One [1](#fn1), two [2](#fn2).\n\n<a name="fn1"></a>1. Source.\n\n<a id="fn2"></a>2. Source.\n\n<a id="fn3"></a>3. Source.\n',
    ['orphan-footnote hint: fn3'],
  ],
  [
    'no notes: nothing leads to a note that is there',
    '<a href="#fn:1">elsewhere</a> <a href="#note7">7</a>\n\n<p id="chapter-2">Two</p>\n',
    [],
  ],
  [
    'in code and comments',
    `${pair}Write \`<a href="#fn:7">\`. <!-- <a href="#fn:8"> -->\n\n    <a href="#fn:9">\n${note}`,
    [],
  ],
  ['ids that attribute lists give', `${pair}Two.<a href="#fn:2">2</a>\n\nSource.\n{: #fn:2}\n${note}`, []],
  [
    'where an include or a template may bring the note',
    `${pair}Two.<a href="#fn:2">2</a>\n\n{% include notes.html %}\n${note}`,
    [],
  ],
  [
    'where a template writes ids',
    `${pair}Two.<a href="#fn:2">2</a>\n\n{% for n in notes %}<p id="fn:{{ n }}">x</p>{% endfor %}\n${note}`,
    [],
  ],
];

describe('notes made by hand of HTML', () => {
  for (const [name, text, expected] of cases)
    it(`checks links between footnotes written in HTML: ${name}`, () => assert.deepEqual(listProblems(text), expected));

  it('reports ids of HTML footnotes that Markdown footnotes take as well', () => {
    const text = `${pair}And.[^1]\n${note}\n[^1]: Another source.\n`;
    const both = ['duplicate-footnote warning: fnref:1', 'duplicate-footnote warning: fn:1'];
    assert.deepEqual(listProblems(text), both);
    assert.deepEqual(listProblems(text.replaceAll('[^1]', '[^x]')), []);
    assert.deepEqual(listProblems(text.replaceAll('[^1]', '[^x]'), 'goldmark'), both);
    assert.deepEqual(listProblems(text, 'gfm'), []);
  });
});
