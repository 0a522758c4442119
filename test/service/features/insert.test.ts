import assert from 'node:assert/strict';
import type { Insertable } from '../../../server/src/protocol/index.ts';
import { insert, root } from '../../support/site.ts';

const jekyll = '-- _config.yml --\nbaseurl: /log\n';
const name = '_posts/2025-01-01-a.md';

/** A post of a Jekyll site with this body, after something was put into it. */
function insertIntoBody(body: string, what: Insertable, files = ''): Promise<string> {
  return insert(`${jekyll}${files}-- ${name} --\n---\ntitle: A\n---\n${body}`, name, what).then((text) =>
    text.replace('---\ntitle: A\n---\n', ''),
  );
}

describe('inserting a footnote', () => {
  const cases: readonly [what: string, body: string, expected: string][] = [
    ['writes the first note at the end', 'One<|> two.\n', 'One[^1] two.\n\n[^1]: <|>\n'],
    ['puts the marker after the selection', 'One <|two|>.\n', 'One two[^1].\n\n[^1]: <|>\n'],
    [
      'takes the next number and puts the note with the others',
      'One[^1] two[^4] three<|>\n\n[^1]: a\n\n[^4]: b\n',
      'One[^1] two[^4] three[^5]\n\n[^1]: a\n\n[^4]: b\n\n[^5]: <|>\n',
    ],
    [
      'writes no blank line where the other notes have none',
      'One[^1] two[^2] three<|>\n\n[^1]: a\n[^2]: b\n',
      'One[^1] two[^2] three[^3]\n\n[^1]: a\n[^2]: b\n[^3]: <|>\n',
    ],
    [
      'puts the note below its paragraph where other notes are',
      'One[^1].\n\n[^1]: a\n\nTwo<|>\nthree.\n\nFour.\n',
      'One[^1].\n\n[^1]: a\n\nTwo[^2]\nthree.\n\n[^2]: <|>\n\nFour.\n',
    ],
    [
      'puts the note before the definitions at the end',
      'One<|> [x].\n\n[x]: https://example.org\n',
      'One[^1] [x].\n\n[^1]: <|>\n\n[x]: https://example.org\n',
    ],
    [
      'writes a manual footnote where the author does',
      'One<sup>1</sup> two<|>.\n\n<sup>1</sup> a\n',
      'One<sup>1</sup> two<sup>2</sup>.\n\n<sup>1</sup> a\n\n<sup>2</sup> <|>\n',
    ],
    ['goes from a note back to its marker', 'One[^1] two.\n\n[^1]: a no<|>te\n', 'One[^1]<|> two.\n\n[^1]: a note\n'],
    ['goes from a marker to its note', 'One[^1]<|> two.\n\n[^1]: a note\n', 'One[^1] two.\n\n[^1]: <|>a note\n'],
    ['keeps the line breaks of the file', 'One<|>.\r\n\r\nTwo.\r\n', 'One[^1].\r\n\r\nTwo.\r\n\r\n[^1]: <|>\r\n'],
  ];
  for (const [what, body, expected] of cases)
    it(`inserting a footnote ${what}`, async () =>
      assert.equal(await insertIntoBody(body, { kind: 'footnote' }), expected));

  it('inserting a footnote does nothing in front matter', async () => {
    assert.equal(
      await insert(`${jekyll}-- ${name} --\n---\ntitle: A<|>\n---\n`, name, { kind: 'footnote' }),
      'A footnote belongs into the text: put the caret behind the word it is about.',
    );
  });
});

