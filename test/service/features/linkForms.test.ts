import assert from 'node:assert/strict';
import {
  moveAll,
  completeInSite,
  getSiteCompletionsAt,
  getSiteDefinitionAt,
  getSiteHoverAt,
  getSiteReferencesAt,
  renameInSite,
} from '../../support/siteFeatures.ts';

const hugo = `-- hugo.toml --
baseURL = 'https://ferry.example/log/'
title = 'Log'
-- static/img/boat.png --
PNG
-- content/posts/fog.md --
+++
title = 'Fog'
date = 2024-05-01
+++
## The horn

It came at night.
-- content/posts/ice/index.md --
---
title: Ice
date: 2023-02-03
---
White.
-- content/posts/ice/floe.png --
PNG
`;

const zola = `-- zola.toml --
base_url = "https://ferry.example"
-- content/_index.md --
+++
+++
-- content/posts/_index.md --
+++
title = "Posts"
+++
-- content/posts/fog.md --
+++
title = "Fog"
date = 2024-05-01
+++
## The horn

It came at night.
`;

function toSite(site: string, text: string): string {
  return `${site}-- content/posts/calm.md --\n---\ntitle: Calm\ndate: 2024-06-01\n---\n${text}\n`;
}

describe('links of a Hugo site', () => {
  for (const link of [
    '/log/posts/f<|>og/',
    '{{< ref "posts/f<|>og" >}}',
    '{{< relref "f<|>og.md" >}}',
    'https://ferry.example/log/posts/fog/<|>',
  ]) {
    it(`follows a link of Hugo to its post: ${link.replace('<|>', '')}`, async () => {
      assert.match(
        (await getSiteHoverAt(toSite(hugo, `[a](${link})`)))!,
        /Fog[^]*1 May 2024 · `\/log\/posts\/fog\/`[^]*It came at night/,
      );
      assert.deepEqual(await getSiteDefinitionAt(toSite(hugo, `[a](${link})`)), ['content/posts/fog.md:1 ']);
    });
  }

  it('a hover shows images of Hugo’s static folders', async () => {
    assert.match(
      (await getSiteHoverAt(toSite(hugo, '![a](/log/img/bo<|>at.png)')))!,
      /file:\/\/\/site\/static\/img\/boat\.png/,
    );
  });

  it('completes links of Hugo as the author writes them', async () => {
    assert.equal(await completeInSite(toSite(hugo, '{{< ref "<|>" >}}'), 'Fog'), '{{< ref "posts/fog" >}}');
    assert.equal(await completeInSite(toSite(hugo, '[a]({{< ref "<|>'), 'Ice'), '[a]({{< ref "posts/ice" >}}');
    assert.equal(
      await completeInSite(toSite(hugo, '[a]({{< ref "posts/ice" >}}) [b](<|>)'), 'Fog'),
      '[a]({{< ref "posts/ice" >}}) [b]({{< ref "posts/fog" >}})',
    );
    assert.ok(
      [
        ...(await getSiteCompletionsAt(toSite(hugo, '{{< figure src="<|>" >}}')).then((found) => found.values())),
      ].includes('/log/img/boat.png'),
    );
  });

  it('offers the files of a Hugo bundle first', async () => {
    assert.deepEqual([...(await getSiteCompletionsAt(hugo.replace('White.', '![a](<|>)')))][0], [
      'content/posts/ice/floe.png',
      'floe.png',
    ]);
  });

  it('updates links when a Hugo post moves, and adds an alias', async () => {
    const files = await moveAll(
      toSite(hugo, '[a](/log/posts/fog/#the-horn) [b]({{< ref "posts/fog" >}}) [c]({{< relref "fog.md#the-horn" >}})'),
      ['content/posts/fog.md', 'content/posts/mist.md'],
    );
    assert.match(
      files['content/posts/calm.md']!,
      /\[a\]\(\/log\/posts\/mist\/#the-horn\) \[b\]\(\{\{< ref "posts\/mist" >\}\}\) \[c\]\(\{\{< relref "mist\.md#the-horn" >\}\}\)/,
    );
    assert.match(
      files['content/posts/fog.md']!,
      /^\+\+\+\ntitle = 'Fog'\ndate = 2024-05-01\naliases = \["\/posts\/fog\/"\]\n\+\+\+\n/,
    );
  });

  it('follows links of Hugo to a heading, and finds who links to it', async () => {
    const linking = '-- content/posts/rain.md --\n---\ntitle: Rain\n---\n[a]({{< ref "fog#the-horn" >}})\n';
    assert.deepEqual(await getSiteReferencesAt(linking + hugo.replace('The horn', 'The h<|>orn')), [
      'content/posts/rain.md:4 {{< ref "fog#the-horn" >}}',
    ]);
    const files = await renameInSite(linking + hugo.replace('The horn', 'The h<|>orn'), 'A whistle');
    assert.match((files as Record<string, string>)['content/posts/rain.md']!, /\{\{< ref "fog#a-whistle" >\}\}/);
  });
});

describe('links of a Zola site', () => {
  it('follows and completes links of Zola by path', async () => {
    assert.match((await getSiteHoverAt(toSite(zola, '[a](@/posts/f<|>og.md#the-horn)')))!, /Fog[^]*`\/posts\/fog\/`/);
    assert.deepEqual(await getSiteDefinitionAt(toSite(zola, '[a](@/posts/f<|>og.md#the-horn)')), [
      'content/posts/fog.md:5 The horn',
    ]);
    assert.equal(await completeInSite(toSite(zola, '[a](@/<|>)'), 'Fog'), '[a](@/posts/fog.md)');
  });

  it('updates links when a Zola post moves, and adds an alias', async () => {
    const files = await moveAll(toSite(zola, '[a](@/posts/fog.md#the-horn) [b](/posts/fog/)'), [
      'content/posts/fog.md',
      'content/posts/mist.md',
    ]);
    assert.match(files['content/posts/calm.md']!, /\[a\]\(@\/posts\/mist\.md#the-horn\) \[b\]\(\/posts\/mist\/\)/);
    assert.match(files['content/posts/fog.md']!, /\naliases = \["\/posts\/fog\/"\]\n/);
  });
});
