import type {
  CancellationToken,
  Connection,
  DidChangeTextDocumentParams,
  InitializeResult,
} from 'vscode-languageserver';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver';
import type { CaretMovedParams } from '../protocol/index.ts';
import { caretMoved, postsChanged, windowFocused } from '../protocol/index.ts';
import type { Environment } from '../service/index.ts';
import { Analysis, finishInSlices, SentPostLists, toCanonical } from '../service/index.ts';
import { createCapabilities } from './capabilities.ts';
import { ConfigurationProblems } from './configurationProblems.ts';
import type { Client } from './convert/fromProtocol.ts';
import { fromInitializeParams, fromLastChange, fromWorkspaceFolders } from './convert/fromProtocol.ts';
import type { ResponseContext } from './convert/responseContext.ts';
import { Debouncer } from './debouncer.ts';
import { Diagnostics } from './diagnostics.ts';
import { Omissions } from './omissions.ts';
import type { Platform } from './platform.ts';
import { Turns } from './platform.ts';
import { Requests } from './requests.ts';
import type { SessionListener } from './session.ts';
import { Session } from './session.ts';
import { parseSettings } from './settings.ts';

import { SiteReader } from './sites.ts';
import { Typing } from './typing.ts';
import { clientWorkspace, preferLocal, withOpenDocuments } from './workspace.ts';
import { WorkspaceDiagnostics } from './workspaceDiagnostics.ts';

/** Serves one client over a connection until it disconnects. */
export function serve(connection: Connection, platform: Platform): void {
  connection.onInitialize((params): InitializeResult => {
    const server = new Server(connection, platform, fromInitializeParams(params));
    connection.onInitialized(() => server.start(fromWorkspaceFolders(params)));
    return { capabilities: createCapabilities(params), serverInfo: { name: 'Galley' } };
  });
  connection.listen();
}

/** How long nobody types before sites are updated with open documents. */
const idleDelayMs = 300;

/** Links may lead to any file, so all of them count; what a generator wrote is skipped later. */
const watchers = ['**/*'];

/** Owns the parts of the running server and connects them with the client's events. */
class Server {
  private readonly session: Session;
  private readonly sites: SiteReader;
  private readonly diagnostics: Diagnostics;
  private readonly configurationProblems: ConfigurationProblems;
  private readonly workspaceDiagnostics: WorkspaceDiagnostics;
  private readonly turns: Turns;
  private readonly sentPostLists = new SentPostLists();
  private readonly typing = new Typing();
  private readonly omissions = new Omissions((sentence) => this.connection.console.warn(sentence));

  constructor(
    private readonly connection: Connection,
    private readonly platform: Platform,
    private readonly client: Client,
  ) {
    this.session = new Session(this.sessionListener, this.typing);
    this.turns = new Turns(platform.yieldToEventLoop, () => this.session.lastEdit);
    const clientFiles = client.answersFiles ? clientWorkspace(connection) : undefined;
    const localFiles = platform.createLocalFiles?.({ roots: () => this.sites.folders, onOmission: this.omissions.add });
    this.files = withOpenDocuments(this.session.documents, preferLocal(localFiles, clientFiles));
    this.sites = this.createSites();
    this.configurationProblems = new ConfigurationProblems(connection);
    this.diagnostics = new Diagnostics({
      connection,
      session: this.session,
      response: this.response,
      platform,
      turns: this.turns,
      typing: this.typing,
      analysis: () => this.analysis(),
      whenReady: () => this.sites.whenReady(),
    });
    this.workspaceDiagnostics = new WorkspaceDiagnostics({
      connection,
      sites: this.sites,
      response: this.response,
      analysis: (token) => this.analysis(token),
    });
    this.listenToDocuments();
    this.listenToRequests();
  }

  private createSites(): SiteReader {
    const { connection, platform, session, client, files, omissions, turns } = this;
    return new SiteReader({
      connection,
      session,
      client,
      files,
      omissions,
      platform,
      turns,
      listener: {
        onFilesChange: (uris) => this.workspaceDiagnostics.onChange(uris),
        logError: (what, error) => this.logError(what, error),
      },
    });
  }

  private readonly files;
  private readonly debouncer = new Debouncer(idleDelayMs, () => {
    this.session.flush();
    this.workspaceDiagnostics.onChange();
  });

  private get sessionListener(): SessionListener {
    return {
      onDocumentChange: (uri) => {
        this.diagnostics.onDocumentChange(uri);
        this.debouncer.schedule();
      },
      onDocumentClose: (uri) => {
        this.diagnostics.onDocumentClose(uri);
        this.debouncer.schedule();
      },
      onEverythingChange: () => this.onEverythingChange(),
      onPublicationChange: (uri) => this.sites.refresh(uri),
      logError: (what, error) => this.logError(what, error),
    };
  }

