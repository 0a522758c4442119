/** A page with these lines as front matter. */
function toPage(path: string, ...lines: readonly string[]): string {
  return `-- ${path} --\n---\n${lines.map((line) => `${line}\n`).join('')}---\ntext\n`;
}

/** `hugo.yaml` with these lines. */
function toConfig(...lines: readonly string[]): string {
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
    toPage('content/posts/a.md', 'title: A B') +
    toPage('content/news/n.md', 'title: News', 'draft: true') +
    toPage('content/news/m.fr.md', 'title: News'),
  'a json settings file':
    '-- config.json --\n{"baseURL": "https://lighthouse.example/", "uglyURLs": true}\n-- archetypes/default.md --\n' +
    toPage('content/posts/a.md'),
  'files and folders':
    toConfig() +
    toPage('content/_index.md') +
    toPage('content/about.md') +
    toPage('content/posts/_index.md') +
    toPage('content/posts/a.md') +
    toPage('content/posts/deep/er/b.md') +
    toPage('content/posts/sub/_index.md') +
    toPage('content/posts/sub/c.md') +
    toPage('content/posts/.hidden.md') +
    toPage('content/posts/copy.md~') +
    toPage('content/posts/#tmp.md#') +
    toPage('content/posts/#draft.md') +
    toPage('content/posts/upper.MD') +
    toPage('content/posts/x.mdown') +
    toPage('content/posts/y.markdown') +
    toPage('content/posts/z.mkd') +
    toPage('content/posts/w.mdx') +
    toPage('content/posts/page.html') +
    toPage('content/posts/old.htm') +
    '-- content/posts/bare.md --\nno front matter\n-- content/posts/copied.html --\n<p>no front matter</p>\n-- content/posts/empty.md --\n-- content/posts/t.md --\n+++\ntitle = "T"\n+++\n-- content/posts/j.md --\n{"title": "J", "slug": "json"}\ntext\n' +
    toPage('other/o.md') +
    toPage('readme.md'),
  'letters in names':
    toConfig() +
    toPage('content/posts/Hello, World & Co. É!.md') +
    toPage('content/posts/C++ [11] 100%.md') +
    toPage('content/posts/a.b.md') +
    toPage('content/posts/ΟΔΟΣ.md') +
    toPage('content/posts/İstanbul Şehri.md') +
    toPage('content/My Posts/über ñ - x.md') +
    toPage('content/posts/a_b~c@d.md') +
    toPage('content/posts/emoji 🚢 ferry.md') +
    toPage('content/posts/hash #1.md') +
    toPage('content/posts/paren (x).md') +
    toPage('content/posts/--dash--.md') +
    toPage('content/posts/x%20y.md') +
    toPage('content/posts/日本語.md'),
  'letters kept':
    toConfig('disablePathToLower: true', 'removePathAccents: true') +
    toPage('content/Posts/Über Ñ.md') +
    toPage('content/Posts/a.md', 'slug: Été À'),
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
      .map((title, index) => toPage(`content/posts/n${index}.md`, `title: ${title}`))
      .join('') +
    ['"x-/$"', '"50-े "', '"a&b"', '"#1"']
      .map((slug, index) => toPage(`content/s/n${index}.md`, `slug: ${slug}`))
      .join('') +
    toPage('content/u/a.md', 'url: "/13/#.[Y"') +
    toPage('content/u/b.md', 'url: "/b#"'),
  'signs without accents':
    toConfig('removePathAccents: true') +
    toPage('content/s/a.md', 'slug: "5-ै—^ 本"') +
    toPage('content/s/b.md', 'slug: "Ångström ½"'),
  'languages with regions in file names':
    toConfig('languages: {en: {}, zh-CN: {}}') +
    toPage('content/a.zh-CN.md') +
    toPage('content/b.zh-cn.md') +
    toPage('content/x/index.zh-cn.md') +
    toPage('content/x/other.zh-cn.md'),
  slugs:
    toConfig() +
    toPage('content/posts/a.md', 'slug: "-My Slug_!-"') +
    toPage('content/posts/b.md', 'slug: x/y') +
    toPage('content/posts/c.md', 'slug: ""') +
    toPage('content/posts/d.md', 'slug: 2024') +
    toPage('content/posts/e.md', 'slug: C++ & C#') +
    toPage('content/posts/f/index.md', 'slug: other') +
    toPage('content/posts/g.md', 'slug: "v1.2"') +
    toPage('content/posts/h.md', 'slug: /abs/') +
    toPage('content/posts/i.md', 'slug: index') +
    toPage('content/posts/sec/_index.md', 'slug: moved'),
  'addresses in front matter':
    toConfig('permalinks: {posts: "/p/:title/"}') +
    toPage('content/posts/a.md', 'url: /My Url/x/') +
    toPage('content/posts/b.md', 'url: rel/x') +
    toPage('content/posts/c.md', 'url: rel/x.html') +
    toPage('content/posts/d.md', 'url: /a.b/c') +
    toPage('content/posts/e.md', 'url: ""', 'title: E') +
    toPage('content/posts/f.md', 'url: /ünï/(x)/') +
    toPage('content/posts/g.md', 'url: /g/index.html') +
    toPage('content/posts/h.md', 'url: /h/../i/') +
    toPage('content/sec/_index.md', 'url: /section-moved/') +
    toPage('content/sec/x.md') +
    toPage('content/_index.md', 'url: /nowhere/') +
    toPage('content/posts/l.md', 'url: /feed.xml') +
    toPage('content/tags/fog/_index.md', 'url: /Fog Tag/'),
  'a url with a host': toConfig() + toPage('content/posts/a.md', 'url: https://other.example/a/'),
  'every token':
    toConfig('permalinks:', `  posts: "/${everyToken.map((token) => `:${token}`).join('/')}"`) +
    toPage('content/posts/a.md', 'title: "C++ & C#: a/b %41 über?"', 'date: 2024-05-01T23:30:00-08:00') +
    toPage('content/posts/b.md', 'date: 2024-12-31', 'slug: x+y', 'title: "It’s 100% — done…"') +
    toPage('content/posts/deep/_index.md') +
    toPage('content/posts/deep/er/c.d/index.md', 'title: T') +
    toPage('content/posts/c.md', 'date: 2024-02-29', 'title: 2024'),
  'parts of sections':
    toConfig(
      'permalinks:',
      '  l: "/l/:sections[last]/x/:sections[1]/y/:sections[0]/z/:sections[:1]/:sections[1:3]/w/:sections[:last]/v/:sections[1:]/:filename"',
    ) +
    toPage('content/l/d.md') +
    toPage('content/l/a/_index.md') +
    toPage('content/l/a/e.md') +
    toPage('content/l/a/b/_index.md') +
    toPage('content/l/a/b/e.md') +
    toPage('content/l/a/b/c/_index.md') +
    toPage('content/l/a/b/c/e.md'),
  'permalinks without slashes':
    toConfig(
      'permalinks:',
      '  posts: ":title:"',
      '  up: ":title/x.html"',
      '  "/": "/root/:title"',
      '  tags: "/t/:slug/"',
    ) +
    toPage('content/posts/a.md', 'title: A b') +
    toPage('content/up/u.md', 'title: U') +
    toPage('content/root.md', 'title: R') +
    toPage('content/tags/fog/_index.md', 'title: Fog x') +
    toPage('content/tags/_index.md') +
    toPage('content/posts/_index.md', 'title: P'),
  'a permalink with a token that does not exist':
    toConfig('permalinks: {posts: "/:nothing/:title"}') + toPage('content/posts/a.md', 'title: A'),
  'ugly addresses':
    toConfig('uglyURLs: true') +
    toPage('content/_index.md') +
    toPage('content/root.md') +
    toPage('content/posts/_index.md') +
    toPage('content/posts/a.md') +
    toPage('content/posts/b/index.md') +
    toPage('content/posts/u.md', 'url: /foo/bar') +
    toPage('content/posts/s/_index.md') +
    toPage('content/tags/fog/_index.md') +
    toPage('content/posts/i.md', 'slug: index'),
  'ugly addresses of one section':
    toConfig('uglyURLs: {posts: true}', 'permalinks: {posts: "/:year/:slug/"}') +
    toPage('content/root.md') +
    toPage('content/posts/_index.md') +
    toPage('content/posts/a.md', 'title: A', 'date: 2024-05-01') +
    toPage('content/news/a.md') +
    toPage('content/posts/b/index.md', 'title: B'),
  outputs:
    toConfig() +
    toPage('content/posts/a.md', 'outputs: [json]') +
    toPage('content/posts/b.md', 'outputs: [html, json]') +
    toPage('content/posts/c.md', 'outputs: []') +
    toPage('content/posts/d.md', 'outputs: HTML'),
  'a base path':
    '-- hugo.yaml --\nbaseURL: https://lighthouse.example/the/blog\n' +
    toPage('content/_index.md') +
    toPage('content/posts/a.md') +
    toPage('content/posts/b.md', 'url: /x/'),
  'a base path alone': '-- hugo.yaml --\nbaseURL: /blog/\n' + toPage('content/posts/a.md'),
  'no base': '-- hugo.yaml --\ntitle: x\n' + toPage('content/posts/a.md'),
  bundles:
    toConfig() +
    toPage('content/b/index.md') +
    toPage('content/b/other.md') +
    toPage('content/b/sub/inner.md') +
    toPage('content/b/sub/index.md') +
    toPage('content/posts/nest/index.md') +
    toPage('content/posts/nest/deep/index.md') +
    toPage('content/h/index.html') +
    toPage('content/h/y.md') +
    '-- content/i/index.html --\n<p>no front matter</p>\n' +
    toPage('content/i/z.md') +
    '-- content/b/pic.png --\nx\n',
  'a bundle at the top': toConfig() + toPage('content/index.md') + toPage('content/posts/a.md'),
  'pages that are not rendered':
    toConfig() +
    toPage('content/a.md', '_build: {render: never}') +
    toPage('content/b.md', '_build: {render: link}') +
    toPage('content/c.md', '_build: {render: false}') +
    toPage('content/d.md', '_build: {list: never}') +
    toPage('content/e.md', 'headless: true') +
    toPage('content/f/index.md', 'headless: true') +
    toPage('content/g/_index.md', '_build: {render: never}') +
    toPage('content/g/h.md') +
    toPage('content/k/_index.md', '_build: {render: always, list: local}') +
    toPage('content/l.md', '_build: {render: true}') +
    toPage('content/m/index.md', 'headless: "true"', '_build: {render: always}'),
  drafts:
    toConfig() +
    toPage('content/a.md', 'draft: true') +
    toPage('content/b.md', 'draft: "true"') +
    toPage('content/c.md', 'draft: false') +
    toPage('content/d.md', 'published: false') +
    toPage('content/e.md', 'published: false', 'draft: false') +
    toPage('content/f.md', 'published: true', 'draft: true') +
    toPage('content/g.md', 'draft: yes') +
    toPage('content/h.md', 'DRAFT: true') +
    toPage('content/i.md', 'draft: "yes"') +
    toPage('content/j.md', 'draft: 1') +
    toPage('content/k.md', 'published: "false"') +
    toPage('content/l.md', 'draft:'),
  'drafts built':
    toConfig('buildDrafts: true', 'buildFuture: true', 'buildExpired: true') +
    toPage('content/a.md', 'draft: true') +
    toPage('content/b.md', 'date: 2030-01-01') +
    toPage('content/c.md', 'expiryDate: 2020-01-01'),
  'draft sections':
    toConfig() +
    toPage('content/s/_index.md', 'draft: true') +
    toPage('content/s/a.md') +
    toPage('content/s/sub/_index.md') +
    toPage('content/s/sub/b.md') +
    toPage('content/s/bundle/index.md') +
    toPage('content/t/_index.md') +
    toPage('content/t/deep/_index.md', 'date: 2030-01-01') +
    toPage('content/t/deep/c.md') +
    toPage('content/t/d.md') +
    toPage('content/sx/e.md'),
  'a draft home page':
    toConfig() + toPage('content/_index.md', 'draft: true') + toPage('content/a.md') + toPage('content/s/b.md'),
  'dates to come and gone by':
    toConfig() +
    toPage('content/a.md', 'date: 2030-01-01') +
    toPage('content/b.md', 'date: 2030-01-01', 'publishDate: 2020-01-01') +
    toPage('content/c.md', 'date: 2020-01-01', 'publishDate: 2030-01-01') +
    toPage('content/d.md', 'lastmod: 2030-01-01') +
    toPage('content/e.md', 'expiryDate: 2020-01-01') +
    toPage('content/f.md', 'unpublishdate: 2020-01-01') +
    toPage('content/g.md', 'pubdate: 2030-01-01') +
    toPage('content/h.md', 'published: 2030-01-01') +
    toPage('content/i.md', 'date: 2026-01-15T13:00:00Z') +
    toPage('content/j.md', 'date: 2026-01-15T11:00:00Z') +
    toPage('content/k.md', 'modified: 2030-01-01') +
    toPage('content/l.md', 'expiryDate: never') +
    toPage('content/m.md', 'publishDate: soon', 'date: 2030-01-01') +
    toPage('content/n.md', 'publishDate: 2020-01-01', 'expiryDate: 2030-01-01'),
  dates:
    toConfig('permalinks: {posts: "/:year/:month/:day/:filename"}') +
    writtenDates.map((date, index) => toPage(`content/posts/n${index}.md`, `date: ${date}`)).join(''),
  'dates in the site’s zone':
    toConfig('timeZone: Asia/Tokyo', 'permalinks: {posts: "/:year/:month/:day/:filename"}') +
    [
      '2024-05-01',
      '2024-05-01 23:30:00',
      '2024-05-01T23:30:00Z',
      '2024-05-01T10:00:00-08:00',
      '"Wed, 01 May 2024 10:00:00 GMT"',
      '2026-01-15 20:30:00',
      '2026-01-15 21:30:00',
    ]
      .map((date, index) => toPage(`content/posts/n${index}.md`, `date: ${date}`))
      .join(''),
  'dates in TOML and JSON':
    toConfig('timeZone: America/New_York', 'permalinks: {posts: "/:year/:month/:day/:filename"}') +
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
    toConfig(
      'frontmatter: {date: [":filename", ":default"]}',
      'permalinks: {posts: "/:year/:month/:day/:slug/:filename/"}',
    ) +
    toPage('content/posts/2024-05-01-first-one.md', 'title: T') +
    toPage('content/posts/2024-05-02_b/index.md', 'title: T', 'slug: own') +
    toPage('content/posts/2024-05-03.md', 'title: T', 'date: 2020-01-01') +
    toPage('content/posts/2024-02-30-bad.md', 'title: T', 'date: 2020-01-01') +
    toPage('content/posts/2030-01-01-future.md', 'title: T') +
    toPage('content/posts/2024-05-04-x.y.md', 'title: T') +
    toPage('content/news/2024-05-05-no-permalink.md', 'title: T') +
    toPage('content/posts/2024-05-06-empty-slug.md', 'slug: ""', 'title: T') +
    toPage('content/posts/2024-5-7-short.md', 'title: T'),
  'dates in file names after those in front matter':
    toConfig(
      'frontmatter: {date: [date, ":filename"], publishDate: [":filename", ":default"]}',
      'permalinks: {posts: "/:year/:month/:day/:slug/"}',
    ) +
    toPage('content/posts/2024-05-01-first-one.md', 'title: T') +
    toPage('content/posts/2024-05-02-b.md', 'title: T', 'date: 2020-01-01') +
    toPage('content/posts/2030-05-02-c.md', 'title: T', 'date: 2020-01-01'),
  'date fields of their own':
    toConfig(
      'frontmatter: {date: [written, ":default"], expiryDate: [gone, ":default"]}',
      'permalinks: {posts: "/:year/:filename/"}',
    ) +
    toPage('content/posts/a.md', 'written: 2021-01-01') +
    toPage('content/posts/b.md', 'gone: 2021-01-01') +
    toPage('content/posts/c.md', 'date: 2022-01-01'),
  cascades:
    toConfig() +
    toPage('content/_index.md', 'cascade:', '  - _target: {path: "/{root,s/secret/}*"}', '    slug: top') +
    toPage(
      'content/s/_index.md',
      'cascade:',
      '  - _target: {path: "/s/secret/**"}',
      '    draft: true',
      '  - _target: {kind: section}',
      '    url: /moved/',
      '  - _target: {path: "/s/{a,b}*", kind: page}',
      '    slug: ab',
    ) +
    toPage('content/s/a1.md') +
    toPage('content/s/b1.md', 'slug: own') +
    toPage('content/s/c1.md') +
    toPage('content/s/secret/d.md') +
    toPage('content/s/secret/e.md', 'draft: false') +
    toPage('content/root.md'),
  'a cascade of a section':
    toConfig() +
    toPage('content/s/_index.md', 'cascade: {draft: true}') +
    toPage('content/s/a.md') +
    toPage('content/s/b.md', 'draft: false') +
    toPage('content/t/_index.md', 'draft: false', 'cascade: {Draft: true}') +
    toPage('content/t/c.md') +
    toPage('content/t/u/_index.md', 'draft: false', 'cascade: {draft: false}') +
    toPage('content/t/u/d.md') +
    toPage('content/t/bundle/index.md'),
  'a cascade of the site':
    toConfig(
      'cascade:',
      '  - _target: {path: "/hid/**"}',
      '    draft: true',
      '  - _target: {path: "/x*.md"}',
      '    slug: renamed',
      '  - _target: {environment: development}',
      '    draft: true',
    ) +
    toPage('content/hid/a.md') +
    toPage('content/x1.md') +
    toPage('content/y.md') +
    toPage('content/hid2/_index.md') +
    toPage('content/hid2/b.md'),
  'a cascade of one map of the site':
    '-- hugo.toml --\nbaseURL = "https://lighthouse.example/"\n[cascade]\nslug = "all"\n' +
    toPage('content/a.md') +
    toPage('content/s/b.md') +
    toPage('content/s/_index.md'),
  'cascades of dates and rendering':
    toConfig('permalinks: {s: "/:year/:filename/"}') +
    toPage('content/s/_index.md', 'cascade: {date: 2020-02-02, _build: {render: never}}', '_build: {render: always}') +
    toPage('content/s/a.md') +
    toPage('content/s/b.md', '_build: {render: always}', 'date: 2021-01-01') +
    toPage('content/t/_index.md', 'cascade: {expiryDate: 2021-01-01}', 'expiryDate: 2030-01-01') +
    toPage('content/t/c.md'),
  'kinds switched off':
    toConfig('disableKinds: [section, taxonomy, term, home]') +
    toPage('content/_index.md') +
    toPage('content/s/_index.md') +
    toPage('content/s/a.md') +
    toPage('content/tags/_index.md') +
    toPage('content/tags/fog/_index.md') +
    toPage('content/tags/x.md'),
  'pages switched off':
    toConfig('disableKinds: [page]') +
    toPage('content/_index.md') +
    toPage('content/s/_index.md') +
    toPage('content/s/a.md'),
  taxonomies:
    toConfig('taxonomies: {series: series, keeper: keepers}') +
    toPage('content/tags/_index.md') +
    toPage('content/tags/fog/_index.md') +
    toPage('content/keepers/_index.md') +
    toPage('content/keepers/Jane Doe/_index.md') +
    toPage('content/keepers/jane-doe/page.md') +
    toPage('content/series/a/b/_index.md') +
    toPage('content/p.md', 'keepers: [Jane Doe]', 'series: [a/b]'),
  'ignored files':
    toConfig('ignoreFiles: ["\\\\.skip\\\\.md$", "secret/"]') +
    toPage('content/a.skip.md') +
    toPage('content/secret/b.md') +
    toPage('content/c.md'),
  'content elsewhere':
    toConfig('contentDir: writing', 'publishDir: out') +
    toPage('writing/a.md') +
    toPage('content/b.md') +
    toPage('writing/s/_index.md'),
  mounts:
    '-- hugo.toml --\nbaseURL = "https://lighthouse.example/"\n[module]\n[[module.mounts]]\nsource = "docs"\ntarget = "content/manual"\n[[module.mounts]]\nsource = "content"\ntarget = "content"\nexcludeFiles = ["drafts/**"]\n[[module.mounts]]\nsource = "assets"\ntarget = "assets"\n' +
    toPage('docs/d.md') +
    toPage('docs/m/index.md') +
    toPage('docs/m/x.md') +
    toPage('docs/_index.md', 'cascade: [{_target: {path: "/manual/d*"}, slug: from-docs}]') +
    toPage('content/a.md') +
    toPage('content/drafts/b.md') +
    toPage('other/o.md'),
  'mounts for other things':
    '-- hugo.toml --\nbaseURL = "https://lighthouse.example/"\n[module]\n[[module.mounts]]\nsource = "src"\ntarget = "assets"\n' +
    toPage('content/a.md'),
  'languages in file names':
    toConfig('defaultContentLanguage: en', ...bilingual, '  de: {disabled: true}') +
    toPage('content/_index.fr.md') +
    toPage('content/about.md') +
    toPage('content/about.fr.md', 'url: /a-propos/') +
    toPage('content/rel.fr.md', 'url: rel/x') +
    toPage('content/about.de.md') +
    toPage('content/about.es.md') +
    toPage('content/about.en.md'.replace('about', 'english')) +
    toPage('content/posts/a.fr.md') +
    toPage('content/s/_index.fr.md') +
    toPage('content/s/x.md') +
    toPage('content/d/index.md') +
    toPage('content/d/index.fr.md') +
    toPage('content/caps/Mixed.FR.md') +
    toPage('content/tags/un/_index.fr.md') +
    toPage('content/x.fr.html'),
  'the default language in a folder':
    toConfig('defaultContentLanguage: fr', 'defaultContentLanguageInSubdir: true', ...bilingual) +
    toPage('content/about.md') +
    toPage('content/about.en.md') +
    toPage('content/_index.md') +
    toPage('content/posts/a.md', 'url: /x/') +
    toPage('content/posts/b.md', 'url: y/'),
  'one language in a folder':
    toConfig('defaultContentLanguageInSubdir: true', 'languages: {en: {}}') + toPage('content/about.md'),
  'languages switched off':
    toConfig('disableLanguages: [fr]', ...bilingual) +
    toPage('content/about.md') +
    toPage('content/about.fr.md') +
    toPage('content/posts/b.fr.md'),
  'settings of a language':
    toConfig(
      'permalinks: {posts: "/all/:title/", news: "/n/:title/"}',
      'languages:',
      '  en: {timeZone: America/New_York}',
      '  fr: {timeZone: Asia/Tokyo, permalinks: {posts: "/articles/:year/:month/:day/:title/"}, taxonomies: {mot: mots}}',
    ) +
    toPage('content/posts/a.fr.md', 'title: A', 'date: 2026-01-15 20:00:00') +
    toPage('content/posts/c.fr.md', 'title: C', 'date: 2026-01-15 22:00:00') +
    toPage('content/posts/a.md', 'title: A', 'date: 2024-05-01') +
    toPage('content/news/n.fr.md', 'title: N') +
    toPage('content/mots/un/_index.fr.md') +
    toPage('content/tags/un/_index.fr.md'),
  'a folder for each language':
    toConfig(
      'defaultContentLanguage: fr',
      'languages:',
      '  en: {contentDir: content/en}',
      '  fr: {contentDir: content/fr}',
    ) +
    toPage('content/en/_index.md', 'cascade: [{_target: {path: "/a.md"}, slug: en-all}]') +
    toPage('content/en/a.md') +
    toPage('content/fr/a.md') +
    toPage('content/fr/s/_index.md', 'cascade: {draft: true}', 'draft: false') +
    toPage('content/fr/s/b.md') +
    toPage('content/en/s/b.md') +
    toPage('content/b/index.md') +
    toPage('content/fr/c.en.md'),
  'a host for each language':
    toConfig(
      'languages:',
      '  en: {contentDir: content/en, baseURL: "https://en.lighthouse.example/"}',
      '  fr: {contentDir: content/fr, baseURL: "https://fr.lighthouse.example/sub/"}',
    ) +
    toPage('content/en/a.md') +
    toPage('content/fr/a.md', 'url: /xx/') +
    toPage('content/fr/b/c.md', 'url: yy'),
  'a language with a region':
    toConfig('languages: {en: {}, pt-br: {}}') + toPage('content/a.pt-br.md') + toPage('content/a.md'),
  'front matter that cannot be read': toConfig() + toPage('content/a.md', 'title: a: b: c'),
};
