import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const service = 'server/src/service';

/** Files of the service with their texts, but for the one that may remember. */
const files = readdirSync(service, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && path !== join('text', 'memo.ts'))
  .map((path) => ({ path, text: readFileSync(join(service, path), 'utf8') }));

/** Places of the service where something is written that may not be, as lines to read. */
function findPlaces(pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => {
      const line = text.slice(0, index).split('\n').length;
      return `${path}:${line}: ${found.split('\n')[0]}`;
    }),
  );
}

describe('the state of the service', () => {
  it('the files of the service are found', () => assert.ok(files.length > 300));

  it('the service keeps state in memos only, not in weak maps of its own', () =>
    assert.deepEqual(findPlaces(/\bnew Weak(?:Map|Set|Ref)\b/g), []));

  it('the service keeps no state in variables of modules', () =>
    assert.deepEqual(findPlaces(/^(?:export )?(?:let|var) .*/gm), []));

  it('the service keeps no state in tables of modules that begin empty', () =>
    assert.deepEqual(
      findPlaces(
        /^(?:export )?const \w+\b(?!: (?:Readonly|readonly))[^\n=]*=\s*(?:new (?:Map|Set)(?:<[^\n]*>)?\(\)|\[\]|\{\});/gm,
      ),
      [],
    ));

  it('the service compares state by structure, not by its text in JSON', () =>
    assert.deepEqual(findPlaces(/JSON\.stringify\((?:[^()]|\([^()]*\))*\)\s*[!=]==\s*JSON\.stringify/g), []));
});
