import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { NewPost } from '../../server/src/service/index.ts';
import { relative } from '../../server/src/service/index.ts';
import { parseTxtar, createPost, root } from '../support/site.ts';
import { readFixture } from '../support/verdicts.ts';
import { describeWith } from './describeWith.ts';

/** A moment at which both sides begin the post. */
const at = { now: Date.UTC(2026, 0, 15, 23, 40, 33), timeZone: 'UTC' };

/** A site, the titles of posts to begin on it, and where: at a place, in a language, from an archetype of another kind. */
interface Site {
  readonly files: string;
  readonly titles: readonly string[];
  readonly place?: string;
  readonly language?: string;
  readonly kind?: string;
  /** What `hugo new` is given instead of the post's path. */
  readonly target?: (path: string) => string;
}

/** All that an archetype can ask of the file that it begins. */
const facts = [
  '.Name',
  '.Type',
  '.File.ContentBaseName',
  '.File.BaseFileName',
  '.File.TranslationBaseName',
  '.File.LogicalName',
  '.File.Dir',
  '.File.Path',
  '.File.Lang',
  '.File.Section',
];
const about = `---\ntitle: "{{ replace .Name "-" " " | title }}"\n---\n${facts.map((fact) => `${fact}={{ ${fact} }}`).join('\n')}\n`;
const odd = ['Night Watch', 'Über Tea & Milk', '灯台の夜', '2024 In Review', 'C++ / Rust', 'Ann’s “Lamp”', '🎉 Party'];
/** Titles are not what is compared: Hugo makes its own of the file name, Galley keeps the writer's. */
const untitled = about.replace(/title: .*/, 'weight: 1');
const languages = '-- hugo.toml --\ndefaultContentLanguage = "en"\n[languages.en]\n[languages.fr]\n';
const folders =
  '-- hugo.toml --\n[languages.en]\ncontentDir = "content/en"\n[languages.fr]\ncontentDir = "content/fr"\n';
const trip = `-- archetypes/trips/index.md --\n${about}-- archetypes/trips/day-1.md --\n${about}-- archetypes/trips/notes/inner-part.md --\n${about}-- archetypes/trips/list.txt --\n{{ .Name }}\n-- archetypes/trips/img/map.svg --\n<svg/>\n`;
const toBundle = (path: string): string => dirname(path);

