import assert from 'node:assert/strict';
import type { Arbitrary } from 'fast-check';
import type { Occurrence } from '../../server/src/service/syntax/occurrences/occurrence.ts';
import * as service from '../../server/src/service/index.ts';
import { contains } from '../../server/src/service/text/range.ts';
import type { Engine } from '../engines/engines.ts';
import { engines } from '../engines/engines.ts';
import { findLostNotes, readHtml, readSyntax, toVisibleText } from '../engines/reading.ts';
import type { Seen } from '../engines/reading.ts';
import type { Opened } from '../support/check.ts';
import { open } from '../support/check.ts';
import fc from '../support/property.ts';
import { explain } from './documentDifferences.ts';
import { document, documentWithLiquid } from './documents.ts';
import { Worker } from '../engines/worker.ts';
import type { Target } from './targets.ts';

/** How many documents an engine is asked at once that has no program to ask again: starting it takes longer than all of them. */
const batchSize = 200;

const frontMatter = '---\ntitle: Fog\n---\n';

/** The addresses that a document numbers, without those of its HTML: engines print the others each in their own way. */
function pickNumbered(seen: Seen): Seen {
  const links = seen.links.flatMap((link) => /^(?:https:\/\/e\.org)?\/?([diu]\d+)/.exec(link)?.[1] ?? []);
  return { ...seen, links: links.toSorted() };
}

/** The first and the last brackets of what a problem says that readers see as it is written. */
function toShownTexts(written: string): string[] {
  const text = toComparable(written.replace(/\n[ \t>]*/g, ' '));
  const end = text.lastIndexOf('[');
  return [...new Set([text.slice(0, text.indexOf(']') + 1), text.slice(Math.max(0, end))])];
}

function toComparable(text: string): string {
  return text.replace(/[*_`~\\]/g, '').replace(/\s+/g, ' ');
}

/** What Galley calls printed as text, and a definition, and the engine does not show so. */
function findFalseAlarms({ analysis, uri, post }: Opened, visible: string): string[] {
  const { text } = post.document;
  const shown = toComparable(visible);
  const lost = [...findLostNotes(post.syntax)];
  const alarms = service
    .finish(analysis.problems(uri))
    .filter(({ rule }) => rule === 'undefined-reference' || rule === 'undefined-footnote')
    .filter(({ range }) => !lost.some((note) => contains(note.range, range)))
    .map(({ range }) => text.slice(range.start, range.end));
  const undefinedOnes = alarms.filter((alarm) =>
    toShownTexts(alarm).every(
      (part) => shown.split(part).length - 1 < alarms.filter((other) => toShownTexts(other).includes(part)).length,
    ),
  );
  const printed = post.syntax.occurrences.flatMap((occurrence) => {
    const address = toAddress(occurrence);
    return address && new RegExp(`${address}(?!\\d)`).test(shown) ? [`definition of ${address}`] : [];
  });
  return [...new Set(undefinedOnes), ...printed];
}

function toAddress(occurrence: Occurrence): string | undefined {
  return occurrence.type === 'definition' ? /\/d\d+/.exec(occurrence.destination)?.[0] : undefined;
}

/** Fails where Galley reads a document otherwise than the engine did. */
export function compareReadings(engine: Engine, text: string, html: string): void {
  if (explain(engine, text)) return;
  const opened = open(frontMatter + text, engine.dialect);
  const message = `${engine.name} made of it:\n${html}`;
  const read = pickNumbered(readSyntax(opened.post.syntax));
  const shown = pickNumbered(readHtml(html, engine));
  assert.deepEqual(
    { ...read, alarms: findFalseAlarms(opened, toVisibleText(html)) },
    { ...shown, alarms: [] },
    message,
  );
}

/** Documents as the sites of an engine have them. */
export function documentsFor({ name }: Engine): Arbitrary<string> {
  if (name !== 'kramdown') return document;
  return fc.oneof({ weight: 9, arbitrary: document }, { weight: 1, arbitrary: documentWithLiquid });
}

/** How many documents engines were asked for. */
export const asked = { documents: 0 };

/** Renders texts with the engine's program, which stays, or with one for all of them where it has none that can be asked again. */
function createRenderer({ program, render }: Engine): (texts: readonly string[]) => Promise<readonly string[]> {
  const worker = program && new Worker(program[0], program.slice(1));
  return async (texts) => {
    asked.documents += texts.length;
    return worker ? (JSON.parse(await worker.ask(JSON.stringify(texts))) as string[]) : render(texts);
  };
}

function createTarget(engine: Engine): Target {
  const render = createRenderer(engine);
  const maxLength = engine.name === 'hugo' ? batchSize : 1;
  const batches = fc.array(documentsFor(engine), { minLength: 1, maxLength, size: 'max' });
  return fc.asyncProperty(batches, async (batch) => {
    const rendered = await render(batch);
    for (const [index, text] of batch.entries()) compareReadings(engine, text, rendered[index]!);
  }) as Target;
}

/** A target for each engine: every document reads as it does there. */
export const documentTargets: Readonly<Record<string, Target>> = Object.fromEntries(
  engines.map((engine) => [`engine-${engine.name.toLowerCase()}`, createTarget(engine)]),
);
