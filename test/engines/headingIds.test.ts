import assert from 'node:assert/strict';
import { extra, pythonMarkdown } from '../../server/src/service/dialects/pythonMarkdown.ts';
import { anchorHeadings } from '../../server/src/service/syntax/structure/headings.ts';
import { parse } from '../../server/src/service/syntax/syntax.ts';
import { kramdown as dialect } from '../../server/src/service/dialects/kramdown.ts';
import { engines } from './engines.ts';
import { describeWith } from './describeWith.ts';

const headings = [
  'The watch',
  'C++ & C#: notes',
  'Über den Wellen – à la carte',
  'snake_case and kebab-case',
  '100 % of 1.5 m²',
  'ΟΔΟΣ',
  '日本語の見出し',
  'Ⓐ first',
  '½ tide',
  'left\tright',
  'नमस्ते',
];

describeWith('python3-markdown', 'headings have the ids that Python-Markdown gives them', () => {
  const texts = [
    ...headings.slice(0, 6),
    ...headings.slice(8, 10),
    '`code` and *emphasis*',
    'A [link](/u), an ![image](/i.png)',
    'one_1',
    'one',
    'one',
    '100',
  ];
  it('headings have the ids that Python-Markdown gives them', () => {
    const engine = engines.find(({ name }) => name === 'Python-Markdown')!;
    const page = texts.map((text) => `## ${text}\n`).join('\n');
    const syntax = parse(page, { dialect: pythonMarkdown({ extensions: [...extra, 'toc'] }), formats: [] });
    const anchors = anchorHeadings(syntax).map(({ anchor }) => anchor);
    assert.deepEqual(
      anchors,
      [...engine.render([page])[0]!.matchAll(/<h2 id="([^"]*)"/g)].map((match) => match[1]),
    );
  });
});

describeWith('jekyll', 'headings have the ids that kramdown gives them', () => {
  it('headings have the ids that kramdown gives them', () => {
    const kramdown = engines.find(({ name }) => name === 'kramdown')!;
    const pages = kramdown.render(headings.map((heading) => `## ${heading}\n`));
    assert.deepEqual(
      headings.map((heading) => dialect().headings.ids.idOf(heading)),
      pages.map((html) => /<h2 id="([^"]*)"/.exec(html)?.[1]),
    );
  });
});
