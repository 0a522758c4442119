import assert from 'node:assert/strict';
import { applyEdits, finish } from '../../../server/src/service/index.ts';
import { toPreviewHtml } from '../../../server/src/service/render/html.ts';
import type { DialectName } from '../../support/check.ts';
import { open } from '../../support/check.ts';
import { parseMarked } from '../../support/marked.ts';

function listActionsAt(
  source: string,
  dialect: DialectName,
): { text: string; titles: string[]; apply(title: string): string } {
  const { text, cursor } = parseMarked(source);
  const { analysis, uri } = open(text, dialect);
  const actions = finish(analysis.codeActions(uri, { start: cursor, end: cursor }));
  return {
    text,
    titles: actions.map(({ title }) => title),
    apply(title) {
      const action = actions.find((each) => each.title === title);
      assert.ok(action, `no "${title}" among ${actions.map((each) => each.title).join(', ')}`);
      return applyEdits(text, action.edits);
    },
  };
}

/** The article as its reader sees it: the HTML without the numbers of lines. */
function renderText(text: string, dialect: DialectName): string {
  return finish(toPreviewHtml(open(text, dialect).post.syntax))
    .replace(/ data-line="\d+"/g, '')
    .trimEnd();
}

/** Checks the text after an action and, where `same` says so, that readers see the same. */
function checkAction(
  source: string,
  title: string,
  expected: string,
  same: 'same' | 'other' = 'same',
  dialect: DialectName = 'kramdown',
): void {
  const { text, apply } = listActionsAt(source, dialect);
  const after = apply(title);
  assert.equal(after, expected);
  if (same === 'same') assert.equal(renderText(after, dialect), renderText(text, dialect));
}

describe('code actions', () => {
  it('makes an inline link a reference, with a label in the author’s style', () => {
    checkAction(
      'See [the old guide](/guide "Old")<|>.',
      'Make it a reference: [the-old-guide]',
      'See [the old guide][the-old-guide].\n\n[the-old-guide]: /guide "Old"\n',
    );
    checkAction(
      '[x][link1] ![a<|>](/a.png)\n\n[link1]: /x',
      'Make it a reference: [link2]',
      '[x][link1] ![a][link2]\n\n[link1]: /x\n[link2]: /a.png',
    );
    checkAction('[x][b] [y](/x<|>)\n\n[b]: /x', 'Make it a reference: [b]', '[x][b] [y][b]\n\n[b]: /x');
    checkAction('[x](<|></a b>)\n', 'Make it a reference: [x]', '[x][x]\n\n[x]: </a b>\n', 'same', 'gfm');
  });

  it('makes a reference an inline link and removes its definition if it was the last', () => {
    checkAction(
      'See [the guide][g<|>].\n\n[g]: /guide "Old"\n',
      'Make it an inline link',
      'See [the guide](/guide "Old").\n\n',
    );
    checkAction(
      '[g<|>] and [g][]\n\n[g]: /guide\n',
      'Make it an inline link',
      '[g](/guide) and [g][]\n\n[g]: /guide\n',
    );
  });

  it('offers no code action where nothing could be done', () => {
    for (const source of ['pl<|>ain', '<https://example.org<|>>', '[x][nope<|>]']) {
      assert.deepEqual(
        listActionsAt(source, 'kramdown').titles.filter((title) => title.startsWith('Make')),
        [],
      );
    }
  });

  it('converts manual footnotes to footnotes, one or all', () => {
    const source = 'One claim.<sup>1<|></sup> Two claims.<sup>2</sup>\n\n<sup>1</sup>First.\n\n<sup>2</sup> Second.\n';
    checkAction(
      source,
      'Make "<sup>1</sup>" a footnote: [^1]',
      'One claim.[^1] Two claims.<sup>2</sup>\n\n[^1]: First.\n\n<sup>2</sup> Second.\n',
      'other',
    );
    checkAction(
      source,
      'Make all 2 notes footnotes',
      'One claim.[^1] Two claims.[^2]\n\n[^1]: First.\n\n[^2]: Second.\n',
      'other',
    );
  });

  it('converts manual footnotes with raised digits to footnotes', () => {
    const source = 'One claim.¹<|> Two claims.²\n\n¹First.\n\n² Second.\n';
    checkAction(
      source,
      'Make "¹" a footnote: [^1]',
      'One claim.[^1] Two claims.²\n\n[^1]: First.\n\n² Second.\n',
      'other',
    );
    checkAction(
      source,
      'Make all 2 notes footnotes',
      'One claim.[^1] Two claims.[^2]\n\n[^1]: First.\n\n[^2]: Second.\n',
      'other',
    );
  });

  it('renumbers footnotes by first use', () => {
    checkAction(
      'a[^7<|>] b[^2] c[^word]\n\n[^2]: two\n[^7]: seven\n[^word]: word\n',
      'Number the notes by their first use',
      'a[^1] b[^2] c[^word]\n\n[^2]: two\n[^1]: seven\n[^word]: word\n',
      'other',
    );
    assert.ok(
      !listActionsAt('a[^1<|>]\n\n[^1]: one\n', 'kramdown').titles.includes('Number the notes by their first use'),
    );
  });

  it('sorts definitions and collects them at the end', () => {
    const title = 'Sort definitions and collect them at the end';
    checkAction(
      '<|>[x][b] [y][a10] [z][a9]\n\n[b]: /b\n\nMore.\n\n[a10]: /a10\n[a9]: /a9\n',
      title,
      '[x][b] [y][a10] [z][a9]\n\nMore.\n\n[a9]: /a9\n[a10]: /a10\n[b]: /b\n',
    );
    checkAction(
      '<|>[x][a]\n\n[a]: /first\n\nMore.\n\n[a]: /last\n',
      title,
      '[x][a]\n\nMore.\n\n[a]: /first\n[a]: /last\n',
    );
    assert.ok(
      !listActionsAt('<|>1. [x][b]\n\n[b]: /b\n[a]: /a\n\n3. [y][a]\n', 'kramdown').titles.includes(title),
      'a definition parts two lists',
    );
    assert.ok(!listActionsAt('<|>[x][a] [b]\n\n[a]: /a\n[b]: /b\n', 'kramdown').titles.includes(title));
  });

  it('fixes all problems that can be fixed safely at once', () => {
    checkAction(
      '<|>A claim.[^a.b]\n\n[^a.b]: Source.\n\nSee [g].\n[g]: /g\n',
      'Fix all that can be fixed safely',
      'A claim.[^a-b]\n\n[^a-b]: Source.\n\nSee [g].\n\n[g]: /g\n',
      'other',
    );
  });

  it('fixing everything fixes the problems that appear meanwhile, so that fixing again changes nothing', () => {
    checkAction('<|>A line\n[^🙂]: a\n', 'Fix all that can be fixed safely', 'A line\n\n[^note]: a\n', 'other');
  });

  it('offers no fix that leaves its problem: below HTML that is never closed, nothing is defined', () => {
    const title = 'Write the note for "[^1]"';
    assert.ok(listActionsAt('A claim[<|>^1].\n', 'kramdown').titles.includes(title));
    assert.ok(!listActionsAt('A claim[<|>^1].\n\n<script>\n', 'kramdown').titles.includes(title));
  });
});
