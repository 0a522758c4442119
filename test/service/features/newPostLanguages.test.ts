import assert from 'node:assert/strict';
import type { NewPostPlace } from '../../../server/src/protocol/index.ts';
import type { NewPost } from '../../../server/src/service/index.ts';
import { emptySnapshot, withSites } from '../../../server/src/service/index.ts';
import { createAnalysis, environment } from '../../support/check.ts';
import { createPost, root, readSites } from '../../support/site.ts';

async function listPlaces(files: string, near?: string): Promise<NewPostPlace[]> {
  const analysis = createAnalysis(withSites(emptySnapshot, await readSites(files)));
  return analysis.newPostPlaces(near === undefined ? undefined : `${root}/${near}`);
}

const beginPost = (files: string, label: string, language?: string): Promise<NewPost> =>
  createPost(files, 'To the sea', label, environment, 'post', language);

/** The language of new posts next to a file or in a folder. */
const findNearestLanguage = async (files: string, path: string): Promise<string | undefined> =>
  (await listPlaces(files, path))[0]?.language;

const beginText = async (files: string, language: string): Promise<string> =>
  (await beginPost(files, 'posts', language)).text;

const toPost = (path: string, ...lines: readonly string[]): string => `-- ${path} --\n---\n${lines.join('\n')}\n---\n`;

const suffixed = `-- hugo.toml --\nbaseURL = "https://x.example/"\ndefaultContentLanguage = "en"\n[languages.fr]\nlanguageName = "Français"\n[languages.en]\n[languages.de]\n${toPost('content/log/one.md', 'title: One')}${toPost('content/log/one.fr.md', 'title: Un')}`;
const foldered = `-- hugo.toml --\nbaseURL = "https://x.example/"\n[languages.en]\ncontentDir = "content/en"\n[languages.fr]\ncontentDir = "content/fr"\n${toPost('content/en/log/one.md', 'title: One')}${toPost('content/fr/log/un.md', 'title: Un', 'ton: calme')}${toPost('content/fr/log/deux.md', 'title: Deux', 'ton: calme')}`;
const mounted = `-- hugo.toml --\nbaseURL = "https://x.example/"\n[languages.en]\n[languages.fr]\n[[module.mounts]]\nsource = "text/english"\ntarget = "content"\nlang = "en"\n[[module.mounts]]\nsource = "text/french"\ntarget = "content"\nlang = "fr"\n${toPost('text/english/log/one.md', 'title: One')}`;
const bundled = `-- hugo.toml --\nbaseURL = "https://x.example/"\n[languages.en]\n[languages.fr]\n${toPost('content/log/one/index.en.md', 'title: One')}${toPost('content/log/one/index.fr.md', 'title: Un')}`;
const zola = `-- zola.toml --\nbase_url = "https://x.example"\ndefault_language = "en"\n[languages.sv]\n${toPost('content/log/one.md', 'title: One')}${toPost('content/log/one.sv.md', 'title: Ett')}`;
const docusaurus = `-- docusaurus.config.js --\nmodule.exports = { url: 'https://x.example', baseUrl: '/', i18n: { defaultLocale: 'en', locales: ['fr', 'en'], localeConfigs: { fr: { label: 'Langue française' } } } };\n${toPost('blog/2024-05-01-one.md', 'title: One')}${toPost('i18n/fr/docusaurus-plugin-content-blog/2024-05-01-one.md', 'title: Un')}`;
const hexo = `-- _config.yml --\nnew_post_name: :lang/:title.md\npermalink: :lang/:title/\npermalink_defaults:\n  lang: en\nlanguage: [en, fr]\n-- scaffolds/post.md --\n---\ntitle: {{ title }}\n---\n-- source/a.txt --\n`;
const polyglot = `-- _config.yml --\nlanguages: [en, fr, de]\ndefault_lang: en\n${toPost('_posts/en/2024-05-01-one.md', 'title: One', 'lang: en')}${toPost('_posts/fr/2024-05-02-un.md', 'title: Un', 'lang: fr')}${toPost('_posts/en/2024-05-03-two.md', 'title: Two', 'lang: en')}`;
const astro = `-- astro.config.mjs --\nexport default { i18n: { defaultLocale: 'en', locales: ['en', 'fr'] } };\n${toPost('src/content/log/one.md', 'title: One')}${toPost('src/content/log/fr/un.md', 'title: Un')}`;
const astroFoldered = astro.replace('log/one.md', 'log/en/one.md');
const unmarked = `-- _config.yml --\nlang: en\n${toPost('_posts/2024-05-01-one.md', 'title: One')}${toPost('_posts/2024-05-03-two.md', 'title: Two')}${toPost('_posts/2024-05-02-zwei.md', 'title: Zwei', 'lang: de')}`;

