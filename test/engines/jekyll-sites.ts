/** A post with these lines as front matter. */
function toPost(path: string, ...lines: readonly string[]): string {
  return `-- ${path} --\n---\n${lines.map((line) => `${line}\n`).join('')}---\ntext\n`;
}

/** `_config.yml` with these lines. */
function toConfig(...lines: readonly string[]): string {
  return `-- _config.yml --\n${lines.join('\n')}\n`;
}

const dated = '_posts/2024-05-09-My Custom_Slug!.md';
const everyPart = [
  'year',
  'short_year',
  'month',
  'i_month',
  'short_month',
  'long_month',
  'day',
  'i_day',
  'y_day',
  'w_year',
  'week',
  'w_day',
  'short_day',
  'long_day',
  'hour',
  'minute',
  'second',
  'title',
  'slug',
  'categories',
  'slugified_categories',
  'collection',
  'path',
  'name',
];

/** Small Jekyll sites in txtar form, each about one of the rules that decide which files become pages, and where. */
export const jekyllSites: Readonly<Record<string, string>> = {
  'no configuration':
    toPost('_posts/2024-05-09-a.md', 'title: A') +
    toPost('about.md') +
    toPost('sub/index.md') +
    toPost('sub/page.markdown'),
  ...Object.fromEntries(
    [
      'date',
      'pretty',
      'ordinal',
      'weekdate',
      'none',
      '/:title',
      '/blog/:categories/:title/',
      '/:year/:title:output_ext',
      '/x/:title.html',
      ':title',
    ].map((style) => [
      `permalink style ${style}`,
      toConfig(`permalink: "${style}"`, 'collections:', '  news:', '    output: true') +
        toPost('_posts/2024-05-09-a-b.md', 'categories: [One, two]') +
        toPost('about.md') +
        toPost('sub/index.md') +
        toPost('_news/sub/x.md'),
    ]),
  ),
  'every placeholder':
    toConfig(`permalink: "/${everyPart.map((part) => `:${part}`).join('/')}"`) +
    toPost(dated, 'date: 2021-01-03 08:05:07 -0500', 'categories: ["Foo Bar", bar]') +
    toPost('_posts/2020-12-31-z.md') +
    toPost('_posts/2024-02-29-leap.md'),
  'placeholders before underscores': toConfig('permalink: "/:year_:month_x/:title"') + toPost('_posts/2024-05-09-a.md'),
  'a placeholder that does not exist': toConfig('permalink: "/:nothing/:title"') + toPost('_posts/2024-05-09-a.md'),
  'permalinks in front matter':
    toPost('_posts/2024-05-09-a.md', 'permalink: pretty') +
    toPost('_posts/2024-05-09-b.md', 'permalink: /x/:categories/:title/', 'category: Big News') +
    toPost('_posts/2024-05-09-c.md', 'permalink: /c.html') +
    toPost('_posts/2024-05-09-d.md', 'permalink: feed.xml') +
    toPost('p.md', 'permalink: /:path/q:output_ext') +
    toPost('r.md', 'permalink: /:year/r') +
    toPost('_posts/2024-05-09-e.md', 'permalink: "/../a/./b//c"'),
  'slugs and letters':
    toPost(dated) +
    toPost('_posts/2024-05-09-über-ñandú.md') +
    toPost('_posts/2024-05-09-a.b..md') +
    toPost('_posts/2024-05-09-x.md', 'slug: Other Slug_1!') +
    toPost('_posts/2024-05-09-#c@d&e;f=g~h.md') +
    toPost('_posts/2024-05-09-.md') +
    toPost('_posts/2024-05-09---.md') +
    toPost('_posts/2024-05-09-C++ [11] 100%.md'),
  'slugs in lower case':
    toConfig('permalink: "/:slug/:name"') +
    toPost(dated) +
    toPost('_posts/2024-05-09-ÀÉ Ж.md') +
    toPost('_posts/2024-05-09-x.md', 'slug: "2024"'),
  'a slug that is a number': toPost('_posts/2024-05-09-x.md', 'slug: 2024'),
  'a slug that is true': toPost('_posts/2024-05-09-x.md', 'slug: true'),
  'a slug that is a day': toPost('_posts/2024-05-09-x.md', 'slug: 2024-05-01'),
  'slugs that are no texts and no part of an address':
    toPost('_posts/2024-05-09-a.md', 'slug: 2024', 'permalink: /a/') +
    toPost('_posts/2024-05-09-b.md', 'slug: 2024', 'published: false') +
    toPost('_posts/2030-05-09-c.md', 'slug: [a]') +
    toPost('_posts/2024-05-09-d.md', 'slug: 2024-02-30') +
    toPost('_posts/2024-05-09-e.md', 'slug: "2024-05-01"') +
    toPost('page.md', 'slug: 7'),
  'a permalink that is a number': toConfig('title: x') + toPost('page.md', 'permalink: 31'),
  'a permalink that is a day': toPost('_posts/2024-05-09-x.md', 'permalink: 2024-05-01'),
  'a permalink that is a list': toPost('_posts/2024-05-09-x.md', 'permalink: [a]'),
  'permalinks that are no texts and never needed':
    toPost('_drafts/a.md', 'permalink: 31') +
    toPost('_posts/2030-05-09-b.md', 'permalink: true') +
    toPost('page.md', 'permalink: [a]', 'published: false'),
  'an empty permalink of an unpublished page':
    toConfig('title: x') + toPost('page.md', 'permalink: ""', 'published: false'),
  'file names':
    toPost('_posts/24-1-6-two-digits.md') +
    toPost('_posts/2024-1-6-short.md') +
    toPost('_posts/no-date.md') +
    toPost('_posts/2024-05-no-day.md') +
    toPost('_posts/sub/2024-05-09-in-sub.md') +
    toPost('_posts/2024-05-09-x.txt') +
    toPost('_posts/2024-05-09-x.MD') +
    toPost('_posts/_hidden/2024-05-09-y.md') +
    toPost('_posts/_2024-05-09-z.md') +
    toPost('_posts/a/_b/2024-05-09-w.md') +
    toPost('_posts/.dot/2024-05-09-v.md') +
    toPost('_posts/2024-05-09-backup.md~'),
  'a file name with a day that no month has': toPost('_posts/2024-04-31-a.md') + toPost('_posts/2023-02-29-b.md'),
  'a file name with a month that no year has': toPost('_posts/2024-13-01-a.md'),
  dates:
    [
      '2024-05-01',
      '2024-5-1',
      '2024-05-01 23:30:00',
      '2024-05-01T10:00:00',
      '2024-05-01 10:00',
      '2024-05-01 23:30:00 -0800',
      '2024-05-01 10:00:00 +02:00',
      '2024-05-01 10:00:00 +2',
      '2024-05-01 10:00:00 UTC',
      '"2024-05-01 23:30:00"',
      "'2024-05-01 10:00 PST'",
      '20240501',
      'May 1, 2024',
      '1 May 2024 5pm EST',
      '2024/05/01',
      '05/06/2024',
      '01.02.2024',
      'Wed, 01 May 2024 10:00:00 GMT',
      '2024-02-30',
      '2024-05-01 24:00',
      '2024-05-01 10am',
      '2024-05-01T10:00:00.123+05:30',
      '2024-05-01 10:00:00 CEST',
      '2024-05-01 foo',
      '2024-02-30 10:00:00',
      '2023-03-12 02:30',
      '2023-11-05 01:30',
    ]
      .map((date, index) => toPost(`_posts/2020-01-01-n${index}.md`, `date: ${date}`))
      .join('') + toConfig('permalink: "/:year/:month/:day/:hour/:minute/:second/:title"'),
  'dates in the site’s zone':
    toConfig('timezone: Asia/Tokyo', 'permalink: "/:year/:month/:day/:hour/:title"') +
    toPost('_posts/2024-05-09-a.md') +
    toPost('_posts/2024-05-09-b.md', 'date: 2024-05-09 20:00:00') +
    toPost('_posts/2024-05-09-c.md', 'date: 2024-05-09 20:00:00 -0500'),
  'a date that is no date': toPost('_posts/2024-05-09-a.md', 'date: tomorrow'),
  'an empty date': toPost('_posts/2024-05-09-a.md', 'date:'),
  'an empty date of a draft that is not read': toPost('_drafts/a.md', 'date:') + toPost('_posts/2024-05-09-b.md'),
  'a date that is a year': toPost('_posts/2024-05-09-a.md', 'date: 2024'),
  'a date with a 25th hour': toPost('_posts/2024-05-09-a.md', 'date: 2024-05-01 25:00:00'),
  'posts to come':
    toPost('_posts/2030-05-09-a.md') +
    toPost('_posts/2024-05-09-b.md', 'date: 2031-01-01') +
    toPost('_posts/2026-01-15-today.md') +
    toPost('_posts/2026-01-16-tomorrow.md'),
  'posts to come, allowed': toConfig('future: true') + toPost('_posts/2030-05-09-a.md'),
  published:
    toPost('_posts/2024-05-09-a.md', 'published: false') +
    toPost('_posts/2024-05-09-b.md', 'published: "false"') +
    toPost('_posts/2024-05-09-c.md', 'published:') +
    toPost('p.md', 'published: false') +
    toPost('_posts/2024-05-09-d.md', 'draft: true') +
    toPost('_posts/2024-05-09-e.md', 'published: no'),
  'unpublished, allowed':
    toConfig('unpublished: true') +
    toPost('_posts/2024-05-09-a.md', 'published: false') +
    toPost('p.md', 'published: false'),
  drafts: toPost('_drafts/a.md') + toPost('_posts/2024-05-09-b.md') + toPost('blog/_drafts/c.md'),
  'drafts shown':
    toConfig('show_drafts: true') +
    toPost('_drafts/2024-05-09-a.md') +
    toPost('_drafts/b.md', 'date: 2024-06-01') +
    toPost('blog/_drafts/2024-01-01-c.md'),
  'categories and tags':
    toPost('News/2024/_posts/sub/2024-05-09-a.md', 'categories: Foo Bar, baz') +
    toPost('_posts/2024-05-09-b.md', 'category: Foo Bar', 'categories: [x, X, "y/z"]') +
    toPost('_posts/2024-05-09-c.md', 'category: [p, q]') +
    toPost('_posts/2024-05-09-d.md', 'categories: [1, null, ü]') +
    toPost('_posts/2024-05-09-e.md', 'category:', 'categories: z'),
  'categories of defaults':
    toConfig(
      'defaults:',
      '  - scope: {path: ""}',
      '    values: {categories: base}',
      '  - scope: {path: "in/_posts"}',
      '    values: {category: inner}',
    ) +
    toPost('in/_posts/2024-05-09-a.md', 'categories: [own]') +
    toPost('_posts/2024-05-09-b.md'),
  'categories of defaults that are a number':
    toConfig('defaults:', '  - scope: {path: "in"}', '    values: {categories: 1.5}') +
    toPost('in/_posts/2024-05-09-a.md') +
    toPost('_posts/2024-05-09-b.md'),
  'a category that is a map': toPost('_posts/2024-05-09-a.md', 'category: {a: b, c: [d, 1]}'),
  'defaults by path and type':
    toConfig(
      'collections: {news: {output: true}}',
      'defaults:',
      '  - scope: {path: "", type: posts}',
      '    values: {permalink: "/posts/:title"}',
      '  - scope: {path: "_posts/special"}',
      '    values: {permalink: "/special/:title"}',
      '  - scope: {path: "_posts/spec", type: posts}',
      '    values: {permalink: "/spec/:title"}',
      '  - scope: {path: "", type: pages}',
      '    values: {permalink: "/pages/:basename"}',
      '  - scope: {path: "_news/*/deep"}',
      '    values: {permalink: "/deep/:path"}',
      '  - scope: {type: news}',
      '    values: {published: true}',
    ) +
    toPost('_posts/2024-05-09-a.md') +
    toPost('_posts/special/2024-05-09-b.md') +
    toPost('_posts/specific/2024-05-09-c.md') +
    toPost('page.md') +
    toPost('_news/x/deep/n.md') +
    toPost('_news/x/n.md'),
  'defaults with patterns below a collections folder':
    toConfig('collections_dir: stuff', 'defaults:', '  - scope: {path: "*/_posts"}', '    values: {categories: [d]}') +
    toPost('stuff/_posts/2024-05-09-a.md') +
    toPost('stuff/in/_posts/2024-05-09-b.md'),
  'an empty key takes a default from posts, not from pages':
    toConfig('defaults:', '  - scope: {path: ""}', '    values: {permalink: "/d/:title/:basename"}') +
    toPost('page.md', 'permalink:') +
    toPost('other.md'),
  'categories that are a number':
    toConfig('permalink: "/:categories/:title"') +
    toPost('_posts/2024-05-09-a.md', 'title: A', 'categories: 5', 'category: x'),
  'an empty permalink of a page': toConfig('title: x') + toPost('page.md', 'permalink: ""'),
  'a final sigma': toConfig('permalink: "/:categories/:slug"') + toPost('_posts/2024-05-09-ΟΔΟΣ.md', 'category: ΟΔΟΣ'),
  'defaults that hold back':
    toConfig(
      'defaults:',
      '  - scope: {path: "old"}',
      '    values: {published: false}',
      '  - scope: {path: "_posts/old"}',
      '    values: {published: false}',
    ) +
    toPost('_posts/old/2024-05-09-a.md') +
    toPost('_posts/2024-05-09-b.md') +
    toPost('old/page.md'),
  'defaults with a date':
    toConfig('defaults:', '  - scope: {path: "_posts"}', '    values: {date: "2020-01-01"}') +
    toPost('_posts/2024-05-09-a.md') +
    toPost('_posts/2024-05-09-b.md', 'date: 2021-01-01'),
  collections:
    toConfig(
      'collections:',
      '  news:',
      '    output: true',
      '    permalink: /:collection/:year/:title/',
      '  docs:',
      '    output: true',
      '  people:',
      '    output: false',
      '  notes:',
      '  Mixed Case:',
      '    output: true',
    ) +
    toPost('_news/2024-05-09-a.md') +
    toPost('_news/b.md', 'date: 2023-01-01') +
    toPost('_news/c.md', 'date: 2030-01-01') +
    toPost('_docs/x/y.md') +
    toPost('_docs/2024-05-09-z.md') +
    toPost('_docs/_hidden.md') +
    toPost('_docs/x/_inner/w.md') +
    toPost('_docs/off.md', 'published: false') +
    toPost('_people/p.md') +
    toPost('_notes/n.md') +
    toPost('_MixedCase/m.md') +
    '-- _docs/plain.md --\nno front matter\n',
  'collections as a list': toConfig('collections: [news, docs]') + toPost('_news/a.md'),
  'collections in a folder':
    toConfig('collections_dir: stuff', 'collections: {news: {output: true, permalink: "/:collection/:path/"}}') +
    toPost('stuff/_news/a.md') +
    toPost('stuff/_posts/2024-05-09-b.md') +
    toPost('stuff/sub/_posts/2024-05-09-c.md') +
    toPost('_posts/2024-05-09-d.md') +
    toPost('_news/e.md') +
    toPost('stuff/page.md'),
  'posts with a permalink of their own':
    toConfig('permalink: pretty', 'collections: {posts: {permalink: "/p/:title"}}') +
    toPost('_posts/2024-05-09-a.md') +
    toPost('page.md'),
  'source in a folder':
    toConfig('source: src', 'baseurl: /base/') +
    toPost('src/_posts/2024-05-09-a.md') +
    toPost('src/page.md') +
    toPost('_posts/2024-05-09-b.md') +
    toPost('other.md'),
  'include and exclude':
    toConfig(
      'include: [_pages, .well-known, "_*.md"]',
      'exclude: [drafts, "*.tmp.md", secret/, "notes/*.md", vendor]',
    ) +
    toPost('_pages/a.md') +
    toPost('_pages/_b.md') +
    toPost('_pages/_c/d.md') +
    toPost('.well-known/e.md') +
    toPost('drafts-too.md') +
    toPost('x.tmp.md') +
    toPost('deep/y.tmp.md') +
    toPost('secret/z.md') +
    toPost('notes/n.md') +
    toPost('notes/deep/m.md') +
    toPost('vendor/v.md') +
    toPost('_other/o.md') +
    toPost('#hash.md') +
    toPost('~tilde.md') +
    toPost('node_modules/m.md') +
    toPost('ok.md') +
    toPost('_posts/2024-05-09-x.tmp.md'),
  'files without front matter':
    '-- page.md --\ntext\n-- _posts/2024-05-09-a.md --\ntext\n-- empty.md --\n-- blank.md --\n\n---\ntitle: x\n---\n-- spaces.md --\n--- \ntitle: x\n---\ntext\n-- dots.md --\n---\ntitle: x\n...\ntext\n',
  'front matter that cannot be read':
    toConfig('permalink: "/:title"') +
    toPost('page.md', 'title: a: b: c') +
    toPost('_posts/2024-05-09-a.md', 'title: a: b: c'),
  'front matter that must be read':
    toConfig('strict_front_matter: true') + toPost('_posts/2024-05-09-a.md', 'title: a: b: c'),
  'other Markdown extensions':
    toConfig('markdown_ext: "md,text"') +
    toPost('a.md') +
    toPost('b.text') +
    toPost('c.markdown') +
    toPost('_posts/2024-05-09-d.text') +
    toPost('_posts/2024-05-09-e.markdown'),
  'pages in HTML':
    toConfig('permalink: pretty', 'collections: {news: {output: true}}') +
    toPost('index.html') +
    toPost('map.html') +
    toPost('old.htm') +
    toPost('blog/list.xhtml') +
    toPost('404.html', 'permalink: /404.html') +
    toPost('_posts/2024-05-09-a.html') +
    toPost('_news/b.html') +
    '-- copied.html --\n<p>no front matter</p>\n',
  'pages in HTML with dates in their addresses':
    toPost('index.html') + toPost('map.html') + toPost('sub/index.html') + toPost('_posts/2024-05-09-a.htm'),
  pages:
    toConfig('permalink: pretty', 'baseurl: /b') +
    toPost('index.md') +
    toPost('a.b.md') +
    toPost('dir with space/ü.md') +
    toPost('sub/index.markdown') +
    toPost('name..md') +
    toPost('about.html.md'),
};
