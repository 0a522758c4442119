import type { Arbitrary } from 'fast-check';
import fc from '../../support/property.ts';
import { build, timeZone } from '../../engines/jekyllBuild.ts';
import type { Explanation, LinkPlace, SiteEngine } from './engine.ts';
import type { LinkSketch, PageSketch, SiteSketch } from './sketch.ts';
import { concat, links, mostly, oddNames, oneOf, pagesOf, settings } from './sketch.ts';

const word = mostly(oneOf('a', 'b-c', 'fog', 'ferry', 'index', 'x_y', 'Mixed-Case'), oneOf(...oddNames, 'B c', '-'));
const extension = mostly(oneOf('.md'), oneOf('.markdown', '.html', '.mkd', '.MD', '.txt', '.htm', '.md~'));
const day = mostly(
  oneOf('2024-05-09', '2024-12-31', '2021-01-01', '2025-11-02'),
  oneOf('2030-01-01', '2026-01-15', '2026-01-16', '2024-5-9', '24-5-9', '2024-05', '2024-05-09T10'),
);
const folder = mostly(oneOf('', '', 'news/', 'docs/'), oneOf('News/', 'a b/', 'docs/deep/', '_hidden/', '.dot/', 'ü/'));
const path = fc.oneof(
  { weight: 4, arbitrary: concat(folder, '_posts/', mostly(oneOf(''), folder), day, '-', word, extension) },
  { weight: 2, arbitrary: concat(folder, word, extension) },
  {
    weight: 2,
    arbitrary: concat(
      oneOf('_boats/', '_crew/', 'stuff/_boats/', 'stuff/_posts/2024-05-09-'),
      mostly(oneOf(''), folder),
      word,
      extension,
    ),
  },
  {
    weight: 1,
    arbitrary: concat(mostly(oneOf(''), folder), '_drafts/', mostly(oneOf(''), concat(day, '-')), word, extension),
  },
);

const permalink = mostly(
  concat(
    oneOf('/', '/p/', ''),
    fc
      .array(
        oneOf(
          ...':title,:slug,:year,:month,:day,:categories,:name,:path,:collection,:basename,:i_day,:i_month,:short_year,:y_day,:hour,:minute,:short_month,:long_month,:w_year,:week,:w_day,:short_day,:long_day,:slugified_categories,x,:year-:month'.split(
            ',',
          ),
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map((parts) => parts.join('/')),
    oneOf('/', '.html', '', ':output_ext', '/index.html', '.'),
  ),
  oneOf(
    'date',
    'pretty',
    'ordinal',
    'weekdate',
    'none',
    '/fixed/',
    '/:nothing/:title/',
    '/a b/:title',
    '//x//:title',
    '/../:title',
    '/:year_:month/:title',
    '/x#y',
    '/:title:title',
  ),
);
const style = fc.oneof(oneOf('date', 'pretty', 'ordinal', 'weekdate', 'none'), permalink);

const date = mostly(
  oneOf(
    '2024-05-01',
    '2024-05-01 23:30:00',
    '2024-05-01 10:00:00 +0200',
    '2023-12-31 22:00:00 -0800',
    '2030-01-01',
    '2026-01-15 07:30:00',
    '2026-01-15 06:30:00',
  ),
  oneOf(
    '2024-05-01T10:00:00Z',
    '2024-05-01 10:00',
    '"2024-05-01"',
    '2024-5-1',
    'May 1, 2024',
    '2024/05/01',
    '',
    'true',
    '2024-05-01 10:00:00 PST',
    '20240501',
    '2024-02-30',
    '2024',
  ),
);
const term = mostly(
  oneOf('fog', 'Low Tide', 'low tide', 'Fog', 'ü', 'a/b', '"2024"'),
  oneOf('2024', 'true', '', 'C++', 'x y z', '[]', '{a: b}', '1.5', '2024-05-01', '"a, b"', '~', '"#1"', "it's"),
);
const terms = fc.oneof(
  term,
  fc.array(term, { maxLength: 3 }).map((all) => `[${all.map((each) => (each === '' ? '""' : each)).join(', ')}]`),
);
const truth = mostly(oneOf('true', 'false'), oneOf('"false"', '', 'no', '0', 'yes', 'False', '[]'));
const text = mostly(
  oneOf('A', 'The Ferry', '"Quoted: yes"', 'ΟΔΟΣ', 'über', 'x_y z'),
  oneOf('2024', '1.50', 'true', '""', '[a]', '2024-05-01', "it's", '0x1F', '"a/b"', '{a: b}', '~', '"  "', '12e3'),
);

const keys = settings(
  4,
  concat('title: ', text),
  concat('date: ', date),
  concat('categories: ', terms),
  concat('category: ', terms),
  concat('tags: ', terms),
  concat(
    'permalink: ',
    fc.oneof(
      permalink.map((each) => JSON.stringify(each)),
      text,
    ),
  ),
  concat('slug: ', text),
  concat('published: ', truth),
  concat('draft: ', truth),
  concat('layout: ', oneOf('none', 'null')),
);
const head = fc.oneof(
  { weight: 30, arbitrary: keys.map((lines) => `---\n${lines.map((line) => `${line}\n`).join('')}---\n`) },
  {
    weight: 1,
    arbitrary: oneOf(
      '',
      '---\n---\n',
      '---\ntitle: A\n...\n',
      '---\ntitle: a: b\n---\n',
      '\n---\n---\n',
      '---  \na: b\n---\n',
      '\ufeff---\ntitle: B\n---\n',
    ),
  },
);

const page: Arbitrary<PageSketch> = fc.record({ path, head, links });

const scope = fc
  .tuple(
    oneOf('', '_posts', 'news', '_posts/news', 'docs', '_boats', '*/_posts', 'news/**', '_drafts', 'about.md', '*'),
    fc.option(oneOf('posts', 'pages', 'boats', 'drafts')),
    fc.oneof(
      concat(
        'permalink: ',
        permalink.map((each) => JSON.stringify(each)),
      ),
      concat('published: ', truth),
      concat('categories: ', terms),
      concat('category: ', terms),
      concat('date: ', date),
      concat('slug: ', text),
      oneOf('layout: none', 'draft: true'),
    ),
  )
  .map(
    ([scopePath, type, value]) =>
      `  - scope: {path: "${scopePath}"${type === null ? '' : `, type: ${type}`}}\n    values:\n      ${value}`,
  );
const collection = fc
  .tuple(oneOf('true', 'false'), fc.option(permalink))
  .map(
    ([output, template]) => `{output: ${output}${template === null ? '' : `, permalink: ${JSON.stringify(template)}`}}`,
  );
const configuration = settings(
  4,
  concat(
    'permalink: ',
    style.map((each) => JSON.stringify(each)),
  ),
  concat('timezone: ', oneOf('Asia/Tokyo', 'UTC', 'Europe/Berlin', 'America/New_York')),
  concat('baseurl: ', oneOf('/log', '""', '/a/b', 'log', '/log/')),
  concat('future: ', truth),
  concat('unpublished: ', truth),
  concat('show_drafts: ', truth),
  concat('collections_dir: ', oneOf('stuff')),
  concat('collections:\n  boats: ', collection, '\n  crew: ', collection),
  concat('exclude: ', oneOf('[docs]', '["*.html"]', '[news/]', '[_boats]', '["**/a.md"]', '[a.md, fog.md]')),
  concat('include: ', oneOf('[_hidden]', '[.dot]')),
  concat('markdown_ext: ', oneOf('"md,txt"', 'md', '"markdown,md,MD"')),
  fc.array(scope, { minLength: 1, maxLength: 3 }).map((all) => `defaults:\n${all.join('\n')}`),
);

const copied: Readonly<Record<string, string>> = {
  Gemfile: 'gem "jekyll"\n',
  'assets/ferry.svg': '<svg/>\n',
  'assets/style.scss': '---\n---\na { b: c }\n',
  'docs/plain.md': 'No front matter.\n',
};

const sketches: Arbitrary<SiteSketch> = fc.record({
  files: configuration.map((lines) => ({
    '_config.yml': `url: https://lighthouse.example\n${lines.map((line) => `${line}\n`).join('')}`,
    ...copied,
  })),
  pages: pagesOf(page),
});

function getBase({ files }: SiteSketch): string {
  const written = /^baseurl: "?([^"\n]*)/m.exec(files['_config.yml']!)?.[1] ?? '';
  return written.replace(/^\/?(?=.)/, '/').replace(/\/$/, '');
}

