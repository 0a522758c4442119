import { strict as assert } from 'node:assert';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commands, TabInputText, window, workspace } from 'vscode';
import { listNotifications } from './posts.js';
import { toFileUri, until } from './support.js';

/**
 * The workspace folder as it is on the disk: the bytes of each file, one character for each, and each folder, whose path
 * ends in a slash.
 */
export type Disk = Readonly<Record<string, string>>;

/**
 * What differs between two states of the workspace folder: the paths that are gone, and what is new or has other bytes.
 */
export interface Difference {
  readonly gone: readonly string[];
  readonly written: Disk;
}

/** What a file in UTF-8 may begin with, one character for each byte. */
const byteOrderMark = '\xef\xbb\xbf';

/** Reads the whole workspace folder, past every cache of VS Code. */
export function readDisk(): Disk {
  const root = toFileUri('').fsPath;
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
export function compareDisks(before: Disk, after: Disk): Difference {
  const gone = Object.keys(before).filter((path) => !(path in after));
  return { gone, written: Object.fromEntries(Object.entries(after).filter(([path, bytes]) => before[path] !== bytes)) };
}

/** Puts a file into the workspace folder, with one byte for each character. */
export function writeBytes(path: string, bytes: string): void {
  const full = toFileUri(path).fsPath;
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, bytes, 'latin1');
}

/** Puts the workspace folder back into a state it was in. */
export function restoreDisk(state: Disk): void {
  const { gone } = compareDisks(readDisk(), state);
  for (const path of gone) rmSync(toFileUri(path).fsPath, { recursive: true, force: true });
  for (const [path, bytes] of Object.entries(compareDisks(readDisk(), state).written))
    if (!path.endsWith('/')) writeBytes(path, bytes);
}

/** A state of the workspace folder with the texts of unsaved documents in place of what the disk has of them. */
function addUnsaved(disk: Disk): Disk {
  const unsaved = workspace.textDocuments.filter(({ uri, isDirty }) => isDirty && workspace.getWorkspaceFolder(uri));
  const texts = unsaved.map((document): [string, string] => {
    const path = workspace.asRelativePath(document.uri);
    const mark = disk[path]?.startsWith(byteOrderMark) ? byteOrderMark : '';
    return [path, mark + Buffer.from(document.getText(), 'utf8').toString('latin1')];
  });
  return { ...disk, ...Object.fromEntries(texts) };
}

/** Waits until the workspace folder is in a state. */
async function untilDiskIs(what: string, wanted: Disk, read: () => Disk | Thenable<Disk>): Promise<void> {
  const checkDisk = async () => {
    assert.deepEqual(compareDisks(wanted, await read()), { gone: [], written: {} });
    return true;
  };
  await until(what, checkDisk).catch(async (error: Error) => {
    const front = window.activeTextEditor && workspace.asRelativePath(window.activeTextEditor.document.uri);
    const said = (await listNotifications()).join(' ');
    throw new Error(`${error.message}; ${front ?? 'nothing'} is in front, and VS Code says: ${said}`);
  });
}

/** Saves what is not saved, as often as VS Code lets go of a document that changes while it is written, and reads the folder. */
async function saveAndRead(): Promise<Disk> {
  await workspace.saveAll(false);
  return readDisk();
}

/** Runs undo or redo once where the focus is and, as soon as that is done, saves what it changed, and waits until the disk is in a state. */
export async function stepThroughHistory(direction: 'undo' | 'redo', wanted: Disk): Promise<void> {
  await commands.executeCommand(direction);
  await untilDiskIs(`${direction} has its effect`, wanted, () => addUnsaved(readDisk()));
  await untilDiskIs(`the disk is as it should be after ${direction}`, wanted, saveAndRead);
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
