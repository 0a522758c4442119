import assert from 'node:assert/strict';
import type { ImageToInsert } from '../../../server/src/protocol/index.ts';
import { insert, root } from '../../support/site.ts';

const jekyll =
  '-- _config.yml --\nbaseurl: /log\n-- assets/a.png --\nx\n-- assets/b.png --\nx\n-- assets/grey-seal.png --\nx\n';
const hugo =
  '-- hugo.toml --\n-- static/images/a.png --\nx\n-- static/images/b.png --\nx\n-- static/images/grey-seal.png --\nx\n';
const size = { width: 1400, height: 800 };

/** The line that is written where a sibling of this body shows how the author writes images. */
async function insertImages(
  site: string,
  folder: string,
  body: string,
  images: readonly ImageToInsert[],
): Promise<string> {
  const name = `${folder}/2025-05-01-fog.md`;
  const text = await insert(
    `${site}-- ${folder}/2025-01-01-a.md --\n---\ntitle: A\n---\n${body}\n-- ${name} --\n---\ntitle: Fog\n---\n<|>\n`,
    name,
    { kind: 'images', images },
  );
  assert.ok(text.endsWith('$0\n'), text);
  return text.slice('---\ntitle: Fog\n---\n'.length, -'$0\n'.length);
}

const insertOnJekyll = (body: string, image: Partial<ImageToInsert> = {}) =>
  insertImages(jekyll, '_posts', body, [{ uri: `${root}/assets/grey-seal.png`, size, ...image }]);
const insertOnHugo = (body: string, image: Partial<ImageToInsert> = {}) =>
  insertImages(hugo, 'content/posts', body, [{ uri: `${root}/static/images/grey-seal.png`, size, ...image }]);

