import assert from 'node:assert/strict';
import { dialects } from '../../server/src/service/dialects/index.ts';
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
import { describeWith } from './describeWith.ts';
import { engines } from './engines.ts';
import { nestedTextCases } from './nestedTexts.ts';
import { otherReadings, pythonMarkdownCases } from './pythonMarkdown.ts';
import { readHtml, readText } from './reading.ts';

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

describe('references and footnotes as the engines show them', () => {
  for (const engine of engines) {
    const all = { ...families, further: furtherCases[engine.name] ?? {} };
    describeWith(engine, engine.name, () => {
      let html: ReadonlyMap<string, string>;
      before(function () {
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
