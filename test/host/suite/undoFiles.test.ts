import { strict as assert } from 'node:assert';
import type { Uri } from 'vscode';
import { commands, ConfigurationTarget, window, workspace } from 'vscode';
import { difference, isInFront, readDisk, restoreDisk, step, writeBytes } from './disk.js';
import { closeEverything, isKnown, openPost, type } from './posts.js';
import { fileUri, openFile, suite } from './support.js';
import type { File } from './writingSites.js';
import { site } from './writingSites.js';

/** Begins of the bytes of a picture: none of them is text. */
const picture = '\x89PNG\r\n\x1a\n\x00\xff\xfe\x80';

/** Puts posts onto the disk and waits until the site knows them. */
async function begin(...files: readonly File[]): Promise<void> {
  for (const [path, text] of files) writeBytes(path, text);
  for (const [path] of files) await isKnown(path);
}

function rename(path: string, title: string): Thenable<Uri | undefined> {
  return commands.executeCommand<Uri | undefined>('galley.renamePost', fileUri(path), title);
}

describe(`Files of any kind, and undo: ${suite}`, () => {
  const clean = readDisk();
  const links = workspace.getConfiguration('galley.links');
  before(() => links.update('updateOnMove', 'always', ConfigurationTarget.Global));
  after(() => links.update('updateOnMove', undefined, ConfigurationTarget.Global));
  afterEach(async () => {
    await closeEverything();
    restoreDisk(clean);
  });

  const kinds: Readonly<Record<string, (text: string) => string>> = {
    'with the line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
    'with a byte order mark': (text) => `\xef\xbb\xbf${text}`,
    'without a line end at its end': (text) => text.trimEnd(),
  };
  for (const [kind, bytes] of Object.entries(kinds)) {
    it(`a post ${kind} stays one when it is renamed and when it is copied`, async () => {
      const [path, text] = site.post(`kind-${kind.length}`);
      await begin([path, bytes(text)]);
      const before = readDisk();
      const renamed = await rename(path, 'Calm');
      const now = readDisk()[workspace.asRelativePath(renamed!)];
      assert.equal(now, bytes(text).replace('Squall', 'Calm'));
      await step('undo', before);
      const copy = await commands.executeCommand<Uri>('galley.duplicatePost', fileUri(path), 'Calm again');
      const own = readDisk()[workspace.asRelativePath(copy)]!;
      assert.ok(own.endsWith(bytes(text).slice(-40)), JSON.stringify(own));
      assert.equal(/[^\r]\n/.test(own), /[^\r]\n/.test(bytes(text)), JSON.stringify(own));
      await step('undo', before);
    });
  }

  it('words not saved yet go along, and are there after undo', async () => {
    const [path, text] = site.post('unsaved');
    await begin([path, text]);
    const post = await openPost(path);
    await type(post, 'Dark.', 'Bright.');
    const before = readDisk();
    const renamed = await rename(path, 'Calm unsaved');
    assert.match(readDisk()[workspace.asRelativePath(renamed!)]!, /Calm unsaved[^]*\nBright\.\n/);
    await step('undo', { ...before, [path]: text.replace('Dark.', 'Bright.') });
    await isInFront(path);
  });

  it('other posts that lead to a renamed one follow, open or not, and one undo brings all of them back', async () => {
    const [path, text] = site.post('linked');
    const others = ['one', 'two', 'three'].map((name): File => {
      const [own, words] = site.post(`linking-${name}`);
      return [own, `${words}\n${name}: ${site.link('linked')}\n`];
    });
    await begin([path, text], ...others);
    await openFile(others[0]![0]);
    await openFile(path);
    const before = readDisk();
    const renamed = await rename(path, 'Calm sea');
    const place = workspace.asRelativePath(renamed!);
    const after = readDisk();
    const { gone, written } = difference(before, after);
    assert.deepEqual(gone, [path]);
    assert.deepEqual(Object.keys(written).toSorted(), [place, ...others.map(([other]) => other)].toSorted());
    for (const [other, words] of others) assert.equal(after[other], words.replace(site.link('linked'), site.link('calm-sea')));
    assert.equal(window.activeTextEditor?.document.uri.toString(), renamed!.toString());
    await step('undo', before);
    await isInFront(path);
    await step('redo', after);
    await step('undo', before);
  });

  if (site.bundle) {
    const bundle = site.bundle;
    const untitled = (text: string): string => text.replace(/^title.*\n/m, '');
    for (const [what, edited] of [['', (text: string) => text], [', though it has no title that would change', untitled]] as const) {
      for (const way of ['editor', 'list'] as const) {
        it(`a folder with a post and its picture moves and comes back${what}, from the ${way}`, async () => {
          const name = `bundle-${way}${what.length}`;
          const [path, text] = bundle(name);
          const image = path.replace('index.md', 'lamp.png');
          writeBytes(image, picture);
          await begin([path, edited(text)]);
          if (way === 'editor') await openFile(path);
          const before = readDisk();
          const renamed = await rename(path, `Calm ${name}`);
          const place = workspace.asRelativePath(renamed!);
          const after = readDisk();
          assert.notEqual(place, path);
          assert.equal(after[place.replace('index.md', 'lamp.png')], picture);
          assert.deepEqual(difference(before, after).gone.toSorted(), [path.replace('index.md', ''), path, image].toSorted());
          await step('undo', before);
          await isInFront(path);
        });
      }
    }
  }
});
