import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeResult,
  ProgressToken,
  ProtocolConnection,
  PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  ProgressType,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { InitializationOptions } from '../../server/src/protocol/index.ts';

/** A folder in the system's temporary folder with these files by relative path; `remove` takes it away. */
export async function createTemporaryFolder(files: Readonly<Record<string, string | Uint8Array>>) {
  const path = await mkdtemp(join(tmpdir(), 'galley-test-'));
  const write = async (name: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  };
  for (const [name, content] of Object.entries(files)) await write(name, content);
  return {
    path,
    uri: pathToFileURL(path).href,
    uriOf: (name: string) => pathToFileURL(join(path, name)).href,
    write,
    /** Takes a file or a folder away. */
    removeFile: (name: string) => rm(join(path, name), { recursive: true }),
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

export type TemporaryFolder = Awaited<ReturnType<typeof createTemporaryFolder>>;

/** How a test's client introduces itself. */
export interface Introduction {
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly options?: InitializationOptions;
  /** Answer to `workspace/configuration` for `galley`. */
  readonly settings?: unknown;
  /** Registers more handlers before the server is greeted. */
  readonly prepare?: (connection: ProtocolConnection) => void;
}

/** What most of today's editors can do. */
export const modern: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    diagnostic: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  window: { workDoneProgress: true },
};

/** An editor that receives diagnostics instead of pulling them. */
export const withoutPull: ClientCapabilities = { textDocument: { publishDiagnostics: {} } };

/** A connection to a server with the shortest words for what an editor does. */
export class TestClient {
  /** Lines the server wrote to its log. */
  readonly log: string[] = [];
  readonly published: PublishDiagnosticsParams[] = [];
  /** Progress notifications: `begin`, `report` or `end`. */
  readonly progress: { readonly token: ProgressToken; readonly kind: string }[] = [];
  refreshes = 0;
  initialized: InitializeResult | undefined;
  settings: unknown;
  private readonly versions = new Map<string, number>();
  private readonly watchers = new Set<() => void>();

  constructor(readonly connection: ProtocolConnection) {
    connection.onNotification('window/logMessage', ({ message }: { message: string }) =>
      this.record(() => this.log.push(message)),
    );
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) =>
      this.record(() => this.published.push(params)),
    );
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.record(() => this.refreshes++);
      return null;
    });
    connection.onRequest('workspace/configuration', () => [this.settings ?? null]);
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('window/workDoneProgress/create', ({ token }: { token: ProgressToken }) => {
      const type = new ProgressType<{ readonly kind: string }>();
      connection.onProgress(type, token, ({ kind }) => this.record(() => this.progress.push({ token, kind })));
      return null;
    });
  }

  /** Greets the server. */
  async introduce({ folders = [], capabilities = modern, options, settings, prepare }: Introduction): Promise<void> {
    this.settings = settings;
    prepare?.(this.connection);
    this.connection.listen();
    const workspaceFolders = folders.map((uri) => ({ uri, name: uri }));
    this.initialized = await this.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders,
      capabilities,
      initializationOptions: options,
    });
    await this.connection.sendNotification('initialized', {});
  }

  open(uri: string, text: string): void {
    this.versions.set(uri, 1);
    void this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
  }

  /** Replaces the whole text. */
  replace(uri: string, text: string): void {
    this.change(uri, { text });
  }

  /** Types text at a place, lines and columns from 0. */
  insert(uri: string, line: number, character: number, text: string): void {
    const at = { line, character };
    this.change(uri, { range: { start: at, end: at }, text });
  }

  close(uri: string): void {
    void this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Notifies the server of changes of files on disk. */
  notifyFiles(what: 'created' | 'changed' | 'deleted', ...uris: readonly string[]): void {
    const type = { created: 1, changed: 2, deleted: 3 }[what];
    void this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: uris.map((uri) => ({ uri, type })),
    });
  }

  ask<Result>(method: string, params: object): Promise<Result> {
    return this.connection.sendRequest<Result>(method, params);
  }

  /** Asks about a place in a document. */
  askAt<Result>(method: string, uri: string, line: number, character: number, more: object = {}): Promise<Result> {
    return this.ask<Result>(method, { textDocument: { uri }, position: { line, character }, ...more });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.ask('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  /** Problems by pull, as `line:column-column rule`, all from 0. */
  async problems(uri: string): Promise<string[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items.map(formatDiagnostic) : [report.kind];
  }

  /** Pulls again at each refresh the server asks for, until the problems are these. */
  async untilProblems(uri: string, lines: readonly string[]): Promise<void> {
    for (;;) {
      const { refreshes } = this;
      if (JSON.stringify(await this.problems(uri)) === JSON.stringify(lines)) return;
      await this.until(() => this.refreshes > refreshes);
    }
  }

  /** Resolves as soon as something the server said makes `condition` true. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((resolve) => this.watchers.add(resolve));
  }

  /** The diagnostics published last for a document once they satisfy `accept`. */
  async untilPublished(uri: string, accept: (lines: readonly string[]) => boolean): Promise<string[]> {
    const getLatest = (): string[] | undefined => this.getPublished(uri)?.map(formatDiagnostic);
    await this.until(() => {
      const lines = getLatest();
      return lines !== undefined && accept(lines);
    });
    return getLatest()!;
  }

  /** The diagnostics published last for a document. */
  getPublished(uri: string): readonly Diagnostic[] | undefined {
    return this.published.findLast((each) => each.uri === uri)?.diagnostics;
  }

  private change(uri: string, change: object): void {
    const version = this.versions.get(uri)! + 1;
    this.versions.set(uri, version);
    void this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [change],
    });
  }

  private record(change: () => unknown): void {
    change();
    for (const wake of this.watchers) wake();
    this.watchers.clear();
  }
}

/** A diagnostic as `line:column-column rule`, from 0. */
export function formatDiagnostic({ range: { start, end }, code }: Diagnostic): string {
  return `${start.line}:${start.character}-${end.line === start.line ? end.character : `${end.line}:${end.character}`} ${String(code)}`;
}

/** The built server in a process of its own, greeted by a client. */
export class TestServer extends TestClient {
  private constructor(
    connection: ProtocolConnection,
    readonly process: ChildProcess,
  ) {
    super(connection);
  }

  /** Starts `command` of Node, `dist/server.js --stdio` unless given, and greets it. */
  static async start(
    introduction: Introduction = {},
    command: readonly string[] = ['dist/server.js', '--stdio'],
  ): Promise<TestServer> {
    const child = spawn(process.execPath, command, { stdio: ['pipe', 'pipe', 'inherit'] });
    const server = new TestServer(
      createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
      child,
    );
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`The server ended with ${code} before it was greeted.`);
    });
    await Promise.race([server.introduce(introduction), ended]);
    return server;
  }

  /** Shuts the server down as the protocol says; returns the exit code. */
  async stop(): Promise<number | null> {
    const exited = this.process.exitCode === null ? once(this.process, 'exit') : undefined;
    await this.connection.sendRequest('shutdown');
    return this.leave(exited);
  }

  /** Makes the server exit without a shutdown before; returns the exit code. */
  async abandon(): Promise<number | null> {
    return this.leave(once(this.process, 'exit'));
  }

  private async leave(exited: Promise<unknown> | undefined): Promise<number | null> {
    await this.connection.sendNotification('exit');
    await exited;
    this.connection.dispose();
    return this.process.exitCode;
  }
}
