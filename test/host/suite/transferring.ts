import type { Locator } from 'playwright-core';
import { commands } from 'vscode';
import { toFileUri, until, getWindow } from './support.js';

/** An image of `width` pixels in a row, as PNG in base64. */
const images = {
  dot: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
} as const;

/** Puts a text into the clipboard and presses the keys: only these ask VS Code's and Galley's providers. */
export async function pasteText(text: string): Promise<void> {
  await paste(async (page) =>
    page.evaluate((written) => (globalThis as unknown as Browser).navigator.clipboard.writeText(written), text),
  );
}

/** The same for an image without a name, as a screenshot is. */
export async function pasteImage(): Promise<void> {
  await paste(async (page) =>
    page.evaluate(async (base64) => {
      const browser = globalThis as unknown as Browser;
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      await browser.navigator.clipboard.write([
        new browser.ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) }),
      ]);
    }, images.dot),
  );
}

async function paste(copy: (page: Awaited<ReturnType<typeof getWindow>>) => Promise<void>): Promise<void> {
  const page = await getWindow();
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await copy(page);
  await pressPaste();
}

/** Presses the keys alone, for what is copied already. */
export async function pressPaste(): Promise<void> {
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await (await getWindow()).keyboard.press('Control+V');
}

/** Copies a file (path in the workspace) as the Explorer does. */
export async function copyInExplorer(path: string): Promise<void> {
  await selectInExplorer([path]);
  await commands.executeCommand('filesExplorer.copy');
}

/** Drops images of these names from the desktop after the text of a line in the editor, with Shift held. */
export async function dropImages(names: readonly string[], behind: string): Promise<void> {
  const page = await getWindow();
  await page.evaluate(drop, { ...(await findPointAfter(behind)), names: [...names], image: images.dot });
}

/**
 * Drags files (paths in the workspace, those of one folder) from the Explorer after the text of a line in the editor,
 * with Shift held, as VS Code asks for.
 */
export async function dragFromExplorer(paths: readonly string[], behind: string): Promise<void> {
  await drag(await selectInExplorer(paths), behind);
}

/** Milliseconds for a row that the list may have scrolled away meanwhile; whoever asks shows it again. */
const rowTimeout = 3000;

/** Selects files in the Explorer without opening them, and returns the row of the first. */
async function selectInExplorer([first = '', ...others]: readonly string[]): Promise<Locator> {
  const page = await getWindow();
  const findRow = (path: string) =>
    page
      .locator('.explorer-folders-view .monaco-list-row')
      .filter({ has: page.getByText(path.slice(path.lastIndexOf('/') + 1), { exact: true }) });
  const isSelected = async (path: string): Promise<boolean> =>
    (await findRow(path).count()) === 1 &&
    (await findRow(path).getAttribute('aria-selected', { timeout: rowTimeout })) === 'true';
  await until('the files are selected', async () => {
    await commands.executeCommand('revealInExplorer', toFileUri(first));
    for (const path of others)
      if (!(await isSelected(path))) await findRow(path).click({ modifiers: ['Control'], timeout: rowTimeout });
    return (await Promise.all([first, ...others].map(isSelected))).every(Boolean);
  });
  return findRow(first);
}

/** Drags what a row shows into the editor: VS Code's own handlers fill what is transferred and take it. */
export async function drag(row: Locator, behind: string): Promise<void> {
  await row.evaluate(dragInto, await findPointAfter(behind), { timeout: rowTimeout });
}

/** Drags what a row shows onto another row. */
export async function dragOnto(row: Locator, other: Locator): Promise<void> {
  const { x, y, width, height } = await until(
    'the other row is on the screen',
    async () => (await other.boundingBox()) ?? undefined,
  );
  await row.evaluate(dragInto, { x: x + width / 2, y: y + height / 2 }, { timeout: rowTimeout });
}

/** Runs in VS Code's window: the events of a drag from an element to a place, with Shift held. */
function dragInto(element: unknown, { x, y }: { x: number; y: number }): void {
  const browser = globalThis as unknown as Browser;
  const dataTransfer = new browser.DataTransfer();
  const createDragEvent = (type: string): object =>
    new browser.DragEvent(type, {
      bubbles: true,
      cancelable: true,
      composed: true,
      clientX: x,
      clientY: y,
      shiftKey: true,
      dataTransfer,
    });
  const source = element as Target;
  source.dispatchEvent(createDragEvent('dragstart'));
  const target = browser.document.elementFromPoint(x, y);
  for (const type of ['dragenter', 'dragover', 'drop']) target.dispatchEvent(createDragEvent(type));
  source.dispatchEvent(createDragEvent('dragend'));
}

/** Where on the screen the last line ends that shows a text. */
async function findPointAfter(text: string): Promise<{ x: number; y: number }> {
  const line = (await getWindow())
    .locator('.monaco-editor .view-line')
    .filter({ hasText: text })
    .last()
    .locator('span')
    .first();
  // The editor may draw its lines again at any time.
  const { x, y, width, height } = await until(
    `“${text}” is on the screen`,
    async () => (await line.boundingBox()) ?? undefined,
  );
  return { x: x + width - 1, y: y + height / 2 };
}

/** Runs in VS Code's window. */
function drop({ x, y, names, image }: { x: number; y: number; names: string[]; image: string }): void {
  const browser = globalThis as unknown as Browser;
  const dataTransfer = new browser.DataTransfer();
  const bytes = Uint8Array.from(atob(image), (character) => character.charCodeAt(0));
  for (const name of names) dataTransfer.items.add(new File([bytes], name, { type: 'image/png' }));
  const target = browser.document.elementFromPoint(x, y);
  for (const type of ['dragenter', 'dragover', 'drop']) {
    target.dispatchEvent(
      new browser.DragEvent(type, {
        bubbles: true,
        cancelable: true,
        composed: true,
        clientX: x,
        clientY: y,
        shiftKey: true,
        dataTransfer,
      }),
    );
  }
}

/** What of the browser is used. */
interface Browser {
  readonly navigator: {
    readonly clipboard: { writeText(text: string): Promise<void>; write(items: object[]): Promise<void> };
  };
  readonly ClipboardItem: new (items: object) => object;
  readonly DataTransfer: new () => { readonly items: { add(file: File): void } };
  readonly DragEvent: new (type: string, init: object) => object;
  readonly document: { elementFromPoint(x: number, y: number): Target };
}

interface Target {
  dispatchEvent(event: object): void;
}
