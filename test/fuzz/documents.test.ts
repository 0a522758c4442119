import type { Engine } from '../engines/engines.ts';
import { engines } from '../engines/engines.ts';
import { describeWith } from '../engines/describeWith.ts';
import { finds } from '../engines/finds.ts';
import fc from '../support/property.ts';
import { compareReadings, documentsFor } from './documentTargets.ts';

/** How many documents in a row, of the same ones at every run, read as each engine reads them; `npm run fuzz -- engines` tries more. */
const counts: Readonly<Record<string, number>> = {
  kramdown: 27,
  micromark: 190,
  'cmark-gfm': 59,
  hugo: 22,
  'markdown-it': 22,
  'Python-Markdown': 4,
};

function listFinds({ name }: Engine): readonly (readonly [string, string])[] {
  return Object.entries(finds).flatMap(([title, { text, engines: only }]) =>
    only === undefined || only.includes(name) ? [[title, text] as const] : [],
  );
}

describe('documents as the engines read them', () => {
  for (const engine of engines) {
    describeWith(engine, engine.name, () => {
      const named = listFinds(engine);
      let texts: readonly string[];
      let rendered: readonly string[];
      before(function () {
        this.timeout(60_000);
        texts = [
          ...named.map(([, text]) => text),
          ...fc.sample(documentsFor(engine), { numRuns: counts[engine.name]!, seed: 1 }),
        ];
        rendered = engine.render(texts);
      });
      for (const [index, [title, text]] of named.entries())
        it(`reads as ${engine.name}: ${title}`, () => compareReadings(engine, text, rendered[index]!));
      it(`random documents read as ${engine.name} reads them`, () => {
        for (const [index, text] of texts.entries()) compareReadings(engine, text, rendered[index]!);
      });
    });
  }
});
