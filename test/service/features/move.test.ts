import assert from 'node:assert/strict';
import { moveAll, renameInSite } from '../../support/siteFeatures.ts';

const fog = '_posts/2024-05-01-fog.md';
const mist = '_posts/2024-05-02-mist.md';

function toConfig(...lines: readonly string[]): string {
  return `-- _config.yml --\nurl: https://ferry.example\nbaseurl: /log\ntimezone: UTC\npermalink: /:year/:title/\n${lines.map((line) => `${line}\n`).join('')}`;
}

function toPost(path: string, body: string, frontMatter = 'title: A'): string {
  return `-- ${path} --\n---\n${frontMatter}\n---\n${body}\n`;
}

/** The body of one post of a Jekyll site after another one is renamed; as it was where nothing changed. */
async function moveLinked(body: string, to = mist): Promise<string> {
  const text = `---\ntitle: A\n---\n${body}\n`;
  const files = await moveAll(toConfig() + toPost(fog, 'It came.') + toPost('_posts/2024-06-01-calm.md', body), [
    fog,
    to,
  ]);
  return (files['_posts/2024-06-01-calm.md'] ?? text).slice('---\ntitle: A\n---\n'.length).trimEnd();
}

describe('renaming a post', () => {
  const forms: Readonly<Record<string, string>> = {
    '[a](/log/2024/fog/)': '[a](/log/2024/mist/)',
    '[a](/log/2024/fog/#horn "The horn")': '[a](/log/2024/mist/#horn "The horn")',
    '[a](/log/2024/fog?from=here#horn)': '[a](/log/2024/mist?from=here#horn)',
    '[a](https://ferry.example/log/2024/fog/)': '[a](https://ferry.example/log/2024/mist/)',
    '[a]({{ site.baseurl }}/2024/fog/)': '[a]({{ site.baseurl }}/2024/mist/)',
    '[a]({{ site.url }}{{ site.baseurl }}/2024/fog)': '[a]({{ site.url }}{{ site.baseurl }}/2024/mist)',
    '[a]({{ "/2024/fog/" | relative_url }}#horn)': '[a]({{ "/2024/mist/" | relative_url }}#horn)',
    '[a]({% post_url 2024-05-01-fog %}#horn)': '[a]({% post_url 2024-05-02-mist %}#horn)',
    '[a]({{ site.baseurl }}{% link _posts/2024-05-01-fog.md %})':
      '[a]({{ site.baseurl }}{% link _posts/2024-05-02-mist.md %})',
    '{% post_url 2024-05-01-fog %}': '{% post_url 2024-05-02-mist %}',
    '[a](../fog/)': '[a](../mist/)',
    '[a](2024-05-01-fog.md#horn)': '[a](2024-05-02-mist.md#horn)',
    '[a](./2024-05-01-fog.md)': '[a](./2024-05-02-mist.md)',
    '[a][f]\n\n[f]: /log/2024/fog/ "Fog"': '[a][f]\n\n[f]: /log/2024/mist/ "Fog"',
    '[a][f]\n\n[f]: </log/2024/fog/>': '[a][f]\n\n[f]: </log/2024/mist/>',
    '[unused]: /log/2024/fog/': '[unused]: /log/2024/mist/',
    '<a class="x" href="/log/2024/fog/?a=1&amp;b=2">a</a>': '<a class="x" href="/log/2024/mist/?a=1&amp;b=2">a</a>',
  };
  for (const [before, after] of Object.entries(forms)) {
    it(`a link to a renamed post keeps its form: ${before.split('\n').at(-1)}`, async () =>
      assert.equal(await moveLinked(before), after));
  }

  it('renaming a post changes no link to other posts', async () => {
    for (const other of [
      '[a](https://example.org/log/2024/fog/)',
      'The fog of 2024/fog/ was thick.',
      '`/log/2024/fog/`',
      '[a](/log/2024/fog-bank/)',
      '[a](/2024/fog/)',
    ])
      assert.equal(await moveLinked(other), other);
  });

  it('renaming a post changes no link that still leads to it', async () => {
    const files = await moveAll(
      toConfig() +
        toPost(fog, 'It came.', 'permalink: /fog/') +
        toPost('about.md', '[a](/log/fog/) [b]({% post_url 2024-05-01-fog %})'),
      [fog, mist],
    );
    assert.deepEqual(files, { 'about.md': '---\ntitle: A\n---\n[a](/log/fog/) [b]({% post_url 2024-05-02-mist %})\n' });
  });

  it('renaming a post changes every link of a text at once', async () => {
    assert.equal(
      await moveLinked('[a](/log/2024/fog/) ![b](/log/x.png) [c]({% post_url 2024-05-01-fog %})'),
      '[a](/log/2024/mist/) ![b](/log/x.png) [c]({% post_url 2024-05-02-mist %})',
    );
  });

  it('moving a post updates its own relative links', async () => {
    const files = await moveAll(
      '-- _config.yml --\ntitle: Log\n' +
        toPost('docs/fog.md', '[a](calm.md) [b](#top) [c](../about.html#x) ![d](boat.png) [e](/about.html)') +
        toPost('docs/calm.md', 'Calm.') +
        toPost('about.md', 'Us.') +
        '-- docs/boat.png --\nPNG\n',
      ['docs/fog.md', 'fog.md'],
    );
    assert.deepEqual(files, {
      'docs/fog.md':
        '---\ntitle: A\n---\n[a](docs/calm.md) [b](#top) [c](../about.html#x) ![d](docs/boat.png) [e](/about.html)\n',
    });
  });

  it('renaming a folder updates the links to all files in it', async () => {
    const files = await moveAll(
      '-- _config.yml --\ntitle: Log\n' +
        toPost('docs/fog/index.md', '![d](boat.png) [a](../calm.html)') +
        toPost('docs/calm.md', '[a](/docs/fog/) ![b](fog/boat.png)') +
        '-- docs/fog/boat.png --\nPNG\n',
      ['docs/fog', 'docs/mist'],
    );
    assert.deepEqual(files, { 'docs/calm.md': '---\ntitle: A\n---\n[a](/docs/mist/) ![b](mist/boat.png)\n' });
  });

  it('renaming an image updates the links to it', async () => {
    const files = await moveAll(
      toConfig() +
        toPost(fog, '![a](/log/assets/boat.png) ![b]({{ "/assets/boat.png" | relative_url }})') +
        '-- assets/boat.png --\nPNG\n',
      ['assets/boat.png', 'assets/2024/ferry.png'],
    );
    assert.deepEqual(files, {
      [fog]:
        '---\ntitle: A\n---\n![a](/log/assets/2024/ferry.png) ![b]({{ "/assets/2024/ferry.png" | relative_url }})\n',
    });
  });

  it('changes the paths of links in a plain folder', async () => {
    const files = await moveAll(
      '-- a.md --\n[b](b.md#top) [c](notes/c.md)\n-- b.md --\n[a](a.md)\n-- notes/c.md --\n[b](../b.md)\n',
      ['b.md', 'notes/d.md'],
    );
    assert.deepEqual(files, {
      'a.md': '[b](notes/d.md#top) [c](notes/c.md)\n',
      'b.md': '[a](../a.md)\n',
      'notes/c.md': '[b](d.md)\n',
    });
  });

  it('changes no link where the post leaves the site', async () => {
    assert.equal(await moveLinked('[a](/log/2024/fog/)', '_site/fog.md'), '[a](/log/2024/fog/)');
  });
});

