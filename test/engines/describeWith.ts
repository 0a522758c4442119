import { spawnSync } from 'node:child_process';
import type { Engine } from './engines.ts';

/** Commands that succeed only where an engine is installed, by its package. */
const probes = {
  jekyll: ['ruby', '-e', 'require "jekyll"'],
  hugo: ['hugo', 'version'],
  mkdocs: ['/usr/bin/mkdocs', '--version'],
  'python3-markdown': ['/usr/bin/python3', '-c', 'import markdown'],
} as const;

/** An engine that compares texts: what it needs, and whether that is there. */
type Installable = Pick<Engine, 'needs' | 'isInstalled'>;

/** A suite that compares with an engine of this computer; without it the suite says in its name that nothing was checked, and its tests count as skipped. */
export function describeWith(engine: keyof typeof probes | Installable, title: string, suite: () => void): void {
  const needs = typeof engine === 'string' ? engine : engine.needs;
  const isInstalled = typeof engine === 'string' ? isThere(probes[engine]) : engine.isInstalled();
  describe(`${title}${isInstalled ? '' : ` (NOT CHECKED: ${needs} is not installed)`}`, () => {
    before(function () {
      if (!isInstalled) this.skip();
    });
    suite();
  });
}

function isThere([command, ...parameters]: readonly [string, ...string[]]): boolean {
  return spawnSync(command, parameters).status === 0;
}
