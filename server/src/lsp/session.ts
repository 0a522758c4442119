import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import type { OpenPost, Settings, Site, Snapshot } from '../service/index.ts';
import {
  toCanonical,
  Document,
  emptySnapshot,
  findSite,
  withDocument,
  withOutline,
  withoutDocument,
  withSettings,
  withSites,
} from '../service/index.ts';
import { fromContentChanges } from './convert/fromProtocol.ts';
import type { Typing } from './typing.ts';

/** Called when earlier answers may be out of date. */
export interface SessionListener {
  /** One document was opened or changed; its canonical URI. */
  onDocumentChange(uri: string): void;
  /** One document was closed; its URI as the client wrote it. */
  onDocumentClose(clientUri: string): void;
  /** Settings or what is known of the sites changed: the problems of every open document may be others. */
  onEverythingChange(): void;
  /** The front matter of an open document changed on which the publication of other posts depends. */
  onPublicationChange(uri: string): void;
  /** Something went wrong that the writer cannot fix; the session goes on. */
  logError(what: string, error: unknown): void;
}

/**
 * Holds the current snapshot; each event makes the next one. Edits are applied at once and analyzed on request.
 */
export class Session {
  /** Documents that came or changed so far: two equal counts mean that nothing was typed in between. */
  edits = 0;
  /** When the last of them came, as `performance.now` returns it. */
  lastEdit = -Infinity;
  private current: Snapshot = emptySnapshot;
  private readonly openDocuments = new Map<string, Document>();
  private readonly clientUris = new Map<string, string>();
  /** URIs of documents that were edited and not analyzed yet. */
  private readonly outdated = new Set<string>();
  /** URIs of edited documents whose headings and addresses the site may not have yet. */
  private readonly unflushed = new Set<string>();
  /** The sites that listeners were last called for. */
  private flushedSites: readonly Site[] = [];

  constructor(
    private readonly listener: SessionListener,
    private readonly typing: Typing,
  ) {}

  /** The newest text of open documents by canonical URI. */
  get documents(): ReadonlyMap<string, Document> {
    return this.openDocuments;
  }

  /** Everything as of the newest edit. */
  get snapshot(): Snapshot {
    if (this.outdated.size > 0) this.analyzeOutdated();
    return this.current;
  }

  /** An open document by its URI, in whatever form. */
  post(uri: string): OpenPost | undefined {
    return this.snapshot.open.get(toCanonical(uri));
  }

  /** A URI as the client wrote it when it opened the document. */
  clientUri(uri: string): string {
    return this.clientUris.get(uri) ?? uri;
  }

  open({ uri, version, text }: TextDocumentItem): void {
    const key = toCanonical(uri);
    this.clientUris.set(key, uri);
    this.update(new Document(key, version, text));
  }

  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const document = this.openDocuments.get(toCanonical(uri));
    if (document) this.update(fromContentChanges(document, version, changes));
  }

  /** What was typed in a document (its canonical URI) is finished: what waited for that counts. */
  finishTyping(uri: string): void {
    this.outdated.add(uri);
    this.unflushed.add(uri);
    this.listener.onDocumentChange(uri);
  }

  close(uri: string): void {
    const key = toCanonical(uri);
    if (!this.openDocuments.delete(key)) return;
    this.outdated.delete(key);
    this.unflushed.delete(key);
    this.current = withoutDocument(this.current, key);
    this.listener.onDocumentClose(this.clientUri(key));
    this.clientUris.delete(key);
  }

  setSettings(settings: Settings): void {
    this.current = withSettings(this.snapshot, settings);
    this.listener.onEverythingChange();
  }

  /**
   * Replaces all sites by those that were read from files; documents opened or changed meanwhile keep their place in
   * them.
   */
  setSites(sites: readonly Site[]): void {
    this.current = withSites(this.snapshot, sites);
    this.flushedSites = sites;
    for (const uri of this.openDocuments.keys()) {
      this.outdated.add(uri);
      this.unflushed.add(uri);
    }
    this.listener.onEverythingChange();
  }

  /**
   * Updates the sites with the edited documents. It takes a while, and so waits until nobody
   * types.
   */
  flush(): void {
    for (const uri of this.unflushed) {
      const opened = this.post(uri);
      if (opened?.post && opened.site?.generator.affectsOtherPosts?.(opened.post.path))
        this.listener.onPublicationChange(uri);
      else this.current = withOutline(this.snapshot, uri);
    }
    this.unflushed.clear();
    const { sites } = this.snapshot;
    if (sites === this.flushedSites) return;
    this.current = withSites(this.current, sites);
    this.flushedSites = sites;
    this.listener.onEverythingChange();
  }

  /** Replaces the site with the same root; one that is gone stays gone. */
  replaceSite(site: Site): void {
    this.setSites(this.snapshot.sites.map((each) => (each.root === site.root ? site : each)));
  }

  /** The site a file belongs to. */
  findSite(uri: string): Site | undefined {
    return findSite(this.snapshot, toCanonical(uri));
  }

  private update(document: Document): void {
    this.openDocuments.set(document.uri, document);
    this.outdated.add(document.uri);
    this.unflushed.add(document.uri);
    this.edits++;
    this.lastEdit = performance.now();
    this.listener.onDocumentChange(document.uri);
  }

  private analyzeOutdated(): void {
    const uris = [...this.outdated];
    this.outdated.clear();
    for (const uri of uris) this.analyze(uri);
  }

  /** A document that cannot be analyzed is left out until its next edit, so that the others keep their answers. */
  private analyze(uri: string): void {
    const document = this.openDocuments.get(uri);
    if (!document) return;
    try {
      this.current = withDocument(this.current, document, this.typing.isIn(uri) ? 'waits' : 'counts');
    } catch (error) {
      this.current = withoutDocument(this.current, uri);
      this.listener.logError(`reading ${uri}`, error);
    }
  }
}
