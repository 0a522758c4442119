import { strict as assert } from 'node:assert';
import { commands, extensions, workspace } from 'vscode';
import { openFile, takeScreenshot, suite, until, writeFile } from './support.js';

interface Manifest {
  contributes: { commands?: { command: string }[] };
}

describe(`Galley in VS Code (${suite})`, () => {
  it('the extension activates when a Markdown file is opened', async () => {
    await writeFile('a-first-note.md', '# A first note\n\nIt says little.\n');
    await openFile('a-first-note.md');
    const galley = extensions.getExtension('galley.galley');
    assert.ok(galley, 'Galley is not among the extensions');
    await until('Galley is active', () => galley.isActive);
    await takeScreenshot(`smoke-${suite}`);
  });

  it('every command of the manifest is registered', async () => {
    const manifest = extensions.getExtension('galley.galley')?.packageJSON as Manifest | undefined;
    const registered = new Set(await commands.getCommands(true));
    const missing = (manifest?.contributes.commands ?? [])
      .map(({ command }) => command)
      .filter((command) => !registered.has(command));
    assert.deepEqual(missing, []);
  });

  it('the extension runs where it was installed', () => {
    const path = extensions.getExtension('galley.galley')?.extensionUri.path ?? '';
    assert.equal(/\/extensions\/galley\.galley-/.test(path), suite === 'installed', path);
  });

  it('the extension respects the trust of the workspace', () => {
    assert.equal(workspace.isTrusted, suite !== 'restricted');
  });
});
