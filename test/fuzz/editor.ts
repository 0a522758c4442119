import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  Diagnostic,
  TextDocumentContentChangeEvent,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { CancellationTokenSource, ErrorCodes, ResponseError } from 'vscode-languageserver/node';
import type { PostListUpdate } from '../../server/src/protocol/index.ts';
import { posts, render, windowFocused, wordCount } from '../../server/src/protocol/index.ts';
import { fromContentChanges } from '../../server/src/lsp/convert/fromProtocol.ts';
import { Document, toCanonical } from '../../server/src/service/index.ts';
import type { TestClient } from '../support/client.ts';
import { createWorkspace, root } from '../support/site.ts';
import { startLocalServer } from './localServer.ts';
import type { EditorEvent } from './messages.ts';
import { toRange } from './texts.ts';

/** What a server says, in an order that does not depend on what happened before. */
interface Description {
  readonly documents: readonly { readonly uri: string; readonly problems: readonly string[] }[];
  readonly sites: readonly Omit<PostListUpdate, 'revision'>[];
  readonly files: readonly string[];
}

function toFolders(names: readonly string[]): { uri: string; name: string }[] {
  return names.map((name) => ({ uri: toUri(name), name }));
}

function formatDiagnostics(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ data: _data, ...shown }) => JSON.stringify(shown));
}

/** How an editor is before anything happens. */
export interface Start {
  readonly files: ReadonlyMap<string, string>;
  readonly folders: readonly string[];
  readonly capabilities: ClientCapabilities;
  readonly settings: unknown;
}

type Change = 'created' | 'changed' | 'deleted';
type TextChange = Extract<EditorEvent, { type: 'edit' | 'editAt' | 'replace' }>;
type Report = Extract<EditorEvent, { type: 'write' }>['report'];

