import assert from 'node:assert/strict';
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
