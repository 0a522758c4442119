import assert from 'node:assert/strict';
import * as service from '../../../server/src/service/index.ts';
import { environment } from '../../support/check.ts';
import { readSites } from '../../support/site.ts';
import { describeLinks } from '../../support/verdicts.ts';

const page = '---\ntitle: A page\n---\n';
const broken = 'broken-link warning';
const noImage = 'broken-image warning';

function toHook(text: string): string {
  return `-- layouts/_default/_markup/render-link.html --\n${text}\n`;
}

function toManifest(more = ''): string {
  return `-- package.json --\n{"dependencies":{"hexo":"8","hexo-renderer-marked":"^7.0.0"${more}}}\n`;
}

function toEleventySite(plugin: string): string {
  return `-- eleventy.config.js --\nimport images from './config/images.js';\nexport default function (c) { c.addPlugin(images); c.addPassthroughCopy('src/css'); return { dir: { input: 'src' } }; }\n-- config/images.js --\n${plugin}\n-- src/log/tug.png --\n\n`;
}

describe('links by what the build of a Hugo site writes', () => {
  const site = `-- hugo.toml --\nbaseURL = "https://ferry.example/"\n[markup.goldmark.renderer]\nunsafe = true\n-- content/boats/tug.md --\n---\ntags: [Big Boats, fog]\n---\n`;
  const check = (files: string, links: string): Promise<string[]> =>
    describeLinks(`${site}${files}`, 'content/a.md', `${page}${links}\n`);

  it('knows the lists of the terms that posts have', async () => {
    assert.deepEqual(await check('', '[a](/tags/big-boats/) [b](/tags/fog/index.xml) [c](/tags/fog/page/2/)'), []);
    assert.deepEqual(await check('', '[a](/tags/sun/) [b](/tags/) [c](/categories/sun/)'), [broken]);
    assert.deepEqual(await check('-- content/b.md --\n---\ntags: [sun]\ndraft: true\n---\n', '[a](/tags/sun/)'), [
      broken,
    ]);
  });

  it('knows the formats that front matter adds', async () => {
    const files = '-- content/dates/_index.md --\n---\noutputs: [HTML, Calendar]\n---\n';
    assert.deepEqual(await check(files, '[a](/dates/index.ics) [b](/boats/index.ics)'), [broken]);
  });

  it('leaves links of Markdown to a render hook that prints other addresses, and those of HTML not', async () => {
    const links = '[a](tug) <a href="/none/">b</a> ![c](/none.png)';
    const rewrites = toHook('<a href="/boats/{{ .Destination }}/">{{ .Text }}</a>');
    assert.deepEqual(await check(rewrites, links), [broken, noImage]);
    for (const plain of [
      '<a href="{{ .Destination | safeURL }}" rel="nofollow">{{ .Text }}</a>',
      '{{ $to := .Destination }}{{ $to = trim $to " ()" }}<a href="{{ $to | safeURL }}">{{ .Text }}</a>',
    ])
      assert.deepEqual(await check(toHook(plain), links), [broken, broken, noImage]);
  });

  it('leads links to the pages that they name where a render hook looks for them', async () => {
    const hook = toHook(
      '{{ with .Page.GetPage .Destination }}<a href="{{ .RelPermalink }}">{{ else }}<a href="{{ .Destination }}">{{ end }}',
    );
    assert.deepEqual(await check(hook, '[a](boats/tug) [b](/boats/tug) [c](boats/tog) <a href="/none/">d</a>'), [
      broken,
      broken,
    ]);
  });

  it('does not miss what .gitignore says that the build brings', async () => {
    const files = '-- .gitignore --\n# from the archive\ncontent/boats/log-*\n/static/charts/\n*.pdf\n';
    const links = '[a](/boats/log-may/) [b](/charts/x.png) [c](/boats/x.pdf) [d](/boats/may/)';
    assert.deepEqual(await check(files, links), [broken]);
    const script = '-- hack/bring.sh --\ncp -r ../manual/. content/boats/manual\n';
    assert.deepEqual(await check(script, '[a](/boats/manual/start/) [b](/boats/manuals/start/)'), [broken]);
    const theme = site.replace('baseURL', 'theme = "rock"\nthemesDir = "node_modules"\nbaseURL');
    const ignored = '-- .gitignore --\nnode_modules/\n';
    assert.deepEqual(await describeLinks(theme + ignored, 'content/a.md', `${page}[a](/boats/may/)\n`), [broken]);
  });

  it('says of a reference to an expired page that the build stops only where it does', async () => {
    const files = '-- content/old.md --\n---\nexpiryDate: 2020-01-01\n---\n';
    const link = `${page}[a]({{< ref "old.md" >}})\n`;
    assert.deepEqual(await describeLinks(`${site}${files}`, 'content/a.md', link), ['link-to-unpublished error']);
    const lenient = site.replace('baseURL', 'refLinksErrorLevel = "WARNING"\nbaseURL');
    assert.deepEqual(await describeLinks(`${lenient}${files}`, 'content/a.md', link), ['link-to-unpublished warning']);
  });
});

