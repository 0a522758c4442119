import { finish } from '../../../server/src/service/index.ts';
import assert from 'node:assert/strict';
import { hexoTags } from '../../../server/src/service/generators/hexo/tags.ts';
import { hugoTags } from '../../../server/src/service/generators/hugo/tags.ts';
import { jekyllFilters } from '../../../server/src/service/generators/jekyll/filters.ts';
import { jekyllTags } from '../../../server/src/service/generators/jekyll/tags.ts';
import { toPreviewHtml } from '../../../server/src/service/render/html.ts';
import type { TemplateContext } from '../../../server/src/service/render/templates/templateContext.ts';
import { open } from '../../support/check.ts';
import type { DialectName } from '../../support/check.ts';

const includes: Readonly<Record<string, string>> = {
  'figure.html':
    '<figure><img src="{{ include.src | relative_url }}" alt="{{ include.alt }}">{% if include.caption %}<figcaption>{{ include.caption }}</figcaption>{% endif %}</figure>',
  'note.md': 'A *note* for {{ page.title }}.',
  'loop.html': '{% include loop.html %}',
};

function renderHtml(text: string, dialect: DialectName = 'kramdown'): string {
  const { syntax } = open(text, dialect).post;
  const context: TemplateContext = {
    scope: {
      page: { ...syntax.frontMatter?.data, url: '/tide/', tags: ['sea', 'moon'] },
      site: { title: 'The rock', baseurl: '', data: { keepers: { anna: { name: 'Anna' } } } },
      readInclude: (name) => includes[name],
      findPage: (name) => (name.includes('lamp') ? { title: 'The lamp', url: '/lamp/' } : undefined),
    },
    tags: new Map([...jekyllTags, ...hugoTags, ...hexoTags]),
    filters: jekyllFilters,
    excerptMarks: ['more', 'truncate'],
  };
  return finish(toPreviewHtml(syntax, context));
}

