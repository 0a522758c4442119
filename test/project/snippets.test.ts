import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';
import { generators } from '../../server/src/service/generators/index.ts';
import { expandSnippet } from './snippetBody';

interface Snippet {
  readonly scope: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: string | readonly string[];
  readonly isFileTemplate?: boolean;
}

/** The files of snippets, and what the prefix of each of their snippets begins with: nothing for all Markdown, else a generator's id. */
const files: readonly { readonly file: string; readonly id: string }[] = [
  { file: 'snippets/markdown.json', id: '' },
  ...generators
    .map(({ id }) => ({ file: `server/src/service/generators/${id}/snippets.json`, id: `${id}-` }))
    .filter(({ file }) => existsSync(file)),
];
const snippets = files.flatMap(({ file, id }) => {
  const named: Record<string, Snippet> = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(named).map(([name, snippet]) => ({ id, name, snippet }));
});
const expandToText = (prefix: string): string => {
  const snippet = snippets.find((one) => one.snippet.prefix === prefix)?.snippet;
  assert(snippet, prefix);
  return expandSnippet([snippet.body].flat().join('\n')).text;
};

describe('snippets', () => {
  it('all snippets are in the file that the manifest names', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.deepEqual(contributes.snippets, [{ path: './dist/galley.code-snippets' }]);
    const built: Record<string, Snippet> = JSON.parse(readFileSync('dist/galley.code-snippets', 'utf8'));
    assert.deepEqual(built, Object.fromEntries(snippets.map(({ name, snippet }) => [name, snippet])));
    assert.equal(Object.keys(built).length, snippets.length, 'have names of their own');
  });

  it('snippets have prefixes of their own', () => {
    const prefixes = snippets.map((one) => one.snippet.prefix);
    assert.deepEqual(prefixes.toSorted(), [...new Set(prefixes)].toSorted());
    for (const { id, snippet } of snippets) assert(snippet.prefix.startsWith(id), `${snippet.prefix} of ${id}`);
  });

  for (const { name, snippet } of snippets) {
    it(`the snippet ${name} can be typed in Markdown, explains itself and expands`, () => {
      const { scope, prefix, description, body, isFileTemplate } = snippet;
      assert.match(scope, /^markdown(?:,mdx)?$/);
      assert.match(prefix, /^[a-z]+(?:-[a-z]+)*$/);
      assert.match(description, /^[A-Z].*\.$/);
      const { text, tabStops } = expandSnippet([body].flat().join('\n'));
      assert.equal(tabStops[0], 0, 'says where the caret ends');
      assert.deepEqual(
        tabStops,
        tabStops.map((_, index) => index),
        'leaves no gap between its tab stops',
      );
      assert.doesNotMatch(text, /\$\{|\\\}/);
      assert.equal(
        isFileTemplate ?? false,
        /^(?:---|\+\+\+)\n/.test(text),
        'a snippet with front matter is a file template',
      );
    });
  }

  for (const prefix of [
    'article',
    'jekyll-article',
    'hugo-article-yaml',
    'hexo-article',
    'docusaurus-article',
    'astro-article',
    'eleventy-article',
  ]) {
    it(`the snippet ${prefix} is a post with YAML front matter that parses`, () => {
      const [, frontMatter] = /^---\n(.*?)\n---\n\n$/s.exec(expandToText(prefix)) ?? [];
      assert(frontMatter);
      const document = parseDocument(frontMatter, { schema: 'yaml-1.1' });
      assert.deepEqual([...document.errors, ...document.warnings], []);
      const data = document.toJS();
      assert.equal(data.title, 'Title');
      const date = data.date ?? data.pubDate;
      assert.equal(date?.toISOString().slice(0, 7), prefix === 'docusaurus-article' ? undefined : '2024-05');
      assert(Array.isArray(data.tags ?? []));
    });
  }

  it('the snippet hugo-article is a post with TOML front matter that parses', () => {
    const [, frontMatter] = /^\+\+\+\n(.*?)\n\+\+\+\n\n$/s.exec(expandToText('hugo-article')) ?? [];
    assert(frontMatter);
    const data = parseToml(frontMatter);
    assert.equal(data['title'], 'Title');
    assert.equal(data['draft'], true);
    assert.equal(new Date(String(data['date'])).getTime(), Date.parse('2024-05-01T09:30:00+02:00'));
  });

  it('the snippet zola-article is a post with TOML front matter whose tags are in their table', () => {
    const [, frontMatter] = /^\+\+\+\n(.*?)\n\+\+\+\n\n$/s.exec(expandToText('zola-article')) ?? [];
    assert(frontMatter);
    const data = parseToml(frontMatter);
    assert.equal(JSON.stringify(data['taxonomies']), '{"tags":["tag"]}');
    assert.equal(new Date(String(data['date'])).getFullYear(), 2024);
  });

  it('the snippets for reference links and footnotes write the same label twice', () => {
    assert.equal(expandToText('reflink'), '[text][label]\n\n[label]: https://example.com/');
    assert.equal(expandToText('footnote'), '[^1]\n\n[^1]: The note.');
    assert.equal(expandToText('supnote'), '<sup>1</sup>\n\n<sup>1</sup>The note.');
  });
});
