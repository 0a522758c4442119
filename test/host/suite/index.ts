import { join } from 'node:path';
import Mocha from 'mocha';
import { root } from './support.js';

/** The test files of every run that changes posts on one generator's site. */
const writing = [() => import('./undoChanges.test.js'), () => import('./undoFiles.test.js')];

/** The test files of each run that test/host/run.mjs knows; a new test file is one line here. */
const suites: Record<string, readonly (() => Promise<unknown>)[]> = {
  installed: [
    () => import('./smoke.test.js'),
    () => import('./diagnostics.test.js'),
    () => import('./language.test.js'),
    () => import('./frontMatter.test.js'),
    () => import('./links.test.js'),
    () => import('./builtinMarkdown.test.js'),
    () => import('./newPost.test.js'),
    () => import('./contributions.test.js'),
    () => import('./preview.test.js'),
    () => import('./server.test.js'),
    () => import('./site.test.js'),
  ],
  blog: [
    () => import('./smoke.test.js'),
    () => import('./insert.test.js'),
    () => import('./changePost.test.js'),
    () => import('./movingFiles.test.js'),
    ...writing,
    () => import('./undoInserts.test.js'),
    () => import('./postsView.test.js'),
    () => import('./postsViewAccess.test.js'),
    () => import('./transfer.test.js'),
  ],
  hugo: [...writing, () => import('./beginPost.test.js'), () => import('./imagesElsewhere.test.js')],
  astro: [...writing, () => import('./imagesElsewhere.test.js')],
  restricted: [() => import('./smoke.test.js'), () => import('./language.test.js')],
  empty: [() => import('./smoke.test.js'), () => import('./noSite.test.js')],
};

/** VS Code calls this in the extension host; it rejects when a test of the run GALLEY_SUITE failed. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 180_000, color: true, reporter: join(root, 'test/reporter.cjs') });
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, '', mocha);
  if (process.env['GALLEY_GREP']) mocha.grep(process.env['GALLEY_GREP']);
  for (const load of suites[process.env['GALLEY_SUITE'] ?? 'blog'] ?? []) await load();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} of the tests in VS Code failed.`);
}
