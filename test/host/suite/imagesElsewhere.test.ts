import { commands, RelativePattern, window, workspace } from 'vscode';
import type { Uri } from 'vscode';
import { closeEverything } from './posts.js';
import { suite, until, writeFile } from './support.js';
import { dropImages } from './transferring.js';

/** A draft of each site, whose own images show how they are written there, and what a new one becomes. */
const sites: Readonly<Record<string, { readonly draft: string; readonly text: string; readonly written: RegExp }>> = {
  hugo: {
    draft: 'content/log/haul/index.md',
    text: '+++\ntitle = "Haul"\ndraft = true\n+++\n{{< figure src="a.png" alt="A" width="3" >}}\n{{< figure src="b.png" alt="B" width="4" >}}\nHere\n',
    written: /Here\{\{< figure src="puffin\.png" alt="puffin" width="1" >\}\}\n$/,
  },
  astro: {
    draft: 'src/content/log/haul.md',
    text: '---\ntitle: Haul\npubDate: Jan 02 2024\ndraft: true\n---\nHere\n',
    written: /Here!\[puffin\]\(\S*puffin\.png\)\n$/,
  },
};

/** The images that were put somewhere. */
function findImages(): Thenable<Uri[]> {
  return workspace.findFiles(new RelativePattern(workspace.workspaceFolders![0]!, '**/puffin.png'));
}

describe(`Galley: images dropped elsewhere: ${suite}`, () => {
  const { draft, text, written } = sites[suite]!;
  let created: Uri | undefined;
  afterEach(() => closeEverything(...(created ? [created] : [])));

  it(`dropped images go where the site keeps them, in the author’s form, and one undo removes text and file (${suite})`, async () => {
    created = await writeFile(draft, text);
    const editor = await window.showTextDocument(created, { preview: false });
    await dropImages(['Puffin.png'], 'Here');
    await until(
      'the image is written',
      () => written.test(editor.document.getText()) || Promise.reject(new Error(editor.document.getText())),
    );
    await until('the image is there', async () => (await findImages()).length === 1);
    await commands.executeCommand('undo');
    await until('the text is as before', () => editor.document.getText() === text);
    await until('the image is gone', async () => (await findImages()).length === 0);
  });
});
