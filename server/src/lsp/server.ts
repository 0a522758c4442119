import type {
  CancellationToken,
  Connection,
  InitializeParams,
  InitializeResult,
  ServerCapabilities,
} from 'vscode-languageserver';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver';
import { postsChanged } from '../protocol/index.ts';
import { AllPosts } from './allPosts.ts';
import { ConfigurationProblems } from './configurationProblems.ts';
import { Diagnostics } from './diagnostics.ts';
import type { Client } from './convert/fromProtocol.ts';
import { clientOf, foldersOf } from './convert/fromProtocol.ts';
import type { Row } from './handlers.ts';
import { rows } from './handlers.ts';
import type { Platform } from './platform.ts';
import { Lull } from './debouncer.ts';
import { createScheduler } from './platform.ts';
import { SentPostLists } from '../service/index.ts';
import { Session } from './session.ts';
import { settingsOf } from './settings.ts';
import { documentIn, isAboutSite } from './questions.ts';
import { SiteReader } from './sites.ts';
import type { Sources } from './requestContext.ts';
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
/** Links may lead to any file, so all of them count; what a generator wrote is passed by when it is told. */
const watchers = ['**/*'];

/** Galley's own client asks for all posts when the writer does, and not again and again as its library would. */
function capabilitiesFor(params: InitializeParams): ServerCapabilities {
  const pulls = params.capabilities.textDocument?.diagnostic !== undefined;
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { didCreate: anything, willRename: anything, didRename: folders, didDelete: folders },
    },
    ...(pulls && {
      diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: !clientOf(params).isGalley },
    }),
    ...(Object.assign({}, ...rows.map(({ capability }) => capability)) as ServerCapabilities),
  };
}

/** The parts of the running server and the events that move them. */
class Server {
  private readonly session: Session;
  private readonly sites: SiteReader;
  private readonly diagnostics: Diagnostics;
  private readonly configurationProblems: ConfigurationProblems;
  private readonly allPosts: AllPosts;
  private readonly sentPostLists = new SentPostLists();

  constructor(
    private readonly connection: Connection,
    private readonly platform: Platform,
    private readonly client: Client,
  ) {
    this.session = new Session({
      documentChanged: (uri) => {
        this.diagnostics.changed(uri);
        this.lull.putOff();
      },
      documentClosed: (uri) => {
        this.diagnostics.closed(uri);
        this.lull.putOff();
      },
      everythingChanged: () => this.everythingChanged(),
      publicationsChanged: (uri) => this.sites.refresh(uri),
      failed: (what, error) => this.failed(what, error),
    });
    const elsewhere = client.answersFiles ? clientWorkspace(connection) : undefined;
    this.files = withOpenDocuments(this.session.documents, localFirst(platform.localFiles, elsewhere));
    this.sites = new SiteReader(connection, this.session, client, this.files, platform, {
      filesChanged: (uris) => this.allPosts.noticeChange(uris),
      failed: (what, error) => this.failed(what, error),
    });
    this.configurationProblems = new ConfigurationProblems(connection, this.files);
    this.diagnostics = new Diagnostics(connection, this.session, this.recipient, platform, () => this.sites.ready());
    this.allPosts = new AllPosts({
      connection,
      session: this.session,
      sites: this.sites,
      diagnostics: this.diagnostics,
      files: this.files,
      platform,
      recipient: this.recipient,
    });
    this.followDocuments();
    for (const row of rows)
      connection.onRequest(row.method, (params: unknown, token: CancellationToken) => this.answer(row, params, token));
    if (client.pullsDiagnostics) this.answerPulls();
  }

  private readonly files;
  private readonly lull = new Lull(() => {
    this.session.settle();
    this.allPosts.noticeChange();
  });

  private everythingChanged(): void {
    this.diagnostics.everythingChanged();
    this.lull.putOff();
    if (this.client.isGalley) void this.connection.sendNotification(postsChanged.method).catch(() => {});
    void this.configurationProblems
      .show(this.session.snapshot.sites)
      .catch((error: unknown) => this.failed('telling about a configuration', error));
  }

  /** Begins the background work once the client is ready for questions. */
  start(folderUris: readonly string[]): void {
    this.sites.setFolders(folderUris);
    void this.configure(undefined);
    this.followWorkspace();
    void this.register().catch((error: unknown) => this.failed('watching files', error));
  }

  private get recipient() {
    return {
      client: this.client,
      rulePages: this.client.rulePages ?? this.platform.rulePages,
      spelling: (uri: string) => this.session.spelling(uri),
    };
  }

