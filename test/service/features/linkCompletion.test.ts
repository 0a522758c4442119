import assert from 'node:assert/strict';
import { openSite, completeInSite, getSiteCompletionsAt } from '../../support/siteFeatures.ts';

/** A Jekyll blog with this base path. */
function toBlog(baseurl = ''): string {
  return `-- _config.yml --
url: https://ferry.example
baseurl: "${baseurl}"
timezone: UTC
permalink: /:year/:title/
-- assets/boat.png --
PNG
-- assets/tables.pdf --
PDF
-- assets/site.css --
-- _includes/figure.html --
<figure></figure>
-- about.md --
---
title: About us
permalink: /about/
---
-- _posts/2024-05-01-fog.md --
---
title: Fog
---
## The horn

Loud {#echo}
-- _posts/2023-02-03-ice.md --
---
title: Ice on the river
---
-- _posts/2031-01-01-later.md --
---
title: Later
---
`;
}

/** A site with a post that says this. */
function toSite(text: string, site = toBlog()): string {
  return `${site}-- _posts/2024-06-01-calm.md --\n---\ntitle: Calm\n---\n${text}\n`;
}

async function completeLabels(txtar: string): Promise<string[]> {
  return [...(await getSiteCompletionsAt(txtar)).keys()];
}

describe('completion of a destination', () => {
  it('completes a destination with the posts of the site, newest first, then its pages and files', async () => {
    assert.deepEqual(await completeLabels(toSite('See [it](<|>)')), [
      'Later',
      'Fog',
      'Ice on the river',
      'About us',
      'assets/boat.png',
      'assets/tables.pdf',
    ]);
    assert.equal(await completeInSite(toSite('See [it](<|>) now'), 'Fog'), 'See [it](/2024/fog/) now');
  });

  it('finds posts by words of title, URL and path', async () => {
    assert.deepEqual(await completeLabels(toSite('See [it](river<|>)')), ['Ice on the river']);
    assert.deepEqual(await completeLabels(toSite('See [it](/2024/f<|>og/)')), ['Fog']);
    assert.equal(await completeInSite(toSite('See [it](/20<|>24/frog/) now'), 'Fog'), 'See [it](/2024/fog/) now');
    assert.deepEqual(await completeLabels(toSite('See [it](05-01<|>)')), ['Fog']);
  });

  it('gives an editor the words to filter destinations by, whatever was typed so far', async () => {
    const { analysis, uri, cursor } = await openSite(toSite('See [it]({{ site.baseurl }}/fo<|>)'));
    const [fog] = (await analysis.completions(uri, cursor)).items;
    assert.equal(fog?.filterText, 'Fog {{ site.baseurl }}/fo /2024/fog/ fog /2024/fog/ _posts/2024-05-01-fog.md');
  });

  it('completes destinations in definitions and attributes', async () => {
    assert.equal(await completeInSite(toSite('[it]: fo<|>'), 'Fog'), '[it]: /2024/fog/');
    assert.equal(await completeInSite(toSite('<a href="<|>">it</a>'), 'Fog'), '<a href="/2024/fog/">it</a>');
    assert.deepEqual(await completeLabels(toSite('<img src="<|>" alt="">')), ['assets/boat.png']);
  });

  it('offers only images as destinations of images', async () => {
    assert.equal(await completeInSite(toSite('![A boat](bo<|>)'), 'assets/boat.png'), '![A boat](/assets/boat.png)');
    assert.deepEqual(await completeLabels(toSite('![A boat](<|>)')), ['assets/boat.png']);
    assert.deepEqual(await completeLabels(toSite('[![A boat](<|>)](/about/)')), ['assets/boat.png']);
    assert.ok((await completeLabels(toSite('[![A boat](/assets/boat.png)](<|>)'))).includes('Fog'));
  });

  it('tells which offered posts are not on the site yet', async () => {
    const { analysis, uri, cursor } = await openSite(toSite('[it](<|>)'));
    const details = (await analysis.completions(uri, cursor)).items.map(({ detail }) => detail);
    assert.deepEqual(details.slice(0, 2), ['/2031/later/ · 1 January 2031 · scheduled', '/2024/fog/ · 1 May 2024']);
  });

  it('offers headings and ids of the page before the #', async () => {
    assert.deepEqual(
      [...(await getSiteCompletionsAt(toSite('[it](/2024/fog/#<|>)')))],
      [
        ['#echo', '/2024/fog/#echo'],
        ['#the-horn', '/2024/fog/#the-horn'],
      ],
    );
  });

  it('offers no destinations in prose, code, front matter and for other sites', async () => {
    for (const text of [
      'Wind/<|>rain',
      'He said "<|>',
      '`[it](<|>)`',
      '[it](mailto:<|>)',
      '[it](https://example.org/<|>)',
      '```\n[it](<|>)\n```',
      '{% comment<|> %}',
      '(<|>)',
    ]) {
      assert.deepEqual(await completeLabels(toSite(text)), [], text);
    }
  });
});

