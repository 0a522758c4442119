import assert from 'node:assert/strict';
import * as service from '../../../server/src/service/index.ts';
import { createAnalysis } from '../../support/check.ts';
import { readSites, root } from '../../support/site.ts';
import { describeLinks } from '../../support/verdicts.ts';

/** Rules that speak of a text at a path of a site, with the text at which they do. */
async function check(txtar: string, path: string, text: string): Promise<string[]> {
  const uri = `${root}/${path}`;
  const snapshot = service.withDocument(
    service.withSites(service.emptySnapshot, await readSites(txtar)),
    new service.Document(uri, 1, text),
  );
  return service
    .finish(createAnalysis(snapshot).problems(uri))
    .filter(({ rule }) => /footnote|reference|definition/.test(rule))
    .map(({ rule, range: { start, end } }) => `${rule} ${text.slice(start, end)}`);
}

const post = '---\ntitle: A\ndate: 2024-01-02\n---\nA claim[^1] and another[^1].\n\n[^1]: Says the almanac.\n';
const printed = ['undefined-footnote [^1]'];

const hugo = (settings: string): string => `-- hugo.toml --\n${settings}\n-- content/b.md --\n---\ntitle: B\n---\n`;
const eleventy = (config: string, dependencies = '"@11ty/eleventy": "^3.0.0"'): string =>
  `-- eleventy.config.js --\n${config}\n-- package.json --\n{ "devDependencies": { ${dependencies} } }\n-- b.md --\n---\ntitle: B\n---\n`;
const hexo = (dependencies: string, config = '', more = ''): string =>
  `-- _config.yml --\ntitle: T\ntheme: plain\n${config}\n-- package.json --\n{ "dependencies": { "hexo": "^8.0.0", ${dependencies} } }\n` +
  `-- scaffolds/post.md --\n---\n---\n-- themes/plain/layout/post.ejs --\n<%- page.content %>\n${more}-- source/_posts/b.md --\n---\ntitle: B\n---\n`;
const vitepress = (config: string): string => `-- .vitepress/config.js --\n${config}\n-- b.md --\n---\ntitle: B\n---\n`;
const zola = (settings = ''): string =>
  `-- zola.toml --\nbase_url = "https://x.example"\n${settings}\n-- content/b.md --\n+++\n+++\n`;

