import { spawnSync } from 'node:child_process';

/** Commands that succeed only where an engine is installed, by its package. */
const probes = {
  jekyll: ['ruby', '-e', 'require "jekyll"'],
  hugo: ['hugo', 'version'],
  mkdocs: ['/usr/bin/mkdocs', '--version'],
  'python3-markdown': ['/usr/bin/python3', '-c', 'import markdown'],
} as const;

/** A suite that compares with an engine of this computer; without it the suite says in its name that nothing was checked, and its tests count as skipped. */
export function describeWith(engine: keyof typeof probes, title: string, suite: () => void): void {
  const [command, ...parameters] = probes[engine];
  const isInstalled = spawnSync(command, parameters).status === 0;
  describe(`${title}${isInstalled ? '' : ` (NOT CHECKED: ${engine} is not installed)`}`, () => {
    before(function () {
      if (!isInstalled) this.skip();
    });
    suite();
  });
}
