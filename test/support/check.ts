import assert from 'node:assert/strict';
import type { Environment, OpenPost, Problem, Settings, Snapshot, Workspace } from '../../server/src/service/index.ts';
import * as service from '../../server/src/service/index.ts';
import { parseExpectations, insertExpectations } from './expectations.ts';
import { parseMarked } from './marked.ts';

/** A moment and zone that no test depends on by accident. */
export const environment: Environment = { now: Date.UTC(2026, 0, 15, 12), timeZone: 'UTC' };

/** No files at all. */
const noFiles: Workspace = { read: () => Promise.resolve(undefined), list: () => Promise.resolve([]) };

/** The service's answers about a snapshot, in which work is never cancelled. */
export function createAnalysis(
  snapshot: Snapshot,
  files: Workspace = noFiles,
  options: Partial<service.AnalysisOptions> = {},
): service.Analysis {
  return new service.Analysis(snapshot, { files, environment, scheduler: service.immediately, ...options });
}

export type DialectName = NonNullable<Settings['dialect']>;

/** A snapshot with an open post, and the answers about it. */
export interface Opened {
  readonly snapshot: Snapshot;
  readonly post: OpenPost;
  readonly uri: string;
  readonly analysis: service.Analysis;
}

/** A post opened on its own, in a dialect. */
export function open(text: string, dialect: DialectName = 'kramdown', uri = 'file:///site/post.md'): Opened {
  const settings: Settings = { ...service.defaultSettings, dialect };
  const snapshot = service.withDocument(
    service.withSettings(service.emptySnapshot, settings),
    new service.Document(uri, 1, text),
  );
  return { snapshot, post: snapshot.open.get(uri)!, uri, analysis: createAnalysis(snapshot) };
}

/** How a text is opened: on its own in a dialect, or in a site. */
export type Opener = DialectName | ((text: string) => Opened);

function openPost(text: string, how: Opener): Opened {
  return typeof how === 'string' ? open(text, how) : how(text);
}

/** The problems of a post as caret lines, to be compared and read. */
export function formatProblems(text: string, how: Opener = 'kramdown'): string[] {
  const { analysis, uri, post } = openPost(text, how);
  return service.finish(analysis.problems(uri)).map((problem) => formatProblem(post, problem));
}

function formatProblem({ document }: OpenPost, { range, rule, message }: Problem): string {
  const start = document.positionAt(range.start);
  const end = document.positionAt(range.end);
  return `${start.line + 1}:${start.character + 1}-${end.line === start.line ? end.character + 1 : 'end'} ${rule}: ${message}`;
}

/** Checks that a post has exactly the problems written under its lines (of one rule, when it is named). */
export function checkProblems(source: string, how: Opener = 'kramdown', rule?: string): void {
  const { text, expected } = parseExpectations(source);
  const { analysis, uri, post } = openPost(text, how);
  const found = service.finish(analysis.problems(uri)).filter((problem) => rule === undefined || problem.rule === rule);
  const lines = text.split('\n');
  const wanted = expected.map((each, index) => {
    const message = each.message ?? found[index]?.message ?? '…';
    const end = each.end > (lines[each.line]?.length ?? 0) ? 'end' : each.end + 1;
    return `${each.line + 1}:${each.start + 1}-${end} ${each.rule}: ${message}`;
  });
  assert.deepEqual(
    found.map((problem) => formatProblem(post, problem)),
    wanted,
  );
}

/** The source with the problems of a rule under its lines as Galley reports them now, whatever it expected before. */
export function updateExpectations(source: string, how: Opener, rule: string): string {
  const { text, expected } = parseExpectations(source);
  const { analysis, uri, post } = openPost(text, how);
  const found = service
    .finish(analysis.problems(uri))
    .filter((problem) => problem.rule === rule)
    .map(({ range, message }) => {
      const { line, character } = post.document.positionAt(range.start);
      const end = post.document.positionAt(range.end);
      const lineEnd = text.split('\n')[line]!.length;
      return { line, start: character, end: end.line === line ? end.character : lineEnd + 1, rule, message };
    });
  return insertExpectations(text, found, expected);
}

/** Checks that every fix of every problem removes it and adds no new one. */
export function checkFixes(text: string, how: Opener = 'kramdown'): void {
  const { analysis, uri } = openPost(text, how);
  const before = service.finish(analysis.problems(uri));
  for (const problem of before) {
    for (const fix of problem.fixes?.() ?? []) {
      const fixed = service.applyEdits(text, fix.edits);
      const after = formatProblems(fixed, how).filter((each) => !each.includes(' unused-definition: '));
      const remaining = before.filter((other) => other !== problem && other.rule !== 'unused-definition').length;
      assert.ok(after.length <= remaining, `"${fix.title}" leaves ${after.join('; ')} in\n${fixed}`);
    }
  }
}

/** What hovering at `<|>` shows; undefined for nothing. */
export async function getHoverAt(
  source: string,
  dialect: DialectName = 'kramdown',
): Promise<{ text: string; markdown: string } | undefined> {
  const { text, cursor } = parseMarked(source);
  const { analysis, uri } = open(text, dialect);
  const hover = await analysis.hover(uri, cursor);
  return hover && { text: text.slice(hover.range.start, hover.range.end), markdown: hover.markdown };
}

/** Labels offered at `<|>`, in the order shown. */
export async function getCompletionsAt(source: string, dialect: DialectName = 'kramdown'): Promise<string[]> {
  const { text, cursor } = parseMarked(source);
  const { analysis, uri } = open(text, dialect);
  const { items } = await analysis.completions(uri, cursor);
  return items.toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1)).map((item) => item.label);
}

/** The text after choosing the completion with this label at `<|>`. */
export async function complete(source: string, label: string, dialect: DialectName = 'kramdown'): Promise<string> {
  const { text, cursor } = parseMarked(source);
  const { analysis, uri } = open(text, dialect);
  const { items } = await analysis.completions(uri, cursor);
  const item = items.find((each) => each.label === label);
  assert.ok(item, `"${label}" is not offered`);
  return service.applyEdits(text, [item.edit]);
}

/** Checks that going to the definition at `<|>` returns the range marked `<| … |>`. */
export async function checkDefinition(source: string, dialect: DialectName = 'kramdown'): Promise<void> {
  const { text, cursor, ranges } = parseMarked(source);
  const { analysis, uri } = open(text, dialect);
  assert.deepEqual(
    (await analysis.definition(uri, cursor)).map(({ range }) => range),
    ranges,
  );
}

/**
 * Checks that the references at `<|>`, definitions included, are the ranges marked `<| … |>`, and the highlights too.
 */
export async function checkReferences(source: string, dialect: DialectName = 'kramdown'): Promise<void> {
  const { text, cursor, ranges } = parseMarked(source);
  const { analysis, uri } = open(text, dialect);
  assert.deepEqual(
    (await analysis.references(uri, cursor, 'all')).map(({ range }) => range),
    ranges,
  );
  assert.deepEqual(
    analysis.documentHighlights(uri, cursor).map(({ range }) => range),
    ranges,
  );
}

/** The text after renaming at `<|>`, or the refusal. */
export async function rename(source: string, name: string, dialect: DialectName = 'kramdown'): Promise<string> {
  const { text, cursor } = parseMarked(source);
  const { analysis, uri } = open(text, dialect);
  const result = await analysis.rename(uri, cursor, name);
  assert.ok(result, 'nothing to rename');
  return 'refusal' in result ? result.refusal : service.applyEdits(text, result[0]!.edits);
}
