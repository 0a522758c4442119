import { strict as assert } from 'node:assert';
import type { Uri } from 'vscode';
import { commands, window } from 'vscode';
import type { Disk } from './disk.js';
import { compareDisks, isInFront, readDisk, restoreDisk, stepThroughHistory, writeBytes } from './disk.js';
import { untilKnown, closeEverything, listNotifications, untilSaid } from './posts.js';
import { toFileUri, openFile, suite } from './support.js';
import { site } from './writingSites.js';

/**
 * From where a command is called: the editor of the post, or the Explorer and the Posts view, while no editor shows the
 * post.
 */
const ways = ['editor', 'list'] as const;

/** The commands, the post each is tried on and what is passed after the post. */
const rows: readonly (readonly [command: string, on: 'draft' | 'post', more: (title: string) => readonly unknown[]])[] =
  [
    ['publish', 'draft', () => []],
    ['unpublish', 'post', () => []],
    ['schedule', 'draft', () => ['2099-05-01 09:30']],
    ['setDateToNow', 'post', () => []],
    ['renamePost', 'post', (title) => [title]],
    ['duplicatePost', 'post', (title) => [title]],
  ];

/** Runs a command; returns what it did to the disk, or nothing where it rightly said why it does nothing. */
async function runCommand(
  command: string,
  ...args: readonly unknown[]
): Promise<{ readonly made: Uri; readonly path: string; readonly gone: readonly string[] } | undefined> {
  const outcome = site.changes[command]!;
  const before = readDisk();
  const made = await commands.executeCommand<Uri | undefined>(`galley.${command}`, ...args);
  const { gone, written } = compareDisks(before, readDisk());
  if ('says' in outcome) {
    await untilSaid(outcome.says);
    assert.deepEqual({ made, gone, written }, { made: undefined, gone: [], written: {} });
    return undefined;
  }
  assert.ok(made, `${command} did nothing: ${(await listNotifications()).join(' ')}`);
  const files = Object.entries(written);
  assert.equal(files.length, 1, JSON.stringify(written));
  const [path, text] = files[0]!;
  assert.match(path, outcome[0]);
  assert.match(text, outcome[1]);
  assert.equal(window.activeTextEditor?.document.uri.toString(), toFileUri(path).toString());
  return { made, path, gone };
}

describe(`Each change of a post, and undo: ${suite}`, () => {
  let original: Disk;
  const files = rows.flatMap(([command, on]) => ways.map((way) => site[on](`${command}-${way}`)));
  let clean: Disk;
  before(async () => {
    original = readDisk();
    for (const [path, text] of [...files, ...(site.beside ? [site.beside] : [])]) writeBytes(path, text);
    await untilKnown(...files.map(([path]) => path));
    clean = readDisk();
  });
  afterEach(async () => {
    await closeEverything();
    restoreDisk(clean);
  });
  after(() => restoreDisk(original));

  for (const [command, on, more] of rows) {
    for (const way of ways) {
      it(`one undo reverts ${command}, called from the ${way}`, async () => {
        const [path] = site[on](`${command}-${way}`);
        if (way === 'editor') await openFile(path);
        const result = await runCommand(
          command,
          way === 'list' ? toFileUri(path) : undefined,
          ...more(`Dawn ${command}${way}`),
        );
        if (!result) return;
        const after = readDisk();
        const isCopy = command === 'duplicatePost';
        assert.deepEqual(result.gone, isCopy || result.path === path ? [] : [path]);
        await stepThroughHistory('undo', clean);
        await isInFront(isCopy && way === 'list' ? undefined : path);
        if (isCopy) return;
        await stepThroughHistory('redo', after);
        await isInFront(result.path);
        await stepThroughHistory('undo', clean);
      });
    }
  }

  for (const [index, command] of ['newPost', 'newDraft'].entries()) {
    it(`undo of ${command} leaves nothing behind`, async () => {
      const result = await runCommand(command, { place: site.places[index], title: `Dawn ${command}` });
      assert.deepEqual(result?.gone, []);
      await stepThroughHistory('undo', clean);
      await isInFront(undefined);
    });
  }
});
