import assert from 'node:assert/strict';
import type { Environment, Snapshot } from '../../../server/src/service/index.ts';
import { Document, emptySnapshot, finish, withDocument, withSites } from '../../../server/src/service/index.ts';
import { createAnalysisAt, parseTxtar, readSites, root } from '../../support/site.ts';

const linking = `${root}/_posts/2026-01-01-linking.md`;

/** A snapshot of a site of Jekyll whose first post links to the second. */
async function openSite(configuration: string, date: string): Promise<Snapshot> {
  const txtar = `-- _config.yml --
title: Log
${configuration}
-- _posts/2026-01-01-linking.md --
---
title: Linking
---

[Later]({% post_url 2026-03-29-later %})
-- _posts/2026-03-29-later.md --
---
title: Later
date: ${date}
---

Text.
`;
  const text = parseTxtar(txtar).get('_posts/2026-01-01-linking.md')!;
  return withDocument(withSites(emptySnapshot, await readSites(txtar)), new Document(linking, 1, text));
}

/** State and address of the second post, and the rules that the first one breaks, at a moment in a zone. */
function look(snapshot: Snapshot, at: string, timeZone = 'UTC'): unknown {
  const environment: Environment = { now: Date.parse(at), timeZone };
  const analysis = createAnalysisAt(environment, snapshot);
  const { state, url } = analysis.posts().find(({ file }) => file.endsWith('later.md'))!;
  return [state, url, ...finish(analysis.problems(linking)).map(({ rule }) => rule)];
}

describe('the clock and the time zone', () => {
  const scheduled = ['scheduled', '/2026/03/29/later.html', 'link-to-unpublished'];
  const published = ['published', '/2026/03/29/later.html'];

  it('states and links follow a clock that goes on, jumps and is set back', async () => {
    const snapshot = await openSite('', '2026-03-29 12:00:00 +0000');
    for (const [at, expected] of [
      ['2026-03-29T11:59:59Z', scheduled],
      ['2026-03-29T12:00:01Z', published],
      ['2036-01-01T00:00:00Z', published],
      ['2026-02-01T00:00:00Z', scheduled],
      ['1970-01-01T00:00:00Z', ['scheduled', '/2026/03/29/later.html', 'not-published', 'link-to-unpublished']],
      ['2026-03-29T12:00:01Z', published],
    ] as const)
      assert.deepEqual(look(snapshot, at), expected, at);
  });

  it('addresses and states follow a writer who travels to another time zone, and home again', async () => {
    const snapshot = await openSite('', '2026-03-29 00:30:00 +0000');
    const at = '2026-03-29T12:00:00Z';
    assert.deepEqual(look(snapshot, at), ['published', '/2026/03/29/later.html']);
    assert.deepEqual(look(snapshot, at, 'America/New_York'), ['published', '/2026/03/28/later.html']);
    assert.deepEqual(look(snapshot, at, 'Pacific/Kiritimati'), ['published', '/2026/03/29/later.html']);
    assert.deepEqual(look(snapshot, at), ['published', '/2026/03/29/later.html']);
  });

  it('a time that the clocks pass over, or pass twice, is published at one moment', async () => {
    const spring = await openSite('timezone: Europe/Berlin', '"2026-03-29 02:30:00"');
    assert.deepEqual(look(spring, '2026-03-28T23:59:59Z'), scheduled);
    assert.deepEqual(look(spring, '2026-03-29T02:00:00Z'), published);
    const autumn = await openSite('timezone: Europe/Berlin', '"2026-10-25 02:30:00"');
    assert.equal((look(autumn, '2026-10-24T23:00:00Z') as unknown[])[0], 'scheduled');
    assert.equal((look(autumn, '2026-10-25T02:00:00Z') as unknown[])[0], 'published');
  });
});
