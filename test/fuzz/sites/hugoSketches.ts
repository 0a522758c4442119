import type { Arbitrary } from 'fast-check';
import fc from '../../support/property.ts';
import type { PageSketch, SiteSketch } from './sketch.ts';
import { concat, links, mostly, oddNames, oneOf, pagesOf, settings } from './sketch.ts';

const word = mostly(
  oneOf('a', 'b-c', 'fog', 'ferry', 'x_y', 'Mixed Case', '2024-05-09-day'),
  oneOf(...oddNames, '--x', 'İ', '2024-05-09'),
);
const section = mostly(
  oneOf('', 'posts/', 'posts/', 'news/'),
  oneOf('posts/deep/', 'My Posts/', 'ü/', 'posts/fog/', 'tags/', 'tags/fog/', 'categories/'),
);
const extension = mostly(oneOf('.md'), oneOf('.markdown', '.html', '.MD', '.htm', '.mdown', '.txt', '.md~'));
const language = mostly(oneOf(''), oneOf('.fr', '.en', '.de'));
const path = fc.oneof(
  { weight: 5, arbitrary: concat('content/', section, word, language, extension) },
  { weight: 2, arbitrary: concat('content/', section, '_index.md') },
  { weight: 2, arbitrary: concat('content/', section, word, '/index.md') },
  { weight: 1, arbitrary: concat('content/', section, word, '/', word, language, '.md') },
);

const quote = (text: string): string => JSON.stringify(text);

const address = mostly(
  oneOf('/x/y/', 'rel/x', '/fixed/', '/x.html', '/My Url/', '/x'),
  oneOf('/ünï/', '/a/../b/', '/feed.xml', '', '/index.html', '/', '/a#b', '/a.b/c', '//x', '/%41/', 'x/'),
);
const date = mostly(
  oneOf(
    '2024-05-01',
    '2024-05-01T23:30:00Z',
    '2024-05-01 10:00:00 +0200',
    '2023-12-31T22:00:00-08:00',
    '2030-01-01',
    '2026-01-15T07:30:00',
    '2026-01-15T06:30:00',
    '2026-01-15T11:30:00Z',
    '2026-01-15T12:30:00Z',
  ),
  oneOf(
    '2024-05-01 10:00',
    '"2024-05-01"',
    '2024-5-1',
    '"May 1, 2024"',
    '2024/05/01',
    '',
    'true',
    '2024-02-30',
    '2024',
    '0001-01-01',
    '"2024-05-01 10:00:00 PST"',
  ),
);
const term = mostly(
  oneOf('fog', 'Low Tide', 'low tide', 'Fog', 'ü', 'a/b', '"2024"'),
  oneOf('2024', 'true', '""', 'C++', 'x y z', '1.5', '"a, b"', '"#1"', "it's", 'a.b'),
);
const terms = fc.oneof(
  term,
  fc.array(term, { maxLength: 3 }).map((all) => `[${all.join(', ')}]`),
);
const truth = mostly(oneOf('true', 'false'), oneOf('"false"', '"true"', '', 'no', '0', '1', 'False'));
const text = mostly(
  oneOf('A', 'The Ferry', '"Quoted: yes"', 'ΟΔΟΣ', 'über', 'x_y z'),
  oneOf('2024', '1.50', 'true', '""', '2024-05-01', "it's", '"a/b"', '~', '"  "', '"C# & C++"', '"a: b, c."'),
);
const buildOptions = oneOf(
  '{render: never}',
  '{render: link}',
  '{list: never}',
  '{render: false}',
  '{render: always, list: local}',
  '{publishResources: false}',
);

/** In lower case, since Hugo 0.111 reads keys of lists of cascades as they are written. */
const cascade = fc
  .tuple(
    fc.option(
      oneOf(
        '{path: "/posts/**"}',
        '{kind: page}',
        '{kind: section}',
        '{path: "/**"}',
        '{lang: fr}',
        '{path: "{/news,/posts}/*"}',
      ),
    ),
    fc.oneof(
      concat('draft: ', oneOf('true', 'false')),
      concat('date: ', date),
      concat('slug: ', oneOf('s', '2024')),
      concat('_build: ', buildOptions),
      concat('expirydate: ', date),
    ),
  )
  .map(([target, value]) => `cascade: [{${target === null ? '' : `_target: ${target}, `}${value}}]`);

