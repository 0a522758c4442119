import type { Arbitrary } from 'fast-check';
import fc from '../support/property.ts';
import { label, line, noteLabel, number, spans } from './documentSpans.ts';

/** The lines of a block. */
type Lines = readonly string[];

const paragraph: Arbitrary<Lines> = spans.map((text) => text.split('\n'));

const heading: Arbitrary<Lines> = fc.oneof(
  fc
    .tuple(fc.constantFrom('# ', '## ', '### ', '#', '####### '), line, fc.constantFrom('', '', ' ##', ' {#id}', '#'))
    .map(([open, text, close]) => [open + text + close]),
  fc.tuple(line, fc.constantFrom('===', '---', '=', '-')).map(([text, below]) => [text, below]),
);

/** Where a definition's address and title stand. */
const destinations = fc.constantFrom<(address: string) => Lines>(
  (address) => [` ${address}`],
  (address) => [` ${address} "t"`],
  (address) => [` ${address} 't'`],
  (address) => [` ${address} (t)`],
  (address) => [` <${address}>`],
  (address) => [address],
  (address) => ['', address],
  (address) => ['', `   ${address}`],
  (address) => [` ${address}`, '"t"'],
  (address) => [` ${address}`, '    "t"'],
  (address) => [` ${address} "t`, 'u"'],
  (address) => [` ${address} "t" x`],
  (address) => [` ${address} x`],
  (address) => [` <${address} x>`],
  () => [''],
);

const definition: Arbitrary<Lines> = fc
  .tuple(fc.constantFrom('', '', '', ' ', '   ', '    '), label, destinations)
  .map(([indent, name, write]) => {
    const [first = '', ...others] = write(`/d${number}`);
    return [`${indent}[${name}]:${first}`, ...others];
  });

const fence: Arbitrary<Lines> = fc
  .tuple(
    fc.constantFrom('```', '~~~', '````', '``` js', '```a b', '  ```', '~~'),
    fc.array(line, { maxLength: 2 }),
    fc.constantFrom('```', '```', '~~~', '````', '  ```', '', '``` x'),
  )
  .map(([open, content, close]) => [open, ...content, close]);

const indentedCode: Arbitrary<Lines> = fc
  .tuple(fc.constantFrom('    ', '\t', '     '), fc.array(line, { minLength: 1, maxLength: 2 }))
  .map(([indent, content]) => content.map((each) => indent + each));

const table: Arbitrary<Lines> = fc.oneof(
  fc.tuple(line, line).map(([head, cell]) => [`| ${head} | x |`, '|---|---|', `| ${cell} | y |`]),
  fc.tuple(line, line).map(([head, cell]) => [`${head} | x`, '--- | :-:', `${cell} | y`]),
  fc.tuple(line, line).map(([first, second]) => [`| ${first} | ${second} |`]),
);

const tags = fc.constantFrom(
  'div',
  'p',
  'section',
  'details',
  'pre',
  'table',
  'ul',
  'span',
  'script',
  'x-y',
  'figure',
  'td',
);
const openings = fc.constantFrom('', '', ' class="c"', ' markdown="1"', ' markdown="0"', ' markdown="span"');

/** Lines and blocks, as they may be between two tags. */
function htmlBlock(inner: Arbitrary<Lines>): Arbitrary<Lines> {
  return fc
    .tuple(
      tags,
      openings,
      inner,
      fc.constantFrom<(open: string, content: Lines, close: string) => Lines>(
        (open, content, close) => [open, ...content, close],
        (open, content, close) => [open, '', ...content, '', close],
        (open, content, close) => [open + content.join(' ') + close],
        (open, content) => [open, ...content],
        (_, content, close) => [...content, close],
        (open, content, close) => [`${open}${content[0] ?? ''}`, ...content.slice(1), `${close} [a]`],
        (_, content) => ['<!--', ...content, '-->'],
        (_, content) => [`<!-- ${content[0] ?? ''} -->`],
      ),
    )
    .map(([tag, attributes, content, write]) => write(`<${tag}${attributes}>`, content, `</${tag}>`));
}

/** A mark before the first line and white space before the others, unless those are lazy. */
function indentBelow(content: Lines, mark: string, [indent, isLazy]: readonly [string, boolean]): Lines {
  return content.map((each, index) => {
    if (index === 0) return mark + each;
    return each === '' || (isLazy && content[index - 1] !== '') ? each : indent + each;
  });
}

/** What stands before the lines of a container below the first: enough, too little or too much, or nothing. */
const indents = fc.tuple(
  fc.constantFrom('    ', '  ', '   ', ' ', '\t', ''),
  fc.constantFrom(false, false, false, true),
);

function item(inner: Arbitrary<Lines>): Arbitrary<Lines> {
  return fc
    .tuple(inner, fc.constantFrom('- ', '* ', '1. ', '2) ', '-   ', '-\t', '- [ ] ', '  - ', '-'), indents)
    .map(([content, mark, below]) => indentBelow(content, mark, below));
}

