import assert from 'node:assert/strict';
import * as service from '../../../server/src/service/index.ts';
import { createAnalysis } from '../../support/check.ts';
import { parseTxtar, root, readSites } from '../../support/site.ts';

/** Rule and text of each problem that is at least a warning, in the first post of a txtar text. */
async function listProblems(txtar: string): Promise<string[]> {
  const [path, text] = [...parseTxtar(txtar)].find(([file]) => file.endsWith('fog.md'))!;
  const uri = `${root}/${path}`;
  const snapshot = service.withDocument(
    service.withSites(service.emptySnapshot, await readSites(txtar)),
    new service.Document(uri, 1, text),
  );
  return service
    .finish(createAnalysis(snapshot).problems(uri))
    .filter(({ severity }) => severity === 'warning' || severity === 'error')
    .map(({ rule, range }) => `${rule}: ${text.slice(range.start, range.end)}`);
}

function toJekyll(body: string, more = '', configuration = 'title: The ferry'): string {
  return `-- _posts/2024-05-01-fog.md --\n---\ntitle: Fog\n---\n${body}\n-- _config.yml --\n${configuration}\n${more}`;
}

function toHugo(body: string, more = ''): string {
  return `-- content/fog.md --\n---\ntitle: Fog\ndate: 2024-05-01\n---\n${body}\n-- hugo.toml --\nbaseURL = "https://ferry.example/b/"\n${more}`;
}

function toEleventy(body: string, engine = 'njk'): string {
  return `-- fog.md --\n---\ntitle: Fog\n---\n${body}\n-- eleventy.config.js --\nexport default function () { return { markdownTemplateEngine: '${engine}' }; }\n`;
}

function toHexo(body: string, frontMatter = ''): string {
  return `-- source/_posts/fog.md --\n---\ntitle: Fog\n${frontMatter}---\n${body}\n-- _config.yml --\nnew_post_name: :title.md\n-- scaffolds/post.md --\n---\n---\n-- source/_posts/tide-table.md --\n---\ntitle: Tide\n---\nHigh at noon.\n`;
}

/** A tag right above the definition of what the text refers to. */
function withDefinitionBelow(tag: string): string {
  return `${tag}\n[gone]: /fog\n\n[pier][gone]`;
}

/** A tag in a post with a link to a heading that it has not. */
function withBrokenAnchor(tag: string): string {
  return `[down](#the-old-pier)\n\n${tag}\n\n## The new pier`;
}

const undefinedPier = 'undefined-reference: [pier][gone]';

describe('Liquid in a post', () => {
  it('text in a comment of a post without Liquid is read', async () => {
    const body = '{% comment %}[pier][gone]{% endcomment %} {% include nothing.html %}';
    assert.deepEqual(await listProblems(toJekyll(body)), ['broken-link: {% include nothing.html %}']);
    const off = 'defaults:\n  - scope: {path: ""}\n    values: {render_with_liquid: false}';
    assert.deepEqual(await listProblems(toJekyll(body, '', off)), [undefinedPier]);
    const gemfile = '-- Gemfile --\ngem "jekyll", "~> 3.9"\n';
    assert.equal((await listProblems(toJekyll(body, gemfile, off))).length, 1);
  });

  it('a definition after a tag that joins lines is text of the paragraph', async () => {
    for (const tag of ['{%- if true %}\n', '{% assign a = 1 -%}\n'])
      assert.deepEqual(await listProblems(toJekyll(`At noon\n${tag}[gone]: /fog\n\n[pier][gone]`)), [
        'unrecognized-definition: [gone]:',
        undefinedPier,
      ]);
    assert.deepEqual(
      await listProblems(toJekyll('At noon\n{% if true %}\n[gone]: https://ferry.example/u\n\n[pier][gone]')),
      [],
    );
    assert.deepEqual(
      await listProblems(toJekyll('{%- assign a = 1 -%}\n[gone]: https://ferry.example/u\n\n[pier][gone]')),
      [],
    );
  });

  it('an include is looked for below the folder of includes, with or without a slash before its name', async () => {
    const more = '-- _includes/new/pier.html --\nold\n';
    assert.deepEqual(await listProblems(toJekyll('{% include /new/pier.html %}', more)), []);
    assert.deepEqual(await listProblems(toJekyll('{% include /new/quay.html %}', more)), [
      'broken-link: {% include /new/quay.html %}',
    ]);
  });

  it('an include that a theme outside of the folder may have is no problem', async () => {
    assert.deepEqual(await listProblems(toJekyll('{% include quay.html %}', '', 'theme: jekyll-theme-lake')), []);
  });

  it('what a filter prints is a link only as an address', async () => {
    const output = '{{ "/gone.html" | relative_url }}';
    const text = `\`\`\`\n[a](${output})\n\`\`\`\n\n    ${output}\n\n\`${output}\` and ${output}.`;
    assert.deepEqual(await listProblems(toJekyll(text)), []);
    assert.deepEqual(await listProblems(toJekyll(`[a](${output}) <a href="${output}">b</a>`)), [
      `broken-link: ${output}`,
      `broken-link: ${output}`,
    ]);
  });

  it('an include without ids does not silence a broken anchor', async () => {
    const body = '[down](#the-old-pier)\n\n{% include tide.html %}\n\n## The new pier';
    const marked = ['broken-anchor: #the-old-pier'];
    assert.deepEqual(await listProblems(toJekyll(body, '-- _includes/tide.html --\n<b>noon</b>\n')), marked);
    assert.deepEqual(await listProblems(toJekyll(body, '-- _includes/tide.html --\n<b id="{{ x }}">noon</b>\n')), []);
  });
});

