import assert from 'node:assert/strict';
import fc from '../../support/property.ts';
import { dialects } from '../../../server/src/service/dialects/index.ts';
import { parseBody } from '../../../server/src/service/syntax/parse/body.ts';
import { collect } from '../../../server/src/service/syntax/parse/collect.ts';
import type { Occurrence } from '../../../server/src/service/syntax/occurrences/occurrence.ts';
import { parserOf } from '../../../server/src/service/syntax/parse/parser.ts';
import { parse } from '../../../server/src/service/syntax/syntax.ts';

const { gfm, kramdown } = dialects;

/**
 * Lines that begin, continue or end every kind of block, in any order: most documents made of them are broken. Lists
 * start with 1: micromark forbids another number after indented code, as if that were a paragraph.
 */
const line = fc.constantFrom(
  '',
  '',
  '',
  'text [a][b] and [c]',
  '[see [t][a] here](u)',
  '[a]: /a',
  '[b]: /b "title"',
  ' [c]: /c',
  '[^1]: a note [a]',
  '[^2]: see[^1]',
  'x[^1] y[^2]',
  '    indented [a]',
  '  two [b][]',
  '- item [a]',
  '- [ ] task',
  '  - nested',
  '1. one',
  '> quote [b]',
  '> [^1]: in a quote',
  '>',
  '```',
  '````',
  '```js',
  '~~~',
  '  ```',
  '<div>',
  '</div>',
  '<!-- a',
  '-->',
  '<pre>',
  '</pre>',
  '<script>',
  '# heading [c]',
  'setext',
  '===',
  '---',
  '| a | b |\n|---|---|\n| [a] | x |',
  '`code',
  'end`',
  '\\[a][b]',
  '![alt][a]',
  '{% highlight x %}',
  '{% endhighlight %}',
  '{% if x %}',
  '<sup>1</sup> by hand',
  'word.<sup>1</sup>',
  '\t- tab',
);
const text = fc.array(line, { maxLength: 24 }).map((lines) => lines.join('\n'));

/** Lines of kramdown whose blocks depend on what stands far below, or begin and end where others do not. */
const kramdownLine = fc.oneof(
  line,
  fc.constantFrom(
    '{: .x}',
    '{: .x',
    '{:x: .y}',
    '{:.x}\n: definition',
    ': definition [a]',
    '{::comment}',
    '{:/comment}',
    '{:/}',
    '{::options parse_block_html="true" /}',
    '$$',
    '$$ [a]',
    '^',
    '*[HTML]: words',
    '*\t\t\t[a]',
    '\t\t\t\t\t[a] far in',
    '<div markdown="1">',
    '<p class="',
    '"> [a]',
    '<div',
    '</div',
    '>',
    '<?',
    '| [a] | b',
    '{% raw %}',
    '{{ x }}',
  ),
);
const kramdownText = fc.array(kramdownLine, { maxLength: 30 }).map((lines) => lines.join('\n'));

