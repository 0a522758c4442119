import type { Arbitrary } from 'fast-check';
import fc from '../support/property.ts';

/**
 * What stands for a number of its own in a document under construction, so that what an engine made of a word, a note or an
 * address can be told from all others: `w` begins a word, `n` a note, `d` a definition's address, `i` a link's own.
 */
export const number = '\u0001';

/** Few, so that references meet definitions: in another letter case, with a space, of letters and of digits. */
export const label = fc.constantFrom('a', 'b', 'A', '1', 'a b');
/** As well as such that nothing defines. */
const anyLabel = fc.oneof({ weight: 6, arbitrary: label }, { weight: 1, arbitrary: fc.constant('z') });
export const noteLabel = fc.constantFrom('1', '2', 'n', 'N');
const anyNoteLabel = fc.oneof({ weight: 6, arbitrary: noteLabel }, { weight: 1, arbitrary: fc.constant('z') });

const word = fc.constant(`w${number}`);
const bang = fc.constantFrom('', '', '', '!');

const reference = fc.oneof(
  fc.tuple(bang, anyLabel).map(([mark, name]) => `${mark}[w${number}][${name}]`),
  fc.tuple(bang, anyLabel).map(([mark, name]) => `${mark}[${name}]`),
  fc.tuple(bang, anyLabel).map(([mark, name]) => `${mark}[${name}][]`),
);

const link = fc.oneof(
  bang.map((mark) => `${mark}[w${number}](/i${number})`),
  fc
    .constantFrom(
      (of: string) => `(</i${of}>)`,
      (of: string) => `(/i${of} "t")`,
      (of: string) => `(/i${of} 't')`,
      (of: string) => `(/i${of}_(x))`,
      (of: string) => `( /i${of} )`,
      (of: string) => `(</i${of} x>)`,
      (of: string) => `(/i${of} x)`,
      (of: string) => `(/i${of}\n"t")`,
    )
    .map((close) => `[w${number}]${close(number)}`),
);

const marker = anyNoteLabel.map((name) => `[^${name}]`);

/** Marks by themselves, as they stand in a text in the midst of an edit or as their own signs. */
const stray = fc.constantFrom(...'[ ] ![ ( ) ` `` * ** _ < > | : ! ^ # & \\ ~~ $ " { } [] () ]( ]['.split(' '));

const plain = fc.constantFrom(
  '\\[a]',
  '\\`',
  '\\*',
  '\\!',
  '\\\\',
  '\\|',
  '&amp;',
  '&#91;',
  '[a\\]',
  '  \n',
  '\\\n',
  'snake_case_word',
  '2 * 3 * 4',
  'a < b',
  'row[0][1]',
  '[ ]',
  '[x]',
  '[sic]',
);

const html = fc.constantFrom(
  '<br>',
  '<br/>',
  '<b>',
  '</b>',
  '<span class="c">',
  '</span>',
  '<em>',
  '</em>',
  '<code>',
  '</code>',
  '<!-- [a] -->',
  '<!-- [^1] -->',
  '<b title="[a]">',
  `<a href="/h${number}">`,
  '</a>',
  `<img src="/h${number}">`,
  '<del>',
  '</del>',
  '<x-y>',
  '</x-y>',
  '<kbd>',
  '</kbd>',
  '<?a?>',
  '<div>',
  '</div>',
  '<p>',
  '</p>',
);

const autolink = fc.constantFrom(
  `<https://e.org/u${number}>`,
  `<a${number}@e.org>`,
  `https://e.org/v${number}`,
  'www.e.org',
);

/** Attribute lists and extensions of kramdown's. */
const attributes = fc.constantFrom(
  '{:.c}',
  '{: .c }',
  '{:a}',
  '{::comment}',
  '{:/comment}',
  '{::nomarkdown}',
  '{:/}',
  '{::options/}',
  '$$',
  '$$a$$',
);

/** Text that goes into a line: words with what may be between them. */
export const { spans } = fc.letrec<{ readonly span: string; readonly spans: string }>((tie) => ({
  span: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 8, arbitrary: word },
    { weight: 10, arbitrary: reference },
    { weight: 6, arbitrary: marker },
    { weight: 4, arbitrary: link },
    { weight: 2, arbitrary: stray },
    { weight: 3, arbitrary: plain },
    { weight: 3, arbitrary: html },
    { weight: 1, arbitrary: autolink },
    { weight: 1, arbitrary: attributes },
    { weight: 6, arbitrary: wrapped(tie('spans')) },
  ),
  spans: fc
    .array(fc.tuple(tie('span'), fc.constantFrom(' ', ' ', ' ', '', '\n')), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map(([part, gap], index) => (index === 0 ? '' : gap) + part).join('')),
}));

/** Spans with marks around them. */
function wrapped(inner: Arbitrary<string>): Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom(
        (text: string) => `*${text}*`,
        (text: string) => `**${text}**`,
        (text: string) => `_${text}_`,
        (text: string) => `~~${text}~~`,
        (text: string) => `\`${text}\``,
        (text: string) => `\`\` ${text} \`\``,
        (text: string) => `[${text}](/i${number})`,
        (text: string) => `[${text}][a]`,
        (text: string) => `![${text}](/i${number})`,
        (text: string) => `[${text}]`,
        (text: string) => `"${text}"`,
        (text: string) => `<b>${text}</b>`,
        (text: string) => `<code>${text}</code>`,
      ),
      inner,
    )
    .map(([wrap, text]) => wrap(text));
}

/** The same on one line. */
export const line: Arbitrary<string> = spans.map((text) => text.replaceAll('\n', ' '));
