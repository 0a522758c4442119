import assert from 'node:assert/strict';
import { finish } from '../../../server/src/service/index.ts';
import type { DialectName } from '../../support/check.ts';
import { formatProblems, open } from '../../support/check.ts';

const crowd = '*a* [b][] `c`\n'.repeat(4000);
const remark = (line: number) =>
  `${line}:1-${line}:14 unread-text: From here on a block without a blank line holds more marks, or deeper ones in one another, than are read, so it is not checked. Divide it by blank lines.`.replace(
    `${line}:1-${line}:14`,
    `${line}:1-14`,
  );

const dialects: readonly DialectName[] = ['kramdown', 'goldmark', 'gfm', 'markdown-it', 'mdx'];

describe('text that is too much to read', () => {
  for (const dialect of dialects) {
    it(`a block with more marks than are read is remarked once in ${dialect}, and nothing is missing elsewhere`, () => {
      const text = `First [a][] and a note.[^1]\n\n> ${crowd.trimEnd().replaceAll('\n', '\n> ')}\n\n[unused]: /b\n\n[^2]: Orphan.\n`;
      assert.deepEqual(
        formatProblems(text, dialect).map((line) => line.replace(/^3:\d+-\d+/, '3:1-14')),
        [remark(3)],
      );
    });

    it(`the preview shows a post with such a block as it is written in ${dialect}`, () => {
      const { analysis, uri } = open(`# Fog\n\n${crowd}`, dialect);
      assert.ok(finish(analysis.render(uri))!.html.includes('so here is its text.</p>'));
    });

    it(`fenced code of any length is read in ${dialect}`, () => {
      const text = `See [a][].\n\n\`\`\`\n${'const a = [b][c];\n'.repeat(9000)}\`\`\`\n\n[a]: /a\n`;
      assert.deepEqual(formatProblems(text, dialect), []);
    });
  }

  it('a post with more characters than are read is remarked', () => {
    const [remarked, ...others] = formatProblems(`${'word '.repeat(16)}\n\n`.repeat(30_000));
    assert.match(remarked!, /unread-text: This post has more than 2,000,000 characters/);
    assert.deepEqual(others, []);
  });
});