describe('inserting a link', () => {
  const reference = { kind: 'link', url: 'https://example.org/', style: 'reference' } as const;
  const asHere = { ...reference, style: 'as in this post' } as const;
  const cases: readonly [what: string, body: string, link: Insertable, expected: string][] = [
    [
      'as a reference, its definition at the end',
      'See <|the log|>.\n',
      reference,
      'See [the log][the-log]<|>.\n\n[the-log]: https://example.org/\n',
    ],
    [
      'whose label counts where labels count',
      'See [a][1] and <|b|>.\n\n[1]: https://example.com\n',
      reference,
      'See [a][1] and [b][2]<|>.\n\n[1]: https://example.com\n[2]: https://example.org/\n',
    ],
    [
      'by the definition that is there',
      'See [a][log] and <|b|>.\n\n[log]: https://example.org/\n',
      reference,
      'See [a][log] and [b][log]<|>.\n\n[log]: https://example.org/\n',
    ],
    [
      'by its words where they are the label',
      'See <|log|>.\n',
      reference,
      'See [log]<|>.\n\n[log]: https://example.org/\n',
    ],
    [
      'as a reference where the post has more of them',
      'See [a][1] and <|b|>.\n\n[1]: https://example.com\n',
      asHere,
      'See [a][1] and [b][2]<|>.\n\n[1]: https://example.com\n[2]: https://example.org/\n',
    ],
    [
      'in the sentence where the post writes so',
      'See [a](https://example.com) and <|b|>.\n',
      asHere,
      'See [a](https://example.com) and [b](https://example.org/)<|>.\n',
    ],
    [
      'without the blanks at the ends of the selection',
      'See <|b |>and.\n',
      reference,
      'See [b]<|> and.\n\n[b]: https://example.org/\n',
    ],
    [
      'in pointed brackets where the address has round ones',
      'See <|b|>.\n',
      { ...reference, style: 'inline', url: 'https://example.org/b_(c)' },
      'See [b](<https://example.org/b_(c)>)<|>.\n',
    ],
    [
      'to an address of mail',
      'See <|b|>.\n',
      { ...reference, url: 'mailto:a@example.org' },
      'See [b]<|>.\n\n[b]: mailto:a@example.org\n',
    ],
    [
      'with words that are given',
      'See <|>.\n',
      { ...asHere, text: 'A | [B] {{ c }}' },
      'See [A \\| \\[B\\] &#123;&#123; c }}](https://example.org/)<|>.\n',
    ],
    [
      'with given words as a reference',
      'See [a][1] and <|>.\n\n[1]: https://example.com\n',
      { ...asHere, text: 'A log' },
      'See [a][1] and [A log][2]<|>.\n\n[1]: https://example.com\n[2]: https://example.org/\n',
    ],
    [
      'beside another link',
      '[a](https://example.com)<|>\n',
      { ...asHere, text: 'b' },
      '[a](https://example.com)[b](https://example.org/)<|>\n',
    ],
    ['in the sentence round brackets', 'See <|a [b] c|>.\n', reference, 'See [a [b] c](https://example.org/)<|>.\n'],
  ];
  for (const [what, body, link, expected] of cases)
    it(`inserts a link ${what}`, async () => assert.equal(await insertIntoBody(body, link), expected));

  const within = [
    '[a <|b|> c](https://example.com)',
    '[a](<|>)',
    '[a](<|',
    '<a href="<|>">',
    '<a href="<|',
    'x <https://<|>example.com>',
    '[a]: <|>',
    '[a]: https://<|>example.com',
    '[a <|b|>][1]\n\n[1]: https://example.com',
    '{% link <|> %}',
    '<<|',
  ];
  for (const body of within)
    it(`inserts no link within ${body.split('\n')[0]}`, async () =>
      assert.equal(
        await insertIntoBody(`${body.endsWith('<|') ? `${body}>` : body}\n`, reference),
        'There is a link already: put the caret beside it.',
      ));
  it('inserts no link over paragraphs', async () =>
    assert.equal(
      await insertIntoBody('a <|b\n\nc|> d\n', reference),
      'A link ends with its paragraph: select words of one.',
    ));

  const target = '-- _posts/2025-01-02-fog.md --\n---\ntitle: "Fog [thick]"\n---\n';
  const post: Insertable = { kind: 'posts', uris: [`${root}/_posts/2025-01-02-fog.md`] };
  const toPost: readonly [what: string, body: string, files: string, expected: string][] = [
    [
      'names it by Jekyll’s tag and its title',
      'See <|>.\n',
      '',
      'See [Fog \\[thick\\]]({% post_url 2025-01-02-fog %})<|>.\n',
    ],
    ['keeps the words selected', 'See <|it|>.\n', '', 'See [it]({% post_url 2025-01-02-fog %})<|>.\n'],
    [
      'writes the address where this author does',
      'See [a](/log/2025/01/03/c.html) and <|it|>.\n',
      '-- _posts/2025-01-03-c.md --\n---\n---\n',
      'See [a](/log/2025/01/03/c.html) and [it](/log/2025/01/02/fog.html)<|>.\n',
    ],
    [
      'writes what the siblings do',
      'See <|it|>.\n',
      '-- _posts/2025-01-03-c.md --\n---\n---\n[a]({{ site.baseurl }}/2025/01/01/a.html)\n',
      'See [it]({{ site.baseurl }}/2025/01/02/fog.html)<|>.\n',
    ],
  ];
  for (const [what, body, files, expected] of toPost)
    it(`inserting a link to a post ${what}`, async () =>
      assert.equal(await insertIntoBody(body, post, target + files), expected));

  const two: Insertable = {
    kind: 'posts',
    uris: ['fog', 'seal'].map((word) => `${root}/_posts/2025-01-02-${word}.md`),
  };
  const seal = '-- _posts/2025-01-02-seal.md --\n---\ntitle: Seal\n---\n';
  const [first, second] = [
    '[Fog \\[thick\\]]({% post_url 2025-01-02-fog %})',
    '[Seal]({% post_url 2025-01-02-seal %})',
  ];
  const lists: readonly [what: string, body: string, expected: string][] = [
    ['on an empty line', '<|>\n', `- ${first}\n- ${second}<|>\n`],
    ['after a sentence', 'See:<|>\n', `See:\n\n- ${first}\n- ${second}<|>\n`],
    ['in a list', '* a\n  * <|>\n', `* a\n  * ${first}\n  * ${second}<|>\n`],
  ];
  for (const [what, body, expected] of lists)
    it(`inserts links to several posts as a list ${what}`, async () =>
      assert.equal(await insertIntoBody(body, two, target + seal), expected));

  it('links to a post of other generators in their form', async () => {
    const hugo =
      '-- hugo.toml --\n-- content/posts/fog.md --\n---\ntitle: Fog\n---\n-- content/posts/a.md --\nSee <|>.\n';
    assert.equal(
      await insert(hugo, 'content/posts/a.md', { kind: 'posts', uris: [`${root}/content/posts/fog.md`] }),
      'See [Fog]({{< relref "/posts/fog.md" >}})<|>.\n',
    );
    const zola =
      '-- config.toml --\n-- templates/a.html --\n-- content/log/fog.md --\n+++\ntitle = "Fog"\n+++\n-- content/a.md --\n+++\n+++\nSee <|>.\n';
    assert.equal(
      await insert(zola, 'content/a.md', { kind: 'posts', uris: [`${root}/content/log/fog.md`] }),
      '+++\n+++\nSee [Fog](@/log/fog.md)<|>.\n',
    );
    assert.equal(
      await insert('-- log/fog.md --\n# Fog\n-- a/b.md --\nSee <|it|>.\n', 'a/b.md', {
        kind: 'posts',
        uris: [`${root}/log/fog.md`],
      }),
      'See [it](../log/fog.md)<|>.\n',
    );
  });
});

