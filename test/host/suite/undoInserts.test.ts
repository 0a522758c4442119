import { strict as assert } from 'node:assert';
import { commands, Selection, workspace } from 'vscode';
import { difference, isInFront, readDisk, restoreDisk, step, writeBytes } from './disk.js';
import { closeEverything, isKnown, openPost, positionOf, said } from './posts.js';
import { suite } from './support.js';
import { site } from './writingSites.js';

/** The words in whose place something is put. */
const places: Readonly<Record<string, string>> = { insertTableOfContents: '## Ashore' };

describe(`Each insertion into a post, and undo: ${suite}`, () => {
  const clean = readDisk();
  afterEach(async () => {
    await closeEverything();
    restoreDisk(clean);
  });

  for (const [command, inserted] of Object.entries(site.inserts)) {
    it(command, async () => {
      const [path, text] = site.post(command);
      writeBytes(path, text);
      await isKnown(path);
      const { document, editor } = await openPost(path);
      const before = readDisk();
      const word = places[command] ?? 'lamp';
      const start = positionOf(document, word);
      const end = document.positionAt(document.offsetAt(start) + word.length);
      editor.selection =
        command === 'insertFootnote'
          ? new Selection(end, end)
          : command === 'insertTableOfContents'
            ? new Selection(start, start)
            : new Selection(start, end);
      await commands.executeCommand(`galley.${command}`, 'from' in inserted ? inserted.from : undefined);
      if ('says' in inserted) await said(inserted.says);
      await workspace.saveAll(false);
      const { gone, written } = difference(before, readDisk());
      assert.deepEqual([gone, Object.keys(written)], [[], 'says' in inserted ? [] : [path]]);
      if ('says' in inserted) return;
      assert.match(written[path]!, inserted.written);
      await step('undo', before);
      await isInFront(path);
    });
  }
});
