import { strict as assert } from 'node:assert';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commands, TabInputText, window, workspace } from 'vscode';
import { fileUri, until } from './support.js';

/** The workspace folder as it is on the disk: the bytes of each file, one sign for each, and each folder, whose path ends in a slash. */
export type Disk = Readonly<Record<string, string>>;

/** What differs between two states of the workspace folder: the paths that are gone, and what is new or has other bytes. */
export interface Difference {
  readonly gone: readonly string[];
  readonly written: Disk;
}

/** Reads the whole workspace folder, past every cache of VS Code. */
export function readDisk(): Disk {
  const root = fileUri('').fsPath;
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries.map((entry) => {
      const full = join(entry.parentPath, entry.name);
      const path = full.slice(root.length).replaceAll('\\', '/').replace(/^\//, '');
      return entry.isDirectory() ? [`${path}/`, ''] : [path, readFileSync(full, 'latin1')];
    }),
  );
}

/** What became of the workspace folder from one state to another. */
export function difference(before: Disk, after: Disk): Difference {
  const gone = Object.keys(before).filter((path) => !(path in after));
  return { gone, written: Object.fromEntries(Object.entries(after).filter(([path, bytes]) => before[path] !== bytes)) };
}

/** Puts a file into the workspace folder, with one byte for each sign. */
export function writeBytes(path: string, bytes: string): void {
  const full = fileUri(path).fsPath;
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, bytes, 'latin1');
}

/** Puts the workspace folder back into a state it was in. */
export function restoreDisk(state: Disk): void {
  const { gone } = difference(readDisk(), state);
  for (const path of gone) rmSync(fileUri(path).fsPath, { recursive: true, force: true });
  for (const [path, bytes] of Object.entries(difference(readDisk(), state).written))
    if (!path.endsWith('/')) writeBytes(path, bytes);
}

/** Runs undo or redo once where the focus is, saves what that changed, and waits until the disk is in a state. */
export async function step(direction: 'undo' | 'redo', wanted: Disk): Promise<void> {
  await commands.executeCommand(direction);
  await until(`the disk is as it should be after ${direction}`, async () => {
    await workspace.saveAll(false);
    assert.deepEqual(difference(wanted, readDisk()), { gone: [], written: {} });
    return true;
  });
}

/** Asserts that a file is in front, or none, and that every tab shows a file that is there. */
export async function isInFront(path: string | undefined): Promise<void> {
  await until(`${path ?? 'nothing'} is in front`, () => {
    assert.equal(window.activeTextEditor && workspace.asRelativePath(window.activeTextEditor.document.uri), path);
    return true;
  });
  const disk = readDisk();
  const tabs = window.tabGroups.all
    .flatMap((group) => group.tabs)
    .flatMap(({ input }) => (input instanceof TabInputText ? [workspace.asRelativePath(input.uri)] : []));
  assert.deepEqual(
    tabs.filter((tab) => !(tab in disk)),
    [],
    'no tab shows a file that is gone',
  );
}