const sites: Readonly<Record<string, Site>> = {
  'without archetypes': { files: '-- hugo.toml --\n', titles: ['Night Watch', 'Fog'] },
  'with the archetype of a new site': {
    files:
      '-- hugo.toml --\n-- archetypes/default.md --\n---\ntitle: "{{ replace .Name "-" " " | title }}"\ndate: {{ .Date }}\ndraft: true\n---\n\n',
    titles: ['Night Watch', 'Harbour Lights'],
  },
  'with today’s archetype of a new site': {
    files:
      '-- hugo.toml --\n-- archetypes/default.md --\n+++\ndate = \'{{ .Date }}\'\ndraft = true\ntitle = \'{{ replace .File.ContentBaseName "-" " " | title }}\'\n+++\n',
    titles: ['Night Watch', 'Fog'],
  },
  'with parameters, dates and shortcodes': {
    files:
      '-- hugo.toml --\ntitle = "Rock"\n[params]\nauthor = "Ann"\n-- archetypes/default.md --\n---\ntitle: "{{ humanize .Name | title }}"\nauthor: {{ .Site.Params.author }}\nsite: {{ .Site.Title }}\nday: {{ now.Format "Mon, 2 Jan 2006" }}\nslug: {{ .File.ContentBaseName | urlize }}\n{{- /* a remark */ -}}\n\nkind: {{ .Type }}\n---\n\n{{< toc >}}\n{{% note %}}x{{% /note %}}\n',
    titles: ['Night Watch'],
  },
  'of our own': { files: readFixture('hugo-blog'), titles: ['Night Watch'], place: 'log' },
  'at its top, with odd titles': { files: `-- hugo.toml --\n-- archetypes/default.md --\n${untitled}`, titles: odd },
  'in a section': {
    files: `-- hugo.toml --\n-- content/log/a.md --\n-- archetypes/default.md --\n${untitled}`,
    titles: odd,
    place: 'log',
  },
  'in a section with an archetype of its own': {
    files: `-- hugo.toml --\n-- content/log/a.md --\n-- archetypes/log.md --\n${about}x\n-- archetypes/default.md --\n${about}`,
    titles: ['Night Watch'],
    place: 'log',
  },
  'in a section of folders': {
    files: `-- hugo.toml --\n-- content/log/a/index.md --\n-- archetypes/default.md --\n${about}`,
    titles: ['Night Watch'],
    place: 'log',
  },
  'from an archetype of another kind': {
    files: `-- hugo.toml --\n-- content/log/a.md --\n-- archetypes/review.md --\n${about}`,
    titles: ['Night Watch'],
    place: 'review',
    kind: 'review',
  },
  'from an archetype that is a folder': {
    files: `-- hugo.toml --\n-- content/trips/a.md --\n${trip}`,
    titles: ['Night Watch'],
    place: 'trips',
    target: toBundle,
  },
  'from a folder of another kind': {
    files: `-- hugo.toml --\n-- content/log/a.md --\n${trip}`,
    titles: ['Night Watch'],
    place: 'trips',
    kind: 'trips',
    target: toBundle,
  },
  'from a folder for several languages': {
    files: `${languages}-- content/trips/a.md --\n-- archetypes/trips/index.en.md --\n${about}-- archetypes/trips/index.fr.md --\n${about}`,
    titles: ['Night Watch'],
    place: 'trips',
    language: 'fr',
    target: toBundle,
  },
  'in its own language': {
    files: `${languages}-- content/log/a.md --\n-- archetypes/default.md --\n${about}`,
    titles: ['Night Watch'],
    place: 'log',
    language: 'en',
  },
  'in another language, by the file’s name': {
    files: `${languages}-- content/log/a.md --\n-- archetypes/default.md --\n${about}`,
    titles: ['Night Watch'],
    place: 'log',
    language: 'fr',
  },
  'in another language, in a folder': {
    files: `${languages}-- content/log/a/index.md --\n-- archetypes/default.md --\n${about}`,
    titles: ['Night Watch'],
    place: 'log',
    language: 'fr',
  },
  'with a folder for each language': {
    files: `${folders}-- content/en/log/a.md --\n-- content/fr/log/b.md --\n-- archetypes/default.md --\n${about}`,
    titles: ['Night Watch'],
    place: 'log',
    language: 'en',
    target: (path) => path,
  },
};

/** The files that Galley makes, by path, copies as what they are copied from. */
function toFiles({ path, text, additionalFiles }: NewPost, files: ReadonlyMap<string, string>): Record<string, string> {
  const others = additionalFiles.map(
    (each) => [relative(root, each.uri)!, 'text' in each ? each.text : files.get(relative(root, each.from)!)!] as const,
  );
  return Object.fromEntries([[path, text] as const, ...others].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function listFilesBelow(folder: string, path = ''): string[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listFilesBelow(folder, join(path, entry.name)) : [join(path, entry.name)],
  );
}

/** The files that `hugo new` makes, by path. */
function runHugoNew(files: ReadonlyMap<string, string>, args: readonly string[]): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-hugo-new-'));
  try {
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    mkdirSync(join(folder, 'content'), { recursive: true });
    const made = spawnSync('hugo', ['new', ...args, '--clock', '2026-01-15T23:40:33Z'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, TZ: 'UTC' },
    });
    assert.equal(made.status, 0, made.stderr);
    const paths = listFilesBelow(folder, 'content')
      .filter((path) => !files.has(path))
      .sort();
    return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describeWith('hugo', 'what hugo new writes', () => {
  for (const [what, { files: txtar, titles, place = 'pages', language, kind, target }] of Object.entries(sites)) {
    it(`a new post is what hugo new writes on a site ${what}`, async () => {
      const files = parseTxtar(txtar);
      for (const title of titles) {
        const begun = await createPost(txtar, title, place, at, 'post', language);
        const path = target === undefined || target === toBundle ? begun.path.replace(/^content\//, '') : begun.path;
        const made = runHugoNew(files, [...(kind === undefined ? [] : ['--kind', kind]), target ? target(path) : path]);
        assert.deepEqual(toFiles(begun, files), made);
      }
    });
  }
});