describe('Nunjucks in a post', () => {
  it('text that a block keeps for later is no text of the page', async () => {
    for (const block of ['{%- set a %}[pier][gone]{%- endset %}', '{% macro m(a) %}[pier][gone]{% endmacro %}'])
      assert.deepEqual(await listProblems(toEleventy(`${block}\n\nAt noon.`)), []);
    assert.deepEqual(await listProblems(toEleventy('{% set a = 1 %}\n\n[pier][gone]')), [undefinedPier]);
  });

  it('tags mean nothing in a site whose Markdown is no template', async () => {
    assert.deepEqual(await listProblems(toEleventy('{% set a %}[pier][gone]{% endset %}', 'md')), [undefinedPier]);
  });

  it('Hexo leaves tags in code, comments and posts without Nunjucks alone', async () => {
    const tag = '{% post_link low-water %}';
    assert.deepEqual(
      await listProblems(toHexo(`\`${tag}\`\n\n\`\`\`\n${tag}\n\`\`\`\n\n<!-- ${tag} -->\n\n    ${tag}`)),
      [],
    );
    assert.deepEqual(await listProblems(toHexo(tag)), [`broken-link: ${tag}`]);
    assert.deepEqual(await listProblems(toHexo(tag, 'disableNunjucks: true\n')), []);
  });

  it('a block of Hexo is rendered by itself and meets no definitions of the post', async () => {
    for (const tag of ['note', 'if'])
      assert.deepEqual(await listProblems(toHexo(`{% ${tag} %}\n[pier][gone]\n{% end${tag} %}`)), []);
  });

  it('a tag as the address of a Markdown link leads nowhere in Hexo', async () => {
    const tag = '{% post_path tide-table %}';
    assert.deepEqual(await listProblems(toHexo(`[a](${tag}) <a href="${tag}">b</a>`)), [`broken-link: ${tag}`]);
  });
});

