import assert from 'node:assert/strict';
import { describeLinks } from '../../support/verdicts.ts';

const page = '---\ntitle: A page\n---\n';
const site = `-- hugo.toml --\nbaseURL = "https://ferry.example/"\n-- content/boats/tug.md --\n${page}`;
const said = (files: string, links: string): Promise<string[]> =>
  describeLinks(`${site}${files}`, 'content/a.md', `${page}${links}\n`);

describe('links that the host answers', () => {
  const rules: readonly (readonly [where: string, files: string])[] = [
    [
      'a file that Hugo copies',
      '-- static/_redirects --\n# moved\n/old/*  /boats/:splat  301\n/tug/:day /boats/tug/\n',
    ],
    ['a file kept in the folder that is published', '-- public/_redirects --\n/old/* /boats/:splat\n/tug/:day /boats/'],
    [
      'the settings of Netlify',
      '-- netlify.toml --\n[[redirects]]\nfrom = "/old/*"\nto = "/boats/"\n[[redirects]]\nfrom = "/tug/:day"\nto = "/"\n',
    ],
    [
      'the settings of Vercel',
      '-- vercel.json --\n{"redirects":[{"source":"/old/:path*","destination":"/boats/"}],"rewrites":[{"source":"/tug/:day","destination":"/boats/tug"}]}\n',
    ],
  ];
  for (const [where, files] of rules)
    it(`accepts them by the rules in ${where}`, async () => {
      assert.deepEqual(await said(files, '[a](/old/x/y/) [b](/tug/monday/)'), []);
      assert.deepEqual(await said(files, '[a](/older/x/) [b](/tug/monday/noon/)'), [
        'broken-link warning',
        'broken-link warning',
      ]);
    });

  it('reads the plain lines of a template of Hugo that writes rules', async () => {
    const template =
      '-- layouts/index.redirects --\n{{ range .Site.Pages }}{{ .File.Dir }} /x\n{{ end }}\n/old/* https://x.example/:splat\n';
    assert.deepEqual(await said(template, '[a](/old/x/) [b](/new/x/)'), ['broken-link warning']);
  });

  it('does not report links to a page that is not rendered, where a template computes rules', async () => {
    const api = '-- content/api.md --\n---\ntitle: API\n_build: {render: link}\n---\n';
    assert.deepEqual(await said(api, '[a](/api/)'), ['link-to-unpublished warning']);
    const template =
      '-- layouts/index.redirects --\n{{ range .Site.Pages }}{{ .RelPermalink }} {{ .Params.to }}\n{{ end }}\n';
    assert.deepEqual(await said(api + template, '[a](/api/)'), []);
    assert.deepEqual(await said(`${api}-- static/_redirects --\n/api/ https://x.example/\n`, '[a](/api/)'), []);
  });

  it('finds the page that Netlify serves at a folder’s address', async () => {
    const files = '-- _config.yml --\ntitle: Ferry\n-- about.md --\n---\n---\nText.\n';
    const links = (more: string): Promise<string[]> =>
      describeLinks(files + more, 'b.md', `${page}[a](/about/) [b](/other/)\n`);
    assert.deepEqual(await links(''), ['broken-link warning', 'broken-link warning']);
    assert.deepEqual(await links('-- netlify.toml --\n[build]\n'), ['broken-link warning']);
    const hugo = `-- hugo.toml --\nbaseURL = "https://ferry.example/"\nuglyURLs = true\n-- content/boats/tug.md --\n${page}`;
    const said = (more: string): Promise<string[]> =>
      describeLinks(hugo + more, 'content/a.md', `${page}[a](/boats/tug/) [b](/boats/tug)\n`);
    assert.deepEqual(await said(''), ['broken-link warning']);
    assert.deepEqual(await said('-- netlify.toml --\n[build]\n'), []);
  });

  it('leaves out rules that are for another host', async () => {
    const list = '-- static/_redirects --\nhttps://old.example/x/* https://ferry.example/boats/:splat 301!\n';
    assert.deepEqual(await said(list, '[a](/x/tug/)'), ['broken-link warning']);
    const own = '-- static/_redirects --\nhttps://ferry.example/x/* /boats/:splat\n';
    assert.deepEqual(await said(own, '[a](/x/tug/)'), []);
    const vercel =
      '-- vercel.json --\n{"redirects":[{"source":"/x/(.*)","destination":"/","has":[{"type":"host","value":"old.example"}]}]}\n';
    assert.deepEqual(await said(vercel, '[a](/x/tug/)'), ['broken-link warning']);
  });

  it('leaves out rules that answer with an error page, or whatever is asked for', async () => {
    const list = '-- static/_redirects --\n/gone/* /404.html 404\n/* /index.html 200\n';
    assert.deepEqual(await said(list, '[a](/gone/x/) [b](/other/)'), ['broken-link warning', 'broken-link warning']);
  });

  it('does not judge a folder into which the host leads and of which the site has nothing', async () => {
    const list = '-- static/_redirects --\n/manual /manual/en/start.html\n/b /boats/none/\n';
    assert.deepEqual(await said(list, '[a](/manual/en/more.html) [b](/boats/other/) [c](/guides/more.html)'), [
      'broken-link warning',
      'broken-link warning',
    ]);
  });
});
