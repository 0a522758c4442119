import { strict as assert } from 'node:assert';
import type { CompletionList, DocumentLink, Hover, Location, LocationLink, WorkspaceEdit } from 'vscode';
import { commands } from 'vscode';
import type { OpenPost } from './posts.js';
import { closeEverything, askProviders, openDraft, findPosition, putCaret } from './posts.js';
import { getWindow, openFile, takeScreenshot, until, writeFile } from './support.js';

const address = '/keeping/2024/05/the-fog-signal-returns/';
const text = `---
title: Crossing
---

See [the horn](${address}) and [the landing](#landing), [the post](/about/).

![The lamp](/assets/lamp.svg)

{% post_url 2024-05-01-the-fog-signal-returns %}

## Landing

Write
`;

function execute<Answer>(command: string, ...args: readonly unknown[]): Thenable<Answer> {
  return commands.executeCommand<Answer>(command, ...args);
}

function toText(hovers: readonly Hover[]): string {
  return hovers
    .flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)))
    .join('\n');
}

function formatPlaces(found: readonly (Location | LocationLink)[]): string[] {
  return found
    .map((place) =>
      'targetUri' in place
        ? `${place.targetUri.path.split('/').at(-1)}:${place.targetRange.start.line}`
        : `${place.uri.path.split('/').at(-1)}:${place.range.start.line}`,
    )
    .toSorted();
}

describe('Links of a site in VS Code', () => {
  let post: OpenPost;
  const findNeedle = (needle: string, by: number) => findPosition(post.document, needle).translate(0, by);

  beforeEach(async () => {
    post = await openDraft('crossing.md', text);
    await askProviders<Hover[]>(
      'a hover tells what is behind a link',
      'vscode.executeHoverProvider',
      [post.uri, findNeedle(address, 3)],
      (found) => toText(found).includes('The fog signal returns'),
    );
  });
  afterEach(() => closeEverything(post.uri));

  it('a hover on a link shows the post with its first words, and an image of the site once', async () => {
    const card = toText(await execute<Hover[]>('vscode.executeHoverProvider', post.uri, findNeedle(address, 3)));
    assert.match(card, /1 May 2024[^]*After nineteen years in the shed/);
    const image = toText(
      await execute<Hover[]>('vscode.executeHoverProvider', post.uri, findNeedle('/assets/lamp', 3)),
    );
    assert.equal(image.match(/!\[|<img/g)?.length, 1, image);
    if (process.env['GALLEY_SCREENSHOTS']) {
      await putCaret(post.editor, findNeedle(address, 3));
      await commands.executeCommand('editor.action.showHover');
      await (await getWindow()).locator('.monaco-hover-content').first().waitFor();
      await takeScreenshot('link-hover');
    }
  });

  it('each link of a site has one definition', async () => {
    const wanted = [
      [address, '2024-05-01-the-fog-signal-returns.md:0'],
      ['{% post_url', '2024-05-01-the-fog-signal-returns.md:0'],
      ['#landing', 'crossing.md:10'],
    ] as const;
    for (const [needle, place] of wanted) {
      assert.deepEqual(
        formatPlaces(
          await execute<(Location | LocationLink)[]>(
            'vscode.executeDefinitionProvider',
            post.uri,
            findNeedle(needle, 3),
          ),
        ),
        [place],
        needle,
      );
    }
  });

  it('each link of a site opens its file, and is listed once', async () => {
    const links = await execute<DocumentLink[]>('vscode.executeLinkProvider', post.uri, 100);
    const shown = links.map(({ range, target }) => [post.document.getText(range), target?.path.split('/').at(-1)]);
    for (const [written, file] of [
      [address, '2024-05-01-the-fog-signal-returns.md'],
      ['/assets/lamp.svg', 'lamp.svg'],
      ['/about/', 'about.md'],
    ] as const) {
      assert.deepEqual(
        shown.filter(([own]) => own === written),
        [[written, file]],
        JSON.stringify(shown),
      );
    }
    assert.equal(
      links.filter(({ range }, index) =>
        links.some((other, second) => second !== index && other.range.intersection(range)),
      ).length,
      0,
    );
  });

  it('references tell who links to a post, each place once', async () => {
    const found = await execute<Location[]>('vscode.executeReferenceProvider', post.uri, findNeedle(address, 3));
    const here = found
      .filter(({ uri }) => uri.toString() === post.uri.toString())
      .map(({ range }) => range.start.line)
      .toSorted((a, b) => a - b);
    assert.deepEqual(here, [4, 8]);
  });

  it('completion offers posts by their titles and inserts their URLs', async () => {
    const end = findPosition(post.document, 'Write').translate(0, 5);
    await putCaret(post.editor, end);
    await commands.executeCommand('type', { text: ' [it](' });
    const rows = (await getWindow()).locator('.suggest-widget .monaco-list-row');
    await rows.filter({ hasText: 'Counting gannets' }).first().waitFor();
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('link-completion');
    for (const letter of 'count') await commands.executeCommand('type', { text: letter });
    await rows.filter({ hasText: 'Counting gannets' }).first().waitFor();
    await commands.executeCommand('acceptSelectedSuggestion');
    await until('the address is there', () =>
      post.document.getText().includes('[it](/birds/2024/02/counting-gannets/'),
    ).catch((error: Error) => {
      throw new Error(`${error.message}: ${post.document.getText().split('\n').at(-2)}`);
    });
  });

  it('completion offers a file once, though VS Code completes paths too', async () => {
    const { items } = await execute<CompletionList>(
      'vscode.executeCompletionItemProvider',
      post.uri,
      findNeedle('/assets/lamp', 8),
    );
    const names = items
      .map(({ label }) => (typeof label === 'string' ? label : label.label))
      .filter((label) => label.endsWith('gannet.svg'));
    assert.equal(names.length, 1, names.join());
  });

  it('renaming a heading updates the links to it from other posts', async () => {
    const other = await writeFile('_drafts/other.md', '---\ntitle: Other\npermalink: /other/\n---\n\n## The quay\n');
    const end = findPosition(post.document, 'Write').translate(0, 5);
    await post.editor.edit((edit) => edit.insert(end, ' [it](/other/#the-quay)'));
    const heading = await openFile('_drafts/other.md');
    const place = findPosition(heading.document, 'The quay').translate(0, 2);
    const edit = await askProviders<WorkspaceEdit>(
      'the other post changes too',
      'vscode.executeDocumentRenameProvider',
      [other, place, 'The pier'],
      (found) => found.size === 2,
    );
    assert.deepEqual(
      edit
        .entries()
        .flatMap(([, edits]) => edits.map(({ newText }) => newText))
        .toSorted(),
      ['The pier', 'the-pier'],
    );
    await closeEverything(other);
  });

  it('completion offers no links in prose', async () => {
    const end = findPosition(post.document, 'Write').translate(0, 5);
    await post.editor.edit((edit) => edit.insert(end, ' wind/'));
    const { items } = await execute<CompletionList>(
      'vscode.executeCompletionItemProvider',
      post.uri,
      end.translate(0, 6),
      '/',
    );
    assert.deepEqual(
      items.filter(({ detail }) => detail?.includes('2024')),
      [],
    );
  });
});
