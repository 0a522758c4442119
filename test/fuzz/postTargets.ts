import assert from 'node:assert/strict';
import * as service from '../../server/src/service/index.ts';
import type { Problem, Range, TextEdit } from '../../server/src/service/index.ts';
import type { DialectName, Opened } from '../support/check.ts';
import { createAnalysis, open } from '../support/check.ts';
import fc from '../support/property.ts';
import { body, edit, frontMatter, post, toRange } from './texts.ts';

const dialect = fc.constantFrom<DialectName>(
  'kramdown',
  'goldmark',
  'gfm',
  'markdown-it',
  'marked',
  'mdx',
  'pulldown-cmark',
  'python-markdown',
);

function checkRange({ start, end }: Range, text: string): void {
  assert.ok(start >= 0 && start <= end && end <= text.length, `${start}-${end} is no range of ${text.length}`);
}

/** Edits lie in the text, in any order, and none touches what another one replaces. */
function checkEdits(edits: readonly TextEdit[], text: string): void {
  for (const { range } of edits) checkRange(range, text);
  const sorted = edits.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  for (const [index, { range }] of sorted.entries())
    assert.ok(index === 0 || sorted[index - 1]!.range.end <= range.start, 'edits overlap');
}

/** Requests of every kind about a post, at these offsets. */
async function askEverything(
  { analysis, uri: of, post: { document } }: Opened,
  places: readonly number[],
): Promise<void> {
  const { text } = document;
  for (const { range } of service.finish(analysis.problems(of))) checkRange(range, text);
  analysis.documentSymbols(of);
  for (const { range } of analysis.foldingRanges(of)) checkRange(range, text);
  for (const { range } of analysis.documentLinks(of)) checkRange(range, text);
  service.finish(analysis.render(of));
  service.finish(analysis.wordCount(of, [{ start: 0, end: text.length }]));
  analysis.publication(of);
  for (const place of places) {
    const at = place % (text.length + 1);
    const hover = await analysis.hover(of, at);
    if (hover) checkRange(hover.range, text);
    await analysis.definition(of, at);
    await analysis.references(of, at, 'all');
    analysis.documentHighlights(of, at);
    analysis.selectionRanges(of, at);
    analysis.linkedEditingRanges(of, at);
    analysis.prepareRename(of, at);
    for (const { edit: main, additionalEdits = [] } of (await analysis.completions(of, at)).items)
      checkEdits([main, ...additionalEdits], text);
  }
}

function formatProblems(problems: readonly Problem[]): string[] {
  return problems.map(({ rule, range, message }) => `${range.start}-${range.end} ${rule}: ${message}`);
}

/** The text that a reader sees, without numbers and ids that follow from the order of notes. */
function renderComparable({ analysis, uri: of }: Opened): string {
  const rendered = service.finish(analysis.render(of));
  return JSON.stringify(rendered).replace(/(?:id|href|data-\w+)\\?="[^"]*"/g, '');
}

function fixAll({ analysis, uri: of, post: { document } }: Opened): readonly TextEdit[] {
  const actions = service.finish(analysis.codeActions(of, { start: 0, end: document.text.length }));
  return actions.find(({ kind }) => kind === 'source.fixAll.galley')?.edits ?? [];
}

