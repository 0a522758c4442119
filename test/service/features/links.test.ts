import assert from 'node:assert/strict';
import * as service from '../../../server/src/service/index.ts';
import { openSite, getSiteDefinitionAt, getSiteHoverAt, getSiteReferencesAt } from '../../support/siteFeatures.ts';
import { createAnalysis } from '../../support/check.ts';

const blog = `-- _config.yml --
url: https://ferry.example
baseurl: /log
timezone: UTC
permalink: /:year/:title/
plugins: [jekyll-redirect-from]
-- assets/boat.png --
PNG
-- _posts/2024-05-01-fog.md --
---
title: "Fog & horn"
redirect_from: /mist/
---
## In short

![](/log/assets/boat.png)

It came at *night* and [stayed](https://example.org).[^1]

## The horn

Loud.

[^1]: Until six.
-- _posts/2031-01-01-later.md --
---
title: Later
---
Soon.
-- _drafts/wreck.md --
---
title: The wreck
---
`;

/** The blog with a post that says this. */
function toSite(text: string): string {
  return `${blog}-- _posts/2024-06-01-calm.md --\n---\ntitle: Calm\n---\n${text}\n`;
}

const fog = '**[Fog & horn](file:///site/_posts/2024-05-01-fog.md)**';

describe('a hover on a link', () => {
  it('a hover on a link shows title, date, URL and the first words of its post', async () => {
    const card = `${fog}\n\n1 May 2024 · \`/log/2024/fog/\`\n\n> It came at night and stayed.`;
    for (const link of [
      '[a](/log/2024/f<|>og/)',
      '[a](https://ferry.example/log/2024/fo<|>g/)',
      '{% post_url 2024-05-<|>01-fog %}',
      '<a href="../f<|>og/">a</a>',
      '[a]({{ site.baseurl }}{% link _posts/2024-05-01-f<|>og.md %})',
    ]) {
      assert.equal(await getSiteHoverAt(toSite(link)), card, link);
    }
  });

  it('shows the hover on the text of a link and on a reference, followed by the reference’s title', async () => {
    assert.match((await getSiteHoverAt(toSite('[a<|>ll](/log/2024/fog/)')))!, /It came at night/);
    assert.match(
      (await getSiteHoverAt(toSite('[a<|>ll][f]\n\n[f]: /log/2024/fog/ "The night"')))!,
      /It came at night[^]*The night$/,
    );
    assert.match(
      (await getSiteHoverAt(toSite('[all][f]\n\n[f]: /log/20<|>24/fog/')))!,
      /It came at night[^]*Used once: line 4\.$/,
    );
  });

  it('a hover on a link names the heading, and a redirect', async () => {
    assert.match(
      (await getSiteHoverAt(toSite('[a](/log/2024/fog/#the-<|>horn)')))!,
      /^\*\*\[Fog[^\n]*\*\* `#the-horn`\n/,
    );
    assert.match(
      (await getSiteHoverAt(toSite('[a](/log/mi<|>st/)')))!,
      /An old address: readers are sent on to `\/log\/2024\/fog\/`\./,
    );
  });

  it('a hover on a link says why a post will not be on the site', async () => {
    const card = (await getSiteHoverAt(toSite('[a]({% post_url 2031-01-<|>01-later %})')))!;
    assert.match(card, /1 January 2031 · \*\*Scheduled\*\* · `\/log\/2031\/later\/`/);
    assert.match(card, /still to come/);
  });

  it('a hover shows an image of the site, also under a base path', async () => {
    assert.equal(
      await getSiteHoverAt(toSite('![A boat](/log/assets/bo<|>at.png)')),
      '![](file:///site/assets/boat.png|height=180)\n\n`assets/boat.png`',
    );
    assert.equal(
      await getSiteHoverAt(toSite('![A b<|>oat][b]\n\n[b]: {{ "/assets/boat.png" | relative_url }}')),
      '![](file:///site/assets/boat.png|height=180)\n\n`assets/boat.png`',
    );
  });

  it('a hover names an image outside of the site, or one that it does not have, as it is written, and shows nothing of it', async () => {
    for (const url of [
      '../../../etc/passwd',
      '/../../etc/passwd',
      '../%2e%2e/etc/passwd',
      '..%2f..%2f/etc/passwd',
      '/none.png',
    ])
      assert.equal(await getSiteHoverAt(toSite(`![A b<|>oat](${url})`)), `\`${url}\``);
    assert.equal(await getSiteHoverAt(toSite('![A b<|>oat][b]\n\n[b]: ../../../etc/passwd')), '`../../../etc/passwd`');
  });

  it('a hover adds nothing to links to other sites or to nothing', async () => {
    assert.equal(await getSiteHoverAt(toSite('[a](https://example.org/f<|>og/)')), undefined);
    assert.equal(await getSiteHoverAt(toSite('[a](/log/2024/fr<|>og/)')), undefined);
  });
});

describe('the definition of a link', () => {
  it('the definition of a link is its post, or the heading in it', async () => {
    assert.deepEqual(await getSiteDefinitionAt(toSite('[a](/log/2024/f<|>og/)')), ['_posts/2024-05-01-fog.md:1 ']);
    assert.deepEqual(await getSiteDefinitionAt(toSite('[a](/log/2024/fog/#the-<|>horn)')), [
      '_posts/2024-05-01-fog.md:11 The horn',
    ]);
    assert.deepEqual(await getSiteDefinitionAt(toSite('{% post_url 2024-05-<|>01-fog %}')), [
      '_posts/2024-05-01-fog.md:1 ',
    ]);
  });

  it('the definition of a reference is its label, and that of the label the post', async () => {
    const text = '[a][f]\n\n[f]: /log/2024/fog/#the-horn';
    assert.deepEqual(await getSiteDefinitionAt(toSite(text.replace('[f]', '[<|>f]'))), [
      '_posts/2024-06-01-calm.md:6 f',
    ]);
    assert.deepEqual(await getSiteDefinitionAt(toSite(text.replace('2024', '20<|>24'))), [
      '_posts/2024-05-01-fog.md:11 The horn',
    ]);
  });

  it('an image has no definition, since it is no text', async () => {
    assert.deepEqual(await getSiteDefinitionAt(toSite('![a](/log/assets/bo<|>at.png)')), []);
  });
});

describe('links that open files', () => {
  it('links in destinations, attributes and tags open the files of the site', async () => {
    const { analysis, uri, post } = await openSite(
      toSite(
        '[a](/log/2024/fog/#the-horn) ![b](/log/assets/boat.png) {% post_url 2024-05-01-fog %} [c](https://example.org) [d](/log/nowhere/)\n\n[e]: /log/mist/\n<|>',
      ),
    );
    const found = analysis
      .documentLinks(uri)
      .map(({ range, target, fragment }) => [
        post.document.text.slice(range.start, range.end),
        target.replace('file:///site/', ''),
        fragment,
      ]);
    assert.deepEqual(found, [
      ['/log/2024/fog/#the-horn', '_posts/2024-05-01-fog.md', 'the-horn'],
      ['/log/assets/boat.png', 'assets/boat.png', ''],
      ['{% post_url 2024-05-01-fog %}', '_posts/2024-05-01-fog.md', ''],
      ['/log/mist/', '_posts/2024-05-01-fog.md', ''],
    ]);
  });
});

describe('who links here', () => {
  const inbound = `-- _posts/2024-07-01-a.md --
---
title: A
---
[one](/log/2024/fog/) and fog again, <a href="{{ site.baseurl }}/2024/fog/#the-horn">two</a>.
-- about.md --
---
title: About
---
{% post_url 2024-05-01-fog %} and [old](/log/mist/) and [three][f]

[f]: https://ferry.example/log/2024/fog/#the-horn
[g]: ../2024/fog/
`;
  const all = [
    '_posts/2024-07-01-a.md:4 /log/2024/fog/',
    '_posts/2024-07-01-a.md:4 {{ site.baseurl }}/2024/fog/#the-horn',
    'about.md:4 {% post_url 2024-05-01-fog %}',
    'about.md:4 /log/mist/',
    'about.md:6 https://ferry.example/log/2024/fog/#the-horn',
    'about.md:7 ../2024/fog/',
  ];

  it('references on the title find every form of link to the post, and redirects', async () => {
    assert.deepEqual(await getSiteReferencesAt(inbound + blog.replace('"Fog', '"F<|>og')), all);
  });

  it('references on a link are those of its whole post on the part before the fragment', async () => {
    assert.deepEqual(
      (await getSiteReferencesAt(toSite('[a](/log/2024/f<|>og/)') + inbound)).toSorted(),
      ['_posts/2024-06-01-calm.md:4 /log/2024/fog/', ...all].toSorted(),
    );
    const horn = all.filter((each) => each.endsWith('#the-horn'));
    assert.deepEqual(await getSiteReferencesAt(toSite('[a](/log/2024/fog/#the-h<|>orn)') + inbound), [
      '_posts/2024-06-01-calm.md:4 /log/2024/fog/#the-horn',
      ...horn,
    ]);
  });

  it('references on a heading list the links of its own post first', async () => {
    assert.deepEqual(
      await getSiteReferencesAt(
        inbound + blog.replace('## The horn\n', '## The h<|>orn\n\n[up](#the-horn) [down](/log/2024/fog/#the-horn)\n'),
      ),
      [
        '_posts/2024-05-01-fog.md:13 #the-horn',
        '_posts/2024-05-01-fog.md:13 /log/2024/fog/#the-horn',
        ...all.filter((each) => each.endsWith('#the-horn')),
      ],
    );
  });

  it('finds the references to an image', async () => {
    assert.deepEqual(await getSiteReferencesAt(toSite('![a](/log/assets/bo<|>at.png)')), [
      '_posts/2024-06-01-calm.md:4 /log/assets/boat.png',
      '_posts/2024-05-01-fog.md:7 /log/assets/boat.png',
    ]);
  });

  it('finding references stops when it is cancelled', async () => {
    const { snapshot, uri, cursor, files } = await openSite(inbound + blog.replace('"Fog', '"F<|>og'));
    const scheduler = { ...service.immediately, isCancelled: true };
    assert.deepEqual(await createAnalysis(snapshot, files, { scheduler }).references(uri, cursor, 'uses'), []);
  });
});