describe('inserting an image', () => {
  const image = '-- assets/grey-seal.png --\nx\n-- assets/y.png --\nx\n';
  const what: Insertable = { kind: 'images', images: [{ uri: `${root}/assets/grey-seal.png` }] };
  it('inserting an image writes its address and asks for its alternative text', async () =>
    assert.equal(await insertIntoBody('<|>\n', what, image), '![${1:grey seal}](/log/assets/grey-seal.png)$0\n'));
  it('inserts an image in the author’s form', async () =>
    assert.equal(
      await insertIntoBody("![x]({{ '/assets/y.png' | relative_url }})\n<|A seal|>\n", what, image),
      "![x]({{ '/assets/y.png' | relative_url }})\n![${1:A seal}]({{ '/assets/grey-seal.png' | relative_url \\}\\})$0\n",
    ));
  it('inserts an image next to the post of a bundle by its name', async () => {
    assert.equal(
      await insert(
        '-- hugo.toml --\n-- content/posts/a/index.md --\n<|>\n-- content/posts/a/seal.png --\nx\n',
        'content/posts/a/index.md',
        { kind: 'images', images: [{ uri: `${root}/content/posts/a/seal.png` }] },
      ),
      '![${1:seal}](seal.png)$0\n',
    );
  });

  const bundle =
    '-- hugo.toml --\n-- content/posts/a/index.md --\n![x](y.png)\n-- content/posts/a/y.png --\nx\n-- static/lamp.svg --\nx\n-- content/posts/b.md --\n<|>\n';
  it('ignores the names of files in bundles when it infers how addresses are written', async () => {
    assert.equal(
      await insert(bundle, 'content/posts/b.md', { kind: 'images', images: [{ uri: `${root}/static/lamp.svg` }] }),
      '![${1:lamp}](/lamp.svg)$0\n',
    );
  });
});

