import type { Arbitrary } from 'fast-check';
import fc from '../support/property.ts';
import { shapes } from './shapes.ts';

/** Pieces of posts of every kind, whole and broken: most texts made of them are what a writer has in the midst of an edit. */
const lines = fc.constantFrom(
  '',
  '',
  '',
  'text [a][b] and [c]',
  '[see [t][a] here](u)',
  '[a]: /a',
  '[b]: /b "title"',
  ' [c]: /c',
  '[A]: /x',
  '[^1]: a note [a]',
  '[^2]: see[^1]',
  'x[^1] y[^2]',
  '[^1]',
  '[^new]',
  '![alt[^1]][a]',
  '![a](b.png "c")',
  '[a](<b c>)',
  '    indented [a]',
  '  two [b][]',
  '- item [a]',
  '- [ ] task',
  '  - nested',
  '1. one',
  '3) three',
  '* star',
  '+ plus',
  '> quote [b]',
  '> [^1]: in a quote',
  '>',
  '> > two',
  '```',
  '````',
  '```js',
  '~~~',
  '  ```',
  '`code',
  'end`',
  '``x`y``',
  '<div>',
  '</div>',
  '<!-- a',
  '-->',
  '<pre>',
  '</pre>',
  '<script>',
  '</script>',
  '<details>',
  '<a id="x">',
  '<br>',
  '<div markdown="1">',
  '<img src="a.png" alt="b">',
  '<sup>1</sup> by hand',
  'word.<sup>1</sup>',
  'word¹',
  '¹ text',
  '# heading [c]',
  '## two {#id}',
  'setext',
  '===',
  '---',
  '# heading [c]',
  '#tag',
  '###### six ######',
  '| a | b |',
  '|---|---|',
  '| [a] | x |',
  ': definition',
  '*[HTML]: text',
  'HTML',
  '{: .class}',
  '{:.a #b}',
  '{::comment}',
  '{:/}',
  '{% highlight x %}',
  '{% endhighlight %}',
  '{% if x %}',
  '{% endif %}',
  '{% raw %}',
  '{% endraw %}',
  '{{ page.title }}',
  '{{',
  '}}',
  '{% include a.html %}',
  '{% post_url 2024-01-01-a %}',
  '{{< figure src="a.png" >}}',
  '{{% note %}}',
  '{{% /note %}}',
  '{{< ref "a" >}}',
  '<Component a={b} />',
  'import a from "b"',
  'export const a = 1',
  '{a}',
  ':::note',
  ':::',
  '$$',
  '$a$',
  ':smile:',
  '> [!NOTE]',
  '\\[a][b]',
  '*a **b* c**',
  '_a_',
  '~~a~~',
  'https://example.org/a_b',
  '<https://example.org>',
  '&amp; &#0; &bad;',
  'a  ',
  'a\\',
  '\t- tab',
  '\u00a0',
  '\ufeff',
  'e\u0301',
  '\u2028',
  '吾輩は猫である',
  '🙂',
  '\0',
  '[^🙂]: a',
  '[🙂]: /b',
  '[Ünï][ÜNÏ]',
  '[ünï]: /c',
);

const separators = fc.constantFrom('\n', '\n', '\n', '\n\n', '\r\n', '\r', ' ');

function joinParts(parts: Arbitrary<string>, maxLength: number): Arbitrary<string> {
  return fc
    .array(fc.tuple(parts, separators), { maxLength })
    .map((pairs) => pairs.map(([part, separator]) => part + separator).join(''));
}

/** Any text at all, lone surrogates among it. */
const bytes = fc.string({ unit: 'binary', maxLength: 200 });
const signs = fc.string({
  unit: fc.constantFrom(...'[]()^!`*_~<>{}%#:|=-+. \n\t"\'\\/&$@1aA'),
  maxLength: 120,
});
/** A short text of the kinds that cost a careless reader most. */
export const shortShape = fc.tuple(fc.constantFrom(...shapes), fc.nat(400)).map(([shape, size]) => shape.of(size));

/** A body of a post. */
export const body: Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: joinParts(lines, 24) },
  { weight: 2, arbitrary: signs },
  { weight: 1, arbitrary: bytes },
  { weight: 2, arbitrary: shortShape },
  { weight: 2, arbitrary: joinParts(fc.oneof(lines, signs, bytes), 12) },
);

