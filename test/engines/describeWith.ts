import { spawnSync } from 'node:child_process';

/** Commands that succeed only where a generator is installed. */
const probes = {
  jekyll: ['ruby', '-e', 'require "jekyll"'],
  hugo: ['hugo', 'version'],
  mkdocs: ['/usr/bin/mkdocs', '--version'],
} as const;

/** A suite that compares with a generator of this computer; without it the suite says in its name that nothing was checked, and its tests count as skipped. */
export function describeWith(generator: keyof typeof probes, title: string, suite: () => void): void {
  const [command, ...parameters] = probes[generator];
  const isInstalled = spawnSync(command, parameters).status === 0;
  describe(`${title}${isInstalled ? '' : ` (NOT CHECKED: ${generator} is not installed)`}`, () => {
    before(function () {
      if (!isInstalled) this.skip();
    });
    suite();
  });
}
