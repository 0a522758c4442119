import assert from 'node:assert/strict';
import { describeLinks, findPublication, listFixtureRows } from '../../support/verdicts.ts';

const toSite = (settings: string, path: string, text: string): string =>
  `-- pelicanconf.py --\nPATH = 'content'\n${settings}\n-- ${path} --\n${text}`;
const article = 'Title: A\nDate: 2024-05-01\n\nText\n';

describe('Pelican: articles and pages', () => {
  it('lists the articles and pages of a site as Pelican wrote them', async () => {
    assert.deepEqual(await listFixtureRows('pelican-log'), {
      'content/2024-06-01-named.md': 'published /log/2024/06/dated-by-name/',
      'content/fenced.md': 'published /log/2024/05/fenced/',
      'content/first.md': 'published /log/2024/05/first-day-more/',
      'content/french.md': 'published /french-fr.html',
      'content/hidden.md': 'published /log/2024/05/hidden-one/',
      'content/later.md': 'draft /drafts/later.html',
      'content/own.md': 'published /own/place/',
      'content/pages/about.md': 'published /a-propos.html',
      'content/travel/two.md': 'published /log/2024/05/Two/',
      'content/undated.md': 'skipped',
    });
  });

  const cases: readonly [what: string, settings: string, path: string, expected: string][] = [
    ['defaults', '', 'content/a.md', 'published | /a.html'],
    ['a page', '', 'content/pages/a.md', 'published | /pages/a.html'],
    [
      'a category by the folder',
      "ARTICLE_URL = '{category}/{slug}.html'",
      'content/Sea Fog/a.md',
      'published | /sea-fog/a.html',
    ],
    ['settings that code decides', "ARTICLE_URL = os.environ['URL']", 'content/a.md', 'published | no address'],
    [
      'settings that are changed in a block',
      "if True:\n    ARTICLE_URL = 'x/{slug}'",
      'content/a.md',
      'published | no address',
    ],
    [
      'texts in pieces and constants',
      "X = 'x'\nARTICLE_URL = ('{slug}'  # name\n  '/')",
      'content/a.md',
      'published | /a/',
    ],
    ['another folder of articles', "ARTICLE_PATHS = ['blog']", 'content/a.md', 'not listed'],
    ['names of files', "SLUGIFY_SOURCE = 'basename'", 'content/Big_One.md', 'published | /big_one.html'],
  ];
  for (const [what, settings, path, expected] of cases)
    it(`computes what Pelican makes of a file: ${what}`, async () =>
      assert.equal(await findPublication(toSite(settings, path, article), path), expected));
});

describe('Pelican: links', () => {
  const cases: readonly [text: string, expected: readonly string[]][] = [
    ['[a]({filename}b.md) [b]({filename}/b.md) [c](|filename|b.md) [d]({tag}x) [e](/anything/)', []],
    ['[a]({filename}c.md) [b]({static}c.png)', ['broken-link warning', 'broken-link warning']],
  ];
  for (const [text, expected] of cases)
    it(`reports what leads nowhere: ${text}`, async () => {
      const site = `${toSite('', 'content/a.md', article)}-- content/b.md --\n${article}`;
      assert.deepEqual(await describeLinks(site, 'content/a.md', `${article}${text}\n`), expected);
    });
});