function quote(inner: Arbitrary<Lines>): Arbitrary<Lines> {
  return fc
    .tuple(inner, fc.constantFrom('> ', '>', ' > ', '>  '), fc.constantFrom(false, false, true))
    .map(([content, mark, isLazy]) => indentBelow(content, mark, [mark, isLazy]));
}

function note(inner: Arbitrary<Lines>): Arbitrary<Lines> {
  return fc
    .tuple(inner, noteLabel, fc.constantFrom(' ', ' ', '', '  '), indents)
    .map(([content, name, gap, below]) =>
      indentBelow([`n${number} ${content[0] ?? ''}`, ...content.slice(1)], `[^${name}]:${gap}`, below),
    );
}

function definitionList(inner: Arbitrary<Lines>): Arbitrary<Lines> {
  return fc
    .tuple(line, inner, fc.constantFrom(': ', ':   ', '~ '), indents, fc.constantFrom([], [''] as Lines))
    .map(([term, content, mark, below, gap]) => [term, ...gap, ...indentBelow(content, mark, below)]);
}

/** Lines that stand by themselves. */
const single: Arbitrary<Lines> = fc
  .constantFrom(
    '---',
    '***',
    '* * *',
    '{:.c}',
    '{: #i}',
    '{:a: .c}',
    '^',
    '*[HTML]: [a]',
    '{::comment}',
    '{:/comment}',
    '$$',
    '<br>',
    '<hr>',
    '* toc',
    '{:toc}',
    '[TOC]',
    '> [!NOTE]',
    '   ',
    '\t',
    '{::nomarkdown}',
    '{:/}',
    '-',
    '>',
    '[a]: <>',
    '[^1]:',
    '[//]: # (x)',
    '<!-- x',
    '-->',
    '</div>',
    '[^1]: [^2]',
    '\u00a0',
    '[a] : /x',
    '=====',
  )
  .map((text) => [text]);

/** Blocks after one another, with more or fewer blank lines between them than a writer means. */
function joinBlocks(blocks: readonly (readonly [Lines, number])[]): Lines {
  return blocks.flatMap(([content, gap], index) => [...(index === 0 ? [] : Array<string>(gap).fill('')), ...content]);
}

const { blocks } = fc.letrec<{ readonly block: Lines; readonly blocks: Lines }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 8, arbitrary: paragraph },
    { weight: 6, arbitrary: definition },
    { weight: 2, arbitrary: heading },
    { weight: 1, arbitrary: fence },
    { weight: 1, arbitrary: indentedCode },
    { weight: 1, arbitrary: table },
    { weight: 2, arbitrary: single },
    { weight: 5, arbitrary: note(tie('blocks')) },
    { weight: 4, arbitrary: item(tie('blocks')) },
    { weight: 2, arbitrary: quote(tie('blocks')) },
    { weight: 2, arbitrary: htmlBlock(tie('blocks')) },
    { weight: 1, arbitrary: definitionList(tie('blocks')) },
  ),
  blocks: fc
    .array(fc.tuple(tie('block'), fc.constantFrom(1, 1, 1, 1, 0, 0, 2)), { minLength: 1, maxLength: 3 })
    .map(joinBlocks),
}));

const lineBreaks = fc.constantFrom('\n', '\n', '\n', '\n', '\r\n');

/** A post as writers write it and as it goes wrong: blocks and spans, each word, note and address with a number of its own. */
export const document: Arbitrary<string> = fc
  .tuple(blocks, fc.array(definition, { maxLength: 2 }), fc.constantFrom('', '\n'), lineBreaks)
  .map(([content, definitions, end, lineBreak]) => {
    let count = 0;
    const text = [...content, ...(definitions.length > 0 ? [''] : []), ...definitions.flat()].join('\n') + end;
    return text
      .replace(/\{(?=[{%])/g, '{ ')
      .replaceAll(number, () => String(++count))
      .replaceAll('\n', lineBreak);
  });

const templates = fc.constantFrom(
  (text: string) => `{% raw %}${text}{% endraw %}`,
  (text: string) => `{% comment %}${text}{% endcomment %}`,
  (text: string) => `{% if true %}${text}{% endif %}`,
  (text: string) => `${text}{{ x }}`,
  (text: string) => `{%- assign x = 1 -%}\n${text}`,
);

/** The same with a template of Liquid's around some of its lines. */
export const documentWithLiquid: Arbitrary<string> = fc
  .tuple(document, templates, fc.nat(), fc.nat())
  .map(([text, wrap, first, second]) => {
    const lines = text.split('\n');
    const [start, end] = [first % lines.length, second % (lines.length + 1)].toSorted((a, b) => a - b) as [
      number,
      number,
    ];
    return [lines.slice(0, start), [wrap(lines.slice(start, end).join('\n'))], lines.slice(end)].flat().join('\n');
  });
