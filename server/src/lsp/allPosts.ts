import type {
  CancellationToken,
  Connection,
  Diagnostic,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Environment, OpenPost, Post, Settings, Site, Workspace } from '../service/index.ts';
import { changedBetween, Document, problems, withDocument } from '../service/index.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { Platform } from './platform.ts';
import { createYielder } from './platform.ts';
import { progressLater } from './progress.ts';
import { Report } from './report.ts';
import type { Session } from './session.ts';
import type { SiteReader } from './sites.ts';
import type { Recipient } from './convert/toProtocol.ts';
import { toDiagnostic } from './convert/toProtocol.ts';

/** What was found in a file. */
interface Verdict {
  /** The post it is about; undefined where it may be wrong by now. */
  readonly post: OpenPost | Post | undefined;
  readonly resultId: string;
  /** The diagnostics as JSON: many posts have none, and this is the smallest that the others can be kept in. */
  readonly items: string;
}

/** What it works with. */
interface Parts {
  readonly connection: Connection;
  readonly session: Session;
  readonly sites: SiteReader;
  readonly diagnostics: Diagnostics;
  readonly files: Workspace;
  readonly platform: Platform;
  readonly recipient: Recipient;
}

/**
 * Problems of all posts, open or not, for clients that ask. Texts are read when they are needed and not kept; a post is checked
 * again when it changed, or when something changed at an address or a name that its verdict hangs on.
 */
export class AllPosts {
  private readonly verdicts = new Map<string, Verdict>();
  /** URIs of posts by the addresses and names that their verdicts hang on. */
  private readonly askers = new Map<string, Set<string>>();
  /** The sites and settings that the verdicts hold for. */
  private basis: { readonly sites: readonly Site[]; readonly settings?: Settings } = { sites: [] };
  private verdictsSoFar = 0;
  private hasAnswered = false;
  private changed: () => void = () => {};

  constructor(private readonly parts: Parts) {}

  /** Posts, settings or sites may have changed, and the texts of these files (canonical URIs). */
  noticeChange(uris: readonly string[] = []): void {
    this.outdate(uris);
    this.changed();
  }

  /** Checks what is to be checked and answers with what the client does not know; one that knows everything waits for news. */
  async answer(params: WorkspaceDiagnosticParams, token: CancellationToken): Promise<WorkspaceDiagnosticReport> {
    for (;;) {
      const change = new Promise<void>((resolve) => {
        this.changed = resolve;
        token.onCancellationRequested(() => resolve());
      });
      const report = await this.check(params, token);
      if (report.hasNews || !this.hasAnswered) {
        this.hasAnswered = true;
        return report.rest;
      }
      await change;
    }
  }

  private async check(params: WorkspaceDiagnosticParams, token: CancellationToken): Promise<Report> {
    const { connection, session, sites, platform, recipient } = this.parts;
    const stopped = { isCancelled: false };
    const progress = progressLater(connection, 'Galley: checking posts', () => (stopped.isCancelled = true));
    try {
      await sites.settled();
      this.noticeOutdated();
      const pause = createYielder(platform.yieldToEventLoop, () => session.lastEdit);
      const report = new Report(connection, params);
      const uris = this.uris();
      for (const [done, uri] of uris.entries()) {
        await pause();
        if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
        if (stopped.isCancelled)
          throw new ResponseError(LSPErrorCodes.ServerCancelled, 'Stopped by the writer.', { retriggerRequest: false });
        const { resultId, items } = await this.verdict(uri);
        report.add(recipient.spelling(uri), session.documents.get(uri)?.version ?? null, resultId, items);
        progress.report(done, uris.length);
      }
      report.end();
      return report;
    } finally {
      progress.end();
    }
  }

  /** Open documents, and posts that are Markdown. */
  private uris(): string[] {
    const { sites, open } = this.parts.session.snapshot;
    const markdown = sites.flatMap(({ posts, generator }) =>
      [...posts.values()].filter(({ path }) => generator.isMarkdown(path)),
    );
    return [...new Set([...open.keys(), ...markdown.map(({ uri }) => uri)])];
  }

  /** Marks the verdicts that may be wrong after what happened since the last check. */
  private noticeOutdated(): void {
    const { sites, settings } = this.parts.session.snapshot;
    const { basis } = this;
    this.basis = { sites, settings };
    for (const site of settings === basis.settings ? sites : []) {
      const before = basis.sites.find(({ root }) => root === site.root);
      const names = before && changedBetween(before, site, this.environment());
      if (!names) return this.outdate(this.verdicts.keys());
      for (const name of names) this.outdate(this.askers.get(name) ?? []);
    }
    if (settings !== basis.settings || sites.length !== basis.sites.length) this.outdate(this.verdicts.keys());
  }

  private outdate(uris: Iterable<string>): void {
    for (const uri of uris) {
      const verdict = this.verdicts.get(uri);
      if (verdict) this.verdicts.set(uri, { ...verdict, post: undefined });
    }
  }

  private async verdict(uri: string): Promise<Verdict> {
    const { session, diagnostics } = this.parts;
    const open = session.post(uri);
    const post = open ?? session.siteOf(uri)?.posts.get(uri);
    const before = this.verdicts.get(uri);
    if (before && before.post === post) return before;
    const items = JSON.stringify(open ? diagnostics.of(open) : await this.itemsOf(uri));
    const verdict = { post, items, resultId: before?.items === items ? before.resultId : String(++this.verdictsSoFar) };
    this.verdicts.set(uri, verdict);
    return verdict;
  }

  /** Problems of a post as its file has it. */
  private async itemsOf(uri: string): Promise<readonly Diagnostic[]> {
    const {
      files,
      session: { snapshot },
      recipient,
    } = this.parts;
    const text = await files.read(uri);
    if (text === undefined) return [];
    const document = new Document(uri, 0, text);
    const opened = withDocument({ ...snapshot, open: new Map() }, document).open.get(uri)!;
    return problems(opened, this.environment(uri)).map((problem) => toDiagnostic(recipient, document, problem));
  }

  /** The moment; of a post it is remembered what its verdict hangs on. */
  private environment(uri?: string): Environment {
    const moment = { now: Date.now(), timeZone: this.parts.recipient.client.timeZone };
    if (uri === undefined) return moment;
    return {
      ...moment,
      onDependency: (about) => {
        const uris = this.askers.get(about);
        if (uris) uris.add(uri);
        else this.askers.set(about, new Set([uri]));
      },
    };
  }
}
