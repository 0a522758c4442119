import assert from 'node:assert/strict';
import { fromParse5 } from 'hast-util-from-parse5';
import { toText } from 'hast-util-to-text';
import { parseFragment } from 'parse5';
import { insert } from '../support/site.ts';
import { describeWith } from './describeWith.ts';
import { engines } from './engines.ts';

/** Titles of pages, with characters that some engine reads as markup. */
const titles = [
  'Fog | The Log | Home',
  '[Draft] *New* `code` <b> tag',
  'snake_case and _this_ one',
  'AT&T &amp; R&D',
  '$$money$$ ~~gone~~ C# 50%',
  'a \\ b {{ page.title }} {% raw %} {: .x}',
  'Ends with \\',
  '1. one',
  '![x](y)',
  '<https://example.org>',
];

describe('a page’s title as the text of a link', () => {
  for (const engine of engines) {
    describeWith(engine, engine.name, () =>
      it(`${engine.name} reads an inserted page title as it is`, async () => {
        const texts = await Promise.all(
          titles.map((text) =>
            insert('-- a.md --\nSee <|>.\n', 'a.md', {
              kind: 'link',
              url: 'https://example.net/',
              text,
              style: 'inline',
            }),
          ),
        );
        const links = engine
          .render(texts.map((text) => text.replace('<|>', '')))
          .map((html) => /<a [^>]*href="https:\/\/example\.net\/"[^>]*>([\s\S]*?)<\/a>/.exec(html)?.[1]);
        assert.deepEqual(
          links.map(
            (html) => html !== undefined && toText(fromParse5(parseFragment(html)) as Parameters<typeof toText>[0]),
          ),
          titles,
        );
      }),
    );
  }
});
