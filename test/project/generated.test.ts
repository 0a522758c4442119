import assert from 'node:assert/strict';
import { listStaleFiles } from './generated.ts';

describe('what is generated', () => {
  it('generated files are up to date (run `npm run generate`)', () => assert.deepEqual(listStaleFiles(), []));
});
