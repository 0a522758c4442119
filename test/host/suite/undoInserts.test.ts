import { strict as assert } from 'node:assert';
import { commands, workspace } from 'vscode';
import type { Disk } from './disk.js';
import { compareDisks, isInFront, readDisk, restoreDisk, stepThroughHistory, writeBytes } from './disk.js';
import { untilKnown, closeEverything, listNotifications, openPost, selectText } from './posts.js';
import { site } from './writingSites.js';

/** What is put into a post: from which file of the site, in place of which words, and how it is written. */
interface Insertion {
  readonly from?: string;
  readonly over?: string;
  readonly behind?: string;
  readonly written: RegExp;
}

const insertions: Readonly<Record<string, Insertion>> = {
  insertLink: {
    from: '_posts/2024-02-09-counting-gannets.md',
    over: 'lamp',
    written: /^See the \[lamp\]\((?:\{% post_url 2024-02-09-counting-gannets %\}|\S+gannets\S*)\)\.$/m,
  },
  insertReferenceLink: {
    from: 'https://example.org/lamp',
    over: 'lamp',
    written: /^See the \[lamp\]\.\n[^]*^Warm\.\n\n\[lamp\]: https:\/\/example\.org\/lamp\n$/m,
  },
  insertImage: {
    from: 'assets/lamp.svg',
    over: 'lamp',
    written: /^See the !\[lamp\]\([^)]*\/assets\/lamp\.svg[^)]*\)\.$/m,
  },
  insertFootnote: { behind: 'lamp', written: /^See the lamp\[\^1\]\.\n[^]*^Warm\.\n\n\[\^1\]: \n$/m },
  insertComponent: {
    from: '_includes/figure.html',
    over: 'lamp',
    written: /^See the \{% include figure\.html( \w+="")+ %\}\.$/m,
  },
  insertTableOfContents: { behind: 'See the lamp.\n\n', written: /^\* Contents\n\{:toc\}\n\n## Ashore$/m },
  insertDate: { over: 'lamp', written: /^See the 2\d{3}-\d\d-\d\d\.$/m },
};

describe('Each insertion into a post, and undo', () => {
  const [path, text] = site.post('insertions');
  let original: Disk;
  let clean: Disk;
  before(async () => {
    original = readDisk();
    writeBytes(path, text);
    await untilKnown(path);
    clean = readDisk();
  });
  afterEach(async () => {
    await closeEverything();
    restoreDisk(clean);
  });
  after(() => restoreDisk(original));

  for (const [command, { from, over, behind = '', written }] of Object.entries(insertions)) {
    it(`one undo reverts ${command}`, async () => {
      const post = await openPost(path);
      await selectText(post, over ?? behind, over === undefined ? 'behind' : 'text');
      await commands.executeCommand(`galley.${command}`, from);
      await workspace.saveAll(false);
      const changed = compareDisks(clean, readDisk());
      assert.deepEqual(
        [changed.gone, Object.keys(changed.written)],
        [[], [path]],
        (await listNotifications()).join(' '),
      );
      assert.match(changed.written[path]!, written);
      await stepThroughHistory('undo', clean);
      await isInFront(path);
    });
  }
});