describe('the old address of a post', () => {
  const redirecting = toConfig('plugins: [jekyll-redirect-from]');

  /** The front matter of a post after it is renamed. */
  async function moveAndReadFrontMatter(
    frontMatter: string,
    site = redirecting,
    to = mist,
  ): Promise<string | undefined> {
    const files = await moveAll(site + toPost(fog, 'It came.', frontMatter), [fog, to]);
    return /^---\n([^]*?)\n---\n/.exec(files[fog] ?? '')?.[1];
  }

  it('renaming a post keeps its old URL as a redirect, without the base path', async () => {
    assert.equal(
      await moveAndReadFrontMatter('title: A # first\ntags: [x]'),
      'title: A # first\ntags: [x]\nredirect_from: [/2024/fog/]',
    );
  });

  it('adds the old URL of a renamed post to existing redirects', async () => {
    assert.equal(
      await moveAndReadFrontMatter('redirect_from: /haze/\ntitle: A'),
      'redirect_from:\n  - /haze/\n  - /2024/fog/\ntitle: A',
    );
    assert.equal(
      await moveAndReadFrontMatter('redirect_from: [/haze/]\ntitle: A'),
      'redirect_from: [/haze/, /2024/fog/]\ntitle: A',
    );
    assert.equal(
      await moveAndReadFrontMatter('redirect_from: ["/haze/"] # old\ntitle: A'),
      'redirect_from: ["/haze/", "/2024/fog/"] # old\ntitle: A',
    );
    assert.equal(
      await moveAndReadFrontMatter('redirect_from:\n  - "/haze/" # old\ntitle: A'),
      'redirect_from:\n  - "/haze/"\n  - "/2024/fog/" # old\ntitle: A',
    );
    assert.equal(await moveAndReadFrontMatter('redirect_from:\ntitle: A'), 'redirect_from:\n  - /2024/fog/\ntitle: A');
    assert.equal(await moveAndReadFrontMatter('redirect_from: []\ntitle: A'), 'redirect_from: [/2024/fog/]\ntitle: A');
  });

  it('removes a redirect from the new URL of a renamed post, which would lead in a circle', async () => {
    assert.equal(await moveAndReadFrontMatter('redirect_from: [/2024/mist/]'), 'redirect_from: [/2024/fog/]');
  });

  it('adds no redirect where the old URL was never public or nothing reads redirects', async () => {
    assert.equal(await moveAndReadFrontMatter('title: A', toConfig()), undefined);
    assert.equal(await moveAndReadFrontMatter('published: false'), undefined);
    assert.equal(await moveAndReadFrontMatter('permalink: /fog/'), undefined);
    assert.equal(await moveAndReadFrontMatter('redirect_from: /2024/fog/'), undefined);
    assert.equal(await moveAndReadFrontMatter('title: A', redirecting, '_posts/2024-05-03-fog.md'), undefined);
  });
});