  private followDocuments(): void {
    const { connection, session } = this;
    connection.onDidOpenTextDocument(({ textDocument }) => {
      session.open(textDocument);
      this.sites.meet(textDocument.uri);
    });
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) =>
      session.change(textDocument.uri, textDocument.version, contentChanges),
    );
    connection.onDidSaveTextDocument(({ textDocument }) => {
      this.lull.now();
      this.sites.meet(textDocument.uri);
    });
    connection.onDidCloseTextDocument(({ textDocument }) => {
      session.close(textDocument.uri);
      this.sites.refresh(textDocument.uri);
    });
  }

  private followWorkspace(): void {
    const { connection, sites } = this;
    connection.onDidChangeConfiguration(({ settings }) => this.configure(settings));
    connection.onDidChangeWatchedFiles(({ changes }) => sites.filesChanged(changes));
    connection.workspace.onDidCreateFiles(({ files }) =>
      sites.filesChanged(files.map(({ uri }) => ({ uri, type: FileChangeType.Created }))),
    );
    connection.workspace.onDidRenameFiles(() => sites.readAll());
    connection.workspace.onDidDeleteFiles(() => sites.readAll());
    if (!this.client.changesFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
      sites.changeFolders(
        added.map(({ uri }) => uri),
        removed.map(({ uri }) => uri),
      ),
    );
  }

  private async register(): Promise<void> {
    const { client, connection } = this;
    if (client.registersWatchers) {
      const options = { watchers: watchers.map((globPattern) => ({ globPattern })) };
      await connection.client.register(DidChangeWatchedFilesNotification.type, options);
    }
    if (client.registersConfiguration)
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'galley' });
  }

  /** Settings come from the client when it answers for them, else from what it sent along. */
  private async configure(sent: unknown): Promise<void> {
    try {
      const section: unknown = this.client.answersConfiguration
        ? await this.connection.workspace.getConfiguration('galley')
        : (sent as { readonly galley?: unknown } | null | undefined)?.galley;
      const { settings, complaints } = settingsOf(section);
      for (const complaint of complaints) this.connection.console.warn(complaint);
      if (JSON.stringify(settings) !== JSON.stringify(this.session.snapshot.settings))
        this.session.setSettings(settings);
    } catch (error) {
      this.failed('reading the settings', error);
    }
  }

  private answerPulls(): void {
    const { connection } = this;
    connection.onRequest(DocumentDiagnosticRequest.type, (params, token) =>
      this.orElse(DocumentDiagnosticRequest.method, { kind: 'full', items: [] }, () =>
        this.diagnostics.pull(params, token),
      ),
    );
    connection.onRequest(WorkspaceDiagnosticRequest.type, (params, token) =>
      this.orElse(WorkspaceDiagnosticRequest.method, { items: [] }, () => this.allPosts.answer(params, token)),
    );
  }

  /** An answer, or another one where Galley fails; refusals go to the client as they are. */
  private async orElse<Result>(
    what: string,
    otherwise: Result,
    answer: () => Result | Promise<Result>,
  ): Promise<Result> {
    try {
      return await answer();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      this.failed(what, error);
      return otherwise;
    }
  }

  /**
   * Answers for exactly the text that the question is about: at once, and about the whole site as soon as it is read as it is
   * now. Where other documents change while an answer about the site is made, it is made anew.
   */
  private async answer(row: Row, params: unknown, token: CancellationToken): Promise<unknown> {
    const uri = documentIn(params);
    const asked = uri && this.session.documents.get(uri);
    const isWide = isAboutSite(row.method, params);
    if (!this.sites.isReady) await this.sites.ready();
    for (;;) {
      if (isWide) await Promise.race([this.sites.settled(), cancelled(token)]);
      refuseIfCancelled(token);
      if (uri && asked && this.session.documents.get(uri) !== asked)
        throw new ResponseError(LSPErrorCodes.ContentModified, 'The text changed meanwhile.');
      const { edits } = this.session;
      const answer = await this.orElse(row.method, null, () => row.answer(this.sources(token), params));
      refuseIfCancelled(token);
      if (!isWide || edits === this.session.edits) return answer;
    }
  }

  private sources(token: CancellationToken): Sources {
    return {
      snapshot: this.session.snapshot,
      environment: { now: Date.now(), timeZone: this.client.timeZone },
      files: this.files,
      scheduler: createScheduler(this.platform, () => this.session.lastEdit, {
        isCancelled: () => token.isCancellationRequested,
      }),
      sentPostLists: this.sentPostLists,
      to: this.recipient,
      post: (uri) => this.session.post(uri),
    };
  }

  private failed(what: string, error: unknown): void {
    const reason = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).split('\n', 1)[0];
    this.connection.console.error(`Galley failed at ${what} and went on: ${reason}`);
  }
}

function cancelled(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => token.onCancellationRequested(() => resolve()));
}

function refuseIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
}
