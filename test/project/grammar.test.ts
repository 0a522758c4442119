import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { contributedGrammars, createMarkdownTokenizer, type Token } from './grammarTokens';

/** A line as its author wrote it, a piece of it, and a scope that piece must have; `!scope` forbids it. */
type Case = readonly [line: string, piece: string, scope: string];

let tokenize: (text: string) => Token[];

/** Asserts each case on every token that is the piece, in every line that equals the line. */
function checkScopes(text: string, cases: readonly Case[]): void {
  const tokens = tokenize(text);
  for (const [line, piece, scope] of cases) {
    const found = tokens.filter((token) => token.line === line && token.text === piece);
    assert(found.length > 0, `no token ${JSON.stringify(piece)} in ${JSON.stringify(line)}`);
    const forbidden = scope.startsWith('!');
    for (const { scopes } of found) {
      const has = ` ${scopes}`.includes(` ${forbidden ? scope.slice(1) : scope}`);
      assert.equal(has, !forbidden, `${line} → ${piece}: ${scopes}, expected ${scope}`);
    }
  }
}

const checkEach = (cases: readonly Case[]): void => {
  for (const one of cases) it(`colours Markdown: ${one[0]} → ${one[1]} ${one[2]}`, () => checkScopes(one[0], [one]));
};

