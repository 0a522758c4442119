// `npm run growth -- [WORDS] [--from SHAPE] [--sizes 10,100,1000] [--dialects kramdown,gfm]`: how the work of each question grows with the
// size of texts that nobody means, as a table. The exponent is that of the largest step; 1 is linear.
import { finish } from '../../server/src/service/index.ts';
import { parseArgs } from 'node:util';
import type { DialectName, Opened } from '../support/check.ts';
import { open } from '../support/check.ts';
import { shapes } from './shapes.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '10,100,1000' },
    dialects: { type: 'string', default: 'kramdown,goldmark,gfm,markdown-it,mdx' },
    limit: { type: 'string', default: '1000' },
    from: { type: 'string', default: '' },
  },
});
const sizes = values.sizes.split(',').map((size) => Number(size) * 1000);
const dialects = values.dialects.split(',') as DialectName[];
/** Milliseconds at the largest size above which a row is shown, whatever its exponent. */
const limit = Number(values.limit);
const words = positionals.join(' ');

const questions: Readonly<Record<string, (opened: Opened) => unknown>> = {
  problems: ({ analysis, uri }) => finish(analysis.problems(uri)),
  render: ({ analysis, uri }) => finish(analysis.render(uri)),
  completion: async ({ analysis, uri, post }) => {
    const { length } = post.document.text;
    for (const at of [7, Math.floor(length / 2), length - 1, length]) await analysis.completions(uri, at);
  },
  actions: ({ analysis, uri, post }) => {
    const { length } = post.document.text;
    finish(analysis.codeActions(uri, { start: 0, end: length }));
    finish(analysis.codeActions(uri, { start: Math.floor(length / 2), end: Math.floor(length / 2) }));
  },
  hover: async ({ analysis, uri, post }) => {
    for (const part of [0, 0.3, 0.7, 1]) await analysis.hover(uri, Math.floor(post.document.text.length * part));
  },
  symbols: ({ analysis, uri }) => [
    analysis.documentSymbols(uri),
    analysis.foldingRanges(uri),
    analysis.documentLinks(uri),
  ],
  words: ({ analysis, uri }) => finish(analysis.wordCount(uri, [])),
};

async function measureMilliseconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds for each size, up to the first that takes more than ten seconds. */
async function measure(dialect: DialectName, of: (size: number) => string): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>([
    ['open', []],
    ...Object.keys(questions).map((each): [string, number[]] => [each, []]),
  ]);
  for (const size of sizes) {
    let opened: Opened | undefined;
    times.get('open')!.push(await measureMilliseconds(() => (opened = open(of(size), dialect))));
    for (const [name, ask] of Object.entries(questions)) {
      const row = times.get(name)!;
      if ((row.at(-1) ?? 0) > 10_000 || times.get('open')!.at(-1)! > 10_000) continue;
      row.push(await measureMilliseconds(() => ask(opened!)));
    }
    if (times.get('open')!.at(-1)! > 10_000) break;
  }
  return times;
}

/** How fast the last of a row of times grew: 1 is linear. Times below 20 ms say nothing. */
function computeExponent(times: readonly number[]): number {
  const [before, last] = times.slice(-2);
  if (before === undefined || last === undefined || last < 20) return 0;
  const [small, large] = sizes.slice(times.length - 2, times.length);
  return Math.log(last / Math.max(before, 1)) / Math.log(large! / small!);
}

const first = Math.max(
  0,
  shapes.findIndex(({ name }) => name === values.from),
);

for (const { name, of } of shapes.slice(first).filter((shape) => shape.name.includes(words)))
  for (const dialect of dialects) {
    try {
      for (const [question, times] of await measure(dialect, of)) {
        const power = computeExponent(times);
        const last = times.at(-1) ?? 0;
        if (words !== '' || (power > 1.4 && last > limit / 4) || last > limit || times.length < sizes.length)
          console.log(
            [name, dialect, question, times.map((each) => Math.round(each)).join(' '), power.toFixed(2)].join(' | '),
          );
      }
    } catch (error) {
      console.log([name, dialect, 'threw', String(error).slice(0, 100)].join(' | '));
    }
  }
