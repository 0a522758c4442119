import { strict as assert } from 'node:assert';
import type { TextDocument, Uri } from 'vscode';
import { commands, Selection, window, workspace } from 'vscode';
import { closeEverything } from './posts.js';
import { suite, until, writeFile } from './support.js';

/** What is tried on a site: a draft of its kind and what becomes of it. */
interface Site {
  readonly draft: string;
  readonly text: string;
  /** Its text once published. */
  readonly published: RegExp;
  readonly place: string;
  /** Path and text of a new post named "Night watch". */
  readonly begun: readonly [path: RegExp, text: RegExp];
  /** A link to that new post, as this site writes it. */
  readonly link: RegExp;
  /** Path after the title "Dawn watch". */
  readonly renamed: RegExp;
}

const sites: Readonly<Record<string, Site>> = {
  'writing-hugo': {
    draft: 'content/log/squall.md',
    text: '+++\ntitle = "Squall" # short\ndate = 2024-01-01T10:00:00+01:00\ndraft = true\n+++\nWet.\n',
    published: /^\+\+\+\ntitle = "Squall" # short\ndate = 20\d\d-\d\d-\d\dT\d\d:\d\d:00[+-]\d\d:\d\d\ndraft = false\n\+\+\+\nWet\.\n$/,
    place: 'log',
    begun: [/\/content\/log\/(?:\d{4}-\d\d-\d\d-)?night-watch(?:\/index)?\.md$/, /Night watch/i],
    link: /\[Night watch\]\([^)]*night-watch/i,
    renamed: /dawn-watch/,
  },
  'writing-astro': {
    draft: 'src/content/log/squall.md',
    text: '---\ntitle: Squall # short\npubDate: Jan 02 2024\ndraft: true\n---\nWet.\n',
    published: /^---\ntitle: Squall # short\npubDate: [A-Z][a-z]{2} \d\d 20\d\d\ndraft: false\n---\nWet\.\n$/,
    place: 'log',
    begun: [/\/src\/content\/log\/night-watch\.md$/, /^---\ntitle: Night watch[^]*\npubDate: /],
    link: /\[Night watch\]\([^)]*night-watch/,
    renamed: /\/src\/content\/log\/dawn-watch\.md$/,
  },
};

async function contents(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

async function opened(uri: Uri): Promise<TextDocument> {
  return (await window.showTextDocument(uri, { preview: false })).document;
}

describe(`Galley from idea to published: ${suite}`, () => {
  const site = sites[suite]!;
  const created: Uri[] = [];
  afterEach(async () => {
    await closeEverything();
    for (const uri of created.splice(0)) await workspace.fs.delete(uri).then(undefined, () => {});
  });

  it('publishes a draft and takes it back, by undo and by command', async () => {
    const uri = await writeFile(site.draft, site.text);
    created.push(uri);
    const document = await opened(uri);
    const published = await until('it is published', () => commands.executeCommand<Uri | undefined>('galley.publish', uri));
    assert.equal(published.path, uri.path);
    assert.match(await contents(uri), site.published);
    await commands.executeCommand('undo');
    await until('undone', () => document.getText() === site.text);
    await document.save();
    assert.equal(await contents(uri), site.text);
    await commands.executeCommand('galley.publish', uri);
    await commands.executeCommand('galley.unpublish', uri);
    assert.match(await contents(uri), /draft(?:: | = )true/);
  });

  it('schedules and copies', async () => {
    const uri = await writeFile(site.draft, site.text);
    created.push(uri);
    const copy = await commands.executeCommand<Uri | undefined>('galley.duplicatePost', uri, 'Squall again');
    created.push(...(copy ? [copy] : []));
    assert.match(copy?.path ?? '', /squall-again\.md$/);
    assert.match(await contents(copy!), /Squall again/);
    assert.match(await contents(copy!), /draft(?:: | = )true/);
    if (suite === 'writing-hugo') {
      await commands.executeCommand('galley.schedule', uri, '2099-05-01 09:30');
      assert.match(await contents(uri), /date = 2099-05-01T09:30:00/);
    }
  });

  it('begins a post, renames it and links to it', async () => {
    const made = await commands.executeCommand<Uri>('galley.newPost', { place: site.place, title: 'Night watch' });
    created.push(made);
    assert.match(made.path, site.begun[0]);
    assert.match(await contents(made), site.begun[1]);
    const from = await writeFile(site.draft, site.text);
    created.push(from);
    await opened(from);
    const editor = window.activeTextEditor!;
    const end = editor.document.positionAt(editor.document.getText().indexOf('Wet.'));
    editor.selection = new Selection(end, end);
    await until('the new post is known', async () => {
      await commands.executeCommand('galley.insertLink', workspace.asRelativePath(made));
      return site.link.test(editor.document.getText());
    });
    await commands.executeCommand('workbench.action.files.revert');
    const renamed = await commands.executeCommand<Uri>('galley.renamePost', made, 'Dawn watch');
    created.push(renamed);
    assert.match(renamed.path, site.renamed);
    assert.match(await contents(renamed), /Dawn watch/);
  });
});
