import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, mkdir, open, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import type { TemporaryFolder } from '../support/client.ts';
import { createTemporaryFolder } from '../support/client.ts';
import type { Run } from '../support/galley.ts';
import { cli, runGalley } from '../support/galley.ts';

const calm = '---\ntitle: Calm\n---\n\nNothing to say.\n';
const storm = '---\ntitle: Storm\n---\n\nWind from [the west][weest].\n\n[west]: https://example.org/west\n';
const onlyReferences = ['--rule', 'undefined-reference'];

/** The files that a run in JSON names, each once. */
function listFiles({ out }: Run): string[] {
  const lines = out.split('\n').filter((line) => line !== '');
  return [...new Set(lines.map((line) => (JSON.parse(line) as { readonly file: string }).file))].sort();
}

/** Runs `galley` as an ordinary user, whom permissions bind: root reads everything. */
async function runGalleyAsNobody(folder: TemporaryFolder, cwd: string, ...args: string[]): Promise<Run> {
  const isRoot = process.getuid?.() === 0;
  const program = join(folder.path, 'galley.cjs');
  await copyFile(cli, program);
  await chmod(folder.path, 0o755);
  const identity = isRoot ? { uid: 65_534, gid: 65_534 } : {};
  const child = spawn(process.execPath, [program, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'], ...identity });
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, out, error };
}

describe('galley at the edges of a site', () => {
  let folder: TemporaryFolder;

  /** Makes a folder with a Jekyll site in `site` and other files next to it; returns the path of the site. */
  async function begin(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
    folder = await createTemporaryFolder({ 'site/_config.yml': 'title: The Harbour Log\n', ...files });
    return join(folder.path, 'site');
  }

  afterEach(() => folder.remove());

  describe('with symbolic links', () => {
    it('follows symbolic links that stay inside of the site, to files and to folders', async () => {
      const site = await begin({ 'site/notes/2025-02-02-storm.md': storm, 'site/notes/moon.md': storm });
      await symlink('notes', join(site, '_posts'));
      await symlink('../notes/moon.md', join(site, '_posts/2025-02-03-moon.md'));
      const run = await runGalley(site, 'check', '--format', 'json', ...onlyReferences);
      const names = ['2025-02-02-storm.md', '2025-02-03-moon.md', 'moon.md'];
      assert.deepEqual(
        listFiles(run).filter((file) => file.startsWith('_posts/')),
        names.map((name) => `_posts/${name}`),
      );
      assert.deepEqual([run.code, run.error], [1, '']);
    });

    it('follows a symbolic link from one checked site to another', async () => {
      const site = await begin({ 'shared/2025-02-02-storm.md': storm, 'site/_posts/2025-02-01-calm.md': calm });
      await symlink('../../shared', join(site, '_posts/more'));
      const around = await runGalley(folder.path, 'check', '--format', 'json', ...onlyReferences);
      assert.ok(listFiles(around).includes('_posts/more/2025-02-02-storm.md'), around.out);
      assert.equal(around.error, '');
    });

    it('does not follow a folder, a post, a configuration or data out of the site, names nothing there, and says so once', async () => {
      const site = await begin({
        'elsewhere/2025-02-02-storm.md': storm,
        'elsewhere/secret.yml': 'key: swordfish\n',
        'site/_posts/2025-02-01-calm.md': calm,
      });
      await symlink('../elsewhere', join(site, '_drafts'));
      await symlink('../../elsewhere/2025-02-02-storm.md', join(site, '_posts/2025-02-02-storm.md'));
      await mkdir(join(site, '_data'));
      await symlink('../../elsewhere/secret.yml', join(site, '_data/secret.yml'));
      for (const command of ['check', 'posts']) {
        const run = await runGalley(site, command, '--format', 'json');
        assert.deepEqual([run.code, listFiles(run).filter((file) => !file.includes('calm'))], [0, []], command);
        assert.deepEqual(
          run.error.split('\n').map((line) => /^galley: "([^"]+)" leads out of the folder/.exec(line)?.[1]),
          ['_data/secret.yml', '_drafts', '_posts/2025-02-02-storm.md', undefined],
        );
        assert.doesNotMatch(run.error + run.out, /swordfish|elsewhere/);
      }
    });

    it('reads a site that is itself behind a symbolic link', async () => {
      const site = await begin({ 'site/_posts/2025-02-02-storm.md': storm });
      await symlink('site', join(folder.path, 'alias'));
      const run = await runGalley(folder.path, 'check', 'alias', '--format', 'json', ...onlyReferences);
      assert.deepEqual([run.code, listFiles(run), run.error], [1, ['_posts/2025-02-02-storm.md'], '']);
      assert.ok(site);
    });

    it('refuses a named post that is a symbolic link out of the site', async () => {
      const site = await begin({ 'elsewhere/2025-02-02-storm.md': storm });
      await mkdir(join(site, '_posts'));
      await symlink('../../elsewhere/2025-02-02-storm.md', join(site, '_posts/2025-02-02-storm.md'));
      const run = await runGalley(site, 'check', '_posts/2025-02-02-storm.md');
      assert.deepEqual([run.code, run.out], [2, 'No posts could be read.\n']);
      assert.match(run.error, /^galley: "_posts\/2025-02-02-storm\.md" leads out of [^\n]+\n$/);
    });

    it('reading ends where folders link to one another', async () => {
      const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
      const site = await begin(Object.fromEntries(names.map((name) => [`site/${name}/${name}.md`, calm])));
      for (const from of names)
        for (const to of names)
          for (const twin of ['', '2']) await symlink(`../${to}`, join(site, from, `to-${to}${twin}`));
      await symlink('..', join(site, 'round'));
      await symlink('itself', join(site, 'itself'));
      const run = await runGalley(site, 'posts', '--format', 'json');
      assert.equal(run.code, 0);
      assert.ok(listFiles(run).includes('a/a.md') && listFiles(run).includes('a/to-b/b.md'));
      assert.ok(listFiles(run).every((file) => file.split('/').length <= 3));
    });
  });

  describe('with files that are no text', () => {
    const cases: readonly (readonly [string, string | Uint8Array, string])[] = [
      ['UTF-16, little end first', Buffer.from(`\uFEFF${calm}`, 'utf16le'), 'it is UTF-16; save it as UTF-8'],
      ['UTF-16, big end first', Buffer.from(`\uFEFF${calm}`, 'utf16le').swap16(), 'it is UTF-16; save it as UTF-8'],
      ['a zero byte', `${calm}\0`, 'it is binary'],
      ['more than 10 MB', 'x'.repeat(10 * 1024 * 1024 + 1), 'it is larger than 10 MB'],
    ];
    for (const [title, content, why] of cases) {
      it(`names a post of ${title}, checks the others, and exits with 2`, async () => {
        const site = await begin({
          'site/_posts/2025-02-01-calm.md': content,
          'site/_posts/2025-02-02-storm.md': storm,
        });
        for (const command of ['check', 'posts']) {
          const run = await runGalley(site, command, '--format', 'json');
          assert.equal(run.error, `galley: Cannot read "_posts/2025-02-01-calm.md": ${why}.\n`);
          assert.ok(listFiles(run).includes('_posts/2025-02-02-storm.md'));
          assert.equal(run.code, 2);
        }
      });
    }

    it('does not say that there are no posts where none could be read', async () => {
      const site = await begin({ 'site/_posts/2025-02-01-calm.md': Buffer.from(`\uFEFF${calm}`, 'utf16le') });
      for (const command of ['check', 'posts']) {
        const run = await runGalley(site, command);
        assert.deepEqual([run.code, run.out], [2, 'No posts could be read.\n']);
      }
    });

    it('names posts that could not be read in a SARIF log', async () => {
      const site = await begin({ 'site/_posts/2025-02-01-calm.md': `${calm}\0` });
      const [run] = JSON.parse((await runGalley(site, 'check', '--format', 'sarif')).out).runs;
      const message = { text: 'Cannot read "_posts/2025-02-01-calm.md": it is binary.' };
      assert.deepEqual(run.invocations, [
        { executionSuccessful: false, toolExecutionNotifications: [{ level: 'warning', message }] },
      ]);
    });

    it('does not read a file of 300 MB', async () => {
      const site = await begin({ 'site/_posts/2025-02-01-calm.md': '', 'site/_posts/2025-02-02-storm.md': storm });
      await truncate(join(site, '_posts/2025-02-01-calm.md'), 300 * 1024 * 1024);
      const run = await runGalley(site, 'check', ...onlyReferences);
      assert.deepEqual([run.code, /storm\.md:5:11/.test(run.out)], [2, true]);
      assert.match(run.error, /calm\.md": it is larger than 10 MB\.\n$/);
    });

    it('reads a post with bytes that are no UTF-8, and says so', async () => {
      const site = await begin({ 'site/_posts/2025-02-02-storm.md': Buffer.from(`${storm}\xE9t\xE9\n`, 'latin1') });
      const run = await runGalley(site, 'check', '--format', 'json', ...onlyReferences);
      assert.deepEqual([run.code, listFiles(run)], [1, ['_posts/2025-02-02-storm.md']]);
      assert.match(run.error, /^galley: "_posts\/2025-02-02-storm\.md" is not all UTF-8, [^\n]+\n$/);
    });

    it('reads a byte order mark and line ends of the old Macintosh', async () => {
      const site = await begin({
        'site/_posts/2025-02-01-mark.md': `\uFEFF${storm}`,
        'site/_posts/2025-02-02-mac.md': storm.replaceAll('\n', '\r'),
      });
      const run = await runGalley(site, 'posts', '--format', 'json');
      assert.deepEqual([run.code, run.error, listFiles(run).length], [0, '', 2]);
    });

    it('skips binary files that are no posts', async () => {
      const site = await begin({
        'site/_posts/2025-02-01-calm.md': calm,
        'site/img/gull.png': '\0\0',
        'site/a.bin': '\0',
      });
      const run = await runGalley(site, 'check', ...onlyReferences);
      assert.deepEqual([run.code, run.error], [0, '']);
    });
  });

  describe('with what is no file', () => {
    it('waits for no pipe in place of a post, names it, and exits with 2', async () => {
      const site = await begin({ 'site/_posts/2025-02-02-storm.md': storm });
      await promisify(execFile)('mkfifo', [join(site, '_posts/2025-02-01-calm.md'), join(site, '_data.fifo')]);
      for (const path of ['.', '_posts/2025-02-01-calm.md']) {
        const run = await runGalley(site, 'check', path, ...onlyReferences);
        assert.equal(run.error, 'galley: Cannot read "_posts/2025-02-01-calm.md": it is no regular file.\n');
        assert.equal(run.code, 2);
      }
    });

    it('waits for no pipe in place of the configuration', async () => {
      const site = await begin({ 'site/_posts/2025-02-02-storm.md': storm });
      await rm(join(site, '_config.yml'));
      await promisify(execFile)('mkfifo', [join(site, '_config.yml')]);
      assert.match((await runGalley(site, 'check', '_posts', '--format', 'json', ...onlyReferences)).out, /weest/);
    });

    it('opens no device that a post links to', async () => {
      const site = await begin({ 'site/_posts/2025-02-02-storm.md': storm });
      await symlink('/dev/zero', join(site, '_posts/2025-02-01-calm.md'));
      const run = await runGalley(site, 'check', ...onlyReferences);
      assert.match(run.error, /^galley: "_posts\/2025-02-01-calm\.md" leads out of [^\n]+\n$/);
    });

    it('names files and folders that an ordinary user may not read', async () => {
      const site = await begin({
        'site/_posts/2025-02-01-calm.md': calm,
        'site/_posts/2025-02-02-storm.md': storm,
        'site/_drafts/moon.md': calm,
      });
      await chmod(join(site, '_posts/2025-02-01-calm.md'), 0);
      await chmod(join(site, '_drafts'), 0);
      const run = await runGalleyAsNobody(folder, site, 'check', '--format', 'json', ...onlyReferences);
      await chmod(join(site, '_drafts'), 0o755);
      assert.deepEqual(listFiles(run), ['_posts/2025-02-02-storm.md']);
      assert.equal(
        run.error,
        'galley: Cannot read "_drafts": its permissions do not allow it.\n' +
          'galley: Cannot read "_posts/2025-02-01-calm.md": its permissions do not allow it.\n',
      );
      assert.equal(run.code, 2);
    });
  });

  describe('with names', () => {
    it('reads every name that a file can have', async () => {
      const names = [
        'a\nb',
        'c%2Fd',
        'e#f?g',
        'h\\i',
        ' j ',
        'k:l',
        "m'n",
        '\u202Eo',
        '~',
        '[p](q)',
        'é',
        'e\u0301',
        '🌬',
      ];
      const long = `2025-02-02-${'x'.repeat(255 - '2025-02-02-.md'.length)}.md`;
      const all = [...names.map((name) => `2025-02-02-${name}.md`), long].sort();
      const site = await begin(Object.fromEntries(all.map((name) => [`site/_posts/${name}`, storm])));
      const run = await runGalley(site, 'check', '--format', 'json', ...onlyReferences);
      assert.deepEqual(listFiles(run), all.map((name) => `_posts/${name}`).sort());
      assert.equal(run.error, '');
    });

    it('names a file whose name is no UTF-8, and exits with 2', async () => {
      const site = await begin({ 'site/_posts/2025-02-02-storm.md': storm });
      const name = Buffer.concat([
        Buffer.from(join(site, '_posts/2025-02-01-\u00E9')),
        Buffer.from([0xe9]),
        Buffer.from('.md'),
      ]);
      await writeFile(name, calm);
      assert.equal((await readdir(join(site, '_posts'))).length, 2);
      const run = await runGalley(site, 'check', ...onlyReferences);
      assert.equal(
        run.error,
        'galley: Cannot read "_posts/2025-02-01-é\uFFFD.md": its name is not UTF-8; rename it.\n',
      );
      assert.equal(run.code, 2);
    });

    it('prints nothing that a terminal obeys: not of names, titles, messages or paths on the command line', async () => {
      const evil = '\x1B]0;owned\x07\x9B31m\x7F\u202Egnp';
      const site = await begin({
        [`site/_posts/2025-02-02-${evil}\n::error::x.md`]: `---\ntitle: "Storm \\e[2J\\x9B\\u202E"\n---\n\n[a][${evil}] and ![x](/img/${evil}.png)\n`,
        'site/img/gull.png': '',
      });
      const runs = await Promise.all([
        runGalley(site, 'check'),
        runGalley(site, 'posts'),
        runGalley(site, 'check', '--format', 'json'),
        runGalley(site, 'posts', '--format', 'json'),
        runGalley(site, 'check', '--format', 'github'),
        runGalley(site, 'check', '--format', 'sarif'),
        runGalley(site, 'check', evil),
      ]);
      for (const { out, error } of runs) {
        assert.doesNotMatch(out + error, /(?!\n)\p{Cc}/u);
        assert.doesNotMatch(out + error, /^(?:::error::x|owned)/m);
      }
      const [pretty, posts, json] = runs.map(({ out }) => out);
      for (const shown of [pretty!, posts!]) {
        assert.match(shown, /_posts\/2025-02-02-\\x1b\]0;owned\\x07\\x9b31m\\x7f\\u202egnp\\n::error::x\.md/);
        assert.doesNotMatch(shown, /\u202E/);
      }
      assert.match(posts!, /Storm \\x1b\[2J\\x9b\\u202e/);
      assert.deepEqual(listFiles({ code: 0, out: json!, error: '' }), [`_posts/2025-02-02-${evil}\n::error::x.md`]);
      assert.match(runs[6]!.error, /^galley: There is no file or folder "\\x1b\]0;owned[^\n]*\n$/);
    });

    it('encodes file names for GitHub and SARIF', async () => {
      const name = '2025-02-02-50% #1?, a:b\n\u00E9.md';
      const site = await begin({ [`site/_posts/${name}`]: storm });
      const github = await runGalley(site, 'check', '--format', 'github', ...onlyReferences);
      assert.match(github.out, /^::warning file=_posts\/2025-02-02-50%25 #1\?%2C a%3Ab%0Aé\.md,line=5,/m);
      const sarif = JSON.parse((await runGalley(site, 'check', '--format', 'sarif', ...onlyReferences)).out);
      const { uri } = sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation;
      assert.equal(uri, '_posts/2025-02-02-50%25%20%231%3F%2C%20a%3Ab%0A%C3%A9.md');
    });
  });

  describe('with an output that fails', () => {
    it('says in one sentence that the disk of the output is full, and exits with 2', async () => {
      const site = await begin({ 'site/_posts/2025-02-02-storm.md': storm });
      for (const args of [['check'], ['check', '--format', 'sarif'], ['posts'], ['--help']]) {
        const full = await open('/dev/full', 'w');
        const child = spawn(process.execPath, [cli, ...args], { cwd: site, stdio: ['ignore', full.fd, 'pipe'] });
        const [error] = await Promise.all([text(child.stderr!), once(child, 'close')]);
        await full.close();
        assert.equal(error, 'galley: Cannot write the output: the disk is full; make room and run it again.\n');
        assert.equal(child.exitCode, 2);
      }
    });

    it('check continues when standard error is full', async () => {
      const site = await begin({ 'site/_posts/2025-02-01-calm.md': `${calm}\0` });
      const full = await open('/dev/full', 'w');
      const child = spawn(process.execPath, [cli, 'check'], { cwd: site, stdio: ['ignore', 'pipe', full.fd] });
      const [out] = await Promise.all([text(child.stdout!), once(child, 'close')]);
      await full.close();
      assert.deepEqual([child.exitCode, out], [2, 'No posts could be read.\n']);
    });
  });

  it('names what vanished while it was read', async () => {
    const site = await begin(
      Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`site/_posts/2025-01-01-${index}.md`, storm])),
    );
    const child = spawn(process.execPath, [cli, 'check', '--format', 'json', ...onlyReferences], {
      cwd: site,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const complaints = text(child.stderr);
    await once(child.stdout, 'readable');
    await rm(join(site, '_posts'), { recursive: true });
    const [, error] = await Promise.all([text(child.stdout), complaints, once(child, 'close')]);
    for (const line of error.trimEnd().split('\n'))
      assert.match(line, /^(?:galley: Cannot read "_posts\/2025-01-01-\d+\.md": it is not there any more\.)?$/);
    assert.equal(child.exitCode, error === '' ? 1 : 2);
  });
});
