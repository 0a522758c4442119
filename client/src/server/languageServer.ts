import type { Disposable, Event, LogOutputChannel } from 'vscode';
import { EventEmitter, l10n, window } from 'vscode';
import type {
  BaseLanguageClient,
  CloseHandlerResult,
  ErrorHandler,
  LanguageClientOptions,
} from 'vscode-languageclient';
import { CloseAction, ErrorAction, State } from 'vscode-languageclient';
import type { Request } from '../../../server/src/protocol/index.ts';

/** Creates the client that can reach the server from here: over IPC on Node, through a Worker in a browser. */
export type Connect = (options: LanguageClientOptions) => BaseLanguageClient;

/** `starting` also between a crash and the next start; `stopped` when only the writer can start it again. */
export type ServerState = 'starting' | 'running' | 'stopped';

/** After this many crashes within this time the server is not started again. */
const crashLimit = { count: 5, windowMs: 180_000 };

/**
 * The language server as the rest of the client sees it: it starts, may crash and be started again, and can be waited
 * for.
 */
export class LanguageServer implements Disposable {
  /** The current state; `onDidChangeState` fires when it changes. */
  state: ServerState = 'starting';
  private readonly client: BaseLanguageClient;
  private readonly stateChanged = new EventEmitter<ServerState>();
  private readonly notifications = new Map<string, EventEmitter<void>>();
  /** When the server crashed, in milliseconds since 1970. */
  private crashes: number[] = [];

  constructor(
    connect: Connect,
    options: LanguageClientOptions,
    /** Where the server and the client log. */
    readonly log: LogOutputChannel,
  ) {
    this.client = connect({
      ...options,
      outputChannel: log,
      traceOutputChannel: log,
      errorHandler: this.createErrorHandler(),
      initializationFailedHandler: () => false,
    });
    // The library reports each failed start in a message box of its own; one sentence from `giveUp` is enough.
    this.client.error = (message, data) => log.error(message, data ?? '');
    this.client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.setState('running');
      if (newState === State.Starting) this.setState('starting');
    });
  }

  /** Fires once for each new state. */
  get onDidChangeState(): Event<ServerState> {
    return this.stateChanged.event;
  }

  /** Answers a request of the server; survives restarts. */
  onRequest<Params, Result>(
    { method }: Request<Params, Result>,
    handler: (params: Params) => Promise<Result>,
  ): Disposable {
    return this.client.onRequest<unknown, unknown>(method, handler);
  }

  /** Tells the server something, if it runs. */
  notify({ method }: { readonly method: string }, params?: object): void {
    if (this.client.isRunning()) void this.client.sendNotification(method, params).catch(() => {});
  }

  /** Handles a notification of the server; survives restarts. */
  onNotification({ method }: { readonly method: string }, handler: () => void): Disposable {
    const existing = this.notifications.get(method);
    if (existing) return existing.event(handler);
    // The library keeps one handler for a method: a second one would take the place of the first.
    const received = new EventEmitter<void>();
    this.notifications.set(method, received);
    this.client.onNotification(method, () => received.fire());
    return received.event(handler);
  }

  /** Starts the server; returns at once and never throws. */
  start(): void {
    this.setState('starting');
    this.client.start().catch((error: unknown) => {
      this.log.error(String(error));
      if (!this.client.isRunning() && this.crashes.length === 0)
        this.giveUp(
          l10n.t('Galley’s language server did not start, so posts are not checked. Restart it, or read its output.'),
        );
    });
  }

  /** Stops the server if it runs, and starts it again. */
  async restart(): Promise<void> {
    this.crashes = [];
    if (this.client.isRunning()) await this.client.stop().catch((error: unknown) => this.log.warn(String(error)));
    this.start();
    await this.whenRunning();
  }

  /** The client once the server runs; rejects with a sentence for the writer when it has stopped. */
  async whenRunning(): Promise<BaseLanguageClient> {
    while (this.state === 'starting') await this.waitForNextState();
    if (this.state === 'stopped')
      throw new Error(
        l10n.t(
          'Galley’s language server is not running. Run “Galley: Restart Language Server” from the Command Palette.',
        ),
      );
    return this.client;
  }

  /** Stops the server for good. */
  dispose(): void {
    for (const each of [this.stateChanged, ...this.notifications.values()]) each.dispose();
    this.client.dispose().catch(() => {});
  }

  private waitForNextState(): Promise<ServerState> {
    return new Promise((resolve) => {
      const subscription = this.stateChanged.event((state) => {
        subscription.dispose();
        resolve(state);
      });
    });
  }

  private setState(state: ServerState): void {
    if (state === this.state) return;
    this.state = state;
    this.stateChanged.fire(state);
  }

  private createErrorHandler(): ErrorHandler {
    return {
      error: (error) => {
        this.log.error(error.message);
        return { action: ErrorAction.Continue, handled: true };
      },
      closed: () => this.handleCrash(),
    };
  }

  private handleCrash(): CloseHandlerResult {
    const now = Date.now();
    this.crashes = [...this.crashes.filter((time) => now - time < crashLimit.windowMs), now];
    if (this.crashes.length < crashLimit.count) {
      this.setState('starting');
      return { action: CloseAction.Restart, handled: true };
    }
    this.giveUp(
      l10n.t(
        'Galley’s language server stopped {0} times within {1} minutes. Restart it to check posts, or read its output.',
        crashLimit.count,
        crashLimit.windowMs / 60_000,
      ),
    );
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  private giveUp(sentence: string): void {
    this.setState('stopped');
    this.offerRestart(sentence).catch((error: unknown) => this.log.error(String(error)));
  }

  private async offerRestart(sentence: string): Promise<void> {
    const [restart, showOutput] = [l10n.t('Restart'), l10n.t('Show Output')];
    const choice = await window.showErrorMessage(sentence, restart, showOutput);
    if (choice === showOutput) this.log.show();
    if (choice === restart) await this.restart();
  }
}
