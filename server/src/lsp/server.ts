import type { CancellationToken, Connection, InitializeParams, InitializeResult, ServerCapabilities } from 'vscode-languageserver';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { Diagnostics } from './diagnostics.ts';
import type { Client } from './fromProtocol.ts';
import { clientOf, foldersOf } from './fromProtocol.ts';
import type { Row, Sources } from './handlers.ts';
import { rows } from './handlers.ts';
import type { Platform } from './platform.ts';
import { slicing } from './platform.ts';
import { Session } from './session.ts';
import { settingsOf } from './settings.ts';
import { SiteReader } from './sites.ts';
import { clientWorkspace, localFirst, withOpenDocuments } from './workspace.ts';

/** Serves one client over a connection until it says goodbye. */
export function serve(connection: Connection, platform: Platform): void {
  connection.onInitialize((params): InitializeResult => {
    const server = new Server(connection, platform, clientOf(params));
    connection.onInitialized(() => server.start(foldersOf(params)));
    return { capabilities: capabilitiesFor(params), serverInfo: { name: 'Galley' } };
  });
  connection.listen();
}

const anything = { filters: [{ pattern: { glob: '**/*' } }] };
const folders = { filters: [{ pattern: { glob: '**', matches: 'folder' as const } }] };
/** Posts, the configurations that decide whose posts they are, and what describes their front matter. */
const watchers = ['**/*.{md,markdown,mkd,mkdn,mkdown,mdx}', '**/{_config*,config}.{yml,yaml,toml}', '**/hugo.{yml,yaml,toml,json}', '**/{frontmatter.json,.pages.yml,.pages.yaml,*schema*.json}', '**/{schema,schemas,.frontmatter}/**/*.json', '**/{_data,_layouts}/**', '**/{authors,tags}.{yml,yaml}'];

function capabilitiesFor({ capabilities }: InitializeParams): ServerCapabilities {
  const pulls = capabilities.textDocument?.diagnostic !== undefined;
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true }, fileOperations: { willRename: anything, didRename: folders, didDelete: folders } },
    ...(pulls && { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }),
    ...(Object.assign({}, ...rows.map(({ capability }) => capability)) as ServerCapabilities),
  };
}

/** The parts of the running server and the events that move them. */
class Server {
  private readonly session: Session;
  private readonly sites: SiteReader;
  private readonly diagnostics: Diagnostics;

  constructor(
    private readonly connection: Connection,
    private readonly platform: Platform,
    private readonly client: Client,
  ) {
    this.session = new Session({
      documentChanged: (uri) => this.diagnostics.changed(uri),
      documentClosed: (uri) => this.diagnostics.closed(uri),
      everythingChanged: () => this.diagnostics.everythingChanged(),
      failed: (what, error) => this.failed(what, error),
    });
    const elsewhere = client.answersFiles ? clientWorkspace(connection) : undefined;
    this.files = withOpenDocuments(this.session.documents, localFirst(platform.localFiles, elsewhere));
    this.sites = new SiteReader(connection, this.session, client, this.files, platform, (what, error) => this.failed(what, error));
    this.diagnostics = new Diagnostics(connection, this.session, this.recipient, platform, () => this.sites.ready());
    this.followDocuments();
    for (const row of rows) connection.onRequest(row.method, (params: unknown, token: CancellationToken) => this.answer(row, params, token));
    if (client.pullsDiagnostics) this.answerPulls();
  }

  private readonly files;

  /** Begins the background work once the client is ready for questions. */
  start(folderUris: readonly string[]): void {
    this.sites.setFolders(folderUris);
    void this.configure(undefined);
    this.followWorkspace();
    void this.register().catch((error: unknown) => this.failed('watching files', error));
  }

  private get recipient() {
    return { client: this.client, rulePages: this.client.rulePages ?? this.platform.rulePages, spelling: (uri: string) => this.session.spelling(uri) };
  }

  private followDocuments(): void {
    const { connection, session } = this;
    connection.onDidOpenTextDocument(({ textDocument }) => session.open(textDocument));
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => session.change(textDocument.uri, textDocument.version, contentChanges));
    connection.onDidCloseTextDocument(({ textDocument }) => {
      session.close(textDocument.uri);
      this.sites.refresh(textDocument.uri);
    });
  }

  private followWorkspace(): void {
    const { connection, sites } = this;
    connection.onDidChangeConfiguration(({ settings }) => this.configure(settings));
    connection.onDidChangeWatchedFiles(({ changes }) => sites.filesChanged(changes));
    connection.workspace.onDidRenameFiles(() => sites.readAll());
    connection.workspace.onDidDeleteFiles(() => sites.readAll());
    if (!this.client.changesFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
      sites.changeFolders(added.map(({ uri }) => uri), removed.map(({ uri }) => uri)),
    );
  }

  private async register(): Promise<void> {
    const { client, connection } = this;
    if (client.registersWatchers) {
      const options = { watchers: watchers.map((globPattern) => ({ globPattern })) };
      await connection.client.register(DidChangeWatchedFilesNotification.type, options);
    }
    if (client.registersConfiguration) await connection.client.register(DidChangeConfigurationNotification.type, { section: 'galley' });
  }

  /** Settings come from the client when it answers for them, else from what it sent along. */
  private async configure(sent: unknown): Promise<void> {
    try {
      const section: unknown = this.client.answersConfiguration
        ? await this.connection.workspace.getConfiguration('galley')
        : (sent as { readonly galley?: unknown } | null | undefined)?.galley;
      const { settings, complaints } = settingsOf(section);
      for (const complaint of complaints) this.connection.console.warn(complaint);
      if (JSON.stringify(settings) !== JSON.stringify(this.session.snapshot.settings)) this.session.setSettings(settings);
    } catch (error) {
      this.failed('reading the settings', error);
    }
  }

  private answerPulls(): void {
    this.connection.onRequest(DocumentDiagnosticRequest.type, async (params, token) => {
      try {
        return await this.diagnostics.pull(params, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        this.failed(DocumentDiagnosticRequest.method, error);
        return { kind: 'full', items: [] };
      }
    });
  }

  /** Answers at once and so for exactly the text the question is about; only before the sites are found it waits. */
  private async answer(row: Row, params: unknown, token: CancellationToken): Promise<unknown> {
    const { edits } = this.session;
    if (!this.sites.isReady) await this.sites.ready();
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    if (edits !== this.session.edits) throw new ResponseError(LSPErrorCodes.ContentModified, 'The text changed meanwhile.');
    try {
      const answer = await row.answer(this.sources(token), params);
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
      return answer;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      this.failed(row.method, error);
      return null;
    }
  }

  private sources(token: CancellationToken): Sources {
    return {
      snapshot: this.session.snapshot,
      environment: { now: Date.now(), timeZone: this.client.timeZone },
      files: this.files,
      pace: { pause: slicing(this.platform.turn), cancel: { get isCancelled() { return token.isCancellationRequested; } } },
      to: this.recipient,
      post: (uri) => this.session.post(uri),
    };
  }

  private failed(what: string, error: unknown): void {
    const reason = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).split('\n', 1)[0];
    this.connection.console.error(`Galley failed at ${what} and went on: ${reason}`);
  }
}
