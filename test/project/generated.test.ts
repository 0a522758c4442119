import assert from 'node:assert/strict';
import { stale } from './generated.ts';

describe('what is generated', () => {
  it('says what the code says (run `npm run generate`)', () => assert.deepEqual(stale(), []));
});
