import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** The tests that a page names, as `file`: title or the beginning of it, at the end of the rows of its tables. */
function findNamedTests(page: string): { readonly file: string; readonly title: string }[] {
  const rows = readFileSync(page, 'utf8').matchAll(/`(test\/[\w/.-]+\.ts)`: ([^|\n]+?) \|$/gm);
  return [...rows].map(([, file, title]) => ({ file: file!, title: title! }));
}

describe('the tables of faults and threats', () => {
  for (const page of ['docs/faults.md', 'docs/security.md']) {
    it(`every row of ${page} names a test that exists`, () => {
      const named = findNamedTests(page);
      const rows = readFileSync(page, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('|'));
      assert.equal(named.length, rows.length - 2);
      for (const { file, title } of named) assert.ok(readFileSync(file, 'utf8').includes(title), `${file}: ${title}`);
    });
  }
});