describe('shortcodes in a post', () => {
  const box = '-- layouts/shortcodes/box.html --\n<div>{{ .Inner }}</div>\n';

  it('words of Liquid are names of shortcodes, or text', async () => {
    const raw = '-- layouts/shortcodes/raw.html --\n{{ .Inner }}\n';
    assert.deepEqual(await listProblems(toHugo('Of `{% raw %}`.\n\n{{< raw >}}\n[pier][gone]\n{{< /raw >}}', raw)), []);
    assert.deepEqual(await listProblems(toHugo('{% comment %} [pier][gone] {% endcomment %}')), [undefinedPier]);
  });

  it('what a shortcode of the site encloses is read as its template prints it', async () => {
    const verdicts = [
      ['{{< box >}}\n[pier][gone]\n{{</ box >}}', box, []],
      ['{{% box %}}\n[pier][gone]\n{{% /box %}}', box, []],
      ['{{% box %}}\nAt noon.\n\n[pier][gone]\n{{% /box %}}', box, [undefinedPier]],
      ['{{% box %}}\n[pier][gone]\n{{% /box %}}', box.replace('{{ .Inner }}', '\n\n{{ .Inner }}\n\n'), [undefinedPier]],
      ['{{% box %}}\n[pier][gone]\n{{% /box %}}', box.replace('{{ .Inner }}', '{{ $x := .Inner }}'), []],
      [
        '{{< box >}}\n[pier][gone] [quay](/b/gone/)\n{{< /box >}}',
        box.replace('.Inner', '.Inner | markdownify'),
        ['broken-link: /b/gone/'],
      ],
    ] as const;
    for (const [body, template, problems] of verdicts)
      assert.deepEqual(await listProblems(toHugo(body, template)), problems, body);
  });

  it('a definition right below a shortcode that is printed as it is belongs to its paragraph', async () => {
    const marked = ['unrecognized-definition: [gone]:', undefinedPier];
    assert.deepEqual(await listProblems(toHugo(withDefinitionBelow('{{< youtube w7Ft2ymGmfc >}}'))), marked);
    assert.deepEqual(await listProblems(toHugo(withDefinitionBelow('{{< box >}}\nnoon\n{{< /box >}}'), box)), marked);
    assert.deepEqual(await listProblems(toHugo(withDefinitionBelow('{{< youtube w7Ft2ymGmfc >}}\n'))), []);
  });

  it('a shortcode that prints definitions defines them', async () => {
    const links = '-- layouts/shortcodes/links.html --\n{{- /* all */ -}}\n[gone]: https://ferry.example/pier\n';
    assert.deepEqual(await listProblems(toHugo('{{% links %}}\n\n[pier][gone]', links)), []);
    assert.deepEqual(await listProblems(toHugo('{{< links >}}\n\n[pier][gone]', links)), [undefinedPier]);
    assert.deepEqual(await listProblems(toHugo('{{% unknown %}}\n\n[pier][gone]')), []);
  });

  it('an address that a shortcode of the site prints is followed', async () => {
    const files =
      '-- layouts/shortcodes/base.html --\n{{ .Site.BaseURL }}\n-- layouts/shortcodes/to.html --\n{{ .Get 0 | relURL }}\n-- content/tide.md --\n---\ntitle: Tide\n---\nHigh.\n';
    const links = '[a]({{< base >}}tide/) [b]({{< base >}}gone/) [c]({{< to "tide/" >}}) [d]({{< to "gone/" >}})';
    assert.deepEqual(await listProblems(toHugo(links, files)), [
      'broken-link: {{< base >}}gone/',
      'broken-link: {{< to "gone/" >}}',
    ]);
  });

  it('a shortcode in HTML that the build drops is never run', async () => {
    const gone = '{{< ref "gone.md" >}}';
    const body = `<!-- ${gone} --> <a href="${gone}">a</a>\n\n<div>\n${gone}\n</div>`;
    assert.deepEqual(await listProblems(toHugo(body)), []);
    const unsafe = `${toHugo(body)}[markup.goldmark.renderer]\nunsafe = true\n`;
    assert.equal((await listProblems(unsafe)).length, 3);
  });

  it('only a shortcode that may write ids silences a broken anchor', async () => {
    const marked = ['broken-anchor: #the-old-pier'];
    assert.deepEqual(await listProblems(toHugo(withBrokenAnchor('{{< box >}}noon{{< /box >}}'), box)), marked);
    assert.deepEqual(await listProblems(toHugo(withBrokenAnchor('{{< youtube w7Ft2ymGmfc >}}'))), marked);
    assert.deepEqual(
      await listProblems(toHugo(withBrokenAnchor('{{< box >}}noon{{< /box >}}'), box.replace('<div>', '<div id="a">'))),
      [],
    );
    assert.deepEqual(await listProblems(toHugo(withBrokenAnchor('{{< unknown >}}'))), []);
  });
});
