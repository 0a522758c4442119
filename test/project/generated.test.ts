import assert from 'node:assert/strict';
import { stale } from './generated.ts';

describe('what is generated', () => {
  it('generated files are up to date (run `npm run generate`)', () => assert.deepEqual(stale(), []));
});
