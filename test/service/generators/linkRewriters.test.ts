import assert from 'node:assert/strict';
import { describeLinks } from '../../support/verdicts.ts';

const page = (body = 'Text.'): string => `---\ntitle: A\n---\n${body}\n`;

/** A site of Docusaurus with a plugin of its own for remark, and what is said of two broken links on it. */
function checkTwo(plugin: string, config = '{ docs: { remarkPlugins: [out] } }'): Promise<string[]> {
  const site = `-- docusaurus.config.js --\nimport out from './src/out.js';\nexport default { presets: [['classic', ${config}]] };
-- src/out.js --\n${plugin}\n-- docs/guide/a.md --\n${page()}`;
  return describeLinks(site, 'docs/guide/a.md', page('[out](../../LICENSE.md) [lost](./lost.md)'));
}

const walk = (body: string): string =>
  `export default () => (tree) => { const visit = (node) => { ${body} (node.children ?? []).forEach(visit); }; visit(tree); };`;

/** A configuration of Eleventy that sets how markdown-it prints images. */
const toConfiguration = (rule: string): string =>
  `-- eleventy.config.js --\nexport default function (config) {\n  config.addPassthroughCopy('img');\n  config.amendLibrary('md', (md) => { md.renderer.rules.image = (tokens, at) => { ${rule} }; });\n}\n`;

/** What is said of a lost image on that site. */
const checkImage = (rule: string): Promise<string[]> =>
  describeLinks(`${toConfiguration(rule)}-- img/x.png --\nx`, 'a.md', page('![a](/img/lost.png)'));

describe('code of a site that rewrites links', () => {
  const some: readonly (readonly [what: string, body: string])[] = [
    ['a beginning', "if (node.type === 'link' && node.url.startsWith('../../')) node.url = base + node.url.slice(6);"],
    ['a pattern', "if (/LICENSE\\.md$/.test(node.url)) node.url = 'https://x.example/license';"],
    ['what it replaces', "if (node.url) node.url = node.url.replace(/^\\.\\.\\/\\.\\.\\//, 'https://x.example/');"],
    [
      'a beginning, after one that it leaves',
      "if (node.url?.startsWith('./')) return; if (node.url.includes('../..')) node.url = base;",
    ],
  ];
  for (const [what, body] of some)
    it(`leaves the links unchecked that the code tests for: ${what}`, async () => {
      assert.deepEqual(await checkTwo(walk(body)), ['broken-link error']);
    });

  const any: readonly (readonly [what: string, body: string])[] = [
    ['none', "if (node.type === 'link') node.url = resolve(node.url);"],
    ['only one that it leaves', "if (!node.url || node.url.startsWith('/')) return; node.url = resolve(node.url);"],
    ['only the contrary of one', "if (!node.url.startsWith('/')) node.url = resolve(node.url);"],
    ['one that cannot be read', 'if (/(?<!x)md/.test(node.url)) node.url = resolve(node.url);'],
  ];
  for (const [what, body] of any)
    it(`leaves every link unchecked where the code tests for ${what}`, async () => {
      assert.deepEqual(await checkTwo(walk(body)), []);
    });

  it('reads code that changes no address as none', async () => {
    const both = ['broken-link error', 'broken-link error'];
    assert.deepEqual(await checkTwo(walk("if (node.type === 'link') node.title = node.url;")), both);
    assert.deepEqual(await checkTwo('export default 1;', '{ docs: {} }'), both);
  });

  it('reads rules of markdown-it in the configuration itself', async () => {
    assert.deepEqual(await checkImage("tokens[at].attrSet('src', cdn + tokens[at].attrGet('src'));"), []);
    assert.deepEqual(await checkImage("tokens[at].attrSet('loading', 'lazy');"), ['broken-image warning']);
  });
});
