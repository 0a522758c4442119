import assert from 'node:assert/strict';
import { listRows, readSites } from '../../support/site.ts';

/** Files without text. */
const toEmptyFiles = (...paths: readonly string[]): string => paths.map((path) => `-- ${path} --\n`).join('');

describe('finding out whose site a folder is', () => {
  const cases: readonly [what: string, files: string, generator: string, dialect: string][] = [
    ['_config.yml', toEmptyFiles('_config.yml', 'index.md'), 'jekyll', 'kramdown'],
    ['_posts alone', toEmptyFiles('_posts/2024-05-01-a.md'), 'jekyll', 'kramdown'],
    ['Jekyll with another Markdown engine', '-- _config.yml --\nmarkdown: CommonMarkGhPages\n', 'jekyll', 'gfm'],
    [
      'Hexo has a _config.yml too',
      toEmptyFiles('_config.yml', 'scaffolds/post.md', 'source/_posts/a.md'),
      'hexo',
      'marked',
    ],
    [
      'Hexo without scaffolds',
      '-- _config.yml --\n-- package.json --\n{ "dependencies": { "hexo": "^8.0.0" } }\n-- source/_posts/a.md --\n',
      'hexo',
      'marked',
    ],
    [
      'Jekyll with a folder named source',
      toEmptyFiles('_config.yml', 'source/_posts/2024-05-01-a.md'),
      'jekyll',
      'kramdown',
    ],
    [
      'Jekyll with a folder named source and packages',
      '-- _config.yml --\nsource: source\n-- package.json --\n{ "dependencies": { "postcss": "^8.0.0" } }\n-- source/_posts/2024-05-01-a.md --\n',
      'jekyll',
      'kramdown',
    ],
    ['Astro', toEmptyFiles('astro.config.mjs', 'src/pages/a.md'), 'astro', 'gfm'],
    ['Astro in TypeScript', toEmptyFiles('astro.config.ts', 'src/content/blog/a.md'), 'astro', 'gfm'],
    ['Eleventy', toEmptyFiles('.eleventy.js', 'a.md'), 'eleventy', 'markdown-it'],
    ['Eleventy, newer', toEmptyFiles('eleventy.config.mjs', '_posts/a.md'), 'eleventy', 'markdown-it'],
    ['MkDocs', toEmptyFiles('mkdocs.yml', 'docs/a.md'), 'mkdocs', 'python-markdown'],
    ['Docusaurus', toEmptyFiles('docusaurus.config.ts', 'blog/a.md', 'src/pages/index.js'), 'docusaurus', 'mdx'],
    ['hugo.toml', toEmptyFiles('hugo.toml', 'content/a.md'), 'hugo', 'goldmark'],
    ['config/_default', toEmptyFiles('config/_default/config.toml', 'content/a.md'), 'hugo', 'goldmark'],
    ['older config.toml', toEmptyFiles('config.toml', 'content/a.md', 'archetypes/default.md'), 'hugo', 'goldmark'],
    ['folders named content and config', toEmptyFiles('config/app.ts', 'content/a.md'), 'plain', 'gfm'],
    ['zola', toEmptyFiles('config.toml', 'content/a.md', 'templates/page.html'), 'zola', 'pulldown-cmark'],
    ['zola.toml alone', toEmptyFiles('zola.toml'), 'zola', 'pulldown-cmark'],
    ['any folder', toEmptyFiles('a.md', 'b/c.md'), 'plain', 'gfm'],
  ];
  for (const [what, files, generator, dialect] of cases) {
    it(`detects the generator of a folder: ${what}`, async () => {
      const [site] = await readSites(files);
      assert.deepEqual([site!.generator.id, site!.generator.dialect.id], [generator, dialect]);
    });
  }
});

it('takes no theme with a configuration of its own for a site', async () => {
  const sites = await readSites(
    toEmptyFiles(
      '_config.yml',
      'scaffolds/post.md',
      'source/_posts/a.md',
      'themes/own/_config.yml',
      'themes/own/source/a.md',
      'themes/own/layout/a.ejs',
    ),
  );
  assert.deepEqual(
    sites.map(({ generator, posts }) => [generator.id, posts.size]),
    [['hexo', 1]],
  );
});

async function findState(txtar: string, file: string): Promise<string> {
  const row = (await listRows(txtar)).get(file);
  return row ? `${row.state} ${row.title} ${row.date} ${row.url}` : 'not listed';
}

const toHugoSite = (frontMatter: string): string =>
  `-- hugo.toml --\n-- content/posts/a.md --\n+++\n${frontMatter}\n+++\n`;

describe('posts of Hugo and plain folders', () => {
  it('Hugo pages are drafts, scheduled or expired by front matter and dates', async () => {
    assert.equal(
      await findState(toHugoSite('title = "A"\ndate = 2024-05-01'), 'content/posts/a.md'),
      'published A 2024-05-01T00:00:00+00:00 /posts/a/',
    );
    assert.match(await findState(toHugoSite('draft = true'), 'content/posts/a.md'), /^draft /);
    assert.match(await findState(toHugoSite('publishDate = 2030-01-01'), 'content/posts/a.md'), /^scheduled /);
    assert.match(await findState(toHugoSite('expiryDate = 2025-01-01'), 'content/posts/a.md'), /^expired /);
    assert.equal(await findState('-- hugo.toml --\n-- layouts/a.md --\n', 'layouts/a.md'), 'not listed');
  });

  it('a folder without a generator lists its Markdown as published, without URLs', async () => {
    const plain = '-- notes/a-note.md --\ntext\n-- b.txt --\n-- node_modules/x/readme.md --\n';
    const rows = await listRows(plain);
    assert.deepEqual([...rows.keys()], ['notes/a-note.md']);
    assert.deepEqual(rows.get('notes/a-note.md'), {
      file: 'notes/a-note.md',
      title: 'A Note',
      date: null,
      collection: null,
      state: 'published',
      url: null,
      reasons: [],
    });
  });
});
