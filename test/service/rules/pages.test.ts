import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { rules } from '../../../server/src/service/index.ts';
import type { DialectName, Opener } from '../../support/check.ts';
import { checkFixes, checkProblems, updateExpectations } from '../../support/check.ts';
import { openExample } from '../../support/exampleSites.ts';
import { parseExpectations } from '../../support/expectations.ts';

const folder = 'server/src/service/rules';

/** A rule's page with its examples; every example is a test. */
interface Page {
  readonly id: string;
  readonly sections: ReadonlyMap<string, string>;
}

function readPage(id: string): Page {
  const file = `${folder}/${id}.md`;
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const sections = new Map(
    text.split(/^## /m).map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n'))]),
  );
  return { id, sections };
}

/** A fence says in which dialect its text is opened, or in which generator's site and at which path there. */
interface Example {
  readonly source: string;
  readonly place: string;
  opener(): Promise<Opener>;
}

/**
 * The example as its page has it; where GALLEY_UPDATE is set, what Galley reports in it now is written into the page
 * first.
 */
function updateExample(id: string, source: string, opener: Opener): string {
  if (!process.env['GALLEY_UPDATE']) return source;
  const file = `${folder}/${id}.md`;
  const updated = updateExpectations(source, opener, id);
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(source, () => updated),
  );
  return updated;
}

function* parseExamples(section: string): Generator<Example> {
  for (const [, , first, path, source] of section.matchAll(/^(`{3,})markdown ?(\w*) ?(\S*)\n([\s\S]*?)^\1$/gm)) {
    const dialect = (first || 'kramdown') as DialectName;
    yield {
      source: source!,
      place: path || dialect,
      opener: async () => (path ? openExample(dialect, path) : dialect),
    };
  }
}

describe('rule pages', () => {
  it('each rule has a page and each page a rule', () => {
    const pages = readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => name.slice(0, -3));
    assert.deepEqual(pages.sort(), rules.map((rule) => rule.id).sort());
  });

  for (const { id, summary } of rules) {
    describe(id, () => {
      const { sections } = readPage(id);

      it(`the page of ${id} has the parts that every rule page has`, () => {
        assert.deepEqual([...sections.keys()], [`# ${id}`, 'What the reader sees', 'Reported', 'Not reported', 'Fix']);
        assert.equal(sections.get(`# ${id}`)!.trim(), summary);
      });

      for (const [index, { source, place, opener }] of [...parseExamples(sections.get('Reported') ?? '')].entries()) {
        it(`${id} reports example ${index + 1} (${place})`, async () => {
          const how = await opener();
          const wanted = updateExample(id, source, how);
          assert.ok(
            parseExpectations(wanted).expected.some((each) => each.rule === id),
            'the example expects nothing of the rule',
          );
          checkProblems(wanted, how, id);
        });
        it(`the fix of ${id} repairs example ${index + 1}`, async () =>
          checkFixes(parseExpectations(source).text, await opener()));
      }

      for (const [index, { source, place, opener }] of [
        ...parseExamples(sections.get('Not reported') ?? ''),
      ].entries()) {
        it(`${id} reports nothing in example ${index + 1} (${place})`, async () =>
          checkProblems(source, await opener(), id));
      }
    });
  }
});