describe('the form of an image', () => {
  const jekyllForms: readonly [what: string, body: string, expected: string][] = [
    [
      'is plain Markdown where the author writes so',
      '![a](/log/assets/a.png) ![b](/log/assets/b.png)',
      '![${1:grey seal}](/log/assets/grey-seal.png)',
    ],
    [
      'is plain Markdown where only one other image is not',
      '<img src="/log/assets/a.png" width="3">',
      '![${1:grey seal}](/log/assets/grey-seal.png)',
    ],
    [
      'is plain Markdown where no form is the convention',
      '![a](/log/assets/a.png){: width="3"} ![b](/log/assets/b.png) <img src="/log/assets/a.png" alt="" width="3">',
      '![${1:grey seal}](/log/assets/grey-seal.png)',
    ],
    [
      'has its size in an attribute list',
      '![a](/log/assets/a.png){: width="3" height="2" }\n![b](/log/assets/b.png){: width="4" height="5" }',
      '![${1:grey seal}](/log/assets/grey-seal.png){: width="1400" height="800" \\}',
    ],
    [
      'has the author’s constant width with the ratio kept',
      '![a](/log/assets/a.png){:width="700" height="30"}\n![b](/log/assets/b.png){:width="700" height="50"}',
      '![${1:grey seal}](/log/assets/grey-seal.png){:width="700" height="400"\\}',
    ],
    [
      'keeps constant classes and leaves out others',
      '![a](/log/assets/a.png){: .wide .left }\n![b](/log/assets/b.png){: .wide .right }',
      '![${1:grey seal}](/log/assets/grey-seal.png){: .wide .left \\}',
    ],
    [
      'asks for the title where images have one',
      '![a](/log/assets/a.png "A")\n![b](/log/assets/b.png "B")',
      '![${1:grey seal}](/log/assets/grey-seal.png "${2}")',
    ],
    [
      'is HTML with all that does not change',
      '<img src="{{ \'/assets/a.png\' | relative_url }}" alt="a" width="3" height="4" loading="lazy" id="a">\n<img src="{{ \'/assets/b.png\' | relative_url }}" alt="b" width="5" height="6" loading="lazy" id="b">',
      '<img src="{{ \'/assets/grey-seal.png\' | relative_url \\}\\}" alt="${1:grey seal}" width="1400" height="800" loading="lazy">',
    ],
    [
      'gets an alternative text that the author forgets',
      '<img src="/log/assets/a.png" width="3"/>\n<img src="/log/assets/b.png" width="4"/>',
      '<img src="/log/assets/grey-seal.png" alt="${1:grey seal}" width="1400"/>',
    ],
    [
      'is a figure with its caption',
      '<figure>\n<img src="/log/assets/a.png" alt="a">\n<figcaption>A</figcaption></figure>\n\n<figure>\n<img src="/log/assets/b.png" alt="b">\n<figcaption>B</figcaption></figure>',
      '<figure>\n<img src="/log/assets/grey-seal.png" alt="${1:grey seal}">\n<figcaption>${2}</figcaption></figure>',
    ],
    [
      'is the site’s include',
      '{% include figure.html src="/assets/a.png" alt="a" caption="A" %}\n{% include figure.html src="/assets/b.png" alt="b" caption="B" %}',
      '{% include figure.html src="/assets/grey-seal.png" alt="${1:grey seal}" caption="${2}" %\\}',
    ],
    [
      'is not an include of something else',
      '{% include video.html src="a" %}\n{% include video.html src="b" %}',
      '![${1:grey seal}](/log/assets/grey-seal.png)',
    ],
  ];
  for (const [what, body, expected] of jekyllForms)
    it(`an inserted image ${what}`, async () => assert.equal(await insertOnJekyll(body), expected));

  const hugoForms: readonly [what: string, body: string, expected: string][] = [
    [
      'is Hugo’s figure with its size',
      '{{< figure src="/images/a.png" alt="a" width="3" height="4" >}}\n{{< figure src="/images/b.png" alt="b" width="5" height="6" >}}',
      '{{< figure src="/images/grey-seal.png" alt="${1:grey seal}" width="1400" height="800" >\\}\\}',
    ],
    [
      'asks for the caption where nothing else says what it shows',
      '{{< figure src="/images/a.png#center" caption="A" >}}\n{{< figure src="/images/b.png#center" caption="B" >}}',
      '{{< figure src="/images/grey-seal.png#center" caption="${1:grey seal}" >\\}\\}',
    ],
    [
      'is a shortcode with places',
      '{{< img "/images/a.png" "A" "small" >}}\n{{< img "/images/b.png" "B" "small" >}}',
      '{{< img "/images/grey-seal.png" "${1}" "small" >\\}\\}',
    ],
    [
      'has an attribute list of goldmark',
      '![a](/images/a.png){width=300}\n![b](/images/b.png){width=500}',
      '![${1:grey seal}](/images/grey-seal.png){width=1400\\}',
    ],
  ];
  for (const [what, body, expected] of hugoForms)
    it(`an inserted image ${what}`, async () => assert.equal(await insertOnHugo(body), expected));

  it('an inserted image has no size where it is unknown', async () => {
    assert.equal(
      await insertOnJekyll('![a](/log/assets/a.png){: width="3"}\n![b](/log/assets/b.png){: width="4"}', {
        size: undefined,
      }),
      '![${1:grey seal}](/log/assets/grey-seal.png)',
    );
    assert.equal(
      await insertOnHugo(
        '{{< figure src="/images/a.png" alt="a" width="300" height="4" >}}\n{{< figure src="/images/b.png" alt="b" width="300" height="6" >}}',
        { size: undefined },
      ),
      '{{< figure src="/images/grey-seal.png" alt="${1:grey seal}" width="300" >\\}\\}',
    );
  });
  it('an inserted image is never shown larger than it is', async () => {
    assert.equal(
      await insertOnJekyll('![a](/log/assets/a.png){: width="700"}\n![b](/log/assets/b.png){: width="700"}', {
        size: { width: 120, height: 90 },
      }),
      '![${1:grey seal}](/log/assets/grey-seal.png){: width="120"\\}',
    );
  });
  it('escapes quotes and snippet syntax in the texts of an inserted image', async () => {
    assert.equal(
      await insertOnJekyll('<img src="/log/assets/a.png" alt="a">\n<img src="/log/assets/b.png" alt="b">', {
        alt: 'the "big" $1} seal <x',
      }),
      '<img src="/log/assets/grey-seal.png" alt="${1:the &quot;big&quot; \\$1\\} seal &lt;x}">',
    );
    assert.equal(
      await insertOnHugo('{{< figure src="/images/a.png" alt="a" >}}\n{{< figure src="/images/b.png" alt="b" >}}', {
        alt: 'the "big" seal',
      }),
      '{{< figure src="/images/grey-seal.png" alt="${1:the \\\\"big\\\\" seal}" >\\}\\}',
    );
  });

  it('writes an image on Zola as a shortcode next to its page', async () => {
    const files =
      '-- config.toml --\n-- templates/page.html --\n-- content/log/a/index.md --\n+++\n+++\n{{ figure(src="a.png", alt="a", width=3) }}\n{{ figure(src="a.png", alt="b", width=4) }}\n-- content/log/a/a.png --\nx\n-- content/log/fog/seal.png --\nx\n-- content/log/fog/index.md --\n+++\n+++\n<|>\n';
    const text = await insert(files, 'content/log/fog/index.md', {
      kind: 'images',
      images: [{ uri: `${root}/content/log/fog/seal.png`, size }],
    });
    assert.equal(text, '+++\n+++\n{{ figure(src="seal.png", alt="${1:seal}", width=1400) \\}\\}$0\n');
  });
  it('writes an image on Hexo as its tag, from the folder of the post', async () => {
    const files =
      '-- _config.yml --\ntheme: landscape\npost_asset_folder: true\n-- package.json --\n{"dependencies":{"hexo":"7.0.0"}}\n-- source/_posts/a.md --\n---\ntitle: A\n---\n{% asset_img a.png A seal %}\n{% asset_img a.png Another one %}\n-- source/_posts/a/a.png --\nx\n-- source/_posts/fog/seal.png --\nx\n-- source/_posts/fog.md --\n---\ntitle: F\n---\n<|>\n';
    const text = await insert(files, 'source/_posts/fog.md', {
      kind: 'images',
      images: [{ uri: `${root}/source/_posts/fog/seal.png`, size }],
    });
    assert.equal(text, '---\ntitle: F\n---\n{% asset_img seal.png ${1:seal} %\\}$0\n');
  });

  it('writes several images on lines of their own, with consecutive tab stops', async () => {
    const images = ['a', 'grey-seal'].map((name) => ({ uri: `${root}/assets/${name}.png`, size }));
    assert.equal(
      await insertImages(jekyll, '_posts', '![a](/log/assets/a.png "A") ![b](/log/assets/b.png "B")', images),
      '![${1:a}](/log/assets/a.png "${2}")\n![${3:grey seal}](/log/assets/grey-seal.png "${4}")',
    );
  });
  it('refuses an image of another folder', async () => {
    assert.equal(
      await insert(`${jekyll}-- _posts/2025-01-01-a.md --\n---\n---\n<|>\n`, '_posts/2025-01-01-a.md', {
        kind: 'images',
        images: [{ uri: 'file:///home/seal.png' }],
      }),
      'That image is not in the folder of this site.',
    );
  });
  it('infers the form of images in linear time from a hostile text', async () => {
    const slow = ['![', '<img ', '{{< a ', '{% a ', '![a]({{', '{{ a(', '<figure><img>']
      .map((each) => each.repeat(4000))
      .join('\n');
    assert.equal(
      await insertOnJekyll(`![a](/log/assets/a.png) ![b](/log/assets/b.png)\n${slow}`),
      '![${1:grey seal}](/log/assets/grey-seal.png)',
    );
  });
});
