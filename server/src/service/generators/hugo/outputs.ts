import { isRecord } from '../shared/configurationFile.ts';
import type { Data } from './values.ts';
import { loweredKeys, textOf, textsOf } from './values.ts';

/** How pages are written in one format (`output/outputFormat.go`). */
export interface OutputFormat {
  /** `html`, in lower case. */
  readonly name: string;
  readonly baseName: string;
  /** With the dot: `.html`. */
  readonly suffix: string;
  /** A folder before the page's own path: `amp`. */
  readonly path: string;
  readonly isHtml: boolean;
  readonly noUgly: boolean;
  readonly isUgly: boolean;
}

/** The formats of a site and those of each kind of page. */
export interface OutputFormats {
  readonly formats: ReadonlyMap<string, OutputFormat>;
  /** By kind: `page`, `section`; names in lower case. */
  readonly ofKind: ReadonlyMap<string, readonly string[]>;
}

const html: OutputFormat = {
  name: 'html',
  baseName: 'index',
  suffix: '.html',
  path: '',
  isHtml: true,
  noUgly: false,
  isUgly: false,
};
const other = { ...html, isHtml: false };
const builtIn: readonly OutputFormat[] = [
  html,
  { ...html, name: 'amp', path: 'amp' },
  { ...other, name: 'rss', suffix: '.xml', noUgly: true },
  { ...other, name: 'json', suffix: '.json' },
  { ...other, name: 'csv', suffix: '.csv' },
  { ...other, name: 'calendar', suffix: '.ics' },
  { ...other, name: 'css', baseName: 'styles', suffix: '.css' },
  { ...other, name: 'markdown', suffix: '.md' },
  { ...other, name: 'webappmanifest', baseName: 'manifest', suffix: '.webmanifest' },
  { ...other, name: 'robots', baseName: 'robots', suffix: '.txt', isUgly: true },
  { ...other, name: 'sitemap', baseName: 'sitemap', suffix: '.xml', isUgly: true },
];

const suffixes: Readonly<Record<string, string>> = {
  'text/html': '.html',
  'application/json': '.json',
  'text/plain': '.txt',
  'text/markdown': '.md',
  'application/rss+xml': '.xml',
  'application/xml': '.xml',
  'text/xml': '.xml',
  'text/csv': '.csv',
  'text/calendar': '.ics',
  'text/css': '.css',
  'application/manifest+json': '.webmanifest',
  'text/javascript': '.js',
  'application/javascript': '.js',
};

/** The formats in a configuration's data: `outputFormats`, `mediaTypes`, `outputs`. */
export function outputFormatsOf(data: Data): OutputFormats {
  const formats = new Map(builtIn.map((format) => [format.name, format]));
  const own = isRecord(data.outputformats) ? data.outputformats : {};
  for (const [name, value] of Object.entries(own)) {
    const fields = loweredKeys(value);
    formats.set(
      name,
      formatOf(formats.get(name) ?? { ...other, name }, fields, suffixOf(textOf(fields.mediatype), data)),
    );
  }
  const lists = isRecord(data.outputs) ? Object.entries(data.outputs) : [];
  const listed = lists.map(([kind, names]): [string, string[]] => [
    kind,
    textsOf(names).map((name) => name.toLowerCase()),
  ]);
  const defaults: [string, string[]][] = [
    ['page', ['html']],
    ...['home', 'section', 'taxonomy', 'term'].map((kind): [string, string[]] => [kind, ['html', 'rss']]),
  ];
  return { formats, ofKind: new Map([...defaults, ...listed]) };
}

function formatOf(base: OutputFormat, fields: Data, suffix: string | undefined): OutputFormat {
  return {
    ...base,
    baseName: textOf(fields.basename) ?? base.baseName,
    suffix: suffix ?? base.suffix,
    path: textOf(fields.path) ?? base.path,
    isHtml: fields.ishtml === undefined ? base.isHtml : fields.ishtml === true,
    noUgly: fields.nougly === undefined ? base.noUgly : fields.nougly === true,
    isUgly: fields.ugly === undefined ? base.isUgly : fields.ugly === true,
  };
}

function suffixOf(mediaType: string | undefined, data: Data): string | undefined {
  if (mediaType === undefined) return undefined;
  const types = isRecord(data.mediatypes) ? data.mediatypes : {};
  const own = textsOf(loweredKeys(types[mediaType.toLowerCase()]).suffixes)[0];
  return own === undefined ? suffixes[mediaType.toLowerCase()] : `.${own}`;
}

/** The format whose address counts as a page's: HTML where there is it, else the first; undefined for an unknown one. */
export function mainFormat(
  kind: string,
  outputs: unknown,
  { formats, ofKind }: OutputFormats,
): OutputFormat | undefined {
  const own = textsOf(outputs).map((name) => name.toLowerCase());
  const names = own.length > 0 ? own : (ofKind.get(kind) ?? ['html']);
  return formats.get(names.includes('html') ? 'html' : (names[0] ?? 'html'));
}
