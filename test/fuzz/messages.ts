import type { Arbitrary } from 'fast-check';
import fc from '../support/property.ts';
import { edit, frontMatter } from './texts.ts';

/** Two workspace folders, of which one holds a site within its own. */
const folders = ['one', 'two'] as const;

/** The files there may be. */
const paths = [
  'one/_config.yml',
  'one/_posts/2024-01-01-a.md',
  'one/_posts/2024-01-02-b.md',
  'one/_drafts/c.md',
  'one/index.md',
  'one/assets/a.png',
  'one/_includes/a.html',
  'one/nested/hugo.toml',
  'one/nested/content/posts/d.md',
  'two/hugo.toml',
  'two/content/posts/e.md',
  'two/content/posts/_index.md',
  'two/content/é f.md',
  'two/frontmatter.json',
  'two/README.md',
] as const;

const path = fc.constantFrom(...paths);
/** The path of a document that is opened: mostly a post. */
export const documentPath: Arbitrary<string> = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...paths.filter((each) => each.endsWith('.md'))) },
  { weight: 1, arbitrary: path },
  { weight: 1, arbitrary: fc.constantFrom('two/../one/index.md', 'one/new.md', 'three/a.md') },
);

const lines = fc.constantFrom(
  'See [a][label] and [b](/2024/01/01/a.html).',
  '[label]: /two/',
  'A note[^1] and [^2].',
  '[^1]: Yes.',
  '![](../assets/a.png)',
  '[c](#fog) [d](/posts/e/#fog) [e](../posts/d.md)',
  '{% post_url 2024-01-02-b %} {% include a.html %}',
  '{{< ref "posts/e" >}}',
  '# Fog',
  '```',
  'word<sup>1</sup>',
  '',
);
const configurations = fc.constantFrom(
  '',
  'permalink: /:title/\n',
  'title: One\nbaseurl: /one\n',
  'permalink: [\n',
  'markdown: CommonMarkGhPages\n',
  'exclude: [_posts]\n',
  'baseURL = "https://a.example/two/"\n',
  'title = \n',
  '[permalinks]\nposts = "/:slug/"\n',
  '{"frontMatter.taxonomy.contentTypes": []}\n',
);
const text: Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.oneof(
          fc.constantFrom('---\ntitle: A\n---\n', '---\npermalink: /same/\n---\n', '---\ndraft: true\n---\n', ''),
          frontMatter,
        ),
        fc.array(lines, { maxLength: 5 }),
      )
      .map(([head, body]) => `${head}${body.join('\n')}\n`),
  },
  { weight: 2, arbitrary: configurations },
);

/** What a watcher says of a change: at once, twice, as another kind of change, or only when all else has happened. */
const report = fc.constantFrom('told', 'told', 'told', 'twice', 'otherwise', 'late');
const version = fc.constantFrom('next', 'next', 'same', 'older', 'huge', 'negative');

const position = fc.record({ line: fc.oneof(fc.nat(8), fc.integer()), character: fc.oneof(fc.nat(30), fc.integer()) });

/** What happens in an editor and on its disk, one thing after another. */
export const event = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('open' as const), path: documentPath, text: fc.option(text) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('edit' as const),
      path: documentPath,
      version,
      edits: fc.array(edit, { maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('editAt' as const),
      path: documentPath,
      version,
      start: position,
      end: position,
      text: lines,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('replace' as const), path: documentPath, version, text }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('close' as const), path: documentPath }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('save' as const), path: documentPath, isWritten: fc.boolean() }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('write' as const), path, text, report }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('delete' as const), path, report }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('rename' as const), path, to: path, report }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('noise' as const), path: documentPath }) },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('ask' as const),
      path: documentPath,
      question: fc.nat(),
      position,
      isCancelled: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('configure' as const),
      settings: fc.constantFrom<unknown>(
        null,
        {},
        { dialect: 'gfm' },
        { dialect: 'nonsense', rules: 3 },
        { rules: { 'broken-link': 'off', 'no-such-rule': 'error' } },
        { frontMatter: { schemas: { 'a.json': '**' } } },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('changeFolders' as const),
      added: fc.subarray([...folders]),
      removed: fc.subarray([...folders]),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('focus' as const) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('wait' as const), turns: fc.nat(30) }) },
);

export type EditorEvent = typeof event extends Arbitrary<infer Value> ? Value : never;

/** What the files hold at first: links among them, of which some lead nowhere while a file is missing. */
const firstTexts: Readonly<Record<(typeof paths)[number], string>> = {
  'one/_config.yml': 'permalink: /:title/\n',
  'one/_posts/2024-01-01-a.md':
    '---\ntitle: A\n---\n[b](/b/) [c]({% post_url 2024-01-02-b %}) ![](/assets/a.png)\n{% include a.html %}\n',
  'one/_posts/2024-01-02-b.md': '---\ntitle: B\n---\n## Fog\n\n[a](/a/) [none](/none/) [i](/#fog) [^1]\n',
  'one/_drafts/c.md': '---\ntitle: C\npermalink: /a/\n---\n[b](/b/#fog) [d](/d/)\n',
  'one/index.md': '---\ntitle: Start\n---\n# Fog\n\n[a](/a/) [b](_posts/2024-01-02-b.md) ![](assets/a.png)\n',
  'one/assets/a.png': 'image',
  'one/_includes/a.html': '<a id="fog"></a>\n',
  'one/nested/hugo.toml': 'title = "Nested"\n',
  'one/nested/content/posts/d.md': '---\ntitle: D\n---\n{{< ref "posts/d" >}} [e](/posts/e/) [d](/posts/d/)\n',
  'two/hugo.toml': 'baseURL = "https://a.example/"\n',
  'two/content/posts/e.md':
    '---\ntitle: E\ntags: [x]\n---\n{{< ref "é f" >}} [f](/é-f/) [list](/posts/) [r](../README.md)\n',
  'two/content/posts/_index.md': '---\ntitle: List\nurl: /all/\n---\n[e](/posts/e/)\n',
  'two/content/é f.md': '---\ntitle: F\nauthor: nobody\n---\n[e]({{< relref "posts/e.md" >}}) [list](/all/)\n',
  'two/frontmatter.json':
    '{"frontMatter.taxonomy.contentTypes": [{"name": "default", "fields": [{"name": "title", "type": "string", "required": true}]}]}\n',
  'two/README.md': '[f](content/é%20f.md) [none](none.md)\n',
};

/** Files as the server finds them. */
export const startFiles: Arbitrary<Map<string, string>> = fc
  .tuple(fc.shuffledSubarray([...paths], { maxLength: 4 }), fc.array(fc.tuple(path, text), { maxLength: 2 }))
  .map(([missing, others]) => {
    const files = new Map<string, string>([...Object.entries(firstTexts), ...others]);
    for (const each of missing) files.delete(each);
    return files;
  });
