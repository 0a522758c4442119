import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { dialects } from '../../server/src/service/dialects/index.ts';
import type { Dialect } from '../../server/src/service/dialects/dialect.ts';
import { orphans } from '../../server/src/service/rules/footnotes.ts';
import { effective, parse } from '../../server/src/service/syntax/syntax.ts';

/** What a reader can see of references and footnotes: where links go and images come from, how many marks and notes show. */
interface Seen {
  readonly links: readonly string[];
  readonly marks: number;
  readonly notes: number;
}

/** Texts on which engines and tools disagree most; a case holds in every dialect, each with its own verdict. */
const cases: Readonly<Record<string, string>> = {
  'full, collapsed, shortcut, image': '[t][a] [a][] [a] ![i][a]\n\n[a]: /a',
  'case and white space in labels': '[t][A  b] [t][a\nB]\n\n[a b]: /a',
  'undefined beside defined': '[t][a] [t][b]\n\n[a]: /a',
  'link around undefined brackets': '[see [1]](/u) [x [y] z](/v)',
  'link around a defined label': '[see [a] here](/u)\n\n[a]: /a',
  'image in a link': '[![i][a]][b]\n\n[a]: /a\n[b]: /b',
  'three brackets, the last defined': '[a][b][c]\n\n[c]: /c',
  'definition cannot interrupt a paragraph': 'text\n[a]: /a\n\n[t][a]',
  'definition behind a heading': '# h\n[a]: /a\n\n[t][a]',
  'definition indented three': '   [a]: /a\n\n[t][a]',
  'definition in a list item': '- [a]: /a\n\n[t][a]',
  'definition in a quote': '> [a]: /a\n\n[t][a]',
  'two definitions of one label': '[t][a]\n\n[a]: /first\n[a]: /last',
  'definition in code': '    [a]: /a\n\n[t][a]',
  'definition in a fence': '```\n[a]: /a\n```\n\n[t][a]',
  'reference in code': '`[t][a]`\n\n    [t][a]\n\n[a]: /a',
  'escaped bracket': '\\[t][a]\n\n[a]: /a',
  'reference in a comment': 'x <!-- [t][a] --> y\n\n[a]: /a',
  'destination in angle brackets': '[t][a]\n\n[a]: </a>',
  'title on the next line': '[t][a]\n\n[a]: /a\n  "title"',
  'footnote': 'x[^1]\n\n[^1]: note',
  'footnote without note': 'x[^1] y[^2]\n\n[^1]: note',
  'note without marker': 'x[^1]\n\n[^1]: note\n[^2]: orphan',
  'footnote case': 'x[^Note]\n\n[^note]: note',
  'two notes of one label': 'x[^1]\n\n[^1]: first\n\n[^1]: last',
  'nested notes': 'x[^1]\n\n[^1]: see[^2]\n\n[^2]: two',
  'note reached through an orphan only': 'x\n\n[^1]: see[^2]\n\n[^2]: two',
  'note after a paragraph line': 'x[^1]\n[^1]: note',
  'note after a list line': 'x[^1]\n\n- item\n[^1]: note',
  'adjacent notes': 'x[^1] y[^2]\n\n[^1]: one\n[^2]: two',
  'definition under a note': 'x[^1] [t][a]\n\n[^1]: note\n[a]: /a',
  'note under a definition': 'x[^1] [t][a]\n\n[a]: /a\n[^1]: note',
  'indented note': 'x[^1] [t][a]\n\n [a]: /a\n [^1]: note',
  'second paragraph of a note': 'x[^1] [t][a]\n\n[^1]: one\n\n    two [t][a]\n\n[a]: /a',
  'note with list and fence': 'x[^1]\n\n[^1]: one\n\n    - a\n    - b [^2]\n\n    ```\n    [^3]\n    ```\n\n[^2]: two\n\n[^3]: three',
  'footnote in heading and emphasis': '# h[^1]\n\n*e[^2]*\n\n[^1]: one\n\n[^2]: two',
  'footnote in code': '`[^1]`\n\n[^1]: note',
  'escaped footnote': '\\[^1]\n\n[^1]: note',
  'footnote before round brackets': 'x[^1](y)\n\n[^1]: note',
  'adjacent footnotes': 'x[^1][^2]\n\n[^1]: one\n\n[^2]: two',
  'used only inside a note': 'x[^1]\n\n[^1]: [t][a]\n\n[a]: /a',
  'cell of a table': '| h |\n|---|\n| [t][a] [^1] |\n\n[a]: /a\n\n[^1]: note',
  'raw html block': '<div>\n\n[t][a]\n\n</div>\n\n[a]: /a',
  'html block with markdown': '<div markdown="1">\n[t][a]\n</div>\n\n[a]: /a',
  'mathematics': '$$x[a][b]$$ [t][b]\n\n[b]: /b',
  'attribute list': '[t][a]{:.c}\n{: .d}\n\n[a]: /a',
  'abbreviation': 'HTML [HTML]\n\n*[HTML]: Hyper\n\n[a]: /a',
  'white space between text and label': '[t] [a], [t]\n[b], [a] [c] and [c] [d]\n\n[a]: /a\n[b]: /b',
  'destination with spaces in a list': '- [t][a]\n- [a]: my url\n',
  'destination with spaces': '[t][a]\n\n[a]: my url',
};