describe('renaming a heading', () => {
  const site =
    toConfig() +
    toPost(
      '_posts/2024-06-01-calm.md',
      '[a](/log/2024/fog/#the-horn) [b](/log/2024/fog/) [c]({% post_url 2024-05-01-fog %}#the-horn) <a href="../fog/#the-horn">d</a> [e](#the-horn)',
    );

  it('renaming a heading updates the links to it in other posts', async () => {
    const files = await renameInSite(
      site + toPost(fog, '## The h<|>orn\n\n[up](#the-horn) [down](/log/2024/fog/#the-horn)'),
      'A whistle',
    );
    assert.deepEqual(files, {
      [fog]: '---\ntitle: A\n---\n## A whistle\n\n[up](#a-whistle) [down](/log/2024/fog/#a-whistle)\n',
      '_posts/2024-06-01-calm.md':
        '---\ntitle: A\n---\n[a](/log/2024/fog/#a-whistle) [b](/log/2024/fog/) [c]({% post_url 2024-05-01-fog %}#a-whistle) <a href="../fog/#a-whistle">d</a> [e](#the-horn)\n',
    });
  });

  it('renaming a heading leaves other posts alone where the anchor stays', async () => {
    assert.deepEqual(Object.keys(await renameInSite(site + toPost(fog, '## The h<|>orn {#the-horn}'), 'A whistle')), [
      fog,
    ]);
    assert.equal(
      await renameInSite(site + toPost(fog, '## The h<|>orn'), ' '),
      'A heading needs at least one character.',
    );
  });
});
