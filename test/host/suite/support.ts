import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import * as vscode from 'vscode';

function readEnvironment(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: start the suite with \`node test/host/run.mjs\`.`);
  return value;
}

/** The folder of the project. */
export const root = readEnvironment('GALLEY_ROOT');

/** The name of this run, one of those in test/host/run.mjs. */
export const suite = readEnvironment('GALLEY_SUITE');

/** The URI of a file of the workspace under test, a copy nobody else sees; `path` is relative to its root. */
export function toFileUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Writes a file of the workspace under test and returns its URI. */
export async function writeFile(path: string, text: string): Promise<vscode.Uri> {
  const uri = toFileUri(path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Opens a file of the workspace under test in the first column and returns its editor. */
export async function openFile(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(toFileUri(path)), { preview: false });
}

/**
 * Asks again and again until the answer is neither undefined nor false; rejects after `milliseconds` with what was
 * waited for and the last error.
 */
export async function until<T>(
  what: string,
  ask: () => T | Thenable<T>,
  milliseconds = 60_000,
): Promise<Exclude<T, undefined | false>> {
  const deadline = Date.now() + milliseconds;
  let failure: unknown;
  do {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>;
    } catch (error) {
      failure = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (Date.now() < deadline);
  const because = failure instanceof Error ? `: ${failure.message}` : '';
  throw new Error(`Waited ${milliseconds} ms in vain until ${what}${because}`);
}

/**
 * Waits until the diagnostics of a document fulfil a condition and returns them; Galley's only, without the remark that a
 * draft is not on the site.
 */
export function untilDiagnostics(
  uri: vscode.Uri,
  fulfil: (found: vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  let found: vscode.Diagnostic[] = [];
  const ask = () => {
    const all = vscode.languages.getDiagnostics(uri).filter(({ source }) => source?.toLowerCase() === 'galley');
    found = all.filter(({ code }) => (typeof code === 'object' ? code.value : code) !== 'not-published');
    return fulfil(found) && found;
  };
  return until('the diagnostics are as expected', ask).catch((error: Error) => {
    throw new Error(
      `${error.message}; they are ${JSON.stringify(found.map(({ code, message }) => ({ code, message })))}`,
    );
  });
}

let browser: Promise<Browser> | undefined;

/** The window of VS Code, for what the API cannot see; over the Chrome DevTools protocol. */
export async function getWindow(): Promise<Page> {
  const require = createRequire(join(root, 'test/host/package.json'));
  const { chromium } = require('playwright-core') as typeof import('playwright-core');
  browser ??= chromium.connectOverCDP(readEnvironment('GALLEY_CDP'));
  const pages = (await browser).contexts().flatMap((context) => context.pages());
  const page = pages.find((candidate) => /workbench|127\.0\.0\.1/.test(candidate.url()));
  if (!page) throw new Error('VS Code has no window.');
  page.setDefaultTimeout(60_000);
  return page;
}

/** The document inside a webview that Galley opened. */
export async function findWebview(): Promise<FrameLocator> {
  const outer = (await getWindow()).frameLocator('iframe.webview.ready[src*="extensionId=galley.galley"]');
  return outer.frameLocator('iframe#active-frame');
}

/** Saves a screenshot of the window as out/screenshots/<name>.png and returns its path. */
export async function takeScreenshot(name: string): Promise<string> {
  const folder = join(root, 'out/screenshots');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await (await getWindow()).screenshot({ path });
  return path;
}

/** Axe's findings in the document of a webview: the id of each broken rule and the elements that break it. */
export async function listAccessibilityProblems(frame: FrameLocator): Promise<{ id: string; targets: string[] }[]> {
  const axe = createRequire(join(root, 'test/host/package.json'))('axe-core') as { source: string };
  const document = frame.locator('html');
  await document.evaluate(axe.source);
  return document.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run();
    return violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target.join(' ')) }));
  });
}

/**
 * Axe's findings in a part of the workbench. Most parts are drawn by VS Code and only filled by us: compare with one
 * that VS Code fills itself.
 */
export async function listWorkbenchProblems(selector: string): Promise<{ id: string; targets: string[] }[]> {
  const axe = createRequire(join(root, 'test/host/package.json'))('axe-core') as { source: string };
  const page = await getWindow();
  await page.locator(selector).first().waitFor();
  await page.evaluate(axe.source);
  return page.evaluate(async (part) => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(part);
    return violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target.join(' ')) }));
  }, selector);
}

interface Axe {
  run(part?: string): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
}
