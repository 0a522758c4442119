/** A page with these lines as front matter. */
function page(path: string, ...lines: readonly string[]): string {
  return `-- ${path} --\n---\n${lines.map((line) => `${line}\n`).join('')}---\ntext\n`;
}

/** `hugo.yaml` with these lines. */
function config(...lines: readonly string[]): string {
  return `-- hugo.yaml --\n${['baseURL: https://lighthouse.example/', ...lines].join('\n')}\n`;
}

/** A language suffix, an own folder and a language that is off. */
const bilingual = ['languages:', '  en: {weight: 1}', '  fr: {weight: 2}'];
const everyToken = [
  'year',
  'month',
  'monthname',
  'day',
  'weekday',
  'weekdayname',
  'yearday',
  '06',
  'January',
  'Jan',
  '1',
  '2',
  'Monday',
  'section',
  'sections',
  'title',
  'slug',
  'filename',
  'slugorfilename',
];

/** Dates as authors write them; Hugo reads some and passes over the others. */
const writtenDates = [
  '2024-05-01',
  '2024-5-1',
  '2024-05-01 23:30:00',
  '2024-05-01T10:00:00',
  '2024-05-01T9:00:00Z',
  '2024-05-01 10:00',
  '2024-05-01T10:00',
  '2024-05-01T23:30:00-08:00',
  '2024-05-01 23:30:00 -0800',
  '2024-05-01 10:00:00 +02:00',
  '2024-05-01 10:00:00 +2',
  '2024-05-01T10:00:00+0200',
  '2024-05-01 10:00:00Z',
  '2024-05-01 10:00:00+02:00',
  '2024-05-01 10:00:00 UTC',
  '"2024-05-01"',
  'May 1, 2024',
  '1 May 2024',
  '01 May 2024',
  '01 may 2024',
  '01  May  2024',
  '2024/05/01',
  '05/06/2024',
  '"Wed, 01 May 2024 10:00:00 GMT"',
  '"Wed, 01 May 2024 10:00:00 -0500"',
  '"Wed, 1 May 2024 10:00:00 GMT"',
  '"01 May 24 10:00 MST"',
  '"01 May 24 10:00 -0700"',
  '"01 May 70 10:00 -0700"',
  '"Wednesday, 01-May-24 10:00:00 EST"',
  '"Wed May  1 10:00:00 2024"',
  '"Wed May 01 10:00:00 -0700 2024"',
  '"Wed May  1 10:00:00 EST 2024"',
  '2024-02-30',
  '2023-02-29',
  '2024-02-29',
  '2024-05-01 24:00:00',
  '2024-05-01 10:00:00.123',
  '2024-05-01 10:00:00,5',
  '2024-05-01T10:00:00.123+05:30',
  '2024-05-01T10:00:00 +0200',
  '2024-05-01t10:00:00z',
  '2024-13-01',
  '2024',
  '20240501',
  '1714557600',
  'tomorrow',
  '',
  'true',
  '[2024-05-01]',
  '" 2024-05-01"',
  '2024-05-01 10:00:00 -0700 MST',
];

