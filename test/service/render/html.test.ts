import { finish } from '../../../server/src/service/index.ts';
import assert from 'node:assert/strict';
import { toPreviewHtml } from '../../../server/src/service/render/html.ts';
import { open } from '../../support/check.ts';
import type { DialectName } from '../../support/check.ts';

function renderText(text: string, dialect: DialectName = 'kramdown'): string {
  return finish(toPreviewHtml(open(text, dialect).post.syntax));
}

describe('preview HTML', () => {
  it('the preview marks each block with its line in the post', () => {
    assert.equal(
      renderText('---\ntitle: x\n---\n\n# One\n\nTwo\nlines\n\n- a\n- b'),
      '<h1 data-line="4" id="user-content-one">One</h1>\n<p data-line="6">Two\nlines</p>\n<ul>\n<li data-line="9">a</li>\n<li data-line="10">b</li>\n</ul>',
    );
  });

  it('the preview resolves labels that are defined twice as the dialect does', () => {
    assert.match(renderText('[t][a]\n\n[a]: /first\n[a]: /last', 'kramdown'), /href="\/last"/);
    assert.match(renderText('[t][a]\n\n[a]: /first\n[a]: /last', 'gfm'), /href="\/first"/);
  });

  it('the preview shows footnotes with their markers', () => {
    const shown = renderText('Text.[^n]\n\n[^n]: A note.');
    assert.match(shown, /<sup id="user-content-fnref:n"><a href="#fn:n"/);
    assert.match(shown, /A note\./);
  });

  it('the preview ends a footnote with its line where the dialect does, and gives headings their ids', () => {
    const shown = renderText('Text.[^n] [t][y]\n\n[y]: /y\n[^n]: A note.\n[z]: /z\nMore.\n\n## A & B\n\n## A & B');
    assert.match(shown, /<p data-line="5">More\.<\/p>/);
    assert.match(shown, /A note\.\u00A0<a/);
    assert.match(shown, /<h2 data-line="7" id="user-content-a--b">[^]*<h2 data-line="9" id="user-content-a--b-1">/);
  });

  it('the preview keeps harmless attributes only', () => {
    assert.equal(
      renderText('[t](/a){:target="_blank" onclick="alert(1)"} *x*{: .c .galley-box}\n{: .lead}'),
      '<p data-line="0" class="lead"><a href="/a">t</a> <em class="c">x</em></p>',
    );
  });

  it('the preview leaves undefined references as the text that a reader would see', () => {
    assert.equal(renderText('See [t][nope] and x[^1].'), '<p data-line="0">See [t][nope] and x[^1].</p>');
  });

  it('the preview passes images and styles to the page as data', () => {
    assert.equal(
      renderText('![A lamp](/img/lamp.png)'),
      '<p data-line="0"><img alt="A lamp" data-src="/img/lamp.png"></p>',
    );
    assert.equal(
      renderText('<span style="font-weight:bold">x</span>'),
      '<p data-line="0"><span data-style="font-weight: bold">x</span></p>',
    );
  });

  it('the preview keeps HTML that writers use', () => {
    assert.equal(
      renderText('H<sub>2</sub>O, 1<sup>st</sup>, <mark>x</mark>'),
      '<p data-line="0">H<sub>2</sub>O, 1<sup>st</sup>, <mark>x</mark></p>',
    );
    assert.match(
      renderText('<details><summary>More</summary>\n\nText\n\n</details>'),
      /<details><summary>More<\/summary>/,
    );
  });

  it('the preview fills in values of the front matter and boxes what only the build knows', () => {
    const shown = renderText(
      '---\ntitle: The tide\n---\n\n{{ page.title }} {% include card.html %}\n{% if x %}\nA\n{% endif %}\n[t]({{ site.baseurl }}/a) ![i]({{ page.lost }}/b.png)',
    );
    assert.match(shown, /The tide <span class="galley-template">include card.html<\/span>/);
    assert.match(shown, /href="\/a"/);
    assert.ok(!/endif|\uE000|%EE/.test(shown), shown);
  });

  it('the preview shows highlight blocks as code', () => {
    assert.equal(
      renderText('{% highlight ruby %}\nputs [1][0]\n{% endhighlight %}'),
      '<pre data-line="0"><code class="language-ruby">puts [<span class="hljs-number">1</span>][<span class="hljs-number">0</span>]\n</code></pre>',
    );
  });
});
