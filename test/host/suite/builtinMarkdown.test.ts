import { strict as assert } from 'node:assert';
import type {
  CompletionList,
  DocumentHighlight,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  Position,
  WorkspaceEdit,
} from 'vscode';
import { CompletionItemKind, commands, ConfigurationTarget, languages, workspace } from 'vscode';
import type { OpenPost } from './posts.js';
import { closeEverything, askProviders, openDraft, findPosition, putCaret } from './posts.js';
import { getWindow, takeScreenshot, until } from './support.js';

const text = `---
title: Two crews
---

## The first watch

See the [book][log], the [log] and a note.[^oil] Again [a book][log] and [top](#the-first-watch).

![A lamp](/assets/lamp.svg)

[log]: https://lighthouse.example/log "The log"
[oak]: https://lighthouse.example/oak
[^oil]: Colza it was.

Here is [nothing][nowhere], an [oak][oak] and [^oil].

Write
`;

/** Answers of all providers at a position. */
function execute<Answer>(
  command: string,
  { uri }: OpenPost,
  at: Position,
  ...rest: readonly unknown[]
): Thenable<Answer> {
  return commands.executeCommand<Answer>(command, uri, at, ...rest);
}

/** `line:text` of each place, in order. */
function formatPlaces({ document }: OpenPost, places: readonly (Location | LocationLink)[]): string[] {
  const ranges = places
    .map((place) => ('targetUri' in place ? place.targetRange : place.range))
    .toSorted((a, b) => a.start.compareTo(b.start));
  return ranges.map((range) => `${range.start.line}:${document.getText(range)}`);
}

/** The line of each reference to what is at a position. */
async function listReferenceLines(post: OpenPost, place: Position): Promise<number[]> {
  const found = await execute<Location[]>('vscode.executeReferenceProvider', post, place);
  return found.map(({ range }) => range.start.line).toSorted((a, b) => a - b);
}

/** Switches VS Code's own validation on or off, for this workspace. */
function validate(value: boolean): Thenable<void> {
  return workspace.getConfiguration('markdown.validate').update('enabled', value, ConfigurationTarget.Workspace);
}

function findRepeated(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

describe("Beside VS Code's own Markdown features", () => {
  let post: OpenPost;
  const findNeedle = (needle: string, by: number, occurrence = 0) =>
    findPosition(post.document, needle, occurrence).translate(0, by);

  beforeEach(async () => {
    post = await openDraft('two-crews.md', text);
    await askProviders<{ placeholder: string }>(
      "VS Code's own features answer",
      'vscode.prepareRename',
      [post.uri, findNeedle('## The', 5)],
      ({ placeholder }) => placeholder === 'The first watch',
    );
    await askProviders<unknown[]>(
      'Galley answers',
      'vscode.executeDefinitionProvider',
      [post.uri, findNeedle('[^oil]', 3)],
      (found) => found.length > 0,
    );
  });
  afterEach(() => closeEverything(post.uri));

  it('a label has one definition next to VS Code’s own, and F12 goes straight to it', async () => {
    const line = findPosition(post.document, '[log]: ').line;
    for (const place of [
      findNeedle('[book][log]', 8),
      findNeedle('[log]', 2, 1),
      findNeedle('[book]', 2),
      findNeedle('[log]: ', 2),
    ]) {
      const found = await execute<(Location | LocationLink)[]>('vscode.executeDefinitionProvider', post, place);
      assert.deepEqual(formatPlaces(post, found), [`${line}:[log]: https://lighthouse.example/log "The log"`]);
    }
    await putCaret(post.editor, findNeedle('[book][log]', 8));
    await commands.executeCommand('editor.action.revealDefinition');
    await until('the caret is at the definition', () => post.editor.selection.active.line === line);
    assert.equal(await (await getWindow()).locator('.peekview-widget').count(), 0);
  });

  it('a link to a heading has one definition next to VS Code’s own', async () => {
    const found = await execute<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      post,
      findNeedle('(#the', 4),
    );
    assert.deepEqual(formatPlaces(post, found), ['4:## The first watch']);
  });

  it('references list each place once next to VS Code’s own', async () => {
    assert.deepEqual(await listReferenceLines(post, findNeedle('[book][log]', 8)), [6, 6, 6, 10]);
    assert.deepEqual(await listReferenceLines(post, findNeedle('[book]', 2)), [6, 6, 6, 10]);
    assert.deepEqual(await listReferenceLines(post, findNeedle('[^oil]', 3)), [6, 12, 14]);
    assert.deepEqual(await listReferenceLines(post, findNeedle('## The', 5)), [4, 6]);
  });

  it("highlights mark each place once, even where VS Code's own are on", async () => {
    const markdown = workspace.getConfiguration('markdown', post.uri);
    await markdown.update('occurrencesHighlight.enabled', true, ConfigurationTarget.Workspace);
    try {
      for (const place of [findNeedle('[book][log]', 8), findNeedle('[^oil]', 3)]) {
        const found = await execute<DocumentHighlight[]>('vscode.executeDocumentHighlights', post, place);
        const starts = found.map(({ range }) => `${range.start.line}:${range.start.character}`);
        assert.ok(found.length >= 3, starts.join(' '));
        assert.ok(
          found.every(({ range }, index) =>
            found.every((other, second) => index === second || !other.range.intersection(range)),
          ),
          starts.join(' '),
        );
      }
    } finally {
      await markdown.update('occurrencesHighlight.enabled', undefined, ConfigurationTarget.Workspace);
    }
  });

  it('one rename box opens next to VS Code’s own, and it renames every place', async () => {
    const place = findNeedle('[^oil]', 3);
    await putCaret(post.editor, place);
    const page = await getWindow();
    const closed = commands.executeCommand('editor.action.rename');
    await page.locator('.rename-box input').first().waitFor();
    assert.equal(await page.locator('.rename-box input').filter({ visible: true }).count(), 1);
    assert.equal(await page.locator('.rename-box input').first().inputValue(), 'oil');
    await page.keyboard.press('Escape');
    await closed;
    const edit = await execute<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      post,
      findNeedle('[log]: ', 2),
      'diary',
    );
    assert.deepEqual(
      edit.entries().flatMap(([, edits]) => edits.map(({ newText }) => newText)),
      ['diary', '][diary]', 'diary', 'diary'],
    );
  });

  it('completion offers a label once when it is requested', async () => {
    for (const [place, wanted] of [
      [findNeedle('[book][log]', 7), 'oak'],
      [findNeedle('(#the', 2), '#the-first-watch'],
      [findNeedle('[^oil].', 2), 'oil'],
    ] as const) {
      const { items } = await execute<CompletionList>('vscode.executeCompletionItemProvider', post, place);
      const labels = items
        .filter(({ kind }) => kind === CompletionItemKind.Reference)
        .map(({ label }) => (typeof label === 'string' ? label : label.label));
      assert.ok(labels.includes(wanted), `${wanted} is missing among ${labels.join(', ')}`);
      assert.deepEqual(findRepeated(labels), []);
    }
  });

  it('completion offers a label once while typing, with its destination', async () => {
    const end = findPosition(post.document, 'Write').translate(0, 5);
    await putCaret(post.editor, end);
    await commands.executeCommand('type', { text: ' [it][' });
    const page = await getWindow();
    const rows = page.locator('.suggest-widget .monaco-list-row');
    await rows.filter({ hasText: 'oak' }).first().waitFor();
    const names = await rows.locator('.label-name').allInnerTexts();
    assert.deepEqual(names.toSorted(), ['log', 'oak']);
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('completion');
    await page.keyboard.press('Escape');
  });

  it('the outline lists headings, definitions and footnotes once', async () => {
    const found = await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', post.uri);
    const flatten = (symbols: readonly DocumentSymbol[]): string[] =>
      symbols.flatMap(({ name, children }) => [name, ...flatten(children ?? [])]);
    const names = flatten(found);
    for (const name of ['Front matter', '## The first watch', '[log]', '[oak]', '[^oil]'])
      assert.ok(names.includes(name), `${name} is missing among ${names.join(', ')}`);
    assert.deepEqual(findRepeated(names), []);
    assert.ok(!names.includes('The first watch'));
  });

  it('a hover shows an image once next to VS Code’s own', async () => {
    const hovers = await askProviders<Hover[]>(
      'an image shows',
      'vscode.executeHoverProvider',
      [post.uri, findNeedle('/assets/lamp.svg', 3)],
      (found) => found.length > 0,
    );
    const words = hovers
      .flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)))
      .join('\n');
    assert.equal(words.match(/!\[|<img/g)?.length, 1, words);
  });

  it('linked editing types over all uses of a label together', async () => {
    const place = findNeedle('[^oil]', 3);
    const found = await commands.executeCommand<{ ranges?: unknown[] } | undefined>(
      '_executeLinkedEditingProvider',
      post.uri,
      place,
    );
    assert.equal(found?.ranges?.length, 3);
  });
});