const values = fc.constantFrom(
  'Fog',
  '"Fog"',
  "'it''s'",
  '"a \\" b"',
  '*a',
  '&a b',
  '[a, b]',
  '[a, "b"',
  '{a: b}',
  '|',
  '>-',
  '',
  '2024-05-01',
  '2024-13-45',
  '2024-05-01 10:00:00 +0200',
  'true',
  'no',
  '~',
  '1e3',
  '0o7',
  '!!str 5',
  '- a',
  '  - b',
  '# c',
  'a # b',
  '@a',
  '`a',
  '%a',
  'a: b',
  '\uD800',
  '\0',
  '🙂',
  '"\\u00e9"',
  '"\\x"',
  '/a/:title/',
  '../../../etc/passwd',
  '<script>',
  '{{ page.title }}',
);
const keys = fc.constantFrom(
  'title',
  'date',
  'tags',
  'categories',
  'draft',
  'published',
  'permalink',
  'slug',
  'layout',
  'image',
  'description',
  'aliases',
  'redirect_from',
  'url',
  'weight',
  'lang',
  '<<',
  '"quoted"',
  'a b',
  'ünï',
  '__proto__',
  'constructor',
  'toString',
);
const yamlLine = fc.oneof(
  fc.tuple(keys, values).map(([key, value]) => `${key}: ${value}`),
  fc.constantFrom(
    '  - a',
    '  b: c',
    '- d',
    '# comment',
    '',
    '   ',
    '\t',
    '...',
    'abc',
    'a:b',
    '? a',
    ': b',
    '[',
    ']',
    '}',
    '---x',
  ),
);
const tomlLine = fc.oneof(
  fc.tuple(keys, values).map(([key, value]) => `${key} = ${value}`),
  fc.constantFrom(
    '[a]',
    '[[b]]',
    '[a.b]',
    '# c',
    '',
    'a = """',
    '"""',
    'a.b = 1',
    'a = [',
    ']',
    'a = {b = 1}',
    'a',
    '=',
  ),
);
const jsonLine = fc.oneof(
  fc.tuple(keys, values).map(([key, value]) => `"${key.replaceAll('"', '')}": ${JSON.stringify(value)},`),
  fc.constantFrom('"a": [', ']', '"b": {', '}', ',', '"c": 1', '// no', 'null'),
);

/** A line of front matter in one of the three formats. */
export const lineOfFrontMatter: Arbitrary<string> = fc.oneof(yamlLine, tomlLine, jsonLine);

/** Front matter in one of the three formats, whole or broken, with its fences. */
export const frontMatter: Arbitrary<string> = fc.oneof(
  joinParts(yamlLine, 8).map((content) => `---\n${content}---\n`),
  joinParts(yamlLine, 8).map((content) => `---\n${content}`),
  joinParts(tomlLine, 8).map((content) => `+++\n${content}+++\n`),
  joinParts(jsonLine, 8).map((content) => `{\n${content}"z": 1\n}\n`),
  fc.constantFrom(
    '---\n---\n',
    '---yaml\na: b\n---\n',
    '---js\nmodule.exports = {}\n---\n',
    '--- \na: b\n--- \n',
    ';;;\n{}\n;;;\n',
  ),
);

/** A post. */
export const post: Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(frontMatter, body).map(([head, rest]) => head + rest) },
  { weight: 2, arbitrary: body.map((rest) => `---\ntitle: Fog\n---\n${rest}`) },
  { weight: 1, arbitrary: body },
);

/** An edit of a text: where it starts and how much it replaces are taken modulo what is there. */
export const edit = fc.record({
  at: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(40)),
  newText: fc.oneof(lines, fc.constantFrom('`', '[', ']', '\n', '{', '}', '^', '{{', '}}', '<', '-->', ' ', 'a'), body),
});

export type Edit = typeof edit extends Arbitrary<infer Value> ? Value : never;

/** The range an edit replaces in a text. */
export function toRange({ at, length }: Edit, text: string): { readonly start: number; readonly end: number } {
  const start = at % (text.length + 1);
  return { start, end: Math.min(text.length, start + length) };
}
