import { isRecord } from '../shared/configurationFile.ts';
import type { Data } from './values.ts';
import { toLowerCaseKeys, castToString, castToStrings } from './values.ts';

/** An output format (`output/outputFormat.go`). */
export interface OutputFormat {
  /** `html`, in lower case. */
  readonly name: string;
  readonly baseName: string;
  /** With the dot: `.html`. */
  readonly suffix: string;
  /** A folder before the path of the page: `amp`. */
  readonly path: string;
  readonly isHtml: boolean;
  readonly noUgly: boolean;
  readonly isUgly: boolean;
}

/** The output formats of a site and those of each kind of page. */
export interface OutputFormats {
  readonly formats: ReadonlyMap<string, OutputFormat>;
  /** By kind: `page`, `section`; names in lower case. */
  readonly namesByKind: ReadonlyMap<string, readonly string[]>;
}

const htmlFormat: OutputFormat = {
  name: 'html',
  baseName: 'index',
  suffix: '.html',
  path: '',
  isHtml: true,
  noUgly: false,
  isUgly: false,
};
const plainFormat = { ...htmlFormat, isHtml: false };
const builtInFormats: readonly OutputFormat[] = [
  htmlFormat,
  { ...htmlFormat, name: 'amp', path: 'amp' },
  { ...plainFormat, name: 'rss', suffix: '.xml', noUgly: true },
  { ...plainFormat, name: 'json', suffix: '.json' },
  { ...plainFormat, name: 'csv', suffix: '.csv' },
  { ...plainFormat, name: 'calendar', suffix: '.ics' },
  { ...plainFormat, name: 'css', baseName: 'styles', suffix: '.css' },
  { ...plainFormat, name: 'markdown', suffix: '.md' },
  { ...plainFormat, name: 'webappmanifest', baseName: 'manifest', suffix: '.webmanifest' },
  { ...plainFormat, name: 'robots', baseName: 'robots', suffix: '.txt', isUgly: true },
  { ...plainFormat, name: 'sitemap', baseName: 'sitemap', suffix: '.xml', isUgly: true },
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

/** Reads the output formats in a configuration's data: `outputFormats`, `mediaTypes`, `outputs`. */
export function readOutputFormats(data: Data): OutputFormats {
  const formats = new Map(builtInFormats.map((format) => [format.name, format]));
  const own = isRecord(data.outputformats) ? data.outputformats : {};
  for (const [name, value] of Object.entries(own)) {
    const fields = toLowerCaseKeys(value);
    formats.set(
      name,
      createFormat(
        formats.get(name) ?? { ...plainFormat, name },
        fields,
        getSuffix(castToString(fields.mediatype), data),
      ),
    );
  }
  const lists = isRecord(data.outputs) ? Object.entries(data.outputs) : [];
  const listed = lists.map(([kind, names]): [string, string[]] => [
    kind,
    castToStrings(names).map((name) => name.toLowerCase()),
  ]);
  const defaults: [string, string[]][] = [
    ['page', ['html']],
    ...['home', 'section', 'taxonomy', 'term'].map((kind): [string, string[]] => [kind, ['html', 'rss']]),
  ];
  return { formats, namesByKind: new Map([...defaults, ...listed]) };
}

function createFormat(base: OutputFormat, fields: Data, suffix: string | undefined): OutputFormat {
  return {
    ...base,
    baseName: castToString(fields.basename) ?? base.baseName,
    suffix: suffix ?? base.suffix,
    path: castToString(fields.path) ?? base.path,
    isHtml: fields.ishtml === undefined ? base.isHtml : fields.ishtml === true,
    noUgly: fields.nougly === undefined ? base.noUgly : fields.nougly === true,
    isUgly: fields.ugly === undefined ? base.isUgly : fields.ugly === true,
  };
}

function getSuffix(mediaType: string | undefined, data: Data): string | undefined {
  if (mediaType === undefined) return undefined;
  const types = isRecord(data.mediatypes) ? data.mediatypes : {};
  const own = castToStrings(toLowerCaseKeys(types[mediaType.toLowerCase()]).suffixes)[0];
  return own === undefined ? suffixes[mediaType.toLowerCase()] : `.${own}`;
}

/** Returns the output format whose URL is that of the page: HTML where the page has it, else the first; undefined for an unknown format. */
export function getMainFormat(
  kind: string,
  outputs: unknown,
  { formats, namesByKind }: OutputFormats,
): OutputFormat | undefined {
  const own = castToStrings(outputs).map((name) => name.toLowerCase());
  const names = own.length > 0 ? own : (namesByKind.get(kind) ?? ['html']);
  return formats.get(names.includes('html') ? 'html' : (names[0] ?? 'html'));
}

/** Returns the names of the files that the `outputs` of a page's front matter add to its HTML: `index.ics`. */
export function listOwnFormats(outputs: unknown, { formats }: OutputFormats): string[] {
  return castToStrings(outputs).flatMap((name) => {
    const format = formats.get(name.toLowerCase());
    return format && !format.isHtml ? [format.baseName + format.suffix] : [];
  });
}
