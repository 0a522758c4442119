import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foreign } from './sources.ts';

/** A copy of the project without what is installed or built; it shares the packages. */
function copyOfProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'galley-scaffolds-'));
  for (const name of readdirSync('.').filter((each) => !foreign.has(each) || each === 'fixtures'))
    cpSync(name, join(copy, name), { recursive: true, filter: (path) => !path.endsWith('node_modules') });
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'), 'junction');
  return copy;
}

describe('npm run new', () => {
  let copy: string;
  before(() => {
    copy = copyOfProject();
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  /** Runs a program of the copy with Node; fails with what it printed when it fails. */
  function runNode(...args: readonly string[]): string {
    // npm names the folder it was called in, to which paths are relative; here that is the copy.
    const env = { ...process.env, INIT_CWD: copy };
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, env, encoding: 'utf8' });
    assert.equal(status, 0, `node ${args.join(' ')}\n${stdout}${stderr}`);
    return stdout;
  }

  it('npm run new refuses a name that is taken or no name, and writes nothing', () => {
    for (const [kind, name] of [
      ['rule', 'broken-link'],
      ['rule', 'Rule'],
      ['command', 'copyUrl'],
      ['generator', 'jekyll'],
      ['dialect', 'gfm'],
      ['theme', 'dark'],
    ] as const) {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/new.mjs', kind, name], {
        cwd: copy,
        encoding: 'utf8',
      });
      assert.equal(status, 2, `${kind} ${name}`);
      assert.equal(stdout, '');
      assert.match(stderr, /^[^\n]+\n$/);
    }
  });

  it('npm run new writes a rule, a command, a generator and a dialect that pass all checks', function () {
    this.timeout(300_000);
    const begun = { rule: 'stray-comma', command: 'copyTitle', generator: 'lektor', dialect: 'flexmark' };
    for (const [kind, name] of Object.entries(begun))
      assert.match(runNode('scripts/new.mjs', kind, name), /\nNext:\n- /);
    runNode('node_modules/typescript/bin/tsc', '-b');
    runNode('node_modules/oxlint/bin/oxlint');
    runNode('node_modules/oxfmt/bin/oxfmt', '--check', '.');
    const project = ['registries', 'generated', 'commands', 'l10n', 'imports', 'hygiene'].map(
      (name) => `test/project/${name}.test.ts`,
    );
    const service = ['rules/pages', 'generators/detect', 'generators/lektor'].map(
      (name) => `test/service/${name}.test.ts`,
    );
    runNode('test/file.mjs', ...project, ...service);
    assert.match(readFileSync(join(copy, 'README.md'), 'utf8'), /\| \[stray-comma\].*\n[^]*\| Lektor \| posts \|/);
  });
});