describe('the language of a new post is asked', () => {
  const asked: readonly [what: string, files: string, label: string, expected: readonly string[]][] = [
    ['on a Hugo site with several languages, its default first', suffixed, 'log', ['en', 'fr', 'de']],
    ['on a Hugo site with a folder for each', foldered, 'log', ['en', 'fr']],
    ['on a Hugo site with mounts', mounted, 'log', ['en', 'fr']],
    ['on a Zola site', zola, 'log', ['en', 'sv']],
    ['on a Docusaurus site', docusaurus, 'blog', ['en', 'fr']],
    ['on a Hexo site that names files after it', hexo, 'posts', ['en', 'fr']],
    ['on an Astro site with a folder for each', astro, 'log', ['en', 'fr']],
    ['on a Jekyll site whose posts say it', polyglot, 'posts', ['en', 'fr', 'de']],
  ];
  for (const [what, files, label, expected] of asked) {
    it(`asks for the language of a new post ${what}`, async () =>
      assert.deepEqual(
        (await listPlaces(files)).find((place) => place.label === label)?.languages?.map(({ code }) => code),
        expected,
      ));
  }

  it('offers a language by the site’s name for it, or by its own', async () => {
    const names = (await listPlaces(suffixed))[0]?.languages?.map(({ name }) => name);
    assert.deepEqual(names, ['English', 'Français', 'Deutsch']);
    assert.equal((await listPlaces(docusaurus))[0]?.languages?.[1]?.name, 'Langue française');
  });

  it('offers each place once, however many languages its folders are in', async () => {
    assert.deepEqual(
      (await listPlaces(foldered)).map(({ label, detail }) => [label, detail]),
      [
        ['log', 'content/en/log'],
        ['pages', 'content/en'],
      ],
    );
    assert.deepEqual(
      (await listPlaces(docusaurus)).map(({ detail }) => detail),
      ['blog', 'docs', 'src/pages'],
    );
  });

  it('does not ask for a language in a folder or next to a file that says it', async () => {
    assert.equal(await findNearestLanguage(foldered, 'content/fr/log'), 'fr');
    assert.equal(await findNearestLanguage(suffixed, 'content/log/one.fr.md'), 'fr');
    assert.equal(await findNearestLanguage(polyglot, '_posts/fr/2024-05-02-un.md'), 'fr');
    assert.equal(await findNearestLanguage(suffixed, 'content/log'), undefined);
    assert.equal((await listPlaces(foldered, 'content/fr/log'))[0]?.label, 'log');
  });

  const single: readonly [what: string, files: string][] = [
    ['a Hugo site with one language', '-- hugo.toml --\nlanguageCode = "en"\n[languages.en]\n-- content/log/a.md --\n'],
    [
      'a Hugo site that builds only one',
      '-- hugo.toml --\n[languages.en]\n[languages.fr]\ndisabled = true\n-- content/log/a.md --\n',
    ],
    ['a Zola site with one language', '-- zola.toml --\nbase_url = "https://x.example"\n-- content/log/a.md --\n'],
    [
      'a Docusaurus site with one language',
      "-- docusaurus.config.js --\nmodule.exports = { i18n: { defaultLocale: 'en', locales: ['en'] } };\n",
    ],
    [
      'a Hexo site with two for its theme',
      '-- _config.yml --\nlanguage: [zh-CN, en]\n-- scaffolds/post.md --\n-- source/_posts/a.md --\n---\ntitle: A\n---\n',
    ],
    ['an Astro site whose posts show none', astro.replace('log/fr/', 'log/')],
    [
      'a Jekyll site whose posts all say the same',
      `-- _config.yml --\nlang: en\n${toPost('_posts/2024-05-01-one.md', 'title: One', 'lang: en')}${toPost('_posts/2024-05-02-two.md', 'title: Two', 'lang: en')}`,
    ],
    [
      'a Jekyll site that spells it in two ways',
      `-- _config.yml --\nlocale: en_US\n${toPost('_posts/2024-05-01-one.md', 'title: One', 'lang: en')}${toPost('_posts/2024-05-02-two.md', 'title: Two')}`,
    ],
    [
      'a site that names programming languages',
      `-- _config.yml --\n${toPost('_posts/2024-05-01-one.md', 'title: One', 'lang: js')}${toPost('_posts/2024-05-02-two.md', 'title: Two', 'lang: cpp')}`,
    ],
  ];
  for (const [what, files] of single) {
    it(`asks for no language of a new post on ${what}`, async () =>
      assert.ok((await listPlaces(files)).every(({ languages }) => languages === undefined)));
  }
});

