import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { TemporaryFolder } from '../support/client.ts';
import { cli, runGalley } from '../support/galley.ts';
import { createTemporaryFolder } from '../support/client.ts';

const clean = '---\ntitle: Calm\n---\n\nNothing to say about [the sea][sea].\n\n[sea]: https://example.org/sea\n';
const broken = '---\ntitle: Storm\n---\n\nWind 🌬 from [the west][weest].\n\n[west]: https://example.org/west\n';
const hinted = `${clean}[moon]: https://example.org/moon\n`;

const storm = '_posts/2025-02-02-storm.md';

function toLinkingPost(link: string): string {
  return `---\ntitle: Sea\ndate: 2024-01-01\n---\n\n[there](${link})\n`;
}

describe('galley on the command line', () => {
  let site: TemporaryFolder;

  before(async () => {
    site = await createTemporaryFolder({
      '_config.yml': 'title: The Harbour Log\n',
      '_posts/2025-02-01-calm.md': clean,
      [storm]: broken,
      '_drafts/moon.md': hinted,
      'elsewhere.txt': 'no post',
    });
  });

  after(() => site.remove());

  it('check reports the site of the current folder: a line for each problem, a summary, exit code 1', async () => {
    const { code, out, error } = await runGalley(site.path, 'check');
    assert.equal(code, 1);
    assert.equal(error, '');
    const lines = out.trimEnd().split('\n');
    assert.match(
      lines.find((line) => line.startsWith(`${storm}:5:14`)) ?? out,
      / {2}warning {2}.*weest.* {2}undefined-reference$/,
    );
    assert.match(lines.at(-1)!, /1 warning, 1 info, 2 hints in 2 of 3 posts\.$/);
    assert.ok(!out.includes('\u001B'), 'no colours without a terminal');
  });

  it('check prints one JSON object per line: file from the site root, positions from 1 in UTF-16 code units', async () => {
    const { code, out } = await runGalley(
      join(site.path, '_posts'),
      'check',
      '2025-02-02-storm.md',
      '--format',
      'json',
      '--rule',
      'undefined-reference',
    );
    assert.equal(code, 1);
    const { message, ...rest } = JSON.parse(out);
    assert.match(message, /weest/);
    assert.deepEqual(rest, {
      file: storm,
      line: 5,
      column: 14,
      endLine: 5,
      endColumn: 31,
      rule: 'undefined-reference',
      severity: 'warning',
    });
  });

  it('check and posts of a folder find the configured site above it, though the folder looks like a site', async () => {
    const folder = await createTemporaryFolder({
      'jekyll/_config.yml': 'source: src\npermalink: /:title/\n',
      'jekyll/src/_posts/2024-01-01-a.md': toLinkingPost('/b/'),
      'jekyll/src/_posts/2024-01-02-b.md': toLinkingPost('/a/'),
      'hexo/_config.yml': 'permalink: :title/\n',
      'hexo/package.json': '{"dependencies":{"hexo":"8.1.2"}}',
      'hexo/source/_posts/sea.md': toLinkingPost('/sea/'),
    });
    for (const [path, urls] of [
      ['jekyll/src', ['/a/', '/b/']],
      ['hexo/source', ['/sea/']],
      ['hexo/source/_posts', ['/sea/']],
      ['hexo/source/_posts/sea.md', ['/sea/']],
    ] as const) {
      const posts = await runGalley(folder.path, 'posts', path, '--format', 'json');
      const found = posts.out
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { url: string }).url);
      assert.deepEqual(found.sort(), urls, path);
      assert.equal((await runGalley(folder.path, 'check', path)).code, 0, path);
    }
    await folder.remove();
  });

  it('check annotates a pull request on GitHub, with its reserved characters escaped', async () => {
    const folder = await createTemporaryFolder({
      '_config.yml': '',
      '_posts/2025-02-02-storm, part 1.md': '---\ntitle: Storm\n---\n\n[100 %][a]\n',
    });
    const { code, out } = await runGalley(folder.path, 'check', '--format', 'github', '--rule', 'undefined-reference');
    assert.equal(code, 1);
    assert.match(
      out,
      /^::warning file=_posts\/2025-02-02-storm%2C part 1\.md,line=5,endLine=5,col=1,endColumn=11,title=undefined-reference::No definition for "a"/m,
    );
    await folder.remove();
  });

  it('check writes one SARIF log with its rules and results, also without results', async () => {
    const log = JSON.parse(
      (await runGalley(site.path, 'check', '--format', 'sarif', '--rule', 'undefined-reference')).out,
    );
    assert.equal(log.version, '2.1.0');
    const [run] = log.runs;
    const { ruleIndex, ...result } = run.results[0];
    assert.equal(run.tool.driver.name, 'Galley');
    assert.equal(run.tool.driver.rules[ruleIndex].id, 'undefined-reference');
    for (const { id, helpUri, shortDescription } of run.tool.driver.rules)
      assert.ok(helpUri.endsWith(`/rules/${id}.md`) && shortDescription.text, id);
    const { text } = result.message;
    const physicalLocation = {
      artifactLocation: { uri: storm },
      region: { startLine: 5, startColumn: 14, endLine: 5, endColumn: 31 },
    };
    assert.deepEqual(result, {
      ruleId: 'undefined-reference',
      level: 'warning',
      message: { text },
      locations: [{ physicalLocation }],
    });
    assert.deepEqual(run.invocations, [{ executionSuccessful: true }]);
    assert.deepEqual(
      JSON.parse((await runGalley(site.path, 'check', '_posts/2025-02-01-calm.md', '--format', 'sarif')).out).runs[0]
        .results,
      [],
    );
  });

  it('check names a configuration that cannot be read, and uses the defaults', async () => {
    const folder = await createTemporaryFolder({ '_config.yml': 'title: The Log\nurl: [\n', [storm]: broken });
    const { code, out, error } = await runGalley(
      folder.path,
      'check',
      '--format',
      'json',
      '--rule',
      'undefined-reference',
    );
    assert.equal(code, 1);
    assert.equal(JSON.parse(out).file, storm);
    assert.match(error, /^galley: _config\.yml:\d+:\d+: Jekyll cannot read this file[^\n]*\n$/);
    await folder.remove();
  });

  it('check exits with 0 when no problem is worse than allowed', async () => {
    assert.equal((await runGalley(site.path, 'check', '_posts/2025-02-01-calm.md')).code, 0);
    assert.match((await runGalley(site.path, 'check', '_posts/2025-02-01-calm.md')).out, /^No problems in 1 post\.$/m);
    assert.equal((await runGalley(site.path, 'check', '_drafts')).code, 0);
    assert.equal((await runGalley(site.path, 'check', '_drafts', '--max-severity', 'none')).code, 1);
    assert.equal((await runGalley(site.path, 'check', '--max-severity', 'warning')).code, 0);
  });

  it('check reads each post once, however often it is named', async () => {
    const { out } = await runGalley(
      site.path,
      'check',
      '.',
      '_posts',
      storm,
      '--format',
      'json',
      '--rule',
      'undefined-reference',
    );
    assert.equal(out.trimEnd().split('\n').length, 1);
  });

  it('posts lists the posts with their state and URL', async () => {
    const { code, out } = await runGalley(site.path, 'posts', '--format', 'json');
    assert.equal(code, 0);
    const rows = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    assert.deepEqual(rows.map(({ file }) => file).sort(), ['_drafts/moon.md', '_posts/2025-02-01-calm.md', storm]);
    const row = rows.find(({ file }) => file === storm);
    assert.deepEqual(Object.keys(row), ['file', 'title', 'date', 'collection', 'state', 'url', 'reasons']);
    assert.deepEqual([row.title, row.state, row.url], ['Storm', 'published', '/2025/02/02/storm.html']);
    assert.match((await runGalley(site.path, 'posts')).out, /2025-02-02 {2}published {4}Storm\n[^]*3 posts\./);
  });

  for (const [title, args, sentence] of [
    ['no command', [], /Say what to do/],
    ['an unknown command', ['chek'], /no command "chek"/],
    ['an unknown option', ['check', '--colour'], /--colour/],
    ['a format that is none', ['check', '--format', 'xml'], /no format "xml" here: use pretty, json, github or sarif/],
    ['a format for problems', ['posts', '--format', 'sarif'], /no format "sarif" here: use pretty or json/],
    ['an unknown rule', ['check', '--rule', 'undefined-refrence'], /no rule "undefined-refrence".*undefined-reference/],
    ['an unknown severity', ['check', '--max-severity', 'loud'], /no severity "loud"/],
    ['a path that does not exist', ['check', 'nowhere'], /no file or folder "nowhere"/],
    ['two sites to list', ['posts', 'a', 'b'], /one path/],
    ['a server without a way to talk', ['lsp'], /--stdio/],
  ] as const) {
    it(`the command line refuses ${title} with one line and exit code 2`, async () => {
      const { code, out, error } = await runGalley(site.path, ...args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(error, sentence);
      assert.match(error, /^galley: [^\n]+\n$/);
    });
  }

  it('check reads what it can and names the files that it cannot read', async () => {
    const folder = await createTemporaryFolder({
      '_config.yml': '',
      [storm]: broken,
      'bad.md': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]),
    });
    const { code, out, error } = await runGalley(
      folder.path,
      'check',
      storm,
      'bad.md',
      '--format',
      'json',
      '--rule',
      'undefined-reference',
    );
    assert.equal(code, 2);
    assert.match(out, /weest/);
    assert.equal(error, 'galley: Cannot read "bad.md": it is binary.\n');
    await folder.remove();
  });

  it('check says so where there is no post', async () => {
    const folder = await createTemporaryFolder({ 'readme.txt': 'hello' });
    const { code, out } = await runGalley(folder.path, 'check');
    assert.deepEqual([code, out], [0, 'No posts found.\n']);
    assert.equal((await runGalley(folder.path, 'check', '--format', 'json')).out, '');
    await folder.remove();
  });

  it('the command line ends quietly when the reader of its output leaves', async () => {
    const posts = Array.from({ length: 300 }, (_each, index) => [`_posts/2025-01-01-${index}.md`, broken.repeat(12)]);
    const folder = await createTemporaryFolder({ '_config.yml': '', ...Object.fromEntries(posts) });
    const child = spawn(process.execPath, [cli, 'check', '--format', 'json'], {
      cwd: folder.path,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const complaints = text(child.stderr);
    const closed = once(child, 'close');
    await once(child.stdout, 'data');
    child.stdout.destroy();
    await closed;
    assert.equal(await complaints, '');
    await folder.remove();
  });

  it('the command line prints its help and version', async () => {
    const help = await runGalley(site.path, '--help');
    assert.equal(help.code, 0);
    assert.match(help.out, /galley check \[path…\]/);
    assert.equal((await runGalley(site.path, 'check', '--help')).out, help.out);
    const { version } = JSON.parse(await readFile('package.json', 'utf8'));
    assert.equal((await runGalley(site.path, '--version')).out, `${version}\n`);
  });
});
