import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { environment } from '../../support/check.ts';
import type { Built, BuiltPage } from '../../engines/builtSite.ts';
import { inFolder } from '../../engines/worker.ts';
import type { Explanation, LinkPlace, SiteEngine } from './engine.ts';
import { sketches } from './hugoSketches.ts';
import type { LinkSketch, SiteSketch } from './sketch.ts';

const timeZone = 'America/New_York';

/** Prints the page in place of every layout; language folders make `.Path` ambiguous, so the whole file name is printed. */
const layout =
  '{{ with .File }}{{ $page := dict "file" .Filename "url" $.RelPermalink "isList" (not $.IsPage) "date" ($.Date.Format "2006-01-02T15:04:05.000Z07:00") "html" $.Content }}GALLEY{{ $page | jsonify }}{{ else }}no file{{ end }}';
const layouts = ['single.html', 'list.html', 'single.json', 'list.json'];

interface PrintedPage {
  readonly file: string;
  readonly url: string;
  readonly isList: boolean;
  readonly date: string;
  readonly html: string;
}

function build(files: ReadonlyMap<string, string>): Promise<Built> {
  return inFolder(files, async (folder) => {
    mkdirSync(join(folder, 'layouts/_default'), { recursive: true });
    for (const name of layouts) writeFileSync(join(folder, 'layouts/_default', name), layout);
    const output = join(folder, 'galley-output');
    const error = await runHugo(folder, output);
    return error === undefined ? readOutput(output, folder) : { stopped: error };
  });
}

/** Resolves with what Hugo says where it fails. */
function runHugo(folder: string, output: string): Promise<string | undefined> {
  const now = new Date(environment.now).toISOString();
  const parameters = ['--source', folder, '--destination', output, '--clock', now];
  const options = { env: { ...process.env, TZ: timeZone, GOMAXPROCS: '1' } };
  return new Promise((resolve) =>
    execFile('hugo', parameters, options, (error, stdout, stderr) => resolve(error ? stdout + stderr : undefined)),
  );
}

function readOutput(output: string, folder: string): Built {
  const paths = readdirSync(output, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const pages = paths.flatMap((path): BuiltPage[] => {
    const text = readFileSync(path, 'utf8');
    if (!text.startsWith('GALLEY')) return [];
    const { file, url, isList, date, html } = JSON.parse(text.slice('GALLEY'.length)) as PrintedPage;
    const moment = isList ? 'unknown' : date.startsWith('0001-') ? undefined : Date.parse(date);
    return [{ file: relative(folder, file), url, html, ...(moment !== undefined && { date: moment }) }];
  });
  return { pages, files: new Set(paths.map((path) => relative(output, path))) };
}

function getBase({ files }: SiteSketch): string {
  const url = /^baseURL: "?([^"\n]*)/m.exec(files['hugo.yaml']!)?.[1] ?? '';
  return url.replace(/^https:\/\/[^/]*/, '').replace(/\/$/, '');
}

/** `ref` and `relref` with the paths that writers use, and `.md` or not. */
function writeTag({ form, target }: LinkSketch, { toFile }: LinkPlace): string | undefined {
  const path = toFile
    .replace(/^content\//, target % 2 === 0 ? '' : '/')
    .replace(/(?:\.fr)?\.md$/, target % 3 === 0 ? '' : '$&');
  if (!toFile.startsWith('content/') || path.includes('"')) return undefined;
  return `{{< ${form === 'tag' ? 'ref' : 'relref'} "${path}" >}}`;
}

const explained: readonly Explanation[] = [
  {
    reason:
      'An alias that leads above the site stops the build; nobody writes one on purpose, so it is not looked for.',
    explains: ({ kind, engine }) => kind === 'stop' && engine.includes('traverses outside the website root'),
  },
  {
    reason: 'Whether `ref` finds a file that is no page depends on the version.',
    explains: ({ kind, link }) => kind === 'miss' && /^\{\{< (?:rel)?ref "[^"]*\.svg"/.test(link ?? ''),
  },
];

/** Hugo as Debian has it, a process a site. */
export const hugo: SiteEngine = { sketches, getBase, writeTag, timeZone, build, explained };
