import type { Arbitrary } from 'fast-check';
import fc from '../support/property.ts';
import { lineOfFrontMatter, shortShape } from './texts.ts';
import { fileName, uriPart } from './uris.ts';

/** Keys that generators read, others that they do not, and the names of what every object has. */
const keys = fc.constantFrom(
  'title',
  'url',
  'baseurl',
  'baseURL',
  'base_url',
  'base',
  'root',
  'site',
  'permalink',
  'permalinks',
  'pretty_urls',
  'slug',
  'defaults',
  'scope',
  'path',
  'type',
  'values',
  'collections',
  'output',
  'plugins',
  'gems',
  'exclude',
  'include',
  'keep_files',
  'timezone',
  'lang',
  'locale',
  'locales',
  'language',
  'languages',
  'i18n',
  'defaultLocale',
  'defaultContentLanguage',
  'weight',
  'markdown',
  'kramdown',
  'input',
  'markup',
  'goldmark',
  'extensions',
  'footnote',
  'passthrough',
  'enable',
  'renderer',
  'parser',
  'taxonomies',
  'taxonomy',
  'tags',
  'category_map',
  'frontmatter',
  'date',
  'publishDate',
  'module',
  'mounts',
  'source',
  'target',
  'ignoreFiles',
  'ignored_content',
  'contentDir',
  'content_dir',
  'source_dir',
  'src_dir',
  'srcDir',
  'outDir',
  'publishDir',
  'themesDir',
  'uglyURLs',
  'removePathAccents',
  'outputs',
  'outputFormats',
  'mediaTypes',
  'cascade',
  '_target',
  'params',
  'menus',
  'build',
  'format',
  'new_post_name',
  'post_asset_folder',
  'trailing_slash',
  'trailingSlash',
  'trailing_index',
  'external_link',
  'filename_case',
  'presets',
  'themes',
  'docs',
  'blog',
  'pages',
  'routeBasePath',
  'editUrl',
  'authorsMapPath',
  'tagsBasePath',
  'future',
  'v4',
  'dir',
  'includes',
  'layouts',
  'data',
  'templateFormats',
  'markdownTemplateEngine',
  'rewrites',
  'cleanUrls',
  'themeConfig',
  'integrations',
  'experimental',
  'image',
  'domains',
  'loader',
  'pattern',
  'schema',
  'dependencies',
  'devDependencies',
  'hexo',
  'name',
  'slugify',
  'paths',
  'translations',
  'generate_feeds',
  'bottom_footnotes',
  'smart_punctuation',
  'paginate',
  'paginate_path',
  '__proto__',
  'constructor',
  'toString',
  'length',
  '',
  ' ',
  'ünï',
  '0',
  'a b',
  'a.b',
  '<<',
  '*',
);

const texts = fc.oneof(
  fc.constantFrom(
    '',
    '/',
    '//',
    '/:categories/:year/:month/:day/:title.html',
    ':title',
    ':slugorcontentbasename',
    ':sections[1:]',
    ':sections[last]',
    'date',
    'pretty',
    'none',
    'kramdown',
    'goldmark',
    'CommonMark',
    'GFM',
    'Europe/Berlin',
    'Mars/Olympus',
    'UTC',
    '+02:00',
    'en',
    'de-AT',
    '../..',
    '_posts',
    'posts',
    'content',
    'src',
    '.',
    './',
    '/etc/passwd',
    'C:\\a',
    '**/*.md',
    '[',
    '*'.repeat(40),
    '{a,{b,c}}',
    '!(a|b)*',
    '(a+)+$',
    '^(([a-z])+.)+[A-Z]$',
    '\\',
    '(?<n>a)\\k<n>',
    '[z-a]',
    '(?=a)',
    'https://example.org/a/',
    'http://[',
    'HTTP://É.example/%',
    '{{ page.title }}',
    '<script>',
    '\0',
    '\uD800',
    '%zz',
    ':',
    ':unknown/:title',
    '{slug}',
    '%Y-%m-%d-%f.md',
    'always',
    'auto',
  ),
  fileName,
  uriPart,
);

const scalars: Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: texts },
  {
    weight: 3,
    arbitrary: fc.constantFrom(true, false, null, 0, -1, 1, 2, 1.5, 1e21, Number.MAX_SAFE_INTEGER, -0),
  },
);

const { value: settings } = fc.letrec<{ value: unknown; list: unknown[]; map: Record<string, unknown> }>((tie) => ({
  value: fc.oneof({ maxDepth: 4, depthSize: 'small' }, scalars, tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  map: fc.array(fc.tuple(keys, tie('value')), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
}));

/** Settings by name, of any shape. */
const section = fc.array(fc.tuple(keys, settings), { maxLength: 8 });
type Section = readonly (readonly [string, unknown])[];

function toJson(entries: Section): string {
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',\n')}}`;
}

function toYaml(entries: Section): string {
  return entries.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}\n`).join('');
}

function toTomlValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toTomlValue).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? '');
  const entries = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)} = ${toTomlValue(inner)}`);
  return `{${entries.join(', ')}}`;
}

function toToml(entries: Section): string {
  return entries
    .map(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? `[${JSON.stringify(key)}]\n${toToml(Object.entries(value))}`
        : `${JSON.stringify(key)} = ${toTomlValue(value)}\n`,
    )
    .join('');
}

const programs = fc.constantFrom(
  (json: string) => `export default ${json};`,
  (json: string) => `module.exports = ${json}`,
  (json: string) =>
    `import { defineConfig } from 'a';\nconst b = ${json};\nexport default defineConfig({ ...b, c: b.title });`,
  (json: string) => `const posts = defineCollection(${json});\nexport const collections = { posts };`,
  (json: string) =>
    `module.exports = function (config) {\n  config.addPassthroughCopy(${json});\n  return ${json};\n};`,
  (json: string) =>
    `export default async function (c) { c.ignores.add("a"); c.addCollection("b", () => ${json}); return ${json} }`,
  (json: string) => `export const a = ${json} satisfies B;\nexport default { a, [a.b]: \`\${a}\`, d: () => (${json}) }`,
);

/** A configuration as somebody who can write the format would write it. */
const whole: Arbitrary<string> = fc.oneof(
  section.map(toYaml),
  section.map(toToml),
  section.map(toJson),
  fc.tuple(programs, section).map(([wrap, entries]) => wrap(toJson(entries))),
);

/** The same with pieces cut out, doubled or put in. */
const broken: Arbitrary<string> = fc
  .tuple(
    whole,
    fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.constantFrom('', '', ...'[]{}"\'`:,=-#/*\\\n &|>@%!()$.')), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([text, cuts]) =>
    cuts.reduce((rest, [at, length, piece]) => {
      const start = at % (rest.length + 1);
      return rest.slice(0, start) + piece + rest.slice(start + length);
    }, text),
  );

/** The text of a configuration file in some format, whole or broken. */
export const configuration: Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: whole },
  { weight: 3, arbitrary: broken },
  { weight: 1, arbitrary: fc.array(lineOfFrontMatter, { maxLength: 12 }).map((lines) => lines.join('\n')) },
  { weight: 1, arbitrary: shortShape },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 100 }) },
);

/** Up to three configuration files among those that a generator reads. */
export const configurationFiles: Arbitrary<(names: readonly string[]) => Map<string, string>> = fc
  .array(fc.tuple(fc.oneof(fc.nat(3), fc.nat()), configuration), { minLength: 1, maxLength: 3 })
  .map(
    (chosen) => (names) =>
      new Map(names.length === 0 ? [] : chosen.map(([index, text]) => [names[index % names.length]!, text])),
  );
