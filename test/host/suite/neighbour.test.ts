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
import { closeEverything, fromProviders, openDraft, positionOf, putCaret } from './posts.js';
import { window as codeWindow, screenshot, until } from './support.js';

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

/** Answers of every provider to a question about a place. */
function all<Answer>(command: string, { uri }: OpenPost, at: Position, ...rest: readonly unknown[]): Thenable<Answer> {
  return commands.executeCommand<Answer>(command, uri, at, ...rest);
}

/** `line:text` of each place, in order. */
function shown({ document }: OpenPost, places: readonly (Location | LocationLink)[]): string[] {
  const ranges = places
    .map((place) => ('targetUri' in place ? place.targetRange : place.range))
    .toSorted((a, b) => a.start.compareTo(b.start));
  return ranges.map((range) => `${range.start.line}:${document.getText(range)}`);
}

/** The line of each reference to what stands at a place. */
async function referenceLines(post: OpenPost, place: Position): Promise<number[]> {
  const found = await all<Location[]>('vscode.executeReferenceProvider', post, place);
  return found.map(({ range }) => range.start.line).toSorted((a, b) => a - b);
}

/** Switches VS Code's own validation on or off, for this workspace. */
function validate(value: boolean): Thenable<void> {
  return workspace.getConfiguration('markdown.validate').update('enabled', value, ConfigurationTarget.Workspace);
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

describe("Beside VS Code's own Markdown features", () => {
  let post: OpenPost;
  const at = (needle: string, by: number, occurrence = 0) =>
    positionOf(post.document, needle, occurrence).translate(0, by);

  beforeEach(async () => {
    post = await openDraft('two-crews.md', text);
    await fromProviders<{ placeholder: string }>(
      "VS Code's own features answer",
      'vscode.prepareRename',
      [post.uri, at('## The', 5)],
      ({ placeholder }) => placeholder === 'The first watch',
    );
    await fromProviders<unknown[]>(
      'Galley answers',
      'vscode.executeDefinitionProvider',
      [post.uri, at('[^oil]', 3)],
      (found) => found.length > 0,
    );
  });
  afterEach(() => closeEverything(post.uri));

  it('a label has one definition next to VS Code’s own, and F12 goes straight to it', async () => {
    const line = positionOf(post.document, '[log]: ').line;
    for (const place of [at('[book][log]', 8), at('[log]', 2, 1), at('[book]', 2), at('[log]: ', 2)]) {
      const found = await all<(Location | LocationLink)[]>('vscode.executeDefinitionProvider', post, place);
      assert.deepEqual(shown(post, found), [`${line}:[log]: https://lighthouse.example/log "The log"`]);
    }
    await putCaret(post.editor, at('[book][log]', 8));
    await commands.executeCommand('editor.action.revealDefinition');
    await until('the caret is at the definition', () => post.editor.selection.active.line === line);
    assert.equal(await (await codeWindow()).locator('.peekview-widget').count(), 0);
  });

  it('a link to a heading has one definition next to VS Code’s own', async () => {
    const found = await all<(Location | LocationLink)[]>('vscode.executeDefinitionProvider', post, at('(#the', 4));
    assert.deepEqual(shown(post, found), ['4:## The first watch']);
  });

  it('references list each place once next to VS Code’s own', async () => {
    assert.deepEqual(await referenceLines(post, at('[book][log]', 8)), [6, 6, 6, 10]);
    assert.deepEqual(await referenceLines(post, at('[book]', 2)), [6, 6, 6, 10]);
    assert.deepEqual(await referenceLines(post, at('[^oil]', 3)), [6, 12, 14]);
    assert.deepEqual(await referenceLines(post, at('## The', 5)), [4, 6]);
  });

  it("highlights mark each place once, even where VS Code's own are on", async () => {
    const markdown = workspace.getConfiguration('markdown', post.uri);
    await markdown.update('occurrencesHighlight.enabled', true, ConfigurationTarget.Workspace);
    try {
      for (const place of [at('[book][log]', 8), at('[^oil]', 3)]) {
        const found = await all<DocumentHighlight[]>('vscode.executeDocumentHighlights', post, place);
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
    const place = at('[^oil]', 3);
    await putCaret(post.editor, place);
    const page = await codeWindow();
    const closed = commands.executeCommand('editor.action.rename');
    await page.locator('.rename-box input').first().waitFor();
    assert.equal(await page.locator('.rename-box input').filter({ visible: true }).count(), 1);
    assert.equal(await page.locator('.rename-box input').first().inputValue(), 'oil');
    await page.keyboard.press('Escape');
    await closed;
    const edit = await all<WorkspaceEdit>('vscode.executeDocumentRenameProvider', post, at('[log]: ', 2), 'diary');
    assert.deepEqual(
      edit.entries().flatMap(([, edits]) => edits.map(({ newText }) => newText)),
      ['diary', '][diary]', 'diary', 'diary'],
    );
  });

  it('completion offers a label once when it is requested', async () => {
    for (const [place, wanted] of [
      [at('[book][log]', 7), 'oak'],
      [at('(#the', 2), '#the-first-watch'],
      [at('[^oil].', 2), 'oil'],
    ] as const) {
      const { items } = await all<CompletionList>('vscode.executeCompletionItemProvider', post, place);
      const labels = items
        .filter(({ kind }) => kind === CompletionItemKind.Reference)
        .map(({ label }) => (typeof label === 'string' ? label : label.label));
      assert.ok(labels.includes(wanted), `${wanted} is missing among ${labels.join(', ')}`);
      assert.deepEqual(repeated(labels), []);
    }
  });

  it('completion offers a label once while typing, with its destination', async () => {
    const end = positionOf(post.document, 'Write').translate(0, 5);
    await putCaret(post.editor, end);
    await commands.executeCommand('type', { text: ' [it][' });
    const page = await codeWindow();
    const rows = page.locator('.suggest-widget .monaco-list-row');
    await rows.filter({ hasText: 'oak' }).first().waitFor();
    const names = await rows.locator('.label-name').allInnerTexts();
    assert.deepEqual(names.toSorted(), ['log', 'oak']);
    if (process.env['GALLEY_SCREENSHOTS']) await screenshot('completion');
    await page.keyboard.press('Escape');
  });

  it('the outline lists headings, definitions and footnotes once', async () => {
    const found = await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', post.uri);
    const flat = (symbols: readonly DocumentSymbol[]): string[] =>
      symbols.flatMap(({ name, children }) => [name, ...flat(children ?? [])]);
    const names = flat(found);
    for (const name of ['Front matter', '## The first watch', '[log]', '[oak]', '[^oil]'])
      assert.ok(names.includes(name), `${name} is missing among ${names.join(', ')}`);
    assert.deepEqual(repeated(names), []);
    assert.ok(!names.includes('The first watch'));
  });

  it('a hover shows an image once next to VS Code’s own', async () => {
    const hovers = await fromProviders<Hover[]>(
      'an image shows',
      'vscode.executeHoverProvider',
      [post.uri, at('/assets/lamp.svg', 3)],
      (found) => found.length > 0,
    );
    const words = hovers
      .flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)))
      .join('\n');
    assert.equal(words.match(/!\[|<img/g)?.length, 1, words);
  });

  it('linked editing types over all uses of a label together', async () => {
    const place = at('[^oil]', 3);
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
  const codes = () => {
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
    const page = await codeWindow();
    await page.getByText(offer).first().waitFor();
    await until(
      'both report',
      () => codes().includes('link.no-such-reference') && codes().includes('undefined-reference'),
    );
    await commands.executeCommand('notifications.showList');
    if (process.env['GALLEY_SCREENSHOTS']) await screenshot('validation-offer');
    await page.locator('.notification-list-item', { hasText: offer }).getByText('Leave It to Galley').first().click();
    await until('only Galley reports references', () => codes().join() === 'undefined-reference');
    assert.equal(
      workspace.getConfiguration('markdown.validate', post.uri).inspect('referenceLinks.enabled')?.workspaceValue,
      'ignore',
    );
  });

  it('offers to leave references to Galley only once', async () => {
    for (const check of checks)
      await workspace.getConfiguration('markdown.validate').update(check, undefined, ConfigurationTarget.Workspace);
    await until('VS Code reports nothing', () => codes().join() === 'undefined-reference');
    await validate(true);
    await until('VS Code reports references again', () => codes().includes('link.no-such-reference'));
    await commands.executeCommand('notifications.showList');
    assert.equal(await (await codeWindow()).locator('.notification-list-item', { hasText: offer }).count(), 0);
    await commands.executeCommand('notifications.clearAll');
  });
});
