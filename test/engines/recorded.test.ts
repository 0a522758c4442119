import assert from 'node:assert/strict';
import { environment } from '../support/check.ts';
import { listFixtureRows } from '../support/verdicts.ts';

/**
 * Pages of the fixtures and their addresses as the generators themselves made them (Hexo 8.1.2 with its own list of posts and
 * pages, Eleventy 3.1.8, Astro 5, Docusaurus 3.10.2, VitePress 1.6.4 by the files or routes they wrote; Zola by its source); `?` is a page whose
 * address only the site's code knows.
 */
const recorded: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'hexo-lighthouse': {
    'source/_posts/2024-02-09-counting-gannets.md': '/log/2024/02/uncategorized/counting-gannets/',
    'source/_posts/2024-03-01-How-it-works.md': '/log/2024/03/lamp/glass-prisms/How-it-works/',
    'source/_posts/2024-03-02-fog.md': '/log/fog-signal.html',
    'source/about/index.md': '/log/about/',
    'source/visit.md': '/log/come/over/',
  },
  'eleventy-ferry': {
    'src/crew/marit.md': '?',
    'src/index.md': '/line/',
    'src/log/2024-05-01-first-crossing.md': '/line/log/2024-05-01-first-crossing/',
    'src/log/2024-07-09-engine.md': '/line/news/a-new-engine/engine.html',
    'src/log/index.md': '/line/log/',
    'src/log/timetable.md': '/line/log/timetable/',
  },
  'astro-lighthouse': {
    'src/content/log/2024/gannets.md': '/light/log/2024/gannets/',
    'src/content/log/First Night.md': '/light/log/first-night/',
    'src/content/log/fog.md': '/light/log/signals/fog/',
    'src/content/log/winter/index.md': '/light/log/winter/',
    'src/neighbours/skerry-point.md': '?',
    'src/pages/about.md': '/light/about/',
    'src/pages/visit/index.md': '/light/visit/',
  },
  'docusaurus-harbour': {
    'docs/01-rules/02-mooring.md': '/book/handbook/rules/mooring',
    'docs/01-rules/2024-05-storms.md': '/book/handbook/rules/2024-05-storms',
    'docs/01-rules/README.md': '/book/handbook/rules/',
    'docs/01-rules/lamps.md': '/book/handbook/rules/lights',
    'docs/intro.md': '/book/handbook/',
    'docs/tides/tables.md': '/book/handbook/tides/by/month',
    'docs/tides/tides.md': '/book/handbook/tides/',
    'news/2024-05-01-first-ferry.md': '/book/blog/2024/05/01/first-ferry',
    'news/2024-07-09-engine/index.md': '/book/blog/green-engine',
    'news/2024/06/01/timetable.md': '/book/blog/2024/06/01/timetable',
    'news/goat.md': '/book/blog/goat',
    'src/pages/contact.md': '/book/contact',
    'src/pages/help/index.md': '/book/help/',
  },
  'vitepress-pilots': {
    'src/boats/tern/log.md': '/station/boats/tern',
    'src/fr/guide/first-watch.md': '/station/fr/guide/first-watch',
    'src/fr/index.md': '/station/fr/',
    'src/guide/README.md': '/station/guide/README',
    'src/guide/first-watch.md': '/station/guide/first-watch',
    'src/guide/index.md': '/station/guide/',
    'src/index.md': '/station/',
    'src/log/2024-05-01-fog.md': '/station/log/2024-05-01-fog',
    'src/tides/[month].md': '?',
  },
  'zola-ferry': {
    'content/_index.md': '/line/',
    'content/about.md': '/line/about/',
    'content/about.sv.md': '/line/sv/about/',
    'content/log/2024-05-01-first-crossing.md': '/line/log/first-crossing/',
    'content/log/Färjan på vintern.md': '/line/log/farjan-pa-vintern/',
    'content/log/_index.md': '/line/log/',
    'content/log/engine.md': '/line/news/engine/',
    'content/log/timetable/index.md': '/line/log/timetable/',
  },
};

describe('published pages of the fixtures and their addresses are those of the generators', () => {
  for (const [name, pages] of Object.entries(recorded)) {
    it(`publishes the pages of ${name} at the URLs that its generator gave them`, async () => {
      const rows = Object.entries(await listFixtureRows(name, { ...environment, timeZone: 'Europe/London' }));
      const published = rows
        .filter(([, row]) => row.startsWith('published'))
        .map(([file, row]) => [file, row.split(' ')[1] ?? '?']);
      assert.deepEqual(Object.fromEntries(published), pages);
    });
  }

  it('computes Hexo’s URLs by the clock of the computer that builds the site', async () => {
    const rows = await listFixtureRows('hexo-lighthouse', { ...environment, timeZone: 'America/New_York' });
    assert.equal(
      rows['source/_posts/2024-03-01-How-it-works.md'],
      'published /log/2024/02/lamp/glass-prisms/How-it-works/',
    );
  });
});
