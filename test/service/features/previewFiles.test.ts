import assert from 'node:assert/strict';
import { emptySnapshot, relative, withSites } from '../../../server/src/service/index.ts';
import { createAnalysis } from '../../support/check.ts';
import { root, readSites } from '../../support/site.ts';
import { openSite } from '../../support/siteFeatures.ts';

const jekyll = '-- _config.yml --\nbaseurl: /log\n-- _posts/2025-05-01-fog.md --\n---\ntitle: Fog\n---\n<|>\n';
const hugo = '-- hugo.toml --\n-- content/posts/fog/index.md --\n+++\ntitle = "Fog"\n+++\n<|>\n';

/** The file that an address in the preview of the post with the caret resolves to: the first that exists. */
async function findFirstFile(txtar: string, address: string): Promise<string | undefined> {
  const { analysis, post, uri: of } = await openSite(txtar);
  const paths = analysis.linkedFiles(of, [address])[address]!.map((uri) => relative(root, uri)!);
  return paths.find((path) => post.site!.files.has(path));
}

/** The style sheets of a site, relative to its root. */
async function listStyleSheets(txtar: string): Promise<string[]> {
  const { analysis, uri: of } = await openSite(txtar);
  return (await analysis.siteStyles(of)).map((uri) => relative(root, uri)!);
}

/** The folders in which new posts can go, relative to the site's root, sorted. */
async function listPostFolders(txtar: string): Promise<string[]> {
  const snapshot = withSites(emptySnapshot, await readSites(txtar));
  return createAnalysis(snapshot)
    .postFolders()
    .map((uri) => relative(root, uri)!)
    .toSorted();
}

describe('the file that an address in a preview leads to', () => {
  const cases: readonly [what: string, files: string, address: string, expected: string | undefined][] = [
    ['is below the base path of the site', `${jekyll}-- img/a.png --\nx\n`, '/log/img/a.png', 'img/a.png'],
    [
      'is in a folder that the generator publishes at the root',
      `${hugo}-- static/a.png --\nx\n`,
      '/a.png',
      'static/a.png',
    ],
    [
      'is next to a post that has a folder to itself',
      `${hugo}-- content/posts/fog/a.png --\nx\n`,
      'a.png',
      'content/posts/fog/a.png',
    ],
    [
      'is next to the post though the site does not serve it there',
      `${jekyll}-- _posts/a.png --\nx\n`,
      'a.png',
      '_posts/a.png',
    ],
    [
      'is decoded, without query and fragment',
      `${jekyll}-- img/a b.png --\nx\n`,
      '/log/img/a%20b.png?x=1#y',
      'img/a b.png',
    ],
    [
      'is the post at that URL',
      `${jekyll}-- _posts/2025-05-02-rain.md --\n---\n---\n`,
      '/log/2025/05/02/rain.html',
      '_posts/2025-05-02-rain.md',
    ],
    ['is none elsewhere on the web', `${jekyll}-- img/a.png --\nx\n`, 'https://example.com/img/a.png', undefined],
    ['is none outside the site', jekyll, '../../../etc/passwd', undefined],
  ];
  for (const [what, files, address, expected] of cases)
    it(`the file of an address in a preview ${what}`, async () =>
      assert.equal(await findFirstFile(files, address), expected));

  it('the file of an address in a preview is never outside the site, whatever the address', async () => {
    const { analysis, uri: of } = await openSite(jekyll);
    const uris = Object.values(analysis.linkedFiles(of, ['../../../../a.png', '/../../a.png'])).flat();
    assert.deepEqual(
      uris.filter((uri) => relative(root, uri) === undefined),
      [],
    );
  });
});

describe('the style sheets of a site', () => {
  it('the preview uses the style sheets that a build wrote before their sources', async () => {
    assert.deepEqual(await listStyleSheets(`${jekyll}-- assets/css/a.css --\nx\n-- _site/assets/css/b.css --\nx\n`), [
      '_site/assets/css/b.css',
    ]);
  });

  it('the preview uses all style sheets of one folder, in the order of their names', async () => {
    assert.deepEqual(await listStyleSheets(`${jekyll}-- css/b.css --\nx\n-- css/a.css --\nx\n-- css/a.scss --\nx\n`), [
      'css/a.css',
      'css/b.css',
    ]);
  });
});

describe('the folders in which new posts can go', () => {
  it('new posts go into the folders of collections and drafts, and into no others of a site', async () => {
    const files =
      '-- _config.yml --\n-- _posts/2025-01-01-a.md --\n-- _drafts/b.md --\n-- _layouts/post.html --\n-- assets/a.png --\n-- about.md --\n---\n---\n';
    assert.deepEqual(await listPostFolders(files), ['_drafts', '_posts']);
  });

  it('new posts go into all nested folders of a collection that hold files', async () => {
    const files = '-- _config.yml --\n-- _posts/2024/05/2024-05-01-a.md --\n';
    assert.deepEqual(
      (await listPostFolders(files)).filter((folder) => folder.startsWith('_posts')),
      ['_posts', '_posts/2024', '_posts/2024/05'],
    );
  });

  it('new posts go into folders with posts where no generator has collections', async () => {
    assert.deepEqual(await listPostFolders('-- notes/a.md --\n-- pictures/a.png --\n-- b.md --\n'), ['notes']);
  });
});