describe('parsing piece by piece', () => {
  it('parsing in chunks finds the references that a strict parse of the whole text finds', () => {
    fc.assert(
      fc.property(text, (masked) => {
        const { occurrences } = parseBody({ written: masked, masked: masked }, gfm);
        const links = new Set(
          occurrences
            .filter(({ type }) => type === 'definition')
            .map((each) => 'identifier' in each && each.identifier),
        );
        const notes = new Set(
          occurrences
            .filter(({ type }) => type === 'footnoteDefinition')
            .map((each) => 'identifier' in each && each.identifier),
        );
        const defined = { link: (label: string) => links.has(label), footnote: (label: string) => notes.has(label) };
        const strict = collect(parserOf(gfm)(masked, defined), { written: masked, masked: masked }, gfm).map(
          ({ occurrence }) => occurrence,
        );
        const filterUses = (all: readonly Occurrence[]): Occurrence[] =>
          all.filter(
            (each) =>
              (each.type === 'reference' && links.has(each.identifier)) ||
              (each.type === 'footnoteReference' && notes.has(each.identifier)) ||
              each.type === 'link',
          );
        assert.deepEqual(filterUses(occurrences), filterUses(strict));
      }),
      { numRuns: 800 },
    );
  });

  it('parsing in chunks finds what parsing the whole text finds', () => {
    fc.assert(
      fc.property(text, (masked) => {
        const source = { written: masked, masked };
        assert.deepEqual(parseBody(source, gfm).occurrences, parseBody(source, gfm, undefined, [0]).occurrences);
      }),
      { numRuns: 800 },
    );
  });

  for (const { dialect, lines } of [
    { dialect: gfm, lines: text },
    { dialect: kramdown, lines: kramdownText },
  ]) {
    it(`parsing after an edit finds what parsing from scratch finds (${dialect.name})`, () => {
      fc.assert(
        fc.property(lines, lines, fc.nat(), fc.nat(), (before, insert, from, length) => {
          const reading = { dialect, formats: ['yaml'] as const };
          const start = from % (before.length + 1);
          const after = before.slice(0, start) + insert + before.slice(start + (length % 40));
          const incremental = parse(after, reading, parse(before, reading));
          const { parsedBody: _incremental, ...found } = incremental;
          const { parsedBody: _scratch, ...wanted } = parse(after, reading);
          assert.deepEqual(found, wanted);
        }),
        { numRuns: 500 },
      );
    });
  }

  const paragraphs = Array.from({ length: 50 }, (_, index) => `Paragraph ${index} with [a link][a].`);

  it('parses one chunk again when one paragraph changes', () => {
    const reading = { dialect: gfm, formats: ['yaml'] as const };
    const before = parse([...paragraphs, '[a]: /a'].join('\n\n'), reading);
    const after = parse([...paragraphs.with(20, 'Another [text][a].'), '[a]: /a'].join('\n\n'), reading, before);
    const known = new Set(before.parsedBody.chunks.map(({ parsed }) => parsed));
    const fresh = after.parsedBody.chunks.filter(({ parsed }) => !known.has(parsed));
    assert.deepEqual(
      fresh.map(({ written }) => written),
      ['Another [text][a].\n\n'],
    );
  });

  const edits = {
    'a comment that begins above them': ['<!-- [b]', '-->'],
    'a fence that begins above them': ['```\n[b]', '```'],
    'an extension that begins above them': ['{::comment}', '{:/comment}'],
    'an element of HTML that begins above them': ['<div>', '</div>'],
    'a formula that begins above them': ['$$ [b]', '$$'],
    'an attribute list that begins above them': ['{: .a', '}'],
  };
  for (const [what, [above, below]] of Object.entries(edits))
    it(`what is written below paragraphs ends ${what}`, () => {
      const reading = { dialect: kramdown, formats: ['yaml'] as const };
      const written = [above, ...paragraphs, '[a]: /a', ''].join('\n\n');
      const before = parse(written, reading);
      const { occurrences } = parse(`${written}${below}\n\nEnd.`, reading, before);
      assert.deepEqual(occurrences, parse(`${written}${below}\n\nEnd.`, reading).occurrences);
    });

  it('reads one section again when one paragraph of nested texts changes', () => {
    const reading = { dialect: kramdown, formats: ['yaml'] as const };
    const before = parse([...paragraphs, '[a]: /a'].join('\n\n'), reading);
    const after = parse([...paragraphs.with(20, 'Another [text][a].'), '[a]: /a'].join('\n\n'), reading, before);
    const known = new Set(before.parsedBody.sectioned?.sections.map(({ leaves }) => leaves));
    const fresh = after.parsedBody.sectioned?.sections.filter(({ leaves }) => !known.has(leaves)) ?? [];
    assert.deepEqual(
      fresh.map(({ start, length }) => after.text.slice(start, start + length)),
      [`${paragraphs[19]}\n\n`, 'Another [text][a].\n\n'],
    );
  });

  for (const unit of [
    '[',
    '[^',
    '\\',
    '[a](',
    '![',
    '[a][',
    '<sup>',
    '{{',
    '{%',
    '$$',
    '`',
    '> ',
    '- ',
    '[x]: ',
    '](',
    '<div>\n',
  ]) {
    it(`parses ten thousand characters of ${JSON.stringify(unit)}`, () => {
      const long = unit.repeat(Math.ceil(10_000 / unit.length)).slice(0, 10_000);
      for (const dialect of [gfm, kramdown]) assert.equal(parse(long, { dialect, formats: [] }).text, long);
    });
  }
});
