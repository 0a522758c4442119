import assert from 'node:assert/strict';
import { changeFiles } from '../../support/site.ts';

const toPost = (path: string, ...lines: readonly string[]): string =>
  `-- ${path} --\n---\n${['title: Fog', ...lines].join('\n')}\n---\n![Horn](horn.svg)\n`;
const toFile = (path: string): string => `-- ${path} --\n${path}\n`;

/** The files that are copied with a post to "Mist", without the post itself: each with the file whose bytes it has. */
async function duplicatePost(files: string, path: string): Promise<Record<string, string | undefined>> {
  const changed = await changeFiles(files, path, { kind: 'duplicate', title: 'Mist' });
  assert.ok(typeof changed === 'object', String(changed));
  const copies = Object.entries(changed).filter(([, text]) => text?.startsWith('---') !== true);
  return Object.fromEntries(copies.map(([name, text]) => [name, text?.trimEnd()]));
}

const hugo = '-- hugo.toml --\n';
const pictures = toFile('content/log/fog/horn.svg') + toFile('content/log/fog/img/far.svg');

describe('a copy of a post brings what the post has to itself', () => {
  const cases: readonly [what: string, files: string, path: string, expected: Readonly<Record<string, string>>][] = [
    [
      'a bundle of Hugo with resources, also in Markdown',
      `${hugo}${toPost('content/log/fog/index.md')}-- content/log/fog/notes.md --\nx\n${pictures}`,
      'content/log/fog/index.md',
      {
        'content/log/mist/horn.svg': 'content/log/fog/horn.svg',
        'content/log/mist/img/far.svg': 'content/log/fog/img/far.svg',
        'content/log/mist/notes.md': 'x',
      },
    ],
    [
      'a folder of Zola',
      `-- zola.toml --\nbase_url = "https://x.example"\n${toPost('content/log/fog/index.md')}${pictures}`,
      'content/log/fog/index.md',
      {
        'content/log/mist/horn.svg': 'content/log/fog/horn.svg',
        'content/log/mist/img/far.svg': 'content/log/fog/img/far.svg',
      },
    ],
    [
      'a folder of Docusaurus, named by the day',
      `-- docusaurus.config.js --\nmodule.exports = {};\n${toPost('blog/2024-05-01-fog/index.md')}${toFile('blog/2024-05-01-fog/horn.svg')}`,
      'blog/2024-05-01-fog/index.md',
      {
        'blog/2026-01-15-mist/horn.svg': 'blog/2024-05-01-fog/horn.svg',
      },
    ],
    [
      'a folder of Astro',
      `-- astro.config.mjs --\nexport default {};\n${toPost('src/content/log/fog/index.md')}${toFile('src/content/log/fog/horn.svg')}`,
      'src/content/log/fog/index.md',
      {
        'src/content/log/mist/horn.svg': 'src/content/log/fog/horn.svg',
      },
    ],
    [
      'the asset folder of a Hexo post, among the drafts',
      `-- _config.yml --\npost_asset_folder: true\n-- scaffolds/post.md --\nx\n${toPost('source/_posts/Fog.md')}${toFile('source/_posts/Fog/horn.svg')}${toFile('source/_posts/Fogs/other.svg')}`,
      'source/_posts/Fog.md',
      {
        'source/_drafts/Mist/horn.svg': 'source/_posts/Fog/horn.svg',
      },
    ],
    [
      'no translations',
      `-- hugo.toml --\n[languages.en]\n[languages.fr]\n${toPost('content/log/fog/index.md')}${toPost('content/log/fog/index.fr.md')}${pictures}`,
      'content/log/fog/index.md',
      {
        'content/log/mist/horn.svg': 'content/log/fog/horn.svg',
        'content/log/mist/img/far.svg': 'content/log/fog/img/far.svg',
      },
    ],
    [
      'no pages in nested folders, nor their files',
      `-- astro.config.mjs --\nexport default {};\n${toPost('src/content/log/fog/index.md')}${toPost('src/content/log/fog/deep/index.md')}${toFile('src/content/log/fog/horn.svg')}${toFile('src/content/log/fog/deep/own.svg')}`,
      'src/content/log/fog/index.md',
      {
        'src/content/log/mist/horn.svg': 'src/content/log/fog/horn.svg',
      },
    ],
    [
      'nothing of a folder that others share',
      `-- _config.yml --\ncollections: [docs]\n${toPost('_docs/fog/index.md')}${toPost('_docs/fog/other.md')}${toFile('_docs/fog/horn.svg')}`,
      '_docs/fog/index.md',
      {},
    ],
    [
      'nothing where it has no folder',
      `${hugo}${toPost('content/log/fog.md')}${toFile('content/log/horn.svg')}`,
      'content/log/fog.md',
      {},
    ],
    [
      'no files that only the system sees',
      `${hugo}${toPost('content/log/fog/index.md')}${toFile('content/log/fog/.DS_Store')}`,
      'content/log/fog/index.md',
      {},
    ],
  ];
  for (const [what, files, path, expected] of cases) {
    it(`a copy of a post has the files that belong to the post only: ${what}`, async () =>
      assert.deepEqual(await duplicatePost(files, path), expected));
  }

  it('refuses to copy a post to a name that is taken, by a post or by a file that it would bring', async () => {
    const files = `${hugo}${toPost('content/log/fog/index.md')}${pictures}${toPost('content/log/mist/index.md')}${toFile('content/log/haze/horn.svg')}`;
    const duplicateAs = (title: string): Promise<unknown> =>
      changeFiles(files, 'content/log/fog/index.md', { kind: 'duplicate', title });
    assert.equal(await duplicateAs('Mist'), 'content/log/mist/index.md exists already: choose another title.');
    assert.equal(await duplicateAs('Haze'), 'content/log/haze/horn.svg exists already: choose another title.');
  });
});
