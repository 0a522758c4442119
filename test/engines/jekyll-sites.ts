/** A post with these lines as front matter. */
function post(path: string, ...lines: readonly string[]): string {
  return `-- ${path} --\n---\n${lines.map((line) => `${line}\n`).join('')}---\ntext\n`;
}

/** `_config.yml` with these lines. */
function config(...lines: readonly string[]): string {
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
    post('_posts/2024-05-09-a.md', 'title: A') + post('about.md') + post('sub/index.md') + post('sub/page.markdown'),
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
      config(`permalink: "${style}"`, 'collections:', '  news:', '    output: true') +
        post('_posts/2024-05-09-a-b.md', 'categories: [One, two]') +
        post('about.md') +
        post('sub/index.md') +
        post('_news/sub/x.md'),
    ]),
  ),
  'every placeholder':
    config(`permalink: "/${everyPart.map((part) => `:${part}`).join('/')}"`) +
    post(dated, 'date: 2021-01-03 08:05:07 -0500', 'categories: ["Foo Bar", bar]') +
    post('_posts/2020-12-31-z.md') +
    post('_posts/2024-02-29-leap.md'),
  'placeholders before underscores': config('permalink: "/:year_:month_x/:title"') + post('_posts/2024-05-09-a.md'),
  'a placeholder that does not exist': config('permalink: "/:nothing/:title"') + post('_posts/2024-05-09-a.md'),
  'permalinks in front matter':
    post('_posts/2024-05-09-a.md', 'permalink: pretty') +
    post('_posts/2024-05-09-b.md', 'permalink: /x/:categories/:title/', 'category: Big News') +
    post('_posts/2024-05-09-c.md', 'permalink: /c.html') +
    post('_posts/2024-05-09-d.md', 'permalink: feed.xml') +
    post('p.md', 'permalink: /:path/q:output_ext') +
    post('r.md', 'permalink: /:year/r') +
    post('_posts/2024-05-09-e.md', 'permalink: "/../a/./b//c"'),
  'slugs and letters':
    post(dated) +
    post('_posts/2024-05-09-über-ñandú.md') +
    post('_posts/2024-05-09-a.b..md') +
    post('_posts/2024-05-09-x.md', 'slug: Other Slug_1!') +
    post('_posts/2024-05-09-#c@d&e;f=g~h.md') +
    post('_posts/2024-05-09-.md') +
    post('_posts/2024-05-09---.md') +
    post('_posts/2024-05-09-C++ [11] 100%.md'),
  'slugs in lower case':
    config('permalink: "/:slug/:name"') +
    post(dated) +
    post('_posts/2024-05-09-ÀÉ Ж.md') +
    post('_posts/2024-05-09-x.md', 'slug: "2024"'),
  'a slug that is a number': post('_posts/2024-05-09-x.md', 'slug: 2024'),
  'file names':
    post('_posts/24-1-6-two-digits.md') +
    post('_posts/2024-1-6-short.md') +
    post('_posts/no-date.md') +
    post('_posts/2024-05-no-day.md') +
    post('_posts/sub/2024-05-09-in-sub.md') +
    post('_posts/2024-05-09-x.txt') +
    post('_posts/2024-05-09-x.MD') +
    post('_posts/_hidden/2024-05-09-y.md') +
    post('_posts/_2024-05-09-z.md') +
    post('_posts/a/_b/2024-05-09-w.md') +
    post('_posts/.dot/2024-05-09-v.md') +
    post('_posts/2024-05-09-backup.md~'),
  'a file name with a day that no month has': post('_posts/2024-04-31-a.md') + post('_posts/2023-02-29-b.md'),
  'a file name with a month that no year has': post('_posts/2024-13-01-a.md'),
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
      .map((date, index) => post(`_posts/2020-01-01-n${index}.md`, `date: ${date}`))
      .join('') + config('permalink: "/:year/:month/:day/:hour/:minute/:second/:title"'),
  'dates in the site’s zone':
    config('timezone: Asia/Tokyo', 'permalink: "/:year/:month/:day/:hour/:title"') +
    post('_posts/2024-05-09-a.md') +
    post('_posts/2024-05-09-b.md', 'date: 2024-05-09 20:00:00') +
    post('_posts/2024-05-09-c.md', 'date: 2024-05-09 20:00:00 -0500'),
  'a date that is no date': post('_posts/2024-05-09-a.md', 'date: tomorrow'),
  'an empty date': post('_posts/2024-05-09-a.md', 'date:'),
  'a date with a 25th hour': post('_posts/2024-05-09-a.md', 'date: 2024-05-01 25:00:00'),
  'posts to come':
    post('_posts/2030-05-09-a.md') +
    post('_posts/2024-05-09-b.md', 'date: 2031-01-01') +
    post('_posts/2026-01-15-today.md') +
    post('_posts/2026-01-16-tomorrow.md'),
  'posts to come, allowed': config('future: true') + post('_posts/2030-05-09-a.md'),
  published:
    post('_posts/2024-05-09-a.md', 'published: false') +
    post('_posts/2024-05-09-b.md', 'published: "false"') +
    post('_posts/2024-05-09-c.md', 'published:') +
    post('p.md', 'published: false') +
    post('_posts/2024-05-09-d.md', 'draft: true') +
    post('_posts/2024-05-09-e.md', 'published: no'),
  'unpublished, allowed':
    config('unpublished: true') + post('_posts/2024-05-09-a.md', 'published: false') + post('p.md', 'published: false'),
  drafts: post('_drafts/a.md') + post('_posts/2024-05-09-b.md') + post('blog/_drafts/c.md'),
  'drafts shown':
    config('show_drafts: true') +
    post('_drafts/2024-05-09-a.md') +
    post('_drafts/b.md', 'date: 2024-06-01') +
    post('blog/_drafts/2024-01-01-c.md'),
  'categories and tags':
    post('News/2024/_posts/sub/2024-05-09-a.md', 'categories: Foo Bar, baz') +
    post('_posts/2024-05-09-b.md', 'category: Foo Bar', 'categories: [x, X, "y/z"]') +
    post('_posts/2024-05-09-c.md', 'category: [p, q]') +
    post('_posts/2024-05-09-d.md', 'categories: [1, null, ü]') +
    post('_posts/2024-05-09-e.md', 'category:', 'categories: z'),
  'categories of defaults':
    config(
      'defaults:',
      '  - scope: {path: ""}',
      '    values: {categories: base}',
      '  - scope: {path: "in/_posts"}',
      '    values: {category: inner}',
    ) +
    post('in/_posts/2024-05-09-a.md', 'categories: [own]') +
    post('_posts/2024-05-09-b.md'),
  'defaults by path and type':
    config(
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
    post('_posts/2024-05-09-a.md') +
    post('_posts/special/2024-05-09-b.md') +
    post('_posts/specific/2024-05-09-c.md') +
    post('page.md') +
    post('_news/x/deep/n.md') +
    post('_news/x/n.md'),
  'defaults with patterns below a collections folder':
    config('collections_dir: stuff', 'defaults:', '  - scope: {path: "*/_posts"}', '    values: {categories: [d]}') +
    post('stuff/_posts/2024-05-09-a.md') +
    post('stuff/in/_posts/2024-05-09-b.md'),
  'an empty key takes a default from posts, not from pages':
    config('defaults:', '  - scope: {path: ""}', '    values: {permalink: "/d/:title/:basename"}') +
    post('page.md', 'permalink:') +
    post('other.md'),
  'categories that are a number':
    config('permalink: "/:categories/:title"') +
    post('_posts/2024-05-09-a.md', 'title: A', 'categories: 5', 'category: x'),
  'an empty permalink of a page': config('title: x') + post('page.md', 'permalink: ""'),
  'a final sigma': config('permalink: "/:categories/:slug"') + post('_posts/2024-05-09-ΟΔΟΣ.md', 'category: ΟΔΟΣ'),
  'defaults that hold back':
    config(
      'defaults:',
      '  - scope: {path: "old"}',
      '    values: {published: false}',
      '  - scope: {path: "_posts/old"}',
      '    values: {published: false}',
    ) +
    post('_posts/old/2024-05-09-a.md') +
    post('_posts/2024-05-09-b.md') +
    post('old/page.md'),
  'defaults with a date':
    config('defaults:', '  - scope: {path: "_posts"}', '    values: {date: "2020-01-01"}') +
    post('_posts/2024-05-09-a.md') +
    post('_posts/2024-05-09-b.md', 'date: 2021-01-01'),
  collections:
    config(
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
    post('_news/2024-05-09-a.md') +
    post('_news/b.md', 'date: 2023-01-01') +
    post('_news/c.md', 'date: 2030-01-01') +
    post('_docs/x/y.md') +
    post('_docs/2024-05-09-z.md') +
    post('_docs/_hidden.md') +
    post('_docs/x/_inner/w.md') +
    post('_docs/off.md', 'published: false') +
    post('_people/p.md') +
    post('_notes/n.md') +
    post('_MixedCase/m.md') +
    '-- _docs/plain.md --\nno front matter\n',
  'collections as a list': config('collections: [news, docs]') + post('_news/a.md'),
  'collections in a folder':
    config('collections_dir: stuff', 'collections: {news: {output: true, permalink: "/:collection/:path/"}}') +
    post('stuff/_news/a.md') +
    post('stuff/_posts/2024-05-09-b.md') +
    post('stuff/sub/_posts/2024-05-09-c.md') +
    post('_posts/2024-05-09-d.md') +
    post('_news/e.md') +
    post('stuff/page.md'),
  'posts with a permalink of their own':
    config('permalink: pretty', 'collections: {posts: {permalink: "/p/:title"}}') +
    post('_posts/2024-05-09-a.md') +
    post('page.md'),
  'source in a folder':
    config('source: src', 'baseurl: /base/') +
    post('src/_posts/2024-05-09-a.md') +
    post('src/page.md') +
    post('_posts/2024-05-09-b.md') +
    post('other.md'),
  'include and exclude':
    config('include: [_pages, .well-known, "_*.md"]', 'exclude: [drafts, "*.tmp.md", secret/, "notes/*.md", vendor]') +
    post('_pages/a.md') +
    post('_pages/_b.md') +
    post('_pages/_c/d.md') +
    post('.well-known/e.md') +
    post('drafts-too.md') +
    post('x.tmp.md') +
    post('deep/y.tmp.md') +
    post('secret/z.md') +
    post('notes/n.md') +
    post('notes/deep/m.md') +
    post('vendor/v.md') +
    post('_other/o.md') +
    post('#hash.md') +
    post('~tilde.md') +
    post('node_modules/m.md') +
    post('ok.md') +
    post('_posts/2024-05-09-x.tmp.md'),
  'files without front matter':
    '-- page.md --\ntext\n-- _posts/2024-05-09-a.md --\ntext\n-- empty.md --\n-- blank.md --\n\n---\ntitle: x\n---\n-- spaces.md --\n--- \ntitle: x\n---\ntext\n-- dots.md --\n---\ntitle: x\n...\ntext\n',
  'front matter that cannot be read':
    config('permalink: "/:title"') +
    post('page.md', 'title: a: b: c') +
    post('_posts/2024-05-09-a.md', 'title: a: b: c'),
  'front matter that must be read':
    config('strict_front_matter: true') + post('_posts/2024-05-09-a.md', 'title: a: b: c'),
  'other Markdown extensions':
    config('markdown_ext: "md,text"') +
    post('a.md') +
    post('b.text') +
    post('c.markdown') +
    post('_posts/2024-05-09-d.text'),
  'pages in HTML':
    config('permalink: pretty', 'collections: {news: {output: true}}') +
    post('index.html') +
    post('map.html') +
    post('old.htm') +
    post('blog/list.xhtml') +
    post('404.html', 'permalink: /404.html') +
    post('_posts/2024-05-09-a.html') +
    post('_news/b.html') +
    '-- copied.html --\n<p>no front matter</p>\n',
  'pages in HTML with dates in their addresses':
    post('index.html') + post('map.html') + post('sub/index.html') + post('_posts/2024-05-09-a.htm'),
  pages:
    config('permalink: pretty', 'baseurl: /b') +
    post('index.md') +
    post('a.b.md') +
    post('dir with space/ü.md') +
    post('sub/index.markdown') +
    post('name..md') +
    post('about.html.md'),
};