/** What runs or loads in a page. */
const dangerous =
  /<(?:script|iframe|object|embed|base|meta|link|form)\b|\son\w+\s*=\s*["']|(?:href|src|action)\s*=\s*["']\s*(?:javascript|vbscript|data:text\/html)/i;

/** What holds for every text of a post. */
export const postTargets = {
  posts: fc.asyncProperty(post, dialect, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (text, name, places) =>
    askEverything(open(text, name), places),
  ),

  frontMatter: fc.asyncProperty(frontMatter, fc.array(fc.nat(), { minLength: 2, maxLength: 8 }), (text, places) =>
    askEverything(open(`${text}Text.\n`, 'gfm'), places),
  ),

  edits: fc.asyncProperty(post, dialect, fc.array(edit, { minLength: 1, maxLength: 6 }), async (start, name, edits) => {
    const first = open(start, name);
    let { snapshot } = first;
    let text = start;
    for (const [index, each] of edits.entries()) {
      service.finish(createAnalysis(snapshot).problems(first.uri));
      text = service.applyEdits(text, [{ range: toRange(each, text), newText: each.newText }]);
      snapshot = service.withDocument(snapshot, new service.Document(first.uri, index + 2, text));
    }
    const fresh = open(text, name);
    assert.deepEqual(
      formatProblems(service.finish(createAnalysis(snapshot).problems(first.uri))),
      formatProblems(service.finish(fresh.analysis.problems(fresh.uri))),
      'an edited post reads otherwise than a fresh one',
    );
  }),

  actions: fc.asyncProperty(post, dialect, fc.nat(), async (text, name, place) => {
    const { analysis, uri: of } = open(text, name);
    const at = place % (text.length + 1);
    for (const { title, edits } of [
      ...service.finish(analysis.codeActions(of, { start: 0, end: text.length })),
      ...service.finish(analysis.codeActions(of, { start: at, end: at })),
    ]) {
      checkEdits(edits, text);
      const after = open(service.applyEdits(text, edits), name);
      service.finish(after.analysis.problems(after.uri));
      assert.ok(title.length > 0);
    }
  }),

  fixes: fc.asyncProperty(post, dialect, async (text, name) => {
    const { analysis, uri: of } = open(text, name);
    for (const { title, edits, problem } of service
      .finish(analysis.problems(of))
      .flatMap(({ range }) => service.finish(analysis.codeActions(of, range)))) {
      if (!problem) continue;
      checkEdits(edits, text);
      const after = open(service.applyEdits(text, edits), name);
      const isLeft = service
        .finish(after.analysis.problems(after.uri))
        .some(
          ({ rule, range, message }) =>
            rule === problem.rule && range.start === problem.range.start && message === problem.message,
        );
      assert.ok(!isLeft, `"${title}" leaves ${problem.rule}`);
    }
  }),

  fixAll: fc.asyncProperty(post, dialect, async (text, name) => {
    const first = open(text, name);
    const edits = fixAll(first);
    checkEdits(edits, text);
    const fixed = service.applyEdits(text, edits);
    const again = open(fixed, name);
    assert.equal(service.applyEdits(fixed, fixAll(again)), fixed, 'fixing all again changes more');
    assert.ok(
      service.finish(again.analysis.problems(again.uri)).length <=
        service.finish(first.analysis.problems(first.uri)).length,
      'fixing all adds problems',
    );
  }),

  renames: fc.asyncProperty(
    post,
    dialect,
    fc.nat(),
    fc.constantFrom('zebra', 'a b', '🙂', 'Zebra-2'),
    async (text, name, place, to) => {
      const before = open(text, name);
      const result = await before.analysis.rename(before.uri, place % (text.length + 1), to);
      if (!result || 'refusal' in result) return;
      for (const { edits } of result) checkEdits(edits, text);
      const own = result.find(({ document }) => document.uri === before.uri);
      const isDefined = before.post.syntax.occurrences.some(
        ({ type, range }) =>
          (type === 'definition' || type === 'footnoteDefinition') &&
          own?.edits.some((each) => each.range.start >= range.start && each.range.end <= range.end),
      );
      if (!own || !isDefined) return;
      const after = open(service.applyEdits(text, own.edits), name);
      assert.ok(
        service.finish(after.analysis.problems(after.uri)).length <=
          service.finish(before.analysis.problems(before.uri)).length,
        'a renamed label brings problems',
      );
    },
  ),

  render: fc.asyncProperty(post, dialect, async (text, name) => {
    const html = JSON.stringify(service.finish(open(text, name).analysis.render('file:///site/post.md')));
    assert.doesNotMatch(JSON.parse(html)?.html ?? '', dangerous);
  }),

  shown: fc.asyncProperty(body, dialect, async (text, name) => {
    assert.equal(
      renderComparable(open(text, name)),
      renderComparable(open(text, name)),
      'a post is shown otherwise when it is rendered again',
    );
  }),
};