describe('footnotes where the engine does not read them', () => {
  const cases: readonly [what: string, site: string, path: string, found: readonly string[]][] = [
    ['Hugo by default', hugo('title = "T"'), 'content/a.md', []],
    ['Hugo with `footnote = false`', hugo('[markup.goldmark.extensions]\nfootnote = false'), 'content/a.md', printed],
    [
      'Hugo with `enable = false`',
      hugo('[markup.goldmark.extensions.footnote]\nenable = false'),
      'content/a.md',
      printed,
    ],
    ['Eleventy by default', eleventy('export default function (config) {}'), 'a.md', printed],
    [
      'Eleventy with the plugin',
      eleventy(
        'import notes from "markdown-it-footnote";\nexport default (config) => { config.amendLibrary("md", (md) => md.use(notes)); };',
      ),
      'a.md',
      [],
    ],
    [
      'Eleventy with the plugin in a library of its own',
      eleventy(
        'const md = require("markdown-it")({ html: true }).use(require("markdown-it-footnote"));\nmodule.exports = (config) => { config.setLibrary("md", md); };',
      ),
      'a.md',
      [],
    ],
    [
      'Eleventy with own code and no package that reads footnotes',
      eleventy('import plugins from "./plugins.js";\nexport default function (config) { plugins(config); }'),
      'a.md',
      printed,
    ],
    [
      'Eleventy with own code and a package that reads footnotes',
      eleventy(
        'import plugins from "./plugins.js";\nexport default function (config) { plugins(config); }',
        '"@11ty/eleventy": "^3.0.0", "markdown-it-footnote": "^4.0.0"',
      ),
      'a.md',
      [],
    ],
    [
      'Eleventy with own code that is only a filter',
      eleventy('import day from "./day.js";\nexport default function (config) { config.addFilter("day", day); }'),
      'a.md',
      printed,
    ],
    ['Hexo with hexo-renderer-marked', hexo('"hexo-renderer-marked": "^7.0.0"'), 'source/_posts/a.md', printed],
    [
      'Hexo with scripts',
      hexo('"hexo-renderer-marked": "^7.0.0"', '', '-- scripts/notes.js --\nx\n'),
      'source/_posts/a.md',
      [],
    ],
    [
      'Hexo with a plugin for footnotes',
      hexo('"hexo-renderer-marked": "^7.0.0", "hexo-footnotes": "^1.0.0"'),
      'source/_posts/a.md',
      [],
    ],
    ['Hexo with hexo-renderer-markdown-it', hexo('"hexo-renderer-markdown-it": "^7.0.0"'), 'source/_posts/a.md', []],
    [
      'Hexo with hexo-renderer-markdown-it and other plugins',
      hexo('"hexo-renderer-markdown-it": "^7.0.0"', 'markdown:\n  plugins: [markdown-it-abbr]'),
      'source/_posts/a.md',
      printed,
    ],
    ['VitePress', vitepress('export default { title: "T" }'), 'a.md', printed],
    [
      'VitePress with the plugin',
      vitepress(
        'import notes from "markdown-it-footnote";\nexport default { markdown: { config: (md) => { md.use(notes); } } }',
      ),
      'a.md',
      [],
    ],
    [
      'VitePress with own code',
      vitepress('import notes from "./notes.js";\nexport default { markdown: { config: (md) => { md.use(notes); } } }'),
      'a.md',
      [],
    ],
  ];
  for (const [what, site, path, found] of cases)
    it(`says once that the marker shows as text, and only where it does: ${what}`, async () =>
      assert.deepEqual(await check(site, path, post), found));

  it('is silent about a marker without a note, which is text everywhere', async () =>
    assert.deepEqual(
      await check(eleventy('export default (config) => {};'), 'a.md', 'Use `x` or [^abc][^def].\n'),
      [],
    ));

  it('names the link that a note of one word makes', async () => {
    const text = 'A claim[^1].\n\n[^1]: almanac\n';
    assert.deepEqual(await check(eleventy('export default (config) => {};'), 'a.md', text), printed);
  });
});

describe('ids of headings', () => {
  const cases: readonly [what: string, site: string, path: string, heading: string, id: string, wrong: string][] = [
    ['Hugo, a picture by name', hugo('enableEmoji = true'), 'content/a.md', ':tada: Start', '-start', 'tada-start'],
    ['Hugo, no pictures', hugo(''), 'content/a.md', ':tada: Start', 'tada-start', '-start'],
    ['Hugo, a link', hugo(''), 'content/a.md', 'On [x](https://x.example)', 'on-xhttpsxexample', 'the-x'],
    ['Hugo since 0.144, a link', hugo(''), 'content/a.md', 'On [x](https://x.example)', 'on-x', 'the-x'],
    [
      'Hugo, ASCII only',
      hugo('[markup.goldmark.parser]\nautoIDType = "github-ascii"'),
      'content/a.md',
      'Über See',
      'uber-see',
      'über-see',
    ],
    [
      'Hexo, an apostrophe',
      hexo('"hexo-renderer-marked": "^7.0.0"'),
      'source/_posts/a.md',
      "It's on",
      'It’s-on',
      'It-s-on',
    ],
    [
      'Hexo, a dash',
      hexo('"hexo-renderer-marked": "^7.0.0"'),
      'source/_posts/a.md',
      'sea -- land',
      'sea-–-land',
      'sea-land',
    ],
    [
      'Hexo without typography, in lower case',
      hexo('"hexo-renderer-marked": "^7.0.0"', 'marked: { smartypants: false, modifyAnchors: 1 }'),
      'source/_posts/a.md',
      '"Sea" `b`',
      'sea-b',
      '“sea”-b',
    ],
  ];
  for (const [what, site, path, heading, id, wrong] of cases)
    it(`links find the id that the engine makes of a heading: ${what}`, async () =>
      assert.deepEqual(await describeLinks(site, path, `[a](#${id}) [b](#${wrong})\n\n## ${heading}\n`), [
        'broken-anchor warning',
      ]));

  it('links find an id in HTML only where HTML comes into the page', async () => {
    const text = '[a](#old-place)\n\n<a name="old-place"></a>\n';
    assert.deepEqual(await describeLinks(hugo(''), 'content/a.md', text), ['broken-anchor warning']);
    assert.deepEqual(await describeLinks(hugo('[markup.goldmark.renderer]\nunsafe = true'), 'content/a.md', text), []);
  });
});