describe('Markdown grammar', () => {
  before(async () => {
    tokenize = await createMarkdownTokenizer();
  });

  describe('grammars in the manifest', () => {
    it('the grammars of the manifest are all the files in syntaxes, under their names', () => {
      const files = readdirSync('syntaxes').map((file) => `./syntaxes/${file}`);
      assert.deepEqual(contributedGrammars.map((grammar) => grammar.path).toSorted(), files.toSorted());
      for (const { path, scopeName } of contributedGrammars) {
        assert.equal(JSON.parse(readFileSync(path, 'utf8')).scopeName, scopeName, path);
      }
    });

    it('exactly the grammars with a selector inject into Markdown', () => {
      for (const { path, injectTo } of contributedGrammars) {
        const { injectionSelector } = JSON.parse(readFileSync(path, 'utf8'));
        assert.deepEqual(injectTo, injectionSelector ? ['text.html.markdown'] : undefined, path);
      }
    });
  });

  describe('attribute lists', () => {
    checkEach([
      ['{: .lead #top data-x="1"}', '.lead', 'entity.other.attribute-name.class.markdown'],
      ['{: .lead #top data-x="1"}', '#top', 'entity.other.attribute-name.id.markdown'],
      ['{: .lead #top data-x="1"}', '"1"', 'string.quoted.attribute-value.markdown'],
      ['{:toc}', 'toc', 'keyword.other.attributes.markdown'],
      ['Some *word*{: .small} here', '.small', 'entity.other.attribute-name.class.markdown'],
      ['## The watch {#first .big}', '#first', 'entity.other.attribute-name.id.markdown'],
      ['## The watch {#first .big}', '.big', 'entity.other.attribute-name.class.markdown'],
      ['Not `{: .code}` here', '{: .code}', '!meta.attributes.markdown'],
      ['A {set} of words {like} this', 'A {set} of words {like} this', '!meta.attributes.markdown'],
      ['{{ page.title }}', 'page', '!meta.attributes.markdown'],
    ]);
  });

  describe('footnotes', () => {
    checkEach([
      ['Word[^1] more', '1', 'meta.footnote.reference.markdown string.other.link.footnote.markdown'],
      ['Word[^1] more', '1', '!meta.link.reference'],
      ['Word[^long-name.2] more', 'long-name.2', 'string.other.link.footnote.markdown'],
      ['# Head[^1]', '1', 'meta.footnote.reference.markdown'],
      ['- item[^1]', '1', 'meta.footnote.reference.markdown'],
      ['| cell[^1] | b |', '1', 'meta.footnote.reference.markdown'],
      ['*em[^1]*', '1', 'meta.footnote.reference.markdown'],
      ['[see it][^1]', 'see it', 'meta.link.reference.markdown'],
      ['[see it][^1]', '1', 'meta.footnote.reference.markdown'],
      ['a [b][c] d', 'c', 'constant.other.reference.link.markdown'],
      ['[^1]: First word', '1', 'meta.footnote.definition.markdown string.other.link.footnote.markdown'],
      ['[^1]: First word', 'First word', 'meta.footnote.definition.markdown meta.paragraph.markdown'],
      ['[^1]: word', 'word', '!markup.underline.link'],
      ['> [^q]: in a quote', 'q', 'meta.footnote.definition.markdown'],
      ['- [^l]: in a list', 'l', 'meta.footnote.definition.markdown'],
      ['[label]: https://example.com', 'label', 'meta.link.reference.def.markdown'],
      ['\\[^1] escaped', '^1] escaped', '!meta.footnote'],
      ['`x[^1]`', 'x[^1]', '!meta.footnote'],
      ['    x[^1]', 'x[^1]', '!meta.footnote'],
      ['<!-- x[^1] -->', 'x[^1]', '!meta.footnote'],
      ['<i title="[^1]">', '[^1]', '!meta.footnote'],
      ['[^two words]', '[^two words]', '!meta.footnote'],
    ]);

    it('the grammar keeps the indented paragraphs and code of a footnote, and ends with it', () => {
      checkScopes('[^1]: One.\n\n    Two *em*.\n\n        code[^2]\n\nBack.', [
        ['    Two *em*.', 'em', 'meta.footnote.definition.markdown meta.paragraph.markdown markup.italic.markdown'],
        ['        code[^2]', 'code[^2]', 'meta.footnote.definition.markdown markup.raw.block.markdown'],
        ['Back.', 'Back.', '!meta.footnote'],
      ]);
    });
  });

  describe('Liquid', () => {
    checkEach([
      ['{{ page.title | upcase }} *em*', 'page', 'variable.other.liquid'],
      ['{{ page.title | upcase }} *em*', 'upcase', 'support.function.filter.liquid'],
      ['{{ page.title | upcase }} *em*', 'em', 'meta.paragraph.markdown markup.italic.markdown'],
      ['x {{ "a" }} y', '"', 'string.quoted.double.liquid'],
      ['{% assign n = 12 %}', 'assign', 'keyword.control.liquid'],
      ['{% assign n = 12 %}', '12', 'constant.numeric.liquid'],
      ['{%- if a == true and b -%}', 'and', 'keyword.control.liquid'],
      ['{%- if a == true and b -%}', '-%}', 'punctuation.section.embedded.end.liquid'],
      ['{% include figure.html src="a" %}', 'figure.html', 'string.unquoted.liquid'],
      ['{% include figure.html src="a" %}', 'src', 'entity.other.attribute-name.liquid'],
      ['[a]({% post_url 2024-01-02-name %})', '2024-01-02-name', 'string.unquoted.liquid'],
      ['- {% link about.md %}', 'about.md', 'string.unquoted.liquid'],
      ['## {{ page.title }}', 'title', 'variable.other.liquid'],
      ['| {{ a }} | b |', 'a', 'variable.other.liquid'],
      ['<a href="{{ site.url }}/x">y</a>', 'url', 'variable.other.liquid'],
      ['[label]: {{ site.url }}/x', 'label', 'meta.link.reference.def.markdown constant.other.reference.link.markdown'],
      ['[label]: {% link a.md %}', 'label', 'meta.link.reference.def.markdown'],
      ['[label]: {% link a.md %}', 'a.md', 'meta.embedded.inline.tag.liquid string.unquoted.liquid'],
      ['a {% comment %} b {% endcomment %} c', 'b', 'comment.block.liquid'],
      ['a {% comment %} b {% endcomment %} c', 'c', '!comment'],
      ['a {%- # note %} c', '{%- # note %}', 'comment.block.liquid'],
      ['{% raw %}{{ x }} [^1]{% endraw %} {{ y }}', '{{ x }}', '!meta.embedded'],
      ['{% raw %}{{ x }} [^1]{% endraw %} {{ y }}', '1', 'meta.footnote.reference.markdown'],
      ['{% raw %}{{ x }} [^1]{% endraw %} {{ y }}', 'y', 'variable.other.liquid'],
      ['`{{ x }}`', '{{ x }}', '!meta.embedded'],
      ['    {{ x }}', '{{ x }}', '!meta.embedded'],
      ['## Head {#id}', 'Head', '!comment'],
      ['{: .lead }', '.lead', '!meta.embedded'],
    ]);

    it('the Liquid grammar leaves fences and YAML front matter alone', () => {
      checkScopes('---\ntitle: "{{ x }} [^1]"\n---\n\n```text\n{{ y }} [^2] {{< z >}}\n```', [
        ['title: "{{ x }} [^1]"', '{{ x }} [^1]', 'meta.embedded.block.frontmatter'],
        ['title: "{{ x }} [^1]"', '{{ x }} [^1]', '!meta.embedded.inline'],
        ['{{ y }} [^2] {{< z >}}', '{{ y }} [^2] {{< z >}}', 'markup.fenced_code.block.markdown'],
      ]);
    });

    it('the Liquid grammar follows a tag over several lines', () => {
      checkScopes('{% include figure.html\n  src="a.png"\n%}\nafter', [
        ['  src="a.png"', 'src', 'entity.other.attribute-name.liquid'],
        ['%}', '%}', 'punctuation.section.embedded.end.liquid'],
        ['after', 'after', '!meta.embedded'],
      ]);
    });

    it('the Liquid grammar knows comment, raw and highlight blocks', () => {
      checkScopes('{% comment %}\n*a*\n\nb\n{% endcomment %}\n*c*', [
        ['*a*', '*a*', 'comment.block.liquid'],
        ['b', 'b', 'comment.block.liquid'],
        ['*c*', 'c', '!comment'],
      ]);
      checkScopes('{% raw %}\n{{ a }} *b*\n{% endraw %}\n{{ c }}', [
        ['{{ a }} *b*', '{{ a }}', '!meta.embedded'],
        ['{{ a }} *b*', 'b', 'markup.italic.markdown'],
        ['{{ c }}', 'c', 'variable.other.liquid'],
      ]);
      checkScopes('{% highlight ruby linenos %}\nputs "*a* [^1]"\n\nb\n{% endhighlight %}\n*c*', [
        ['{% highlight ruby linenos %}', 'ruby', 'string.unquoted.liquid'],
        ['puts "*a* [^1]"', 'puts "*a* [^1]"', 'markup.raw.block.liquid'],
        ['b', 'b', 'markup.raw.block.liquid'],
        ['{% endhighlight %}', 'endhighlight', 'keyword.control.liquid'],
        ['*c*', 'c', 'markup.italic.markdown'],
      ]);
    });

    it('the Liquid grammar does not colour the post below a tag that is still being typed', () => {
      for (const start of ['{{ page.', 'word {{ page.', '{% include a.html', '{{< figure src="x"', '{{ gallery(']) {
        const scopes = 'text.html.markdown meta.paragraph.markdown markup.italic.markdown';
        checkScopes(`${start}\n\nNext *em*.`, [['Next *em*.', 'em', scopes]]);
      }
    });
  });

  describe('shortcodes', () => {
    checkEach([
      ['a {{< figure src="x" width=300 >}} *em*', 'figure', 'entity.name.function.shortcode'],
      ['a {{< figure src="x" width=300 >}} *em*', 'src', 'entity.other.attribute-name.shortcode'],
      ['a {{< figure src="x" width=300 >}} *em*', '300', 'constant.numeric.shortcode'],
      ['a {{< figure src="x" width=300 >}} *em*', 'em', 'markup.italic.markdown'],
      ['{{% notice tip %}}', 'tip', 'string.unquoted.shortcode'],
      ['{{% /notice %}}', '/', 'punctuation.definition.tag.close.shortcode'],
      ['[a]({{< ref "b.md" >}})', 'ref', 'entity.name.function.shortcode'],
      ['{{< x `a "b"` >}}', 'a "b"', 'string.quoted.raw.shortcode'],
      ['{{</* figure */>}}', '{{</* figure */>}}', 'comment.block.shortcode'],
      ['[g]: {{< ref "b.md" >}}', 'g', 'meta.link.reference.def.markdown'],
      ['{{ youtube(id="a", w=500) }}', 'youtube', 'entity.name.function.shortcode'],
      ['{{ youtube(id="a", w=500) }}', 'w', 'entity.other.attribute-name.liquid'],
      ['{% quote(author="V") %}', 'quote', 'entity.name.function.shortcode'],
      ['`{{< x >}}`', '{{< x >}}', '!meta.embedded'],
      ['    {{< x >}}', '{{< x >}}', '!meta.embedded'],
    ]);

    it('the grammar follows shortcodes over several lines', () => {
      checkScopes('{{< figure\n  src="x"\n>}}\nafter\n{{ gallery(\n  id=3\n) }}', [
        ['  src="x"', 'src', 'entity.other.attribute-name.shortcode'],
        ['>}}', '>}}', 'punctuation.section.embedded.end.shortcode'],
        ['after', 'after', '!meta.embedded'],
        ['  id=3', 'id', 'entity.other.attribute-name.liquid'],
      ]);
    });
  });

  describe('front matter in TOML', () => {
    const post = [
      '+++',
      '# why',
      'title = "A \\"b\\"" # c',
      'date = 2024-05-01T10:00:00+02:00',
      'draft = false',
      'tags = ["a",',
      "  'b']",
      'menu.main = { weight = 10 }',
      '[params.social]',
      '+++',
      'Body *em* {{ x }}',
    ].join('\n');

    for (const one of [
      ['# why', 'why', 'comment.line.number-sign.toml'],
      ['title = "A \\"b\\"" # c', 'title', 'support.type.property-name.toml'],
      ['title = "A \\"b\\"" # c', 'b', 'string.quoted.double.toml'],
      ['title = "A \\"b\\"" # c', 'c', 'comment.line.number-sign.toml'],
      ['date = 2024-05-01T10:00:00+02:00', '2024-05-01T10:00:00+02:00', 'constant.numeric.timestamp.toml'],
      ['draft = false', 'false', 'constant.language.boolean.toml'],
      ["  'b']", 'b', 'meta.array.toml string.quoted.single.toml'],
      ['menu.main = { weight = 10 }', 'menu.main', 'support.type.property-name.toml'],
      ['menu.main = { weight = 10 }', '10', 'meta.table.inline.toml constant.numeric.toml'],
      ['[params.social]', 'params.social', 'entity.name.section.toml'],
      ['Body *em* {{ x }}', 'em', 'text.html.markdown meta.paragraph.markdown markup.italic.markdown'],
      ['Body *em* {{ x }}', 'x', 'variable.other.liquid'],
    ] as const) {
      it(`colours TOML front matter: ${one[0]} → ${one[1]} ${one[2]}`, () => checkScopes(post, [one]));
    }

    it('TOML front matter ends at its fence even inside a string that was never closed', () => {
      checkScopes('+++\ntext = """\nunclosed\n+++\nBody', [
        ['unclosed', 'unclosed', 'string.quoted.triple.toml'],
        ['Body', 'Body', '!meta.front-matter'],
      ]);
    });

    it('TOML is front matter on the first line only', () => {
      checkScopes('text\n\n+++\na = 1\n+++', [['a = 1', 'a = 1', '!meta.front-matter']]);
    });
  });

  describe('front matter in JSON', () => {
    const key = 'meta.structure.dictionary.json string.json support.type.property-name.json';

    it('JSON front matter is the object on the first lines', () => {
      checkScopes('{\n  "title": "a {{ b }}",\n  "x": { "y": [1] }\n}\nBody *em*', [
        ['  "title": "a {{ b }}",', 'title', key],
        ['  "title": "a {{ b }}",', 'a {{ b }}', '!meta.embedded.inline'],
        ['Body *em*', 'em', 'text.html.markdown meta.paragraph.markdown markup.italic.markdown'],
      ]);
    });

    it('JSON front matter may be one line', () => {
      checkScopes('{ "title": "a" }\nBody', [
        ['{ "title": "a" }', 'title', key],
        ['Body', 'Body', '!meta.front-matter'],
      ]);
    });

    it('JSON front matter may be between ---json and ---', () => {
      checkScopes('---json\n{ "title": "a" }\n---\nBody', [
        ['{ "title": "a" }', 'title', key],
        ['---', '---', 'punctuation.definition.end.frontmatter'],
        ['Body', 'Body', '!meta.front-matter'],
      ]);
    });

    it('JSON front matter ends at the brace that starts a line even after a mistake', () => {
      checkScopes('{\n  "title": "a\n}\nBody', [['Body', 'Body', '!meta.front-matter']]);
    });

    for (const line of ['{{ page.title }}', '{% include a.html %}', '{: .lead }', '{ braces in prose }']) {
      it(`JSON front matter does not begin with ${line}`, () =>
        assert(tokenize(line).every((token) => !token.scopes.includes('meta.front-matter'))));
    }
  });

  describe('every fixture', () => {
    const files = readdirSync('test/fixtures', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.md'),
    );

    for (const file of files) {
      it(`${file} is coloured to its end without losing its place`, () => {
        const text = readFileSync(`test/fixtures/${file}`, 'utf8');
        const last = tokenize(`${text}\n\nThe *end*.`).at(-2);
        assert.match(last?.scopes ?? '', /^text\.html\.markdown meta\.paragraph\.markdown markup\.italic\.markdown /);
      });
    }
  });
});