/**
 * Tags name files that are there, since others stop the build; posts in folders both above and below `_posts` are found by their dates
 * and slugs only, which Jekyll advises against.
 */
function writeTag({ form }: LinkSketch, { to, toFile }: LinkPlace): string | undefined {
  if (/[%#'" ]/.test(toFile) || to?.state !== 'published') return undefined;
  if (form === 'tag') return `{% link ${toFile} %}`;
  const [, above, below, name] = /^(.*?)_posts\/(.*\/)?([^/]*)\.[^.]*$/.exec(toFile) ?? [];
  if (name === undefined) return `{{ site.baseurl }}/${toFile}`;
  return above !== '' && below !== undefined ? undefined : `{% post_url ${above}${below ?? ''}${name} %}`;
}

const explained: readonly Explanation[] = [
  {
    reason: 'Pages that begin with a byte order mark are copied; a site holds front matter without what is before it.',
    explains: ({ kind, file, galley }, files) =>
      kind === 'page' && galley.startsWith('published') && files.get(file)!.startsWith('\ufeff'),
  },
  {
    reason: 'Only its front matter says whether a style sheet is converted; it is not read, so both addresses count.',
    explains: ({ kind, link }) => kind === 'miss' && /style\.scss/i.test(link ?? ''),
  },
  {
    reason:
      'A date in `defaults` stops the build unless it is a moment or a text; values of configurations are read without their types.',
    explains: ({ kind, engine }) =>
      kind === 'stop' && /^no implicit conversion of (?:Date|Integer) into String/.test(engine),
  },
  {
    reason: 'HTML without front matter is no post for Galley, wherever it is.',
    explains: ({ kind, file, galley }, files) =>
      kind === 'page' && galley === 'not listed' && !files.get(file)!.startsWith('---'),
  },
  {
    reason: 'Documents without a date have that of the build in their addresses, which nobody knows before.',
    explains: ({ kind, galley }) => kind === 'url' && galley === 'null',
  },
];

/** Jekyll as Debian has it, all sites in one process. */
export const jekyll: SiteEngine = { sketches, getBase, writeTag, timeZone, build, explained };