describe('a completed destination is written as this author writes links', () => {
  const shapes: Readonly<Record<string, string>> = {
    '/log/2023/ice/': '/log/2024/fog/',
    'https://ferry.example/log/2023/ice/': 'https://ferry.example/log/2024/fog/',
    '{{ site.baseurl }}/2023/ice/': '{{ site.baseurl }}/2024/fog/',
    '{{ site.url }}{{ site.baseurl }}/2023/ice/#top': '{{ site.url }}{{ site.baseurl }}/2024/fog/',
    '{{ "/2023/ice/" | relative_url }}': '{{ "/2024/fog/" | relative_url }}',
    '{% post_url 2023-02-03-ice %}': '{% post_url 2024-05-01-fog %}',
    '{{ site.baseurl }}{% link _posts/2023-02-03-ice.md %}': '{{ site.baseurl }}{% link _posts/2024-05-01-fog.md %}',
    '../../2023/ice': '../fog',
    '2023-02-03-ice.md': '2024-05-01-fog.md',
  };
  for (const [written, expected] of Object.entries(shapes)) {
    it(`completes destinations in the form that the post uses: ${written}`, async () => {
      assert.equal(
        await completeInSite(toSite(`[a](${written}) and [it](<|>)`, toBlog('/log')), 'Fog'),
        `[a](${written}) and [it](${expected})`,
      );
    });
  }

  it('completes a destination as siblings write links', async () => {
    const sibling =
      '-- _posts/2024-01-01-wind.md --\n---\ntitle: Wind\n---\n[a]({{ site.baseurl }}/2023/ice/) ![b]({{ "/assets/boat.png" | absolute_url }})\n';
    assert.equal(
      await completeInSite(toSite('[it](<|>)', toBlog('/log') + sibling), 'Fog'),
      '[it]({{ site.baseurl }}/2024/fog/)',
    );
    assert.equal(
      await completeInSite(toSite('![it](<|>)', toBlog('/log') + sibling), 'assets/boat.png'),
      '![it]({{ "/assets/boat.png" | absolute_url }})',
    );
  });

  it('completes a destination with the base path where there are no links to learn from', async () => {
    assert.equal(await completeInSite(toSite('[it](<|>)', toBlog('/log')), 'Fog'), '[it](/log/2024/fog/)');
    assert.equal(
      await completeInSite(toSite('[it]({{ site.baseurl }}/<|>)', toBlog('/log')), 'About us'),
      '[it](/log/about/)',
    );
  });

  it('never completes a destination in a form that would not lead there', async () => {
    assert.equal(
      await completeInSite(toSite('[a]({% post_url 2023-02-03-ice %}) and [it](<|>)'), 'About us'),
      '[a]({% post_url 2023-02-03-ice %}) and [it](/about/)',
    );
  });
});

describe('completion in tags', () => {
  it('completes the names of posts, files and includes in tags', async () => {
    assert.equal(await completeInSite(toSite('{% post_url <|> %}'), 'Fog'), '{% post_url 2024-05-01-fog %}');
    assert.equal(await completeInSite(toSite('[a]({% post_url fo<|>'), 'Fog'), '[a]({% post_url 2024-05-01-fog %}');
    assert.deepEqual(await completeLabels(toSite('{% post_url <|> %}')), ['Later', 'Fog', 'Ice on the river']);
    assert.equal(await completeInSite(toSite('{% link ab<|>x.md %}'), 'About us'), '{% link about.md %}');
    assert.equal(await completeInSite(toSite('{% link <|> %}'), 'assets/tables.pdf'), '{% link assets/tables.pdf %}');
    assert.deepEqual(await completeLabels(toSite('{% include <|> %}')), ['_includes/figure.html']);
    assert.equal(
      await completeInSite(toSite('{% include <|> %}'), '_includes/figure.html'),
      '{% include figure.html %}',
    );
  });

  it('completes post_url with posts in folders of their own', async () => {
    const nested = `${toBlog()}-- _posts/harbour/2022-01-01-quay.md --\n---\ntitle: Quay\n---\n-- boats/_posts/2022-01-02-tug.md --\n---\ntitle: Tug\n---\n`;
    assert.equal(
      await completeInSite(toSite('{% post_url <|> %}', nested), 'Quay'),
      '{% post_url harbour/2022-01-01-quay %}',
    );
    assert.equal(
      await completeInSite(toSite('{% post_url <|> %}', nested), 'Tug'),
      '{% post_url boats/2022-01-02-tug %}',
    );
  });
});

describe('completion in a folder of Markdown', () => {
  it('completes paths in a folder without a generator', async () => {
    const folder =
      '-- notes/plan.md --\n# Plan\n\n[it](<|>) ![](x)\n-- notes/map.png --\nPNG\n-- lists/food.md --\n# Food\n';
    assert.equal(await completeInSite(folder, 'Food'), '[it](../lists/food.md) ![](x)');
    assert.equal(
      await completeInSite(folder.replace('<|>', '').replace('x', '<|>'), 'notes/map.png'),
      '[it]() ![](map.png)',
    );
  });
});

describe('completion on a big site', () => {
  it('offers a part of the posts of a big site and says so', async () => {
    const posts = Array.from(
      { length: 300 },
      (_, index) => `-- _posts/2024-01-01-night-${index}.md --\n---\ntitle: Night ${index}\n---\n`,
    ).join('');
    const { analysis, uri, cursor } = await openSite(toSite('[it](<|>)', toBlog() + posts));
    const { items, isIncomplete } = await analysis.completions(uri, cursor);
    assert.deepEqual([items.length, isIncomplete], [200, true]);
  });
});
