import { finish } from '../../../server/src/service/index.ts';
import assert from 'node:assert/strict';
import fc from '../../support/property.ts';
import type { DialectId } from '../../../server/src/service/dialects/dialect.ts';
import { dialects } from '../../../server/src/service/dialects/index.ts';
import { Article } from '../../../server/src/service/render/article.ts';
import { toPreviewHtml } from '../../../server/src/service/render/html.ts';
import { createFrontMatterContext } from '../../../server/src/service/render/templates/templateContext.ts';
import { parse } from '../../../server/src/service/syntax/syntax.ts';

const fragments = [
  'Word',
  ' "quoted" ',
  '\n',
  '\n\n',
  '# Head\n',
  '- item\n',
  '1. one\n',
  '> quote\n',
  '```\ncode\n```\n',
  '`code`',
  '*em*',
  '**strong**',
  '[t][a]',
  '[a]: /a\n',
  '[^n]',
  '[^n]: note\n',
  '    indented\n',
  '<div>\n',
  '</div>\n',
  '<b>',
  '</b>',
  '{: .c}\n',
  '{:toc}\n',
  '{% include x %}',
  '{{ page.title }}',
  '{% highlight ruby %}\n',
  '{% endhighlight %}\n',
  '$$x$$',
  '| a | b |\n',
  '|---|---|\n',
  'Term\n: def\n',
  '*[Word]: title\n',
  ':::note\n',
  ':::\n',
  '<!--more-->\n',
  '[x]: y z\n',
  '<Box a={1}>\n',
  '{a}',
  '\uE0000\uE001',
  '---\n',
];
const text = fc.array(fc.constantFrom(...fragments), { maxLength: 30 }).map((parts) => parts.join(''));
const dialect = fc.constantFrom<DialectId>('kramdown', 'goldmark', 'gfm', 'markdown-it', 'mdx');

function renderSource(source: string, id: DialectId, article = new Article(dialects[id])): string {
  const syntax = parse(source, { dialect: dialects[id], formats: ['yaml'] });
  return finish(toPreviewHtml(syntax, createFrontMatterContext(syntax), article));
}

describe('an article', () => {
  it('a preview updated by edits equals one rendered from scratch', () => {
    fc.assert(
      fc.property(dialect, fc.array(text, { minLength: 2, maxLength: 4 }), (id, parts) => {
        const article = new Article(dialects[id]);
        renderSource(parts.join('\n\n'), id, article);
        const edited = [...parts.slice(1), 'More', parts[0]].join('\n\n');
        assert.equal(renderSource(edited, id, article), renderSource(edited, id));
      }),
      { numRuns: 120 },
    );
  });

  it('the preview shows every word of plain prose, whatever is next to it', () => {
    fc.assert(
      fc.property(dialect, text, (id, around) =>
        assert.match(renderSource(`${around}\n\nLighthouse keepers\n`, id), /Lighthouse keepers/),
      ),
      { numRuns: 100 },
    );
  });

  const endless = [
    '> '.repeat(5000),
    '- '.repeat(5000),
    '<b>'.repeat(3000),
    '<div>\n'.repeat(2000),
    '['.repeat(5000),
    '{% if x %}'.repeat(2000),
    '{: .a}\n'.repeat(2000),
    '|'.repeat(5000),
    '"'.repeat(5000),
    '$$'.repeat(4000),
  ];
  for (const source of endless) {
    it(`renders ${JSON.stringify(source.slice(0, 12))} repeated thousands of times`, () => {
      for (const id of ['kramdown', 'goldmark', 'mdx'] as const)
        assert.equal(typeof renderSource(source, id), 'string');
    });
  }
});