function toUri(path: string): string {
  return `${root}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

const otherChange: Readonly<Record<Change, Change>> = { created: 'changed', changed: 'created', deleted: 'changed' };

/** What is asked about a place in a document. */
const questions: readonly string[] = [
  ...'hover definition references documentHighlight completion prepareRename rename linkedEditingRange'.split(' '),
  ...'documentSymbol foldingRange documentLink selectionRange codeAction diagnostic'.split(' '),
]
  .map((name) => `textDocument/${name}`)
  .concat('workspace/symbol', render.method, wordCount.method, posts.method, 'workspace/willRenameFiles');

/** An editor with its disk, connected to a server in this process, that knows which texts the server must have. */
export class Editor {
  /** The text of each open document by canonical URI. */
  readonly documents = new Map<string, Document>();
  private readonly faults: unknown[] = [];
  private readonly answers: Promise<void>[] = [];
  private late: { readonly uri: string; readonly change: Change }[] = [];

  private constructor(
    readonly client: TestClient,
    private readonly start: Start,
    private readonly files: Map<string, string>,
    private folders: Set<string>,
  ) {}

  static async start(start: Start): Promise<Editor> {
    const files = new Map(start.files);
    const client = await startLocalServer(createWorkspace(files), {
      ...start,
      folders: start.folders.map(toUri),
    });
    return new Editor(client, start, files, new Set(start.folders));
  }

  /** Another editor, with the same files and open documents, to which nothing has happened. */
  async startFresh(): Promise<Editor> {
    const { capabilities } = this.start;
    const { settings } = this.client;
    const fresh = await Editor.start({ files: this.files, folders: [...this.folders], capabilities, settings });
    for (const [uri, { text }] of this.documents) fresh.open(uri, text);
    return fresh;
  }

  async apply(event: EditorEvent): Promise<void> {
    if (event.type === 'wait') {
      for (let turn = 0; turn < event.turns; turn++) await new Promise((resolve) => void setImmediate(resolve));
    } else if (event.type === 'ask') this.ask(event);
    else this.applyAtOnce(event);
  }

  /** What the server says of the open documents, of all files and of the posts, once everything is answered and read. */
  async describe(): Promise<Description> {
    await Promise.all(this.answers);
    const lists = await this.client.ask<readonly PostListUpdate[]>(posts.method, {});
    const documents: { uri: string; problems: string[] }[] = [];
    for (const uri of [...this.documents.keys()].sort()) {
      const report = await this.client.pull(uri);
      documents.push({ uri, problems: report.kind === 'full' ? formatDiagnostics(report.items) : [report.kind] });
    }
    const sites = lists.map(({ revision: _revision, ...list }) => list).sort((a, b) => (a.root < b.root ? -1 : 1));
    return { documents, sites, files: await this.describeFiles() };
  }

  /** The problems of all files. A server that has nothing new to say waits; that a file is gone is always new. */
  private async describeFiles(): Promise<string[]> {
    const gone = { uri: `${root}/gone.md`, value: '0' };
    const { items } = await this.client.ask<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [gone],
    });
    return items
      .map((each) => `${each.uri} ${each.kind === 'full' ? formatDiagnostics(each.items).join('\n') : each.kind}`)
      .sort();
  }

  /** Tells what a watcher kept for itself. */
  tellLate(): void {
    for (const { uri, change } of this.late.reverse()) this.client.notifyFiles(change, uri);
    this.late = [];
  }

  /** Uses the server and ends the connection; throws what the server did wrong. */
  async use<Result>(work: () => Promise<Result>): Promise<Result> {
    process.on('unhandledRejection', this.addFault);
    try {
      const result = await work();
      await this.client.ask('shutdown', {});
      assert.deepEqual(this.faults, []);
      const errors = this.client.log.filter((line) => /fail|fault|could not|error/i.test(line));
      assert.deepEqual(errors, [], 'the server logs an error');
      return result;
    } finally {
      process.off('unhandledRejection', this.addFault);
      this.client.connection.dispose();
    }
  }

  private readonly addFault = (fault: unknown): void => void this.faults.push(fault);

  private applyAtOnce(event: Exclude<EditorEvent, { type: 'wait' | 'ask' }>): void {
    switch (event.type) {
      case 'open':
        return this.open(toUri(event.path), event.text ?? this.files.get(event.path) ?? '');
      case 'edit':
      case 'editAt':
      case 'replace':
        return this.change(event);
      case 'close':
        this.documents.delete(toCanonical(toUri(event.path)));
        return this.client.close(toUri(event.path));
      case 'save':
        return this.save(event);
      case 'write':
        return this.write(event.path, event.text, event.report);
      case 'delete':
        return this.write(event.path, undefined, event.report);
      case 'rename':
        return this.rename(event);
      case 'noise':
        return this.client.notifyFiles('changed', toUri(event.path), toUri(`${event.path}/none.md`));
      case 'configure':
        this.client.settings = event.settings;
        return this.notify('workspace/didChangeConfiguration', { settings: { galley: event.settings } });
      case 'changeFolders':
        return this.changeFolders(event);
      case 'focus':
        return this.notify(windowFocused.method, {});
    }
  }

  private open(uri: string, text: string): void {
    this.documents.set(toCanonical(uri), new Document(toCanonical(uri), 1, text));
    this.client.open(uri, text);
  }

  private change(event: TextChange): void {
    const uri = toUri(event.path);
    const document = this.documents.get(toCanonical(uri));
    const last = document?.version ?? 1;
    const version = { next: last + 1, same: last, older: last - 1, huge: 2 ** 31 - 1, negative: -1 }[event.version];
    const contentChanges = createContentChanges(event, document);
    if (document) this.documents.set(document.uri, fromContentChanges(document, version, contentChanges));
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  private save({ path, isWritten }: Extract<EditorEvent, { type: 'save' }>): void {
    const document = this.documents.get(toCanonical(toUri(path)));
    if (isWritten && document) this.write(path, document.text, 'told');
    this.notify('textDocument/didSave', { textDocument: { uri: toUri(path) } });
  }

  private write(path: string, text: string | undefined, report: Report): void {
    if (text === undefined && !this.files.has(path)) return;
    const change = text === undefined ? 'deleted' : this.files.has(path) ? 'changed' : 'created';
    if (text === undefined) this.files.delete(path);
    else this.files.set(path, text);
    this.report(toUri(path), change, report);
  }

  private report(uri: string, change: Change, report: Report): void {
    if (report === 'late' || report === 'otherwise') this.late.push({ uri, change });
    if (report === 'otherwise') this.client.notifyFiles(otherChange[change], uri);
    if (report === 'told' || report === 'twice') this.client.notifyFiles(change, uri);
    if (report === 'twice') this.client.notifyFiles(change, uri);
  }

  private rename({ path, to, report }: Extract<EditorEvent, { type: 'rename' }>): void {
    const text = this.files.get(path);
    if (text === undefined || path === to) return;
    const files = [{ oldUri: toUri(path), newUri: toUri(to) }];
    this.remember(this.client.ask('workspace/willRenameFiles', { files }));
    this.write(path, undefined, report);
    this.write(to, text, report);
    this.notify('workspace/didRenameFiles', { files });
  }

  private changeFolders({ added, removed }: Extract<EditorEvent, { type: 'changeFolders' }>): void {
    for (const folder of removed) this.folders.delete(folder);
    for (const folder of added) this.folders.add(folder);
    this.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: toFolders(added), removed: toFolders(removed) },
    });
  }

  private ask({ path, question, position, isCancelled }: Extract<EditorEvent, { type: 'ask' }>): void {
    const uri = toUri(path);
    const params = {
      textDocument: { uri },
      uri,
      position,
      positions: [position],
      range: { start: position, end: position },
      context: { includeDeclaration: true, diagnostics: [] },
      newName: 'zebra',
      query: 'a',
      ranges: [],
      files: [{ oldUri: uri, newUri: `${uri}x` }],
    };
    const source = new CancellationTokenSource();
    const method = questions[question % questions.length]!;
    this.remember(this.client.connection.sendRequest(method, params, source.token));
    if (isCancelled) setImmediate(() => source.cancel());
  }

  /** Refusals are answers; that the server failed is none. */
  private remember(answer: Promise<unknown>): void {
    this.answers.push(
      answer.then(
        () => undefined,
        (error: unknown) => {
          if (!(error instanceof ResponseError) || error.code === ErrorCodes.InternalError) this.faults.push(error);
        },
      ),
    );
  }

  private notify(method: string, params: object): void {
    void this.client.connection.sendNotification(method, params);
  }
}

/** The changes as an editor sends them: each in positions of the text after the one before. */
function createContentChanges(event: TextChange, document: Document | undefined): TextDocumentContentChangeEvent[] {
  if (event.type === 'replace') return [{ text: event.text }];
  if (event.type === 'editAt') return [{ range: { start: event.start, end: event.end }, text: event.text }];
  let before = document ?? new Document('', 0, '');
  return event.edits.map((edit) => {
    const { start, end } = toRange(edit, before.text);
    const range = { start: before.positionAt(start), end: before.positionAt(end) };
    before = before.withEdits(0, [{ range: { start, end }, newText: edit.newText }]);
    return { range, text: edit.newText };
  });
}
