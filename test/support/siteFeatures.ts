import type { Target, Workspace } from '../../server/src/service/index.ts';
import * as service from '../../server/src/service/index.ts';
import type { Opened } from './check.ts';
import { createAnalysis } from './check.ts';
import type { Marked } from './marked.ts';
import { parseMarked } from './marked.ts';
import { parseTxtar, root, createWorkspace } from './site.ts';

/** A site of files in txtar form, one of which is open, with the caret in it. */
export interface OpenSite extends Opened {
  readonly cursor: number;
  readonly files: Workspace;
  /** What each file holds without its marks. */
  readonly marked: ReadonlyMap<string, Marked>;
}

/** Opens the file that holds the caret `<|>`; marks of the others are taken out too. */
export async function openSite(txtar: string): Promise<OpenSite> {
  const files = new Map([...parseTxtar(txtar)].map(([path, text]) => [path, parseMarked(text)]));
  const [path] = [...parseTxtar(txtar)].find(([, text]) => text.includes('<|>')) ?? [];
  if (path === undefined) throw new Error('No file has the caret <|>.');
  const workspace = createWorkspace(new Map([...files].map(([name, { text }]) => [name, text])));
  const sites = await Promise.all(
    (await service.findSites(workspace, [root])).map((site) => service.readSite(site, workspace, service.immediately)),
  );
  const uri = `${root}/${path}`;
  const { text, cursor } = files.get(path)!;
  const snapshot = service.withDocument(
    service.withSites(service.emptySnapshot, sites),
    new service.Document(uri, 1, text),
  );
  return {
    snapshot,
    post: snapshot.open.get(uri)!,
    uri,
    analysis: createAnalysis(snapshot, workspace),
    cursor,
    files: workspace,
    marked: files,
  };
}

/** What hovering at `<|>` shows. */
export async function getSiteHoverAt(txtar: string): Promise<string | undefined> {
  const { analysis, uri, cursor } = await openSite(txtar);
  return (await analysis.hover(uri, cursor))?.markdown;
}

/** Places as `path:line text`, lines from 1. */
function formatTargets(targets: readonly Target[]): string[] {
  return targets.map(
    ({ document, range }) =>
      `${service.relative(root, document.uri)}:${document.positionAt(range.start).line + 1} ${document.text.slice(range.start, range.end)}`,
  );
}

/** The targets of going to the definition at `<|>`. */
export async function getSiteDefinitionAt(txtar: string): Promise<string[]> {
  const { analysis, uri, cursor } = await openSite(txtar);
  return formatTargets(await analysis.definition(uri, cursor));
}

/** The links to what is at `<|>`. */
export async function getSiteReferencesAt(txtar: string): Promise<string[]> {
  const { analysis, uri, cursor } = await openSite(txtar);
  return formatTargets(await analysis.references(uri, cursor, 'uses'));
}

/** What is offered at `<|>`: labels with what is inserted, in the order shown. */
export async function getSiteCompletionsAt(txtar: string): Promise<Map<string, string>> {
  const { analysis, uri, cursor } = await openSite(txtar);
  const { items } = await analysis.completions(uri, cursor);
  return new Map(
    items.toSorted((a, b) => (a.sortText < b.sortText ? -1 : 1)).map(({ label, edit }) => [label, edit.newText]),
  );
}

/** The line at `<|>` after choosing what has this label. */
export async function completeInSite(txtar: string, label: string): Promise<string> {
  const { analysis, uri, post, cursor } = await openSite(txtar);
  const { items } = await analysis.completions(uri, cursor);
  const item = items.find((each) => each.label === label);
  if (!item) throw new Error(`"${label}" is not offered, only ${items.map((each) => each.label).join(', ')}.`);
  const text = service.applyEdits(post.document.text, [item.edit]);
  const start = text.lastIndexOf('\n', item.edit.range.start - 1) + 1;
  return text.slice(start, text.indexOf('\n', start) < 0 ? undefined : text.indexOf('\n', start));
}

/** The files of a site as they are after a rename with the edits that belong to it; only those that an edit changed. */
export async function moveAll(
  txtar: string,
  ...renames: readonly (readonly [from: string, to: string])[]
): Promise<Record<string, string>> {
  const { analysis } = await openSite(`${txtar}-- caret.txt --\n<|>`);
  const edits = await analysis.willRenameFiles(
    renames.map(([from, to]) => ({ from: `${root}/${from}`, to: `${root}/${to}` })),
  );
  return Object.fromEntries(
    edits.map(({ document, edits: own }) => [
      service.relative(root, document.uri)!,
      service.applyEdits(document.text, own),
    ]),
  );
}

/** The files of a site that renaming at `<|>` changes, or the refusal. */
export async function renameInSite(txtar: string, name: string): Promise<Record<string, string> | string> {
  const { analysis, uri, cursor } = await openSite(txtar);
  const result = await analysis.rename(uri, cursor, name);
  if (!result) throw new Error('There is nothing to rename.');
  return 'refusal' in result
    ? result.refusal
    : Object.fromEntries(
        result.map(({ document, edits }) => [
          service.relative(root, document.uri)!,
          service.applyEdits(document.text, edits),
        ]),
      );
}