const yamlKeys = settings(
  4,
  concat('title: ', text),
  concat('date: ', date),
  concat('publishDate: ', date),
  concat('expiryDate: ', date),
  concat('lastmod: ', date),
  concat('draft: ', truth),
  concat('slug: ', fc.oneof(text, oneOf('"-s-"', '"a/b/"', '"x.y"'))),
  concat('url: ', address.map(quote)),
  concat(
    'aliases: ',
    fc.array(address.map(quote), { maxLength: 2 }).map((all) => `[${all.join(', ')}]`),
  ),
  concat('tags: ', terms),
  concat('categories: ', terms),
  concat('headless: ', truth),
  concat('_build: ', buildOptions),
  concat('outputs: ', oneOf('[html]', '[json]', '[html, json]', '[]')),
  concat('type: ', oneOf('posts', 'news')),
  cascade,
);
const tomlKeys = settings(
  4,
  concat('title = ', oneOf('"A"', '"The Ferry"', "'x'", '1979')),
  concat(
    'date = ',
    oneOf(
      '2024-05-01',
      '2024-05-01T10:00:00Z',
      '2024-05-01 10:00:00',
      '"2024-05-01"',
      '2030-01-01',
      '2026-01-15T06:30:00',
      '2026-01-15T07:30:00-05:00',
    ),
  ),
  concat('publishDate = ', oneOf('2024-05-01', '2030-01-01T00:00:00Z')),
  concat('expiryDate = ', oneOf('2024-05-01', '2030-01-01T00:00:00Z')),
  concat('draft = ', oneOf('true', 'false', '"true"')),
  concat('slug = ', oneOf('"s"', '"S t"', '2024')),
  concat('url = ', address.map(quote)),
  concat('aliases = ', oneOf('["/x/"]', '["../up"]', '[]')),
  concat('tags = ', oneOf('["fog"]', '["Low Tide", "fog"]', '[]', '"fog"')),
);
const jsonKeys = settings(
  3,
  concat('"title": ', oneOf('"A"', '"The Ferry"', '1', 'null')),
  concat('"date": ', oneOf('"2024-05-01"', '"2030-01-01T00:00:00Z"', '"2024-05-01 10:00"')),
  concat('"draft": ', oneOf('true', 'false', '"true"')),
  concat('"slug": ', oneOf('"s"', '2024')),
  concat('"tags": ', oneOf('["fog"]', '"fog"', '["Low Tide"]')),
);
const join = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
const head = fc.oneof(
  { weight: 12, arbitrary: yamlKeys.map((lines) => `---\n${join(lines)}---\n`) },
  { weight: 3, arbitrary: tomlKeys.map((lines) => `+++\n${join(lines)}+++\n`) },
  { weight: 1, arbitrary: jsonKeys.map((lines) => `{${lines.join(', ')}}\n`) },
  {
    weight: 1,
    arbitrary: oneOf('', '---\n---\n', '\n---\ntitle: A\n---\n', '+++\n+++\n', '{}\n', '\ufeff---\ntitle: B\n---\n'),
  },
);
const page: Arbitrary<PageSketch> = fc.record({ path, head, links });

const token = oneOf(
  ...':title,:slug,:year,:month,:day,:filename,:section,:sections,:slugorfilename,:yearday,:weekday,:monthname,:weekdayname,:06,:Jan,:sections[1:],:sections[last],x,:year-:month'.split(
    ',',
  ),
);
const permalink = concat(
  oneOf('/', '/p/', ''),
  fc.array(token, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
  oneOf('/', '', '.html'),
).map(quote);
const onOff = oneOf('true', 'false');
const configuration = settings(
  4,
  concat('permalinks: {posts: ', permalink, ', news: ', permalink, '}'),
  concat('permalinks: {tags: ', permalink, ', "/": ', permalink, '}'),
  oneOf('uglyURLs: true', 'uglyURLs: {posts: true}'),
  concat('buildDrafts: ', onOff),
  concat('buildFuture: ', onOff),
  concat('buildExpired: ', onOff),
  oneOf('timeZone: Asia/Tokyo', 'timeZone: UTC', 'timeZone: Europe/Berlin'),
  oneOf(
    'languages: {en: {weight: 1}, fr: {weight: 2}}',
    'languages: {en: {}, fr: {disabled: true}}',
    'languages: {fr: {}, en: {}}',
  ),
  oneOf('defaultContentLanguage: fr', 'defaultContentLanguage: en'),
  concat('defaultContentLanguageInSubdir: ', onOff),
  oneOf('taxonomies: {tag: tags}', 'taxonomies: {}', 'taxonomies: {series: series, tag: tags}'),
  oneOf(
    'disableKinds: [taxonomy, term]',
    'disableKinds: [section]',
    'disableKinds: [home]',
    'disableKinds: [RSS, sitemap]',
    'disableKinds: [term]',
  ),
  concat('disablePathToLower: ', onOff),
  concat('removePathAccents: ', onOff),
  concat('disableAliases: ', onOff),
  oneOf('ignoreFiles: ["\\\\.htm$"]', 'ignoreFiles: ["fog"]'),
  oneOf(
    'frontmatter: {date: [":filename", ":default"]}',
    'frontmatter: {date: [lastmod, ":default"]}',
    'frontmatter: {publishDate: [date]}',
  ),
  cascade,
);

const copied: Readonly<Record<string, string>> = {
  'static/ferry.svg': '<svg/>\n',
  'content/posts/fog/map.svg': '<svg/>\n',
  'content/news/chart.svg': '<svg/>\n',
  'assets/lamp.svg': '<svg/>\n',
};

/** Hugo's `ref` warns where it finds nothing, as otherwise the first would stop the build. */
const always = 'refLinksErrorLevel: WARNING\nrefLinksNotFoundURL: /not-found-by-hugo/\n';

/** Small sites for Hugo. */
export const sketches: Arbitrary<SiteSketch> = fc.record({
  files: fc
    .tuple(
      mostly(
        oneOf('https://lighthouse.example/', 'https://lighthouse.example/log/'),
        oneOf('https://lighthouse.example', 'https://lighthouse.example/a/b'),
      ),
      configuration,
    )
    .map(([base, lines]) => ({ 'hugo.yaml': `baseURL: ${base}\n${always}${join(lines)}`, ...copied })),
  pages: pagesOf(page),
});