/** A call of a shortcode of Hugo with this text. */
const insertShortcode = (shortcode: string) =>
  insert(
    `-- hugo.toml --\n-- layouts/shortcodes/note.html --\n${shortcode}\n-- content/a.md --\n<|>\n`,
    'content/a.md',
    { kind: 'component', path: 'layouts/shortcodes/note.html' },
  );

describe('inserting an include or shortcode', () => {
  it('inserts an include of Jekyll with a tab stop for each argument', async () => {
    const files =
      '-- _includes/figure.html --\n<img src="{{ include.src }}" alt="{{ include.alt }}">{{ include.src }}\n';
    assert.equal(
      await insertIntoBody('<|>\n', { kind: 'component', path: '_includes/figure.html' }, files),
      '{% include figure.html src="${1}" alt="${2}" %}$0\n',
    );
  });
  it('inserts a shortcode of Hugo with named and positional arguments and an end', async () => {
    assert.equal(await insertShortcode('{{ .Get "kind" }} {{ .Get 0 }}'), '{{< note kind="${1}" >}}$0\n');
    assert.equal(await insertShortcode('{{ .Get 0 }} {{ .Get 1 }}'), '{{< note "${1:0}" "${2:1}" >}}$0\n');
    assert.equal(await insertShortcode('{{ .Inner | markdownify }}'), '{{< note >}}\n$0\n{{< /note >}}\n');
  });
  it('inserts a shortcode of Zola with arguments and a body', async () => {
    const zola =
      '-- config.toml --\n-- templates/shortcodes/quote.html --\n<q>{{ body }}</q>{{ author }}{% if year %}{{ year }}{% endif %}{{ config.title }}\n-- content/a.md --\n+++\n+++\n<|>\n';
    assert.equal(
      await insert(zola, 'content/a.md', { kind: 'component', path: 'templates/shortcodes/quote.html' }),
      '+++\n+++\n{% quote(author="${1}", year="${2}") %}\n$0\n{% end %}\n',
    );
  });
});

describe('inserting a table of contents', () => {
  it('inserts a table of contents that kramdown makes', async () =>
    assert.equal(await insertIntoBody('<|>\n## One\n', { kind: 'contents' }), '* Contents\n{:toc}\n<|>\n## One\n'));
  it('inserting a table of contents before a heading keeps the heading', async () =>
    assert.equal(await insertIntoBody('<|>## One\n', { kind: 'contents' }), '* Contents\n{:toc}\n\n<|>## One\n'));
  it('inserts a list of the headings below where the generator makes no table of contents', async () => {
    assert.equal(
      await insert('-- a.md --\n## Before\n\n<|>\n## One *two*\n\n### Deep\n\n## One *two*\n', 'a.md', {
        kind: 'contents',
      }),
      '## Before\n\n- [One *two*](#one-two)\n  - [Deep](#deep)\n- [One *two*](#one-two-1)\n<|>\n## One *two*\n\n### Deep\n\n## One *two*\n',
    );
  });
  it('inserts no table of contents where there are no headings', async () =>
    assert.equal(
      await insert('-- a.md --\n<|>\n', 'a.md', { kind: 'contents' }),
      'There are no headings below the caret to make a table of contents of.',
    ));
});

describe('inserting the date', () => {
  it('inserts the day in the text, and in front matter the date in its style', async () => {
    assert.equal(await insertIntoBody('On <|>.\n', { kind: 'date' }), 'On 2026-01-15.\n');
    assert.equal(
      await insert(`${jekyll}-- ${name} --\n---\ndate: 2025-01-01 10:00:00 +0000\nupdated: <|>\n---\n`, name, {
        kind: 'date',
      }),
      '---\ndate: 2025-01-01 10:00:00 +0000\nupdated: 2026-01-15 12:00:00 +0000\n---\n',
    );
  });
});