  private onEverythingChange(): void {
    this.diagnostics.onEverythingChange();
    this.debouncer.schedule();
    if (this.client.isGalley) void this.connection.sendNotification(postsChanged.method).catch(() => {});
    void this.configurationProblems
      .send(this.session.snapshot.sites, this.analysis())
      .catch((error: unknown) => this.logError('reporting configuration problems', error));
  }

  private listenToRequests(): void {
    const { connection, session, sites, response } = this;
    const requests = new Requests({
      turns: this.turns,
      connection,
      session,
      sites,
      context: (token) => ({
        analysis: this.analysis(token),
        response,
        sentPostLists: this.sentPostLists,
        omissions: () => this.omissions.sentences(session.snapshot.sites, this.environment),
      }),
      logError: (what, error) => this.logError(what, error),
    });
    requests.listen();
    if (this.client.pullsDiagnostics) requests.listenToPulls(this.diagnostics, this.workspaceDiagnostics);
  }

  /** Begins the background work once the client is ready for requests. */
  start(folderUris: readonly string[]): void {
    this.sites.setFolders(folderUris);
    void this.updateSettings(undefined);
    this.listenToWorkspace();
    void this.register().catch((error: unknown) => this.logError('watching files', error));
  }

  private get response(): ResponseContext {
    return {
      client: this.client,
      rulePages: this.client.rulePages ?? this.platform.rulePages,
      clientUri: (uri) => this.session.clientUri(uri),
      isOpen: (uri) => this.session.documents.has(uri),
    };
  }

  private listenToDocuments(): void {
    const { connection, session } = this;
    connection.onDidOpenTextDocument(({ textDocument }) => {
      session.open(textDocument);
      this.sites.ensureLoaded(textDocument.uri);
    });
    connection.onDidChangeTextDocument((params) => this.onEdit(params));
    connection.onDidSaveTextDocument(({ textDocument }) => {
      this.debouncer.flush();
      this.sites.lookAgain(() => this.filesLookedFor([textDocument.uri]));
    });
    connection.onDidCloseTextDocument(({ textDocument }) => {
      session.close(textDocument.uri);
      this.sites.refresh(textDocument.uri);
    });
  }

  private onEdit({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): void {
    this.session.change(uri, version, contentChanges);
    const document = this.client.reportsCaret ? this.session.documents.get(toCanonical(uri)) : undefined;
    const offset = document && fromLastChange(document, contentChanges);
    this.typing.onEdit(offset === undefined ? undefined : { uri: document!.uri, offset });
  }

  private listenToWorkspace(): void {
    const { connection, session, sites } = this;
    connection.onNotification(windowFocused.method, () =>
      sites.lookAgain(() => this.filesLookedFor([...session.documents.keys()])),
    );
    connection.onNotification(caretMoved.method, ({ uri, position }: CaretMovedParams) => {
      const post = session.post(uri);
      if (!post || !this.typing.onMove(post, position && post.document.offsetAt(position))) return;
      session.finishTyping(post.document.uri);
      this.diagnostics.onTypingEnd();
    });
    connection.onDidChangeConfiguration(({ settings }) => this.updateSettings(settings));
    connection.onDidChangeWatchedFiles(({ changes }) => sites.onFilesChange(changes));
    connection.workspace.onDidCreateFiles(({ files }) =>
      sites.onFilesChange(files.map(({ uri }) => ({ uri, type: FileChangeType.Created }))),
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

  /** URIs of the files that answers about documents depend on. */
  private async filesLookedFor(uris: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const uri of uris) {
      const analysis = this.analysis();
      await finishInSlices(analysis.prepare(uri), this.turns.inBackground());
      found.push(...analysis.filesLookedFor(uri));
    }
    return found;
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
  private async updateSettings(sent: unknown): Promise<void> {
    try {
      const section: unknown = this.client.answersConfiguration
        ? await this.connection.workspace.getConfiguration('galley')
        : (sent as { readonly galley?: unknown } | null | undefined)?.galley;
      const { settings, warnings } = parseSettings(section);
      for (const warning of warnings) this.connection.console.warn(warning);
      if (JSON.stringify(settings) !== JSON.stringify(this.session.snapshot.settings))
        this.session.setSettings(settings);
    } catch (error) {
      this.logError('reading the settings', error);
    }
  }

  private get environment(): Environment {
    return { now: Date.now(), timeZone: this.client.timeZone };
  }

  /** An analysis of the newest snapshot, whose long work ends when the request is cancelled. */
  private analysis(token?: CancellationToken): Analysis {
    return new Analysis(this.session.snapshot, {
      files: this.files,
      environment: this.environment,
      scheduler: this.turns.inBackground({ isCancelled: () => token?.isCancellationRequested === true }),
      hasMarkdownSupport: this.client.isGalley,
    });
  }

  private logError(what: string, error: unknown): void {
    const reason = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).split('\n', 1)[0];
    this.connection.console.error(`Galley failed at ${what} and went on: ${reason}`);
  }
}
