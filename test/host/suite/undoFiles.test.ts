import { strict as assert } from 'node:assert';
import { commands, ConfigurationTarget, Uri, window, workspace } from 'vscode';
import type { Disk } from './disk.js';
import { compareDisks, isInFront, readDisk, restoreDisk, stepThroughHistory, writeBytes } from './disk.js';
import { untilKnown, closeEverything, openPost, type } from './posts.js';
import { toFileUri, openFile, takeScreenshot, suite } from './support.js';
import type { File } from './writingSites.js';
import { site } from './writingSites.js';

/** Bytes of an image, which are no text in any encoding. */
const imageBytes = '\x89PNG\r\n\x1a\n\x00\xff\xfe\x80';

function removeTitle(text: string): string {
  return text.replace(/^title.*\n/m, '');
}

/** Puts posts onto the disk and waits until the site knows them. */
async function beginWith(...files: readonly File[]): Promise<void> {
  for (const [path, text] of files) writeBytes(path, text);
  await untilKnown(...files.map(([path]) => path));
}

function toPath(uri: Uri | undefined): string {
  return uri ? workspace.asRelativePath(uri) : 'nothing';
}

function rename(path: string, title: string): Thenable<Uri | undefined> {
  return commands.executeCommand<Uri | undefined>('galley.renamePost', toFileUri(path), title);
}