describe('links by what the build of a Docusaurus site writes', () => {
  const site = `-- docusaurus.config.js --\nexport default { baseUrl: '/', i18n: { defaultLocale: 'en', locales: ['en', 'fr'] }, presets: [['classic', {}]] };\n-- docs/tug.md --\n## Tow\n-- docs/log/fog.md --\n# Fog\n-- blog/2024-05-01-first.md --\n${page}`;
  const translated = '-- i18n/fr/docusaurus-plugin-content-docs/current/tug.md --\n## Les bateaux\n';
  const check = (path: string, links: string): Promise<string[]> =>
    describeLinks(`${site}${translated}`, path, `${page}${links}\n`);

  it('finds pages with a slash at the end and without where the settings name neither', async () => {
    assert.deepEqual(await check('docs/a.md', '[a](/docs/tug) [b](/docs/tug/) [c](/docs/tug/#tow) [d](/docs/tog/)'), [
      broken,
    ]);
  });

  it('finds files of the same plugin only', async () => {
    assert.deepEqual(await check('docs/a.md', '[a](log/fog.md) [b](../blog/2024-05-01-first.md)'), [
      'broken-link error',
    ]);
    assert.deepEqual(await check('blog/2024-05-02-a.md', '[a](../docs/tug.md)'), ['broken-link error']);
  });

  it('leads translated pages to translated pages, and else to those of the default language', async () => {
    const links = '[a](/docs/tug#les-bateaux) [b](/docs/tug#tow-the-boat) [c](/docs/log/fog#fog) [d](/docs/log/fig)';
    assert.deepEqual(await check('i18n/fr/docusaurus-plugin-content-docs/current/a.md', links), [
      'broken-anchor warning',
      broken,
    ]);
  });
});

describe('links by what the build of a Hexo site writes', () => {
  const files = `-- source/docs/tides.md --\n${page}-- source/_posts/a/öl.svg --\n<svg/>\n-- source/img/tug.svg --\n<svg/>\n`;
  const check = (config: string, packages: string, links: string): Promise<string[]> =>
    describeLinks(
      `-- _config.yml --\npermalink: :title/\n${config}\n${packages}${files}`,
      'source/_posts/a.md',
      `---\ntitle: A\ndate: 2024-05-01\n---\n${links}\n`,
    );

  it('finds the file of a page whose ending its settings cut off', async () => {
    const config = 'pretty_urls: {trailing_html: false}';
    assert.deepEqual(await check(config, toManifest(), '[a](/docs/tides.html) [b](/docs/tides) [c](/docs/tide.html)'), [
      broken,
    ]);
  });

  it('looks for images where hexo-renderer-marked leads them', async () => {
    const links = '![a](öl.svg) ![b](img/tug.svg) ![c](a/öl.svg)';
    assert.deepEqual(await check('post_asset_folder: true', toManifest(), links), [noImage, noImage]);
    const next = 'post_asset_folder: true\nmarked: {prependRoot: true, postAsset: true}';
    assert.deepEqual(await check(next, toManifest(), '![a](öl.svg)'), []);
    assert.deepEqual(await check('post_asset_folder: true', toManifest(',"hexo-asset-image":"1"'), '![a](öl.svg)'), []);
  });

  it('finds files of the asset folder by encoded names', async () => {
    const config = 'post_asset_folder: true\nmarked: {prependRoot: false}';
    assert.deepEqual(await check(config, toManifest(), '![a](%C3%B6l.svg) ![b](%C3%B6.svg)'), [noImage]);
  });
});

describe('links by what the build of an Eleventy site writes', () => {
  it('finds images of the input folder where a file of the configuration adds the plugin that takes them', async () => {
    const text = `${page}<img src="/log/tug.png" alt="A tug">\n\n![b](tug.png) ![c](/log/tog.png)\n`;
    const own = "import { eleventyImageTransformPlugin } from '@11ty/eleventy-img';";
    assert.deepEqual(await describeLinks(toEleventySite(own), 'src/log/a.md', text), [noImage]);
    assert.deepEqual(await describeLinks(toEleventySite(''), 'src/log/a.md', text), [noImage, noImage, noImage]);
  });
});

async function listUnreported(txtar: string): Promise<readonly string[]> {
  return (await readSites(txtar)).flatMap((site) => service.listUnreportedLinks(site, environment));
}

describe('broken links that are not reported', () => {
  it('names the render hook of Hugo that may lead them elsewhere', async () => {
    const site = '-- hugo.toml --\n-- content/a.md --\n';
    assert.deepEqual(await listUnreported(site), []);
    assert.deepEqual(await listUnreported(`${site}${toHook('<a href="{{ .Destination }}">a</a>')}`), []);
    assert.deepEqual(await listUnreported(`${site}${toHook('<a href="{{ .Destination | relURL }}">a</a>')}`), [
      'Broken links of Markdown are not reported: `layouts/_default/_markup/render-link.html` may lead them elsewhere.',
    ]);
  });

  it('names the plugin of Jekyll that may write pages anywhere', async () => {
    const site = '-- _config.yml --\nplugins: [jekyll-feed]\n-- _plugins/a.rb --\nPage.new(site, base, "tags", x)\n';
    assert.deepEqual(await listUnreported(site), []);
    assert.deepEqual(await listUnreported(`${site}-- _plugins/b.rb --\nPage.new(site, base, dir, x)\n`), [
      'Links to missing pages are not reported: `_plugins/b.rb` may write pages anywhere.',
    ]);
  });
});
