import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

function listSources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listSources(path) : path.endsWith('.ts') ? [path] : [];
  });
}

describe('dialects', () => {
  it('code outside of the dialects never asks for a dialect by its id', () => {
    const asking = listSources('server/src').filter(
      (file) => !file.includes('/dialects/') && /[dD]ialect\??\.id\b/.test(readFileSync(file, 'utf8')),
    );
    assert.deepEqual(asking, []);
  });
});