describe(`Files of any kind, and undo: ${suite}`, () => {
  let clean: Disk;
  const links = workspace.getConfiguration('galley.links');
  before(async () => {
    clean = readDisk();
    await links.update('updateOnMove', 'always', ConfigurationTarget.Global);
  });
  after(() => links.update('updateOnMove', undefined, ConfigurationTarget.Global));
  afterEach(async () => {
    await closeEverything();
    restoreDisk(clean);
  });

  const kinds: Readonly<Record<string, (text: string) => string>> = {
    'the line ends of Windows': (text) => text.replaceAll('\n', '\r\n'),
    'a byte order mark': (text) => `\xef\xbb\xbf${text}`,
    'no line end at its end': (text) => text.trimEnd(),
  };
  for (const [index, [kind, written]] of Object.entries(kinds).entries()) {
    it(`a post with ${kind} keeps its bytes when it is renamed, and its copy the line ends`, async () => {
      const [path, text] = site.post(`kind-${index}`);
      const bytes = written(text);
      await beginWith([path, bytes]);
      const before = readDisk();
      const renamed = await rename(path, `Calm ${index}`);
      assert.equal(
        readDisk()[toPath(renamed)]?.replace(/^aliases = [^\n]*\n/m, ''),
        bytes.replace('Squall', `Calm ${index}`),
      );
      await stepThroughHistory('undo', before);
      const copy = await commands.executeCommand<Uri>('galley.duplicatePost', toFileUri(path), `Copy ${index}`);
      const ownLines = readDisk()[toPath(copy)]!.split('\n');
      assert.deepEqual(ownLines.slice(-7), bytes.split('\n').slice(-7));
      assert.equal(ownLines[1]!.endsWith('\r'), bytes.includes('\r'));
      await stepThroughHistory('undo', before);
    });
  }

  it('undo reverts the rename of a post that VS Code formats when it is saved', async () => {
    const files = workspace.getConfiguration('files');
    const [path, text] = site.draft('tidied');
    await beginWith([path, text.trimEnd()]);
    const before = readDisk();
    await files.update('insertFinalNewline', true, ConfigurationTarget.Global);
    try {
      assert.ok(await commands.executeCommand<Uri | undefined>('galley.publish', toFileUri(path)));
    } finally {
      await files.update('insertFinalNewline', undefined, ConfigurationTarget.Global);
    }
    await stepThroughHistory('undo', before);
  });

  it('a post can be renamed again to the same name after undo, and undone again', async () => {
    const [path, text] = site.post('twice');
    await beginWith([path, text]);
    const before = readDisk();
    for (const words of [text, text.replace('Dark.', 'Dim.')]) {
      writeBytes(path, words);
      await rename(path, 'Calm twice');
      assert.ok(!(path in readDisk()));
      await stepThroughHistory('undo', { ...before, [path]: words });
      await closeEverything();
    }
  });

  it('renaming keeps unsaved changes, and undo keeps them too', async () => {
    const [path, text] = site.post('unsaved');
    await beginWith([path, text]);
    const post = await openPost(path);
    await type(post, 'Dark.', 'Bright.');
    const before = readDisk();
    const renamed = await rename(path, 'Calm unsaved');
    assert.match(readDisk()[toPath(renamed)]!, /Calm unsaved[^]*\nBright\.\n/);
    await stepThroughHistory('undo', { ...before, [path]: text.replace('Dark.', 'Bright.') });
    await isInFront(path);
  });

  it('one undo reverts the rename of a post and the links in other posts, open or not', async () => {
    const [path, text] = site.post('linked');
    const others = ['one', 'two', 'three'].map((name): File => {
      const [own, words] = site.post(`linking-${name}`);
      return [own, `${words}\n${name}: ${site.link('linked')}\n`];
    });
    await beginWith([path, text], ...others);
    await openFile(others[0]![0]);
    await openFile(path);
    const before = readDisk();
    const renamed = await rename(path, 'Calm sea');
    const place = toPath(renamed);
    const after = readDisk();
    const { gone, written } = compareDisks(before, after);
    assert.deepEqual(gone, [path]);
    assert.deepEqual(Object.keys(written).toSorted(), [place, ...others.map(([other]) => other)].toSorted());
    for (const [other, words] of others)
      assert.equal(after[other], words.replace(site.link('linked'), site.link('calm-sea')));
    assert.equal(window.activeTextEditor?.document.uri.toString(), renamed!.toString());
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('undo-links-before');
    await stepThroughHistory('undo', before);
    await isInFront(path);
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('undo-links-after');
  });

  it('undo removes a folder that a new file created', async () => {
    const [path, text] = (site.bundle ?? site.post)('alone');
    await beginWith([path, text]);
    for (const draft of Object.keys(clean).filter((each) => each.startsWith('_drafts/')))
      await workspace.fs.delete(toFileUri(draft), { recursive: true }).then(undefined, () => undefined);
    const before = readDisk();
    const made = await (site.bundle
      ? commands.executeCommand<Uri>('galley.duplicatePost', toFileUri(path), 'Calm alone')
      : commands.executeCommand<Uri>('galley.unpublish', toFileUri(path)));
    assert.ok(`${toPath(Uri.joinPath(made, '..'))}/` in compareDisks(before, readDisk()).written);
    await stepThroughHistory('undo', before);
  });

  if (site.bundle) {
    const bundle = site.bundle;
    for (const [what, edited] of [
      ['', (text: string) => text],
      [', though it has no title that would change', removeTitle],
    ] as const) {
      for (const way of ['editor', 'list'] as const) {
        it(`undo moves a folder with a post and its image back${what}, from the ${way}`, async () => {
          const name = `bundle-${way}${what.length}`;
          const [path, text] = bundle(name);
          const image = path.replace('index.md', 'lamp.png');
          writeBytes(image, imageBytes);
          await beginWith([path, edited(text)]);
          if (way === 'editor') await openFile(path);
          const before = readDisk();
          const renamed = await rename(path, `Calm ${name}`);
          const place = toPath(renamed);
          const after = readDisk();
          assert.notEqual(place, path);
          assert.equal(after[place.replace('index.md', 'lamp.png')], imageBytes);
          assert.deepEqual(
            compareDisks(before, after).gone.toSorted(),
            [path.replace('index.md', ''), path, image].toSorted(),
          );
          await stepThroughHistory('undo', before);
          await isInFront(path);
        });
      }
    }
  }
});
