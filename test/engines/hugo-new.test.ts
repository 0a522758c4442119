import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesOf, newPostIn } from '../support/site.ts';

/** A moment at which both sides begin the post. */
const at = { now: Date.UTC(2026, 0, 15, 23, 40, 33), timeZone: 'UTC' };

const sites: readonly [what: string, files: string, titles: readonly string[]][] = [
  ['without archetypes', '-- hugo.toml --\n', ['Night Watch', 'Fog']],
  ['with the archetype of a new site', '-- hugo.toml --\n-- archetypes/default.md --\n---\ntitle: "{{ replace .Name "-" " " | title }}"\ndate: {{ .Date }}\ndraft: true\n---\n\n', ['Night Watch', 'Harbour Lights']],
  ['with today’s archetype of a new site', "-- hugo.toml --\n-- archetypes/default.md --\n+++\ndate = '{{ .Date }}'\ndraft = true\ntitle = '{{ replace .File.ContentBaseName \"-\" \" \" | title }}'\n+++\n", ['Night Watch', 'Fog']],
  ['with parameters, dates and shortcodes', '-- hugo.toml --\ntitle = "Rock"\n[params]\nauthor = "Ann"\n-- archetypes/default.md --\n---\ntitle: "{{ humanize .Name | title }}"\nauthor: {{ .Site.Params.author }}\nsite: {{ .Site.Title }}\nday: {{ now.Format "Mon, 2 Jan 2006" }}\nslug: {{ .File.ContentBaseName | urlize }}\n{{- /* a remark */ -}}\n\nkind: {{ .Type }}\n---\n\n{{< toc >}}\n{{% note %}}x{{% /note %}}\n', ['Night Watch']],
];

describe('what hugo new writes', () => {
  const isInstalled = spawnSync('hugo', ['version']).status === 0;
  for (const [what, files, titles] of sites) {
    it(`on a site ${what}`, async function test() {
      if (!isInstalled) this.skip();
      const folder = mkdtempSync(join(tmpdir(), 'galley-hugo-new-'));
      try {
        for (const [path, text] of filesOf(files)) {
          mkdirSync(dirname(join(folder, path)), { recursive: true });
          writeFileSync(join(folder, path), text);
        }
        mkdirSync(join(folder, 'content'), { recursive: true });
        for (const title of titles) {
          const { path, text } = await newPostIn(files, title, 'pages', at);
          const made = spawnSync('hugo', ['new', path.replace(/^content\//, ''), '--clock', '2026-01-15T23:40:33Z'], { cwd: folder, encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } });
          assert.equal(made.status, 0, made.stderr);
          assert.equal(readFileSync(join(folder, path), 'utf8'), text);
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});
