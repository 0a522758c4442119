#!/usr/bin/env node
// `npm run coverage`: runs the tests outside VS Code and says what of the server they reach, the language server's and the
// command line's own processes included; the lines are in out/coverage/index.html.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { CoverageReport } from 'monocart-coverage-reports';
import { installRoot, root } from './host/install.mjs';
import { Refusal, report, run, stopOnSignals } from './host/process.mjs';

const outputDir = join(root, 'out/coverage');
const recorded = join(root, 'out/coverage-v8');

async function node(args, env = {}) {
  const code = await run(process.execPath, args, { cwd: root, shell: false, env: { ...process.env, ...env } });
  if (code !== 0) throw new Refusal(`node ${args.join(' ')} ended with exit code ${code}.`);
}

stopOnSignals();
await report(async () => {
  await installRoot();
  rmSync(recorded, { recursive: true, force: true });
  await node(['esbuild.mjs', 'development']);
  await node(['esbuild.mjs', 'tests']);
  const mocha = ['node_modules/mocha/bin/mocha.js', '--reporter', 'dot', '--timeout', '120000', '--exit'];
  await node([...mocha, 'out/test/**/*.test.mjs'], { NODE_V8_COVERAGE: recorded });
  const coverage = new CoverageReport({
    outputDir,
    entryFilter: ({ url }) => url.includes('/out/test/') || url.includes('/dist/'),
    sourceFilter: (path) => path.startsWith('server/src/'),
    reports: ['v8', 'console-summary'],
  });
  await coverage.addFromDir(recorded);
  await coverage.generate();
});
