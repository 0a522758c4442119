import type { Arbitrary } from 'fast-check';
import fc from '../support/property.ts';

/** Any text at all, lone surrogates among it. */
const anything = fc.string({ unit: 'binary', maxLength: 40 });

/** Pieces of URIs, whole and broken. */
const pieces = fc.constantFrom(
  'a',
  'b.md',
  'é',
  'é',
  '吾',
  '🙂',
  '..',
  '.',
  '...',
  '',
  '/',
  '//',
  '///',
  '\\',
  '\\\\',
  ':',
  '@',
  '#',
  '?',
  '&',
  '=',
  '+',
  '%',
  '%2',
  '%zz',
  '%2e%2e',
  '%2F',
  '%5C',
  '%00',
  '%25',
  '%252e',
  '%C3',
  '%C3%A9',
  '%ED%A0%80',
  '%FF',
  '%f0%9f%99%82',
  '\uD800',
  '\uDC00',
  '\uD83D',
  '\0',
  '\n',
  '\r',
  '\t',
  ' ',
  '\u00a0',
  '\u2028',
  '\u202e',
  '\ufeff',
  '"',
  '<',
  '>',
  '`',
  '{',
  '|',
  '^',
  'c:',
  'C:',
  'c%3A',
  'localhost',
  'server',
  '[::1]',
  'user:pw@host',
  ':8080',
  '__proto__',
  'a'.repeat(300),
  '/..'.repeat(30),
);

/** A part of a URI, or what somebody wrote in its place. */
export const uriPart: Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('/')) },
  { weight: 1, arbitrary: anything },
);

const starts = fc.constantFrom(
  'file:///',
  'file://',
  'file:/',
  'file:',
  'FILE:///',
  'file:////',
  'file:////server/share/',
  'file://server/share/',
  'file://localhost/',
  'file:///c:/',
  'file:///C:/',
  'file:///c%3A/',
  'file:///c%3a/',
  'file://c:/',
  'c:\\',
  '\\\\server\\share\\',
  '/',
  '',
  'untitled:',
  'untitled:Untitled-1',
  'vscode-vfs://github/a/',
  'vscode-notebook-cell:/a#',
  'http://a.b/',
  'HTTPS://A.B:443/',
  'a+b-c.d:',
  ':',
  '1:',
);

/** A URI, good or bad. */
export const uri: Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(starts, uriPart).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.webUrl({ withFragments: true, withQueryParameters: true }) },
  { weight: 1, arbitrary: uriPart },
);

/** The URI of a folder as an editor writes it. */
export const folderUri: Arbitrary<string> = fc.constantFrom(
  'file:///site',
  'file:///c%3A/site',
  'file:///C:/site',
  'file:///c%3A/',
  'file://server/share/site',
  'file:///a%20b/%C3%A9',
  'file:///a b/é',
  'file:///100%25',
  'vscode-vfs://github/owner/name',
  'memfs:/site',
);

/** Names that some disk allows. */
export const fileName: Arbitrary<string> = fc
  .oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        'a',
        'b',
        'a.md',
        'index.md',
        '2024-05-01-fog.md',
        '_posts',
        '.hidden',
        'README.markdown',
      ),
    },
    { weight: 3, arbitrary: fc.array(pieces, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: anything },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'n'.repeat(255),
        '吾'.repeat(85),
        'con',
        'aux.md',
        'a:b',
        'a ',
        'a.',
        '-',
        '--help',
        '~',
        '$HOME',
        '*',
      ),
    },
  )
  .map((name) => name.replaceAll(/[/\0]/g, '').slice(0, 255))
  .map((name) => (['', '.', '..'].includes(name) ? 'x' : name));
