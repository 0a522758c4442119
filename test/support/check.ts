import assert from 'node:assert/strict';
import type { Environment, OpenPost, Problem, Settings, Snapshot } from '../../server/src/service/index.ts';
import * as service from '../../server/src/service/index.ts';
import { expectations, withExpectations } from './expectations.ts';
import { marked } from './marked.ts';

/** A moment and zone that no test depends on by accident. */
export const environment: Environment = { now: Date.UTC(2026, 0, 15, 12), timeZone: 'UTC' };

export type DialectName = NonNullable<Settings['dialect']>;

/** A post opened on its own, in a dialect. */
export function open(
  text: string,
  dialect: DialectName = 'kramdown',
  uri = 'file:///site/post.md',
): { snapshot: Snapshot; post: OpenPost } {
  const settings: Settings = { ...service.defaultSettings, dialect };
  const snapshot = service.withDocument(
    service.withSettings(service.emptySnapshot, settings),
    new service.Document(uri, 1, text),
  );
  return { snapshot, post: snapshot.open.get(uri)! };
}

/** How a text is opened: on its own in a dialect, or in a site. */
export type Opener = DialectName | ((text: string) => { readonly snapshot: Snapshot; readonly post: OpenPost });

function opened(text: string, how: Opener): { readonly snapshot: Snapshot; readonly post: OpenPost } {
  return typeof how === 'string' ? open(text, how) : how(text);
}

/** The problems of a post as caret lines, to be compared and read. */
export function problemLines(text: string, how: Opener = 'kramdown'): string[] {
  const { post } = opened(text, how);
  return service.problems(post, environment).map((problem) => line(post, problem));
}

function line({ document }: OpenPost, { range, rule, message }: Problem): string {
  const start = document.positionAt(range.start);
  const end = document.positionAt(range.end);
  return `${start.line + 1}:${start.character + 1}-${end.line === start.line ? end.character + 1 : 'end'} ${rule}: ${message}`;
}

/** Checks that a post has exactly the problems written under its lines (of one rule, when it is named). */
export function checkProblems(source: string, how: Opener = 'kramdown', rule?: string): void {
  const { text, expected } = expectations(source);
  const { post } = opened(text, how);
  const found = service.problems(post, environment).filter((problem) => rule === undefined || problem.rule === rule);
  const lines = text.split('\n');
  const wanted = expected.map((each, index) => {
    const message = each.message ?? found[index]?.message ?? '…';
    const end = each.end > (lines[each.line]?.length ?? 0) ? 'end' : each.end + 1;
    return `${each.line + 1}:${each.start + 1}-${end} ${each.rule}: ${message}`;
  });
  assert.deepEqual(
    found.map((problem) => line(post, problem)),
    wanted,
  );
}

/** The source with the problems of a rule under its lines as Galley reports them now, whatever it expected before. */
export function updateExpectations(source: string, how: Opener, rule: string): string {
  const { text, expected } = expectations(source);
  const { post } = opened(text, how);
  const found = service
    .problems(post, environment)
    .filter((problem) => problem.rule === rule)
    .map(({ range, message }) => {
      const { line, character } = post.document.positionAt(range.start);
      const end = post.document.positionAt(range.end);
      const lineEnd = text.split('\n')[line]!.length;
      return { line, start: character, end: end.line === line ? end.character : lineEnd + 1, rule, message };
    });
  return withExpectations(text, found, expected);
}

/** Checks that every fix of every problem mends it and brings no new one. */
export function checkFixes(text: string, how: Opener = 'kramdown'): void {
  const { post } = opened(text, how);
  const before = service.problems(post, environment);
  for (const problem of before) {
    for (const fix of problem.fixes?.() ?? []) {
      const fixed = service.applyEdits(text, fix.edits);
      const after = problemLines(fixed, how).filter((each) => !each.includes(' unused-definition: '));
      const mended = before.filter((other) => other !== problem && other.rule !== 'unused-definition').length;
      assert.ok(after.length <= mended, `"${fix.title}" leaves ${after.join('; ')} in\n${fixed}`);
    }
  }
}

/** What hovering at `<|>` shows; undefined for nothing. */
export function hoverAt(
  source: string,
  dialect: DialectName = 'kramdown',
): { text: string; markdown: string } | undefined {
  const { text, cursor } = marked(source);
  const { snapshot, post } = open(text, dialect);
  const hover = service.hover(snapshot, post, cursor, environment);
  return hover && { text: text.slice(hover.range.start, hover.range.end), markdown: hover.markdown };
}

/** Labels offered at `<|>`, in the order shown. */
export function completionsAt(source: string, dialect: DialectName = 'kramdown'): string[] {
  const { text, cursor } = marked(source);
  const { snapshot, post } = open(text, dialect);
  const { items } = service.completion(snapshot, post, cursor, environment);
  return items.toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1)).map((item) => item.label);
}

/** The text after choosing the completion with this label at `<|>`. */
export function completed(source: string, label: string, dialect: DialectName = 'kramdown'): string {
  const { text, cursor } = marked(source);
  const { snapshot, post } = open(text, dialect);
  const item = service.completion(snapshot, post, cursor, environment).items.find((each) => each.label === label);
  assert.ok(item, `"${label}" is not offered`);
  return service.applyEdits(text, [item.edit]);
}

/** Checks that going to the definition at `<|>` leads to the range marked `<| … |>`. */
export function checkDefinition(source: string, dialect: DialectName = 'kramdown'): void {
  const { text, cursor, ranges } = marked(source);
  const { post } = open(text, dialect);
  assert.deepEqual(
    service.definition(post, cursor).map(({ range }) => range),
    ranges,
  );
}

/** Checks that the references at `<|>`, definitions included, are the ranges marked `<| … |>`, and the highlights too. */
export function checkReferences(source: string, dialect: DialectName = 'kramdown'): void {
  const { text, cursor, ranges } = marked(source);
  const { post } = open(text, dialect);
  assert.deepEqual(
    service.references(post, cursor, 'all').map(({ range }) => range),
    ranges,
  );
  assert.deepEqual(
    service.highlights(post, cursor).map(({ range }) => range),
    ranges,
  );
}

/** The text after renaming at `<|>`, or the refusal. */
export function renamed(source: string, name: string, dialect: DialectName = 'kramdown'): string {
  const { text, cursor } = marked(source);
  const { post } = open(text, dialect);
  const result = service.rename(post, cursor, name);
  assert.ok(result, 'nothing to rename');
  return 'refusal' in result ? result.refusal : service.applyEdits(text, result.edits);
}
