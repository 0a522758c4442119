import assert from 'node:assert/strict';
import { describeLinks } from '../../support/verdicts.ts';

const page = (frontMatter: string, body = 'Text.'): string => `---\n${frontMatter}\n---\n${body}\n`;
const broken = 'broken-anchor warning';

/** What is reported of links to an id of a page with a list and of one without, on a site with these files. */
function checkBoth(files: string, path: string, list: string, plain: string, id = 'tug-boats'): Promise<string[]> {
  return describeLinks(files, path, page('title: A', `[list](${list}#${id})\n[plain](${plain}#${id})`));
}

/** A site of Hugo whose fleet has a list template of its own. */
const hugo = (listTemplate: string): string =>
  `-- hugo.toml --\nbaseURL = "https://ferry.example/"
-- layouts/_default/single.html --\n<main>{{ .Content }}</main>
-- layouts/_default/list.html --\n{{ .Content }}
-- layouts/boats/list.html --\n${listTemplate}
-- layouts/partials/boats.html --\n{{ range site.Data.boats }}<h2 id="{{ .name | urlize }}">{{ .name }}</h2>{{ end }}
-- content/fleet/_index.md --\n${page('title: Fleet\ntype: boats')}-- content/posts/b.md --\n${page('title: B')}`;

/** A site of Jekyll whose fleet has a layout of its own. */
const jekyll = (layout: string, more = ''): string =>
  `-- _config.yml --\ntitle: The ferry\n${more}
-- _layouts/base.html --\n<body id="{{ page.slug }}"><nav>{% for each in site.nav %}<a href="{{ each }}">x</a>{% endfor %}</nav>{{ content }}</body>
-- _layouts/post.html --\n---\nlayout: base\n---\n{{ content }}
-- _layouts/boats.html --\n---\nlayout: base\n---\n${layout}
-- _includes/boats.html --\n{% for boat in site.data.boats %}<h2 id="{{ boat.name | slugify }}">x</h2>{% endfor %}
-- fleet.md --\n${page('layout: boats')}-- b.md --\n${page('layout: post')}`;

/** What is reported of a link to an id of the post itself, below a tag, on a site of Hexo. */
const said = (tag: string): Promise<string[]> =>
  describeLinks(
    '-- _config.yml --\nnew_post_name: :title.md\n-- scaffolds/post.md --\n---\n---\n',
    'source/_posts/a.md',
    page('title: A', `${tag}\n\n[down](#tab-one)`),
  );

describe('ids in the templates around a page', () => {
  const listed: readonly (readonly [what: string, markup: string])[] = [
    ['made in a loop', '{{ .Content }}{{ range .Site.Data.boats }}<h2 id={{ .name | urlize }}>x</h2>{{ end }}'],
    ['with a fixed beginning', '{{ .Content }}{{ range .Site.Data.boats }}<h2 id="tug-{{ .name }}">x</h2>{{ end }}'],
    ['written out', '{{ .Content }}<h2 id="tug-boats">x</h2>'],
    ['in a string of code', '{{ .Content }}{{ printf "<h2 id=%s>" .Params.anchor | safeHTML }}'],
    ['in the texts of other pages', '{{ range .Pages }}{{ .Content }}{{ end }}'],
    ['in a partial', '{{ .Content }}{{ partial "boats.html" . }}'],
    ['in a partial whose name is computed', '{{ .Content }}{{ partial (printf "%s.html" .Type) . }}'],
  ];
  for (const [what, markup] of listed)
    it(`a template of Hugo has ids ${what}, for the pages it prints and for no other`, async () => {
      assert.deepEqual(await checkBoth(hugo(markup), 'content/a.md', '/fleet/', '/posts/b/'), [broken]);
    });

  const without: readonly (readonly [what: string, markup: string])[] = [
    ['with another beginning', '{{ .Content }}{{ range .Site.Data.boats }}<h2 id="boat-{{ .name }}">x</h2>{{ end }}'],
    ['of the page itself', '<article id="{{ .Kind }}">{{ .Content }}</article>'],
    ['that it only looks for', '{{ .Content | replaceRE "(<h2 id=\\"([^\\"]+)\\".+)(</h2>)" "${1}#${3}" | safeHTML }}'],
  ];
  for (const [what, markup] of without)
    it(`an id ${what} is not the one that a link names`, async () => {
      assert.deepEqual(await checkBoth(hugo(markup), 'content/a.md', '/fleet/', '/posts/b/'), [broken, broken]);
    });

  it('layouts of Jekyll have ids for the pages that name them, their includes and outer layouts counted in', async () => {
    for (const name of ['boats.html', '/boats.html'])
      assert.deepEqual(
        await checkBoth(jekyll(`{{ content }}{% include ${name} %}`), 'a.md', '/fleet.html', '/b.html'),
        [broken],
      );
    assert.deepEqual(await checkBoth(jekyll('{{ content }}'), 'a.md', '/fleet.html', '/b.html'), [broken, broken]);
  });

  it('where the layout may be in a theme that is not in the folder, an id of one word can be in it', async () => {
    const files = `-- _config.yml --\ntheme: minima\n-- b.md --\n${page('layout: post')}-- c.md --\n${page('layout: post')}`;
    assert.deepEqual(await checkBoth(files, 'a.md', '/b.html', '/c.html', 'comments'), []);
    assert.deepEqual(await checkBoth(files, 'a.md', '/b.html', '/c.html'), [broken, broken]);
  });
});

describe('tags that write ids', () => {
  it('a tag of a plugin may write any, one of the engine and of the language does not', async () => {
    assert.deepEqual(await said('{% tabs Tab one %}x{% endtabs %}'), []);
    for (const tag of ['{% if x %}y{% endif %}', '{% codeblock %}x{% endcodeblock %}'])
      assert.deepEqual(await said(tag), [broken]);
  });
});
