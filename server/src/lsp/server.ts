import type { CancellationToken, Connection, InitializeResult } from 'vscode-languageserver';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver';
import { postsChanged } from '../protocol/index.ts';
import { Analysis, SentPostLists } from '../service/index.ts';
import { AllPosts } from './allPosts.ts';
import { capabilitiesFor } from './capabilities.ts';
import { ConfigurationProblems } from './configurationProblems.ts';
import type { Client } from './convert/fromProtocol.ts';
import { clientOf, foldersOf } from './convert/fromProtocol.ts';
import type { ResponseContext } from './convert/responseContext.ts';
import { Lull } from './debouncer.ts';
import { Diagnostics } from './diagnostics.ts';
import type { Platform } from './platform.ts';
import { createScheduler } from './platform.ts';
import { Requests } from './requests.ts';
import type { Observer } from './session.ts';
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

/** Links may lead to any file, so all of them count; what a generator wrote is passed by when it is told. */
const watchers = ['**/*'];

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
    this.session = new Session(this.sessionObserver);
    const elsewhere = client.answersFiles ? clientWorkspace(connection) : undefined;
    this.files = withOpenDocuments(this.session.documents, localFirst(platform.localFiles, elsewhere));
    this.sites = new SiteReader(connection, this.session, client, this.files, platform, {
      filesChanged: (uris) => this.allPosts.noticeChange(uris),
      logError: (what, error) => this.logError(what, error),
    });
    this.configurationProblems = new ConfigurationProblems(connection);
    this.diagnostics = new Diagnostics({
      connection,
      session: this.session,
      response: this.response,
      platform,
      analysis: () => this.analysis(),
      ready: () => this.sites.ready(),
    });
    this.allPosts = new AllPosts({
      connection,
      sites: this.sites,
      response: this.response,
      analysis: (token) => this.analysis(token),
    });
    this.followDocuments();
    this.answerRequests();
  }

  private readonly files;
  private readonly lull = new Lull(() => {
    this.session.settle();
    this.allPosts.noticeChange();
  });

  private get sessionObserver(): Observer {
    return {
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
      logError: (what, error) => this.logError(what, error),
    };
  }

  private everythingChanged(): void {
    this.diagnostics.everythingChanged();
    this.lull.putOff();
    if (this.client.isGalley) void this.connection.sendNotification(postsChanged.method).catch(() => {});
    void this.configurationProblems
      .send(this.session.snapshot.sites, this.analysis())
      .catch((error: unknown) => this.logError('telling about a configuration', error));
  }

  private answerRequests(): void {
    const { connection, session, sites, diagnostics, allPosts, response } = this;
    const answering = new Requests({
      connection,
      session,
      sites,
      context: (token) => ({ analysis: this.analysis(token), response, sentPostLists: this.sentPostLists }),
      logError: (what, error) => this.logError(what, error),
    });
    answering.listen();
    if (this.client.pullsDiagnostics) answering.listenForPulls(diagnostics, allPosts);
  }

  /** Begins the background work once the client is ready for questions. */
  start(folderUris: readonly string[]): void {
    this.sites.setFolders(folderUris);
    void this.configure(undefined);
    this.followWorkspace();
    void this.register().catch((error: unknown) => this.logError('watching files', error));
  }

  private get response(): ResponseContext {
    return {
      client: this.client,
      rulePages: this.client.rulePages ?? this.platform.rulePages,
      clientUri: (uri) => this.session.spelling(uri),
      isOpen: (uri) => this.session.documents.has(uri),
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
      this.logError('reading the settings', error);
    }
  }

  /** An analysis of the newest snapshot, whose long work ends when the request is cancelled. */
  private analysis(token?: CancellationToken): Analysis {
    return new Analysis(this.session.snapshot, {
      files: this.files,
      environment: { now: Date.now(), timeZone: this.client.timeZone },
      scheduler: createScheduler(this.platform, () => this.session.lastEdit, {
        isCancelled: () => token?.isCancellationRequested === true,
      }),
      hasMarkdownSupport: this.client.isGalley,
    });
  }

  private logError(what: string, error: unknown): void {
    const reason = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).split('\n', 1)[0];
    this.connection.console.error(`Galley failed at ${what} and went on: ${reason}`);
  }
}
