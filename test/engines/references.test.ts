import assert from 'node:assert/strict';
import type { Dialect } from '../../server/src/service/dialects/dialect.ts';
import { dialects } from '../../server/src/service/dialects/index.ts';
import { findOrphans } from '../../server/src/service/rules/footnotes.ts';
import { generatorWithoutSite } from '../../server/src/service/generators/index.ts';
import { findInlineNoteBrackets } from '../../server/src/service/syntax/parse/footnoteLabels.ts';
import type { FootnoteDefinition } from '../../server/src/service/syntax/occurrences/occurrence.ts';
import type { Syntax } from '../../server/src/service/syntax/syntax.ts';
import { pickEffective, parse } from '../../server/src/service/syntax/syntax.ts';
import { createLiquid } from '../../server/src/service/syntax/templates/languages.ts';
import { contains } from '../../server/src/service/text/range.ts';
import {
  commonMarkCases,
  footnoteCases,
  limitCases,
  liquidCases,
  otherCases,
  referenceCases,
  shortcodeCases,
  wholeFileCases,
} from './catalogue.ts';
import type { Engine } from './engines.ts';
import { nestedTextCases } from './nestedTexts.ts';
import { engines } from './engines.ts';
import { otherReadings, pythonMarkdownCases } from './pythonMarkdown.ts';

/** What a reader can see of references and footnotes: where links go and images come from, how many marks and notes show. */
interface Seen {
  readonly links: readonly string[];
  readonly marks: number;
  readonly notes: number;
}

const families = { references: referenceCases, footnotes: footnoteCases, others: otherCases };

/** Cases of one engine or some. */
const furtherCases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kramdown: { ...liquidCases, ...wholeFileCases, ...nestedTextCases },
  hugo: { ...commonMarkCases, ...shortcodeCases },
  micromark: { ...commonMarkCases, ...limitCases, ...wholeFileCases },
  'cmark-gfm': wholeFileCases,
  'markdown-it': { ...commonMarkCases, ...wholeFileCases },
  'Python-Markdown': pythonMarkdownCases,
};

const notesInOtherOrder = 'one[^ab] two[^c]\n\n[^c]: C\n\n[^ab]: AB';

/** cmark-gfm 0.29 of Debian reads text or links where GitHub today and micromark read footnotes. */
const oldCmark = new Set([
  'an escaped bracket in a label',
  'before round brackets',
  'before square brackets',
  'footnote before round brackets',
]);

/** What Galley reads in a text. */
function readText(text: string, dialect: Dialect): Seen {
  const syntax = parse(text, { dialect, formats: [], templates: createLiquid(generatorWithoutSite.tags) });
  const lost = findLostNotes(syntax);
  const isShown = (start: number): boolean => ![...lost].some(({ range }) => range.start <= start && start < range.end);
  const links = syntax.occurrences.flatMap((occurrence) => {
    if (!isShown(occurrence.range.start)) return [];
    if (occurrence.type === 'link') return [occurrence.url];
    if (occurrence.type !== 'reference' || occurrence.isSplit) return [];
    const definition = pickEffective(syntax.definitions.get(occurrence.identifier) ?? [], dialect.links.definitionWins);
    return definition ? [definition.destination.replace(/\{\{.*?\}\}/g, '')] : [];
  });
  const notes = [...syntax.footnoteDefinitions.values()].flat().filter((note) => !lost.has(note));
  const marks = [...syntax.footnoteReferences]
    .filter(([identifier]) => syntax.footnoteDefinitions.get(identifier)?.[0]?.isSupported)
    .flatMap(([, markers]) => markers);
  const images = syntax.occurrences.filter((occurrence) => 'target' in occurrence && occurrence.target === 'image');
  const visible = marks.filter(
    ({ range }) => isShown(range.start) && !images.some((image) => contains(image.range, range)),
  );
  const inlineNotes = dialect.footnotes.inline ? findInlineNoteBrackets(text).length / 2 : 0;
  return { links: links.sort(), marks: visible.length + inlineNotes, notes: notes.length + inlineNotes };
}

/** Notes that never show: those nobody can reach, those that another one overrides, those whose label means nothing. */
function findLostNotes(syntax: Syntax): ReadonlySet<FootnoteDefinition> {
  const { dialect, footnoteDefinitions } = syntax;
  const lost = new Set(
    findOrphans(syntax)
      .filter(({ citedBy }) => isDropped(dialect, citedBy !== undefined))
      .map(({ note }) => note),
  );
  for (const copies of footnoteDefinitions.values()) {
    for (const copy of copies)
      if (!copy.isSupported || copy !== pickEffective(copies, dialect.footnotes.wins)) lost.add(copy);
  }
  return lost;
}

/** Whether a note that no text cites is dropped. */
function isDropped({ footnotes }: Dialect, isCitedByNote: boolean): boolean {
  return footnotes.dropped === 'unreachable' || (footnotes.dropped === 'uncited' && !isCitedByNote);
}

/** What an engine's HTML shows. */
function readHtml(html: string, { mark, note }: Engine): Seen {
  const links = [...html.matchAll(/(?:href|src)="([^"#][^"]*)"/g)].map((match) => match[1]!);
  return { links: links.sort(), marks: html.match(mark)?.length ?? 0, notes: html.match(note)?.length ?? 0 };
}

describe('references and footnotes as the engines show them', () => {
  for (const engine of engines) {
    const all = { ...families, further: furtherCases[engine.name] ?? {} };
    describe(engine.name, () => {
      let html: ReadonlyMap<string, string>;
      before(`needs ${engine.needs}`, function () {
        if (!engine.isInstalled()) return this.skip();
        this.timeout(60_000);
        const texts = [notesInOtherOrder, ...Object.values(all).flatMap((cases) => Object.values(cases))];
        const rendered = engine.render(texts);
        html = new Map(texts.map((text, index) => [text, rendered[index]!]));
      });
      if (engine.name !== 'cmark-gfm') {
        it(`footnotes and markers have the ids of ${engine.name}`, () => {
          const shown = html.get(notesInOtherOrder)!;
          for (const [label, number] of [
            ['ab', 1],
            ['c', 2],
          ] as const) {
            const id = dialects[engine.dialect].rendering.footnotes.id(label, number);
            for (const each of [id, id.replace('fn', 'fnref')])
              assert.ok(shown.includes(`id="${each}"`), `${each} in ${shown}`);
          }
        });
      }
      for (const [family, cases] of Object.entries(all)) {
        describe(family, () => {
          for (const [name, text] of Object.entries(cases)) {
            if (engine.name === 'cmark-gfm' && oldCmark.has(name)) continue;
            if (engine.name === 'Python-Markdown' && family !== 'further' && name in otherReadings) continue;
            it(`reads as ${engine.name}: ${name}`, () =>
              assert.deepEqual(readText(text, dialects[engine.dialect]), readHtml(html.get(text)!, engine)));
          }
        });
      }
    });
  }
});