describe('indented code of Eleventy', () => {
  const text = 'See:\n\n    Look at [the list][missing].\n';
  const found = ['undefined-reference [the list][missing]'];
  const cases: readonly [what: string, site: string, found: readonly string[]][] = [
    ['off by default', eleventy('export default (config) => {};'), found],
    [
      'off in a library of its own',
      eleventy(
        'import markdownIt from "markdown-it";\nexport default (config) => { config.setLibrary("md", markdownIt({ html: true })); };',
      ),
      found,
    ],
    [
      'on where the configuration enables it',
      eleventy('export default (config) => { config.amendLibrary("md", (md) => md.enable("code")); };'),
      [],
    ],
    ['on before 2.0', eleventy('module.exports = (config) => {};', '"@11ty/eleventy": "^1.0.2"'), []],
  ];
  for (const [what, site, expected] of cases)
    it(`knows whether four spaces begin code: ${what}`, async () =>
      assert.deepEqual(await check(site, 'a.md', text), expected));
});

describe('footnotes of Zola', () => {
  const text =
    '+++\n+++\nOne[^a], two[^A] and [^two words].\n\n[^a]: First.\n\n[^a]: Second.\n\n[^b]: Never cited.\n\n[^two words]: almanac\n';
  const messages = async (settings?: string): Promise<string[]> => {
    const uri = `${root}/content/a.md`;
    const snapshot = service.withDocument(
      service.withSites(service.emptySnapshot, await readSites(zola(settings))),
      new service.Document(uri, 1, text),
    );
    return service.finish(createAnalysis(snapshot).problems(uri)).map(({ message }) => message);
  };

  it('every note is printed where it is written, by labels without regard to case and with spaces', async () =>
    assert.deepEqual(await messages(), [
      'There are two notes "[^a]"; pulldown-cmark uses the first one, so no marker leads to this one.',
      'Nothing refers to the note "[^b]", so readers see it without a place in the text. Put "[^b]" where it belongs.',
    ]));

  it('with `bottom_footnotes` a note without a marker is left out', async () =>
    assert.match((await messages('[markdown]\nbottom_footnotes = true'))[1]!, /readers never see it/));
});

describe('HTML that Hugo leaves out', () => {
  it('is read for links only with `unsafe = true`', async () => {
    const text = '<a href="/nowhere/">x</a>\n';
    const link = async (settings: string): Promise<number> => {
      const uri = `${root}/content/a.md`;
      const snapshot = service.withDocument(
        service.withSites(service.emptySnapshot, await readSites(hugo(settings))),
        new service.Document(uri, 1, text),
      );
      return service.finish(createAnalysis(snapshot).problems(uri)).filter(({ rule }) => rule === 'broken-link').length;
    };
    assert.equal(await link(''), 0);
    assert.equal(await link('[markup.goldmark.renderer]\nunsafe = true'), 1);
  });
});