describe('a new post in a language', () => {
  const cases: readonly [
    what: string,
    files: string,
    label: string,
    language: string | undefined,
    path: string,
    url: string | null,
  ][] = [
    [
      'has it in its file name on a Hugo site',
      suffixed,
      'log',
      'fr',
      'content/log/to-the-sea.fr.md',
      '/fr/log/to-the-sea/',
    ],
    [
      'has no language in its file name on a Hugo site if it is the default',
      suffixed,
      'log',
      'en',
      'content/log/to-the-sea.md',
      '/log/to-the-sea/',
    ],
    [
      'is in the default language where none is given',
      suffixed,
      'log',
      undefined,
      'content/log/to-the-sea.md',
      '/log/to-the-sea/',
    ],
    [
      'has even the default language in its file name where siblings do',
      bundled,
      'log',
      'en',
      'content/log/to-the-sea/index.en.md',
      '/log/to-the-sea/',
    ],
    [
      'is a translation’s file in a folder',
      bundled,
      'log',
      'fr',
      'content/log/to-the-sea/index.fr.md',
      '/fr/log/to-the-sea/',
    ],
    ['lies in the language’s folder', foldered, 'log', 'fr', 'content/fr/log/to-the-sea.md', '/fr/log/to-the-sea/'],
    ['lies in the language’s mount', mounted, 'log', 'fr', 'text/french/log/to-the-sea.md', '/fr/log/to-the-sea/'],
    [
      'has it in its file name on a Zola site',
      zola,
      'log',
      'sv',
      'content/log/to-the-sea.sv.md',
      '/sv/log/to-the-sea/',
    ],
    [
      'lies among the translations of a Docusaurus site',
      docusaurus,
      'blog',
      'fr',
      'i18n/fr/docusaurus-plugin-content-blog/2026-01-15-to-the-sea.md',
      '/fr/blog/2026/01/15/to-the-sea',
    ],
    ['lies in the language’s folder on an Astro site', astro, 'log', 'fr', 'src/content/log/fr/to-the-sea.md', null],
    [
      'is in no folder on an Astro site if it is the default',
      astro,
      'log',
      'en',
      'src/content/log/to-the-sea.md',
      null,
    ],
    [
      'is in a folder on an Astro site even for the default where siblings are',
      astroFoldered,
      'log',
      'en',
      'src/content/log/en/to-the-sea.md',
      null,
    ],
    ['is where hexo new puts it', hexo, 'posts', 'fr', 'source/_posts/fr/To-the-sea.md', '/fr/To-the-sea/'],
    [
      'lies where that language’s posts lie',
      polyglot,
      'posts',
      'fr',
      '_posts/fr/2026-01-15-to-the-sea.md',
      '/2026/01/15/to-the-sea.html',
    ],
    [
      'lies in a folder of its own where each language has one',
      polyglot,
      'posts',
      'de',
      '_posts/de/2026-01-15-to-the-sea.md',
      '/2026/01/15/to-the-sea.html',
    ],
  ];
  for (const [what, files, label, language, path, url] of cases) {
    it(`a new post in a language ${what}`, async () => {
      const begun = await beginPost(files, label, language);
      assert.deepEqual([begun.path, begun.url], [path, url]);
    });
  }

  it('a new post in a language begins as the posts of that language do', async () => {
    assert.equal((await beginPost(foldered, 'log', 'fr')).text, '---\ntitle: To the sea\nton: calme\n---\n\n');
    assert.equal((await beginPost(foldered, 'log', 'en')).text, '---\ntitle: To the sea\n---\n\n');
  });

  it('a new post has its language in the front matter where posts do', async () => {
    assert.equal(await beginText(polyglot, 'de'), '---\ntitle: To the sea\nlang: de\n---\n\n');
    assert.equal(await beginText(polyglot, 'en'), '---\ntitle: To the sea\nlang: en\n---\n\n');
    assert.equal(await beginText(hexo, 'fr'), '---\ntitle: To the sea\nlang: fr\n---\n');
    assert.equal(await beginText(unmarked, 'en'), '---\ntitle: To the sea\n---\n\n');
    assert.equal(await beginText(unmarked, 'de'), '---\ntitle: To the sea\nlang: de\n---\n\n');
  });
});