/** Small Hugo sites in txtar form, each about one of the rules that decide which files become pages, and where. */
export const hugoSites: Readonly<Record<string, string>> = {
  'settings of every file':
    '-- hugo.toml --\nBaseURL = "https://lighthouse.example/blog/"\n-- config.toml --\nbaseURL = "https://other.example/"\n-- config/_default/permalinks.yaml --\nposts: /p/:title/\n-- config/_default/config.yaml --\nPERMALINKS: {news: "/n/:title/"}\nbuildDrafts: true\n-- config/production/hugo.toml --\nbuildDrafts = false\n-- config/development/hugo.toml --\nbuildDrafts = true\n-- config/_default/languages.fr.toml --\nweight = 2\n-- config/_default/languages.toml --\n[en]\nweight = 1\n' +
    page('content/posts/a.md', 'title: A B') +
    page('content/news/n.md', 'title: News', 'draft: true') +
    page('content/news/m.fr.md', 'title: News'),
  'a json settings file':
    '-- config.json --\n{"baseURL": "https://lighthouse.example/", "uglyURLs": true}\n-- archetypes/default.md --\n' +
    page('content/posts/a.md'),
  'files and folders':
    config() +
    page('content/_index.md') +
    page('content/about.md') +
    page('content/posts/_index.md') +
    page('content/posts/a.md') +
    page('content/posts/deep/er/b.md') +
    page('content/posts/sub/_index.md') +
    page('content/posts/sub/c.md') +
    page('content/posts/.hidden.md') +
    page('content/posts/copy.md~') +
    page('content/posts/#tmp.md#') +
    page('content/posts/upper.MD') +
    page('content/posts/x.mdown') +
    page('content/posts/y.markdown') +
    page('content/posts/z.mkd') +
    page('content/posts/w.mdx') +
    page('content/posts/page.html') +
    page('content/posts/old.htm') +
    '-- content/posts/bare.md --\nno front matter\n-- content/posts/copied.html --\n<p>no front matter</p>\n-- content/posts/empty.md --\n-- content/posts/t.md --\n+++\ntitle = "T"\n+++\n-- content/posts/j.md --\n{"title": "J", "slug": "json"}\ntext\n' +
    page('other/o.md') +
    page('readme.md'),
  'letters in names':
    config() +
    page('content/posts/Hello, World & Co. É!.md') +
    page('content/posts/C++ [11] 100%.md') +
    page('content/posts/a.b.md') +
    page('content/posts/ΟΔΟΣ.md') +
    page('content/posts/İstanbul Şehri.md') +
    page('content/My Posts/über ñ - x.md') +
    page('content/posts/a_b~c@d.md') +
    page('content/posts/emoji 🚢 ferry.md') +
    page('content/posts/hash #1.md') +
    page('content/posts/paren (x).md') +
    page('content/posts/--dash--.md') +
    page('content/posts/x%20y.md') +
    page('content/posts/日本語.md'),
  'letters kept':
    config('disablePathToLower: true', 'removePathAccents: true') +
    page('content/Posts/Über Ñ.md') +
    page('content/Posts/a.md', 'slug: Été À'),
  'signs in titles, slugs and addresses':
    '-- hugo.yaml --\nbaseURL: https://lighthouse.example/log/\npermalinks: {posts: "/p/:title/:filename/"}\n' +
    [
      '"Ferry #"',
      '"a #b # c"',
      '"   "',
      '"‘Quoted’ “curly”  double -- dash"',
      '"tab / slash // two ../ dots"',
      '3.10',
      '[x]',
      '"a:b;c,d=e"',
    ]
      .map((title, index) => page(`content/posts/n${index}.md`, `title: ${title}`))
      .join('') +
    ['"x-/$"', '"50-े "', '"a&b"', '"#1"']
      .map((slug, index) => page(`content/s/n${index}.md`, `slug: ${slug}`))
      .join('') +
    page('content/u/a.md', 'url: "/13/#.[Y"') +
    page('content/u/b.md', 'url: "/b#"'),
  'signs without accents':
    config('removePathAccents: true') +
    page('content/s/a.md', 'slug: "5-ै—^ 本"') +
    page('content/s/b.md', 'slug: "Ångström ½"'),
  'languages with regions in file names':
    config('languages: {en: {}, zh-CN: {}}') +
    page('content/a.zh-CN.md') +
    page('content/b.zh-cn.md') +
    page('content/x/index.zh-cn.md') +
    page('content/x/other.zh-cn.md'),
  slugs:
    config() +
    page('content/posts/a.md', 'slug: "-My Slug_!-"') +
    page('content/posts/b.md', 'slug: x/y') +
    page('content/posts/c.md', 'slug: ""') +
    page('content/posts/d.md', 'slug: 2024') +
    page('content/posts/e.md', 'slug: C++ & C#') +
    page('content/posts/f/index.md', 'slug: other') +
    page('content/posts/g.md', 'slug: "v1.2"') +
    page('content/posts/h.md', 'slug: /abs/') +
    page('content/posts/i.md', 'slug: index') +
    page('content/posts/sec/_index.md', 'slug: moved'),
  'addresses in front matter':
    config('permalinks: {posts: "/p/:title/"}') +
    page('content/posts/a.md', 'url: /My Url/x/') +
    page('content/posts/b.md', 'url: rel/x') +
    page('content/posts/c.md', 'url: rel/x.html') +
    page('content/posts/d.md', 'url: /a.b/c') +
    page('content/posts/e.md', 'url: ""', 'title: E') +
    page('content/posts/f.md', 'url: /ünï/(x)/') +
    page('content/posts/g.md', 'url: /g/index.html') +
    page('content/posts/h.md', 'url: /h/../i/') +
    page('content/sec/_index.md', 'url: /section-moved/') +
    page('content/sec/x.md') +
    page('content/_index.md', 'url: /nowhere/') +
    page('content/posts/l.md', 'url: /feed.xml') +
    page('content/tags/fog/_index.md', 'url: /Fog Tag/'),
  'a url with a host': config() + page('content/posts/a.md', 'url: https://other.example/a/'),
  'every token':
    config('permalinks:', `  posts: "/${everyToken.map((token) => `:${token}`).join('/')}"`) +
    page('content/posts/a.md', 'title: "C++ & C#: a/b %41 über?"', 'date: 2024-05-01T23:30:00-08:00') +
    page('content/posts/b.md', 'date: 2024-12-31', 'slug: x+y', 'title: "It’s 100% — done…"') +
    page('content/posts/deep/_index.md') +
    page('content/posts/deep/er/c.d/index.md', 'title: T') +
    page('content/posts/c.md', 'date: 2024-02-29', 'title: 2024'),
  'parts of sections':
    config(
      'permalinks:',
      '  l: "/l/:sections[last]/x/:sections[1]/y/:sections[0]/z/:sections[:1]/:sections[1:3]/w/:sections[:last]/v/:sections[1:]/:filename"',
    ) +
    page('content/l/d.md') +
    page('content/l/a/_index.md') +
    page('content/l/a/e.md') +
    page('content/l/a/b/_index.md') +
    page('content/l/a/b/e.md') +
    page('content/l/a/b/c/_index.md') +
    page('content/l/a/b/c/e.md'),
  'permalinks without slashes':
    config(
      'permalinks:',
      '  posts: ":title:"',
      '  up: ":title/x.html"',
      '  "/": "/root/:title"',
      '  tags: "/t/:slug/"',
    ) +
    page('content/posts/a.md', 'title: A b') +
    page('content/up/u.md', 'title: U') +
    page('content/root.md', 'title: R') +
    page('content/tags/fog/_index.md', 'title: Fog x') +
    page('content/tags/_index.md') +
    page('content/posts/_index.md', 'title: P'),
  'a permalink with a token that does not exist':
    config('permalinks: {posts: "/:nothing/:title"}') + page('content/posts/a.md', 'title: A'),
  'ugly addresses':
    config('uglyURLs: true') +
    page('content/_index.md') +
    page('content/root.md') +
    page('content/posts/_index.md') +
    page('content/posts/a.md') +
    page('content/posts/b/index.md') +
    page('content/posts/u.md', 'url: /foo/bar') +
    page('content/posts/s/_index.md') +
    page('content/tags/fog/_index.md') +
    page('content/posts/i.md', 'slug: index'),
  'ugly addresses of one section':
    config('uglyURLs: {posts: true}', 'permalinks: {posts: "/:year/:slug/"}') +
    page('content/root.md') +
    page('content/posts/_index.md') +
    page('content/posts/a.md', 'title: A', 'date: 2024-05-01') +
    page('content/news/a.md') +
    page('content/posts/b/index.md', 'title: B'),
  outputs:
    config() +
    page('content/posts/a.md', 'outputs: [json]') +
    page('content/posts/b.md', 'outputs: [html, json]') +
    page('content/posts/c.md', 'outputs: []') +
    page('content/posts/d.md', 'outputs: HTML'),
  'a base path':
    '-- hugo.yaml --\nbaseURL: https://lighthouse.example/the/blog\n' +
    page('content/_index.md') +
    page('content/posts/a.md') +
    page('content/posts/b.md', 'url: /x/'),
  'a base path alone': '-- hugo.yaml --\nbaseURL: /blog/\n' + page('content/posts/a.md'),
  'no base': '-- hugo.yaml --\ntitle: x\n' + page('content/posts/a.md'),
  bundles:
    config() +
    page('content/b/index.md') +
    page('content/b/other.md') +
    page('content/b/sub/inner.md') +
    page('content/b/sub/index.md') +
    page('content/posts/nest/index.md') +
    page('content/posts/nest/deep/index.md') +
    page('content/h/index.html') +
    page('content/h/y.md') +
    '-- content/i/index.html --\n<p>no front matter</p>\n' +
    page('content/i/z.md') +
    '-- content/b/pic.png --\nx\n',
  'a bundle at the top': config() + page('content/index.md') + page('content/posts/a.md'),
  'pages that are not rendered':
    config() +
    page('content/a.md', '_build: {render: never}') +
    page('content/b.md', '_build: {render: link}') +
    page('content/c.md', '_build: {render: false}') +
    page('content/d.md', '_build: {list: never}') +
    page('content/e.md', 'headless: true') +
    page('content/f/index.md', 'headless: true') +
    page('content/g/_index.md', '_build: {render: never}') +
    page('content/g/h.md') +
    page('content/k/_index.md', '_build: {render: always, list: local}') +
    page('content/l.md', '_build: {render: true}') +
    page('content/m/index.md', 'headless: "true"', '_build: {render: always}'),
  drafts:
    config() +
    page('content/a.md', 'draft: true') +
    page('content/b.md', 'draft: "true"') +
    page('content/c.md', 'draft: false') +
    page('content/d.md', 'published: false') +
    page('content/e.md', 'published: false', 'draft: false') +
    page('content/f.md', 'published: true', 'draft: true') +
    page('content/g.md', 'draft: yes') +
    page('content/h.md', 'DRAFT: true') +
    page('content/i.md', 'draft: "yes"') +
    page('content/j.md', 'draft: 1') +
    page('content/k.md', 'published: "false"') +
    page('content/l.md', 'draft:'),
  'drafts built':
    config('buildDrafts: true', 'buildFuture: true', 'buildExpired: true') +
    page('content/a.md', 'draft: true') +
    page('content/b.md', 'date: 2030-01-01') +
    page('content/c.md', 'expiryDate: 2020-01-01'),
  'draft sections':
    config() +
    page('content/s/_index.md', 'draft: true') +
    page('content/s/a.md') +
    page('content/s/sub/_index.md') +
    page('content/s/sub/b.md') +
    page('content/s/bundle/index.md') +
    page('content/t/_index.md') +
    page('content/t/deep/_index.md', 'date: 2030-01-01') +
    page('content/t/deep/c.md') +
    page('content/t/d.md') +
    page('content/sx/e.md'),
  'a draft home page':
    config() + page('content/_index.md', 'draft: true') + page('content/a.md') + page('content/s/b.md'),
  'dates to come and gone by':
    config() +
    page('content/a.md', 'date: 2030-01-01') +
    page('content/b.md', 'date: 2030-01-01', 'publishDate: 2020-01-01') +
    page('content/c.md', 'date: 2020-01-01', 'publishDate: 2030-01-01') +
    page('content/d.md', 'lastmod: 2030-01-01') +
    page('content/e.md', 'expiryDate: 2020-01-01') +
    page('content/f.md', 'unpublishdate: 2020-01-01') +
    page('content/g.md', 'pubdate: 2030-01-01') +
    page('content/h.md', 'published: 2030-01-01') +
    page('content/i.md', 'date: 2026-01-15T13:00:00Z') +
    page('content/j.md', 'date: 2026-01-15T11:00:00Z') +
    page('content/k.md', 'modified: 2030-01-01') +
    page('content/l.md', 'expiryDate: never') +
    page('content/m.md', 'publishDate: soon', 'date: 2030-01-01') +
    page('content/n.md', 'publishDate: 2020-01-01', 'expiryDate: 2030-01-01'),
  dates:
    config('permalinks: {posts: "/:year/:month/:day/:filename"}') +
    writtenDates.map((date, index) => page(`content/posts/n${index}.md`, `date: ${date}`)).join(''),
  'dates in the site’s zone':
    config('timeZone: Asia/Tokyo', 'permalinks: {posts: "/:year/:month/:day/:filename"}') +
    [
      '2024-05-01',
      '2024-05-01 23:30:00',
      '2024-05-01T23:30:00Z',
      '2024-05-01T10:00:00-08:00',
      '"Wed, 01 May 2024 10:00:00 GMT"',
      '2026-01-15 20:30:00',
      '2026-01-15 21:30:00',
    ]
      .map((date, index) => page(`content/posts/n${index}.md`, `date: ${date}`))
      .join(''),
  'dates in TOML and JSON':
    config('timeZone: America/New_York', 'permalinks: {posts: "/:year/:month/:day/:filename"}') +
    [
      '2024-05-01',
      '2024-05-01T10:00:00',
      '2024-05-01 10:00:00',
      '2024-05-01T23:30:00-08:00',
      '2024-05-01T10:00:00Z',
      '"2024-05-01"',
      '"May 1"',
      '10:00:00',
      '1714557600',
    ]
      .map((date, index) => `-- content/posts/n${index}.md --\n+++\ndate = ${date}\n+++\n`)
      .join('') +
    '-- content/posts/j.md --\n{"date": "2024-05-01T10:00:00Z"}\n',
  'dates in file names':
    config(
      'frontmatter: {date: [":filename", ":default"]}',
      'permalinks: {posts: "/:year/:month/:day/:slug/:filename/"}',
    ) +
    page('content/posts/2024-05-01-first-one.md', 'title: T') +
    page('content/posts/2024-05-02_b/index.md', 'title: T', 'slug: own') +
    page('content/posts/2024-05-03.md', 'title: T', 'date: 2020-01-01') +
    page('content/posts/2024-02-30-bad.md', 'title: T', 'date: 2020-01-01') +
    page('content/posts/2030-01-01-future.md', 'title: T') +
    page('content/posts/2024-05-04-x.y.md', 'title: T') +
    page('content/news/2024-05-05-no-permalink.md', 'title: T') +
    page('content/posts/2024-05-06-empty-slug.md', 'slug: ""', 'title: T') +
    page('content/posts/2024-5-7-short.md', 'title: T'),
  'dates in file names after those in front matter':
    config(
      'frontmatter: {date: [date, ":filename"], publishDate: [":filename", ":default"]}',
      'permalinks: {posts: "/:year/:month/:day/:slug/"}',
    ) +
    page('content/posts/2024-05-01-first-one.md', 'title: T') +
    page('content/posts/2024-05-02-b.md', 'title: T', 'date: 2020-01-01') +
    page('content/posts/2030-05-02-c.md', 'title: T', 'date: 2020-01-01'),
  'date fields of their own':
    config(
      'frontmatter: {date: [written, ":default"], expiryDate: [gone, ":default"]}',
      'permalinks: {posts: "/:year/:filename/"}',
    ) +
    page('content/posts/a.md', 'written: 2021-01-01') +
    page('content/posts/b.md', 'gone: 2021-01-01') +
    page('content/posts/c.md', 'date: 2022-01-01'),
  cascades:
    config() +
    page('content/_index.md', 'cascade:', '  - _target: {path: "/{root,s/secret/}*"}', '    slug: top') +
    page(
      'content/s/_index.md',
      'cascade:',
      '  - _target: {path: "/s/secret/**"}',
      '    draft: true',
      '  - _target: {kind: section}',
      '    url: /moved/',
      '  - _target: {path: "/s/{a,b}*", kind: page}',
      '    slug: ab',
    ) +
    page('content/s/a1.md') +
    page('content/s/b1.md', 'slug: own') +
    page('content/s/c1.md') +
    page('content/s/secret/d.md') +
    page('content/s/secret/e.md', 'draft: false') +
    page('content/root.md'),
  'a cascade of a section':
    config() +
    page('content/s/_index.md', 'cascade: {draft: true}') +
    page('content/s/a.md') +
    page('content/s/b.md', 'draft: false') +
    page('content/t/_index.md', 'draft: false', 'cascade: {Draft: true}') +
    page('content/t/c.md') +
    page('content/t/u/_index.md', 'draft: false', 'cascade: {draft: false}') +
    page('content/t/u/d.md') +
    page('content/t/bundle/index.md'),
  'a cascade of the site':
    config(
      'cascade:',
      '  - _target: {path: "/hid/**"}',
      '    draft: true',
      '  - _target: {path: "/x*.md"}',
      '    slug: renamed',
      '  - _target: {environment: development}',
      '    draft: true',
    ) +
    page('content/hid/a.md') +
    page('content/x1.md') +
    page('content/y.md') +
    page('content/hid2/_index.md') +
    page('content/hid2/b.md'),
  'a cascade of one map of the site':
    '-- hugo.toml --\nbaseURL = "https://lighthouse.example/"\n[cascade]\nslug = "all"\n' +
    page('content/a.md') +
    page('content/s/b.md') +
    page('content/s/_index.md'),
  'cascades of dates and rendering':
    config('permalinks: {s: "/:year/:filename/"}') +
    page('content/s/_index.md', 'cascade: {date: 2020-02-02, _build: {render: never}}', '_build: {render: always}') +
    page('content/s/a.md') +
    page('content/s/b.md', '_build: {render: always}', 'date: 2021-01-01') +
    page('content/t/_index.md', 'cascade: {expiryDate: 2021-01-01}', 'expiryDate: 2030-01-01') +
    page('content/t/c.md'),
  'kinds switched off':
    config('disableKinds: [section, taxonomy, term, home]') +
    page('content/_index.md') +
    page('content/s/_index.md') +
    page('content/s/a.md') +
    page('content/tags/_index.md') +
    page('content/tags/fog/_index.md') +
    page('content/tags/x.md'),
  'pages switched off':
    config('disableKinds: [page]') + page('content/_index.md') + page('content/s/_index.md') + page('content/s/a.md'),
  taxonomies:
    config('taxonomies: {series: series, keeper: keepers}') +
    page('content/tags/_index.md') +
    page('content/tags/fog/_index.md') +
    page('content/keepers/_index.md') +
    page('content/keepers/Jane Doe/_index.md') +
    page('content/keepers/jane-doe/page.md') +
    page('content/series/a/b/_index.md') +
    page('content/p.md', 'keepers: [Jane Doe]', 'series: [a/b]'),
  'ignored files':
    config('ignoreFiles: ["\\\\.skip\\\\.md$", "secret/"]') +
    page('content/a.skip.md') +
    page('content/secret/b.md') +
    page('content/c.md'),
  'content elsewhere':
    config('contentDir: writing', 'publishDir: out') +
    page('writing/a.md') +
    page('content/b.md') +
    page('writing/s/_index.md'),
  mounts:
    '-- hugo.toml --\nbaseURL = "https://lighthouse.example/"\n[module]\n[[module.mounts]]\nsource = "docs"\ntarget = "content/manual"\n[[module.mounts]]\nsource = "content"\ntarget = "content"\nexcludeFiles = ["drafts/**"]\n[[module.mounts]]\nsource = "assets"\ntarget = "assets"\n' +
    page('docs/d.md') +
    page('docs/m/index.md') +
    page('docs/m/x.md') +
    page('docs/_index.md', 'cascade: [{_target: {path: "/manual/d*"}, slug: from-docs}]') +
    page('content/a.md') +
    page('content/drafts/b.md') +
    page('other/o.md'),
  'mounts for other things':
    '-- hugo.toml --\nbaseURL = "https://lighthouse.example/"\n[module]\n[[module.mounts]]\nsource = "src"\ntarget = "assets"\n' +
    page('content/a.md'),
  'languages in file names':
    config('defaultContentLanguage: en', ...bilingual, '  de: {disabled: true}') +
    page('content/_index.fr.md') +
    page('content/about.md') +
    page('content/about.fr.md', 'url: /a-propos/') +
    page('content/rel.fr.md', 'url: rel/x') +
    page('content/about.de.md') +
    page('content/about.es.md') +
    page('content/about.en.md'.replace('about', 'english')) +
    page('content/posts/a.fr.md') +
    page('content/s/_index.fr.md') +
    page('content/s/x.md') +
    page('content/d/index.md') +
    page('content/d/index.fr.md') +
    page('content/caps/Mixed.FR.md') +
    page('content/tags/un/_index.fr.md') +
    page('content/x.fr.html'),
  'the default language in a folder':
    config('defaultContentLanguage: fr', 'defaultContentLanguageInSubdir: true', ...bilingual) +
    page('content/about.md') +
    page('content/about.en.md') +
    page('content/_index.md') +
    page('content/posts/a.md', 'url: /x/') +
    page('content/posts/b.md', 'url: y/'),
  'one language in a folder':
    config('defaultContentLanguageInSubdir: true', 'languages: {en: {}}') + page('content/about.md'),
  'languages switched off':
    config('disableLanguages: [fr]', ...bilingual) +
    page('content/about.md') +
    page('content/about.fr.md') +
    page('content/posts/b.fr.md'),
  'settings of a language':
    config(
      'permalinks: {posts: "/all/:title/", news: "/n/:title/"}',
      'languages:',
      '  en: {timeZone: America/New_York}',
      '  fr: {timeZone: Asia/Tokyo, permalinks: {posts: "/articles/:year/:month/:day/:title/"}, taxonomies: {mot: mots}}',
    ) +
    page('content/posts/a.fr.md', 'title: A', 'date: 2026-01-15 20:00:00') +
    page('content/posts/c.fr.md', 'title: C', 'date: 2026-01-15 22:00:00') +
    page('content/posts/a.md', 'title: A', 'date: 2024-05-01') +
    page('content/news/n.fr.md', 'title: N') +
    page('content/mots/un/_index.fr.md') +
    page('content/tags/un/_index.fr.md'),
  'a folder for each language':
    config(
      'defaultContentLanguage: fr',
      'languages:',
      '  en: {contentDir: content/en}',
      '  fr: {contentDir: content/fr}',
    ) +
    page('content/en/_index.md', 'cascade: [{_target: {path: "/a.md"}, slug: en-all}]') +
    page('content/en/a.md') +
    page('content/fr/a.md') +
    page('content/fr/s/_index.md', 'cascade: {draft: true}', 'draft: false') +
    page('content/fr/s/b.md') +
    page('content/en/s/b.md') +
    page('content/b/index.md') +
    page('content/fr/c.en.md'),
  'a host for each language':
    config(
      'languages:',
      '  en: {contentDir: content/en, baseURL: "https://en.lighthouse.example/"}',
      '  fr: {contentDir: content/fr, baseURL: "https://fr.lighthouse.example/sub/"}',
    ) +
    page('content/en/a.md') +
    page('content/fr/a.md', 'url: /xx/') +
    page('content/fr/b/c.md', 'url: yy'),
  'a language with a region':
    config('languages: {en: {}, pt-br: {}}') + page('content/a.pt-br.md') + page('content/a.md'),
  'front matter that cannot be read': config() + page('content/a.md', 'title: a: b: c'),
};