/** What a reader sees, without tags. */
function renderText(source: string, dialect?: DialectName): string {
  return renderHtml(source, dialect)
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const liquid: readonly (readonly [string, string])[] = [
  ['---\ntitle: The tide\n---\n{{ page.title | upcase }} on {{ site.title }}', 'THE TIDE on The rock'],
  ['{{ site.data.keepers.anna.name }} writes', 'Anna writes'],
  ['{% assign who = "Ben" %}\n{{ who }} came', 'Ben came'],
  ['{% for tag in page.tags %}{{ tag }}, {% endfor %}', 'sea, moon,'],
  ['{% if page.lost %}A{% else %}B{% endif %}', 'B'],
  ['a {% comment %}hidden{% endcomment %} b', 'a b'],
  ['{% capture x %}kept{% endcapture %}now {{ x }}', 'now kept'],
  ['{% raw %}{{ page.title }}{% endraw %}', '{{ page.title }}'],
  ['---\ntitle: T\n---\n{% include note.md %} After.', 'A note for T. After.'],
];

describe('templates in the preview', () => {
  for (const [source, shown] of liquid)
    it(`the preview renders Liquid: ${JSON.stringify(source)}`, () => assert.equal(renderText(source), shown));

  it('the preview shows an included file as the build would, with its arguments', () => {
    const shown = renderHtml('{% include figure.html src="img/a.png" alt="A" caption="The *rock*" %}\n\nAfter *that*.');
    assert.match(shown, /<img alt="A" data-src="\/img\/a\.png"><figcaption>The \*rock\*<\/figcaption>/);
    assert.match(shown, /<p data-line="2">After <em>that<\/em>\.<\/p>/);
  });

  it('links made by tags lead to the pages that they name', () => {
    assert.match(
      renderHtml('[t]({% post_url 2024-01-01-lamp %}) and [u]({% link _posts/2024-01-01-lamp.md %}#top)'),
      /href="\/lamp\/">t<[^]*href="\/lamp\/#top">u</,
    );
    assert.match(
      renderHtml('[t]({{< ref "lamp.md" >}}) [u]({{< relref "lamp#top" >}})', 'goldmark'),
      /href="\/lamp\/">t<[^]*href="\/lamp\/#top">u</,
    );
    assert.match(
      renderHtml('{% post_link lamp %} {% post_link lamp The light %}', 'markdown-it'),
      /<a href="\/lamp\/">The lamp<\/a> <a href="\/lamp\/">The light<\/a>/,
    );
  });

  it('the preview renders the shortcodes that are built into Hugo', () => {
    assert.match(
      renderHtml('{{< figure src="/a.png" alt="A" caption="C" >}}', 'goldmark'),
      /<figure data-line="0"><img alt="A" data-src="\/a\.png"><figcaption>C<\/figcaption><\/figure>/,
    );
    assert.match(
      renderHtml('{{< youtube w7Ft2ymGmfc >}}', 'goldmark'),
      /galley-embed[^]*href="https:\/\/www\.youtube\.com\/watch\?v=w7Ft2ymGmfc"/,
    );
    assert.match(
      renderHtml('{{< highlight go "linenos=table" >}}\nx := 1\n{{< /highlight >}}', 'goldmark'),
      /<code class="language-go">/,
    );
    assert.match(
      renderHtml('{{% notice tip %}}\nRead *this*.\n{{% /notice %}}', 'goldmark'),
      /<span class="galley-template">notice tip<\/span>[^]*<em>this<\/em>/,
    );
  });

  it('the preview renders images and code of Hexo tags', () => {
    assert.match(
      renderHtml('{% asset_img lamp.png The lamp %}', 'markdown-it'),
      /<img alt="The lamp" data-src="lamp\.png">/,
    );
    assert.match(
      renderHtml('{% codeblock lang:ruby %}\nputs 1\n{% endcodeblock %}', 'markdown-it'),
      /<code class="language-ruby">/,
    );
  });

  it('the preview boxes templates that only the build knows and never shows their source', () => {
    assert.match(renderHtml('{% mystery a="b" %}'), /<span class="galley-template">mystery a="b"<\/span>/);
    assert.match(
      renderHtml('{% include nowhere.html %}'),
      /<span class="galley-template">include nowhere\.html<\/span>/,
    );
    assert.match(renderHtml('{{ page.lost }}'), /<span class="galley-template">page\.lost<\/span>/);
    assert.match(
      renderHtml('{{< mystery x="1" >}}', 'goldmark'),
      /<span class="galley-template">mystery x="1"<\/span>/,
    );
  });

  it('the preview ends template loops that would never end', () => {
    assert.match(renderHtml('{% include loop.html %}'), /galley-template/);
    assert.match(renderHtml('{% for i in (1..100000000) %}x{% endfor %}'), /x/);
  });

  it('the preview shows Docusaurus admonitions and MDX components as boxes', () => {
    const shown = renderHtml(
      'import X from "./x"\n\n:::tip[Try *it*]\n\nSo.\n\n:::\n\n<Chart kind="bar" />\n\n{/* hidden */}\n\nA {props.x} and <b>bold</b> at 10:30.',
      'mdx',
    );
    assert.match(
      shown,
      /<div data-line="2" class="galley-box galley-box-tip"><p class="galley-box-title">Try <em>it<\/em><\/p>/,
    );
    assert.match(shown, /<span class="galley-template">Chart kind="bar"<\/span>/);
    assert.match(shown, /A <span class="galley-template">props\.x<\/span> and <b>bold<\/b> at 10:30\./);
    assert.ok(!/import|hidden/.test(shown), shown);
  });

  it('the preview draws a line where the excerpt ends', () => {
    assert.match(renderHtml('One.\n\n<!--more-->\n\nTwo.'), /<hr class="galley-cut"/);
    assert.match(renderHtml('One.\n\n<!-- truncate -->\n\nTwo.', 'gfm'), /<hr class="galley-cut"/);
    assert.match(renderHtml('One.\n\n{/* truncate */}\n\nTwo.', 'mdx'), /<hr class="galley-cut"/);
  });

  it('the preview shows alerts as boxes where the engine does', () => {
    assert.match(
      renderHtml('> [!WARNING]\n> Mind *it*.', 'gfm'),
      /<div data-line="0" class="galley-box galley-box-warning"><p class="galley-box-title">Warning<\/p>\n<p data-line="0">Mind <em>it<\/em>/,
    );
    assert.match(renderHtml('> [!NOTE]\n> Text.'), /<blockquote data-line="0">\n<p data-line="0">\[!NOTE\]/);
  });
});