/** cmark-gfm 0.29 of Debian reads a link where GitHub and micromark read a footnote. */
const notForCmark = new Set(['footnote before round brackets']);

/** What Galley takes a text for. */
function read(text: string, dialect: Dialect): Seen {
  const syntax = parse(text, { dialect, formats: [] });
  const lost = new Set(orphans(syntax).filter(({ citedBy }) => !(citedBy && dialect.orphanNote === 'printed')).map(({ note }) => note));
  const links = syntax.occurrences.flatMap((occurrence) => {
    if (occurrence.type === 'link') return [occurrence.url];
    if (occurrence.type !== 'reference') return [];
    const definition = effective(syntax.definitions.get(occurrence.identifier) ?? [], dialect.definitionWins);
    return definition ? [definition.destination] : [];
  });
  const notes = [...syntax.notes.values()].map((copies) => effective(copies, dialect.footnoteWins)!).filter((note) => !lost.has(note));
  const reachable = (start: number): boolean => ![...lost].some(({ range }) => range.start <= start && start < range.end);
  const marks = [...syntax.markers].filter(([identifier]) => syntax.notes.has(identifier)).flatMap(([, markers]) => markers);
  return { links: links.sort(), marks: marks.filter(({ range }) => reachable(range.start)).length, notes: notes.length };
}

/** What an engine's HTML shows. */
function shown(html: string, mark: RegExp, note: RegExp): Seen {
  const links = [...html.matchAll(/(?:href|src)="([^"#][^"]*)"/g)].map((match) => match[1]!);
  return { links: links.sort(), marks: html.match(mark)?.length ?? 0, notes: html.match(note)?.length ?? 0 };
}

function installed(command: string, ...args: string[]): boolean {
  return spawnSync(command, args).status === 0;
}

describe('references and footnotes as the engines show them', () => {
  describe('kramdown', () => {
    const results = new Map<string, string>();
    before('needs ruby with kramdown and kramdown-parser-gfm', function () {
      if (!installed('ruby', '-e', 'require "kramdown-parser-gfm"')) this.skip();
      const run = spawnSync('ruby', ['test/engines/kramdown.rb'], { input: JSON.stringify(Object.values(cases)), encoding: 'utf8' });
      const html = JSON.parse(run.stdout) as string[];
      for (const [index, name] of Object.keys(cases).entries()) results.set(name, html[index]!);
    });
    for (const [name, text] of Object.entries(cases)) {
      it(name, () => assert.deepEqual(read(text, dialects.kramdown), shown(results.get(name)!, /<sup id="fnref/g, /<li id="fn:/g)));
    }
  });

  describe('cmark-gfm', () => {
    before('needs cmark-gfm', function () {
      if (!installed('cmark-gfm', '--version')) this.skip();
    });
    for (const [name, text] of Object.entries(cases)) {
      if (notForCmark.has(name)) continue;
      it(name, () => {
        const { stdout } = spawnSync('cmark-gfm', ['--unsafe', '-e', 'footnotes', '-e', 'table'], { input: text, encoding: 'utf8' });
        assert.deepEqual(read(text, dialects.gfm), shown(stdout, /<sup class="footnote-ref"/g, /<li id="fn-/g));
      });
    }
  });
});
