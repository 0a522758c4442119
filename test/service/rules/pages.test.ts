import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { rules } from '../../../server/src/service/index.ts';
import type { DialectName } from '../../support/check.ts';
import { checkFixes, checkProblems } from '../../support/check.ts';
import { expectations } from '../../support/expectations.ts';

const folder = 'server/src/service/rules';

/** A rule's page with its examples; every example is a test. */
interface Page {
  readonly id: string;
  readonly sections: ReadonlyMap<string, string>;
}

function page(id: string): Page {
  const file = `${folder}/${id}.md`;
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const sections = new Map(text.split(/^## /m).map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n'))]));
  return { id, sections };
}

function* examples(section: string): Generator<{ readonly source: string; readonly dialect: DialectName }> {
  for (const match of section.matchAll(/^(`{3,})markdown ?(\w*)\n([\s\S]*?)^\1$/gm)) {
    yield { dialect: (match[2] || 'kramdown') as DialectName, source: match[3]! };
  }
}

describe('rule pages', () => {
  it('exist for every rule and for nothing else', () => {
    const pages = readdirSync(folder).filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -3));
    assert.deepEqual(pages.sort(), rules.map((rule) => rule.id).sort());
  });

  for (const { id, summary } of rules) {
    describe(id, () => {
      const { sections } = page(id);

      it('has the page every rule has', () => {
        assert.deepEqual([...sections.keys()], [`# ${id}`, 'What the reader sees', 'Reported', 'Not reported', 'Fix']);
        assert.equal(sections.get(`# ${id}`)!.trim(), summary);
      });

      for (const [index, { source, dialect }] of [...examples(sections.get('Reported') ?? '')].entries()) {
        it(`reports example ${index + 1} (${dialect})`, () => {
          assert.ok(expectations(source).expected.some((each) => each.rule === id), 'the example expects nothing of the rule');
          checkProblems(source, dialect, id);
        });
        it(`mends example ${index + 1}`, () => checkFixes(expectations(source).text, dialect));
      }

      for (const [index, { source, dialect }] of [...examples(sections.get('Not reported') ?? '')].entries()) {
        it(`is silent on example ${index + 1} (${dialect})`, () => checkProblems(source, dialect, id));
      }
    });
  }
});