describe("VS Code's own Markdown validation", () => {
  const checks = [
    'enabled',
    'referenceLinks.enabled',
    'unusedLinkDefinitions.enabled',
    'duplicateLinkDefinitions.enabled',
  ];
  const offer = 'Leave references to Galley?';
  let post: OpenPost;

  /** Of VS Code's checks and Galley's rules about references, those that report something. */
  const listCodes = () => {
    const found = languages
      .getDiagnostics(post.uri)
      .map(({ code }) => String(typeof code === 'object' ? code.value : code));
    return found.filter((code) => /^link\.|-(?:reference|definition|footnote)$/.test(code)).toSorted();
  };

  before(async () => {
    post = await openDraft('two-crews.md', text);
  });
  after(async () => {
    for (const check of checks)
      await workspace.getConfiguration('markdown.validate').update(check, undefined, ConfigurationTarget.Workspace);
    await closeEverything(post.uri);
  });

  it('offers to leave references to Galley where VS Code validates them too, and then reports each defect once', async () => {
    await validate(true);
    const page = await getWindow();
    await page.getByText(offer).first().waitFor();
    await until(
      'both report',
      () => listCodes().includes('link.no-such-reference') && listCodes().includes('undefined-reference'),
    );
    await commands.executeCommand('notifications.showList');
    if (process.env['GALLEY_SCREENSHOTS']) await takeScreenshot('validation-offer');
    await page.locator('.notification-list-item', { hasText: offer }).getByText('Leave It to Galley').first().click();
    await until('only Galley reports references', () => listCodes().join() === 'undefined-reference');
    assert.equal(
      workspace.getConfiguration('markdown.validate', post.uri).inspect('referenceLinks.enabled')?.workspaceValue,
      'ignore',
    );
  });

  it('offers to leave references to Galley only once', async () => {
    for (const check of checks)
      await workspace.getConfiguration('markdown.validate').update(check, undefined, ConfigurationTarget.Workspace);
    await until('VS Code reports nothing', () => listCodes().join() === 'undefined-reference');
    await validate(true);
    await until('VS Code reports references again', () => listCodes().includes('link.no-such-reference'));
    await commands.executeCommand('notifications.showList');
    assert.equal(await (await getWindow()).locator('.notification-list-item', { hasText: offer }).count(), 0);
    await commands.executeCommand('notifications.clearAll');
  });
});
