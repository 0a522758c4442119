import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { micromark as toHtml } from 'micromark';
import { gfmFootnote, gfmFootnoteHtml } from 'micromark-extension-gfm-footnote';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { gfmTaskListItem, gfmTaskListItemHtml } from 'micromark-extension-gfm-task-list-item';
import type { DialectId } from '../../server/src/service/dialects/dialect.ts';

/** A Markdown engine of this machine that shows what a text becomes. */
export interface Engine {
  readonly name: string;
  readonly dialect: DialectId;
  readonly needs: string;
  readonly isInstalled: () => boolean;
  /** The HTML of each text. */
  readonly render: (texts: readonly string[]) => readonly string[];
  /** The program that `render` asks, which answers a line of standard input with a line; undefined where there is none. */
  readonly program?: EngineProgram;
  /** The HTML with which a footnote's marker and a note start. */
  readonly mark: RegExp;
  readonly note: RegExp;
}

/** A command that takes JSON arrays of texts, one a line, and prints one of HTML for each. */
type EngineProgram = readonly [command: string, ...parameters: string[]];

const kramdownProgram: EngineProgram = ['ruby', 'test/engines/kramdown.rb'];

const kramdown: Engine = {
  name: 'kramdown',
  dialect: 'kramdown',
  needs: 'ruby with jekyll',
  isInstalled: () => canRun('ruby', '-e', 'require "jekyll"; require "kramdown-parser-gfm"'),
  render: (texts) => askEngine(kramdownProgram, texts),
  program: kramdownProgram,
  mark: /<sup id="fnref/g,
  note: /<li id="fn:/g,
};

const cmark: Engine = {
  name: 'cmark-gfm',
  dialect: 'gfm',
  needs: 'cmark-gfm',
  isInstalled: () => canRun('cmark-gfm', '--version'),
  render: renderWithCmark,
  mark: /<sup class="footnote-ref"><a/g,
  note: /<li id="fn-/g,
};

const micromark: Engine = {
  name: 'micromark',
  dialect: 'gfm',
  needs: 'the package micromark',
  isInstalled: () => true,
  render: (texts) =>
    texts.map((text) =>
      toHtml(text, {
        extensions: [gfmFootnote(), gfmTable(), gfmTaskListItem()],
        htmlExtensions: [gfmFootnoteHtml(), gfmTableHtml(), gfmTaskListItemHtml()],
        allowDangerousHtml: true,
      }),
    ),
  mark: /<sup><a href="#user-content-fn-/g,
  note: /<li id="user-content-fn-/g,
};

const hugo: Engine = {
  name: 'hugo',
  dialect: 'goldmark',
  needs: 'hugo',
  isInstalled: () => canRun('hugo', 'version'),
  render: buildWithHugo,
  mark: /<sup id="fnref/g,
  note: /<li id="fn:/g,
};

const markdownItProgram: EngineProgram = ['node', 'test/engines/markdown-it.mjs'];

const markdownIt: Engine = {
  name: 'markdown-it',
  dialect: 'markdown-it',
  needs: 'the packages markdown-it and markdown-it-footnote',
  isInstalled: () =>
    canRun('node', '--input-type=module', '-e', 'import "markdown-it"; import "markdown-it-footnote";'),
  render: (texts) => askEngine(markdownItProgram, texts),
  program: markdownItProgram,
  mark: /<sup class="footnote-ref"/g,
  note: /<li id="fn\d+" class="footnote-item"/g,
};

/** Debian's own interpreter, which finds Debian's packages whatever other one is first on the path. */
const python = '/usr/bin/python3';

const pythonMarkdownProgram: EngineProgram = [python, 'test/engines/python-markdown.py'];

const pythonMarkdown: Engine = {
  name: 'Python-Markdown',
  dialect: 'python-markdown',
  needs: 'python3-markdown',
  isInstalled: () => canRun(python, '-c', 'import markdown'),
  render: (texts) => askEngine(pythonMarkdownProgram, texts),
  program: pythonMarkdownProgram,
  mark: /<sup id="fnref/g,
  note: /<li id="fn:/g,
};

/** All engines that render Markdown. */
export const engines: readonly Engine[] = [kramdown, micromark, cmark, hugo, markdownIt, pythonMarkdown];

function canRun(command: string, ...args: string[]): boolean {
  return spawnSync(command, args).status === 0;
}

/** What a program answers to texts, asked once. */
function askEngine([command, ...parameters]: EngineProgram, texts: readonly string[]): string[] {
  const { stdout, stderr } = spawnSync(command, parameters, {
    input: `${JSON.stringify(texts)}\n`,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as string[];
}

const cmarkLoop =
  'for file in *.md; do cmark-gfm --unsafe -e footnotes -e table -e tasklist "$file" > "$file.html"; done';

/** A program for each text, started by a shell: this process is large, and so is each copy from which it starts one. */
function renderWithCmark(texts: readonly string[]): string[] {
  return inTemporaryFolder((folder) => {
    for (const [index, text] of texts.entries()) writeFileSync(join(folder, `${index}.md`), text);
    spawnSync('sh', ['-c', cmarkLoop], { cwd: folder });
    return texts.map((_, index) => readFileSync(join(folder, `${index}.md.html`), 'utf8'));
  });
}

function inTemporaryFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'galley-engine-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One site with a page for each text, built once. */
function buildWithHugo(texts: readonly string[]): string[] {
  return inTemporaryFolder((folder) => {
    const write = (path: string, text: string): void => {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    write(
      'config.toml',
      'baseURL = "/"\ndisableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]\n[markup.goldmark]\nrenderer = {unsafe = true}\nextensions = {linkify = false}\n',
    );
    // Hugo writes no file for a page without any content.
    write('layouts/_default/single.html', '{{ .Content }}\n');
    write('layouts/shortcodes/box.html', '{{ .Inner }}');
    write('layouts/shortcodes/nothing.html', '');
    write('layouts/shortcodes/rendered.html', '{{ .Inner | .Page.RenderString }}');
    for (const [index, text] of texts.entries()) write(`content/case-${index}.md`, `---\ntitle: x\n---\n${text}`);
    const { status, stdout, stderr } = spawnSync('hugo', ['--quiet', '--source', folder], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stdout + stderr);
    return texts.map((_, index) => readFileSync(join(folder, `public/case-${index}/index.html`), 'utf8'));
  });
}
