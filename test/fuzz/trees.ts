import type { Arbitrary } from 'fast-check';
import fc from '../support/property.ts';
import { configuration } from './configurations.ts';
import { frontMatter, post } from './texts.ts';
import { fileName, uriPart } from './uris.ts';

/** Files by path relative to a folder; no path is that of a folder of another one. */
export type Tree = ReadonlyMap<string, string>;

/** Where generators look, and what makes a folder a site. */
const configurationPath = fc.constantFrom(
  ...'_config.yml _config.toml hugo.toml config.toml config/_default/hugo.yaml config/production/params.toml zola.toml'.split(
    ' ',
  ),
  ...'astro.config.mjs src/content.config.ts src/content/config.ts eleventy.config.js .eleventy.js package.json'.split(
    ' ',
  ),
  ...'docusaurus.config.js .vitepress/config.mts docs/.vitepress/config.js config.json config.yaml posts/posts.json'.split(
    ' ',
  ),
  ...'frontmatter.json .pages.yml static/admin/config.yml .gitignore .eleventyignore _redirects static/_redirects'.split(
    ' ',
  ),
);

const postPath = fc.constantFrom(
  ...'_posts/2024-01-01-a.md _drafts/b.md content/posts/c.md content/posts/_index.md content/posts/c/index.md'.split(
    ' ',
  ),
  ...'src/content/blog/d.md src/content/blog/e.mdx src/pages/f.md blog/g.md blog/2024-01-01-h/index.md docs/i.md'.split(
    ' ',
  ),
  ...'source/_posts/j.md source/_drafts/k.md index.md README.md index.html content/_index.de.md content/posts/c.de.md'.split(
    ' ',
  ),
  ...'_layouts/post.html _includes/a.html layouts/_default/single.html archetypes/default.md _data/authors.yml'.split(
    ' ',
  ),
  ...'assets/a.png static/b.md public/c.md _site/d.md node_modules/a/e.md .hidden/f.md themes/a/content/g.md'.split(
    ' ',
  ),
);

const folder = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '_posts',
      'content',
      'posts',
      'a',
      'a.md',
      'index.md',
      'blog',
      'config',
      '2024',
      'é',
      ' ',
    ),
  },
  { weight: 1, arbitrary: fileName },
);
const freePath = fc
  .tuple(
    fc.array(folder, { maxLength: 5 }),
    fc.oneof(
      fileName,
      fileName.map((name) => `${name.slice(0, 60)}.md`),
    ),
  )
  .map(([folders, name]) => [...folders, name].join('/'));
const deepPath = fc
  .tuple(folder, fc.nat(60), fileName)
  .map(([name, depth, file]) => `${`${name.slice(0, 9)}/`.repeat(depth)}${file}`);

/** Nested sites have the paths of whole ones. */
const path = fc
  .tuple(
    fc.oneof(
      { weight: 6, arbitrary: fc.constant('') },
      { weight: 2, arbitrary: fc.constantFrom('blog/', 'a/b/', 'content/', '_posts/', 'docs/') },
    ),
    fc.oneof(
      { weight: 3, arbitrary: configurationPath },
      { weight: 6, arbitrary: postPath },
      { weight: 3, arbitrary: freePath },
      { weight: 1, arbitrary: deepPath },
    ),
  )
  .map((parts) => parts.join('').replace(/[\uD800-\uDFFF]/gu, '\uFFFD'));

const linkedPath = fc.oneof(postPath, path, uriPart);
const postWithLinks = fc
  .tuple(frontMatter, fc.array(linkedPath, { maxLength: 3 }))
  .map(
    ([head, links]) => `${head}${links.map((link) => `[a](/${link}) ![b](<${link}>) {% link ${link} %}\n`).join('')}`,
  );

const text = fc.oneof(
  { weight: 4, arbitrary: postWithLinks },
  { weight: 3, arbitrary: configuration },
  { weight: 1, arbitrary: post },
);

/** A few files of sites of any generator, of several at once, or of none. */
export const tree: Arbitrary<Tree> = fc.array(fc.tuple(path, text), { maxLength: 10 }).map((entries) => {
  const files = new Map(entries);
  const folders = new Set([...files.keys()].flatMap(listFolders));
  return new Map([...files].filter(([file]) => !folders.has(file)));
});

function listFolders(file: string): string[] {
  const names = file.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}
