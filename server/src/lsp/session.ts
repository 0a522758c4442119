import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import type { OpenPost, Settings, Site, Snapshot } from '../service/index.ts';
import {
  canonical,
  Document,
  emptySnapshot,
  siteOf,
  withDocument,
  withOutline,
  withoutDocument,
  withSettings,
  withSites,
} from '../service/index.ts';
import { fromContentChanges } from './convert/fromProtocol.ts';

/** Told when answers given before may be out of date. */
export interface Observer {
  /** One document was opened or changed; its canonical URI. */
  documentChanged(uri: string): void;
  /** One document was closed; its URI as the client spelt it. */
  documentClosed(spelling: string): void;
  /** Settings or what is known of the sites changed: every open document may be judged otherwise. */
  everythingChanged(): void;
  /** The posts of a site hang on the front matter of an open document that changed. */
  publicationsChanged(uri: string): void;
  /** Something went wrong that the writer cannot mend; the session goes on. */
  logError(what: string, error: unknown): void;
}

/** Holds the current snapshot; each event makes the next one. Edits are taken in at once and understood when somebody asks. */
export class Session {
  /** Documents that came or changed so far: two equal counts mean that nothing was typed in between. */
  edits = 0;
  /** When the last of them came, as `performance.now` tells it. */
  lastEdit = -Infinity;
  private current: Snapshot = emptySnapshot;
  private readonly texts = new Map<string, Document>();
  private readonly spellings = new Map<string, string>();
  private readonly waiting = new Set<string>();
  /** Edited documents whose headings and addresses others may not have seen yet. */
  private readonly unsettled = new Set<string>();
  /** The sites that open documents were last judged in. */
  private judgedIn: readonly Site[] = [];

  constructor(private readonly observer: Observer) {}

  /** The newest text of open documents by canonical URI. */
  get documents(): ReadonlyMap<string, Document> {
    return this.texts;
  }

  /** Everything as of the newest edit. */
  get snapshot(): Snapshot {
    if (this.waiting.size > 0) this.catchUp();
    return this.current;
  }

  /** An open document by any spelling of its URI. */
  post(uri: string): OpenPost | undefined {
    return this.snapshot.open.get(canonical(uri));
  }

  /** A URI as the client wrote it when it opened the document. */
  spelling(uri: string): string {
    return this.spellings.get(uri) ?? uri;
  }

  open({ uri, version, text }: TextDocumentItem): void {
    const key = canonical(uri);
    this.spellings.set(key, uri);
    this.take(new Document(key, version, text));
  }

  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const document = this.texts.get(canonical(uri));
    if (document) this.take(fromContentChanges(document, version, changes));
  }

  close(uri: string): void {
    const key = canonical(uri);
    if (!this.texts.delete(key)) return;
    this.waiting.delete(key);
    this.unsettled.delete(key);
    this.current = withoutDocument(this.current, key);
    this.observer.documentClosed(this.spelling(key));
    this.spellings.delete(key);
  }

  setSettings(settings: Settings): void {
    this.current = withSettings(this.snapshot, settings);
    this.observer.everythingChanged();
  }

  /** Takes sites that were read from files; documents opened or changed meanwhile keep their place in them. */
  setSites(sites: readonly Site[]): void {
    this.current = withSites(this.snapshot, sites);
    this.judgedIn = sites;
    for (const uri of this.texts.keys()) {
      this.waiting.add(uri);
      this.unsettled.add(uri);
    }
    this.observer.everythingChanged();
  }

  /** Lets all posts see what the edited documents have become; for a moment when nobody types. */
  settle(): void {
    for (const uri of this.unsettled) {
      const opened = this.post(uri);
      if (opened?.post && opened.site?.generator.affectsOtherPosts?.(opened.post.path))
        this.observer.publicationsChanged(uri);
      else this.current = withOutline(this.snapshot, uri);
    }
    this.unsettled.clear();
    const { sites } = this.snapshot;
    if (sites === this.judgedIn) return;
    this.current = withSites(this.current, sites);
    this.judgedIn = sites;
    this.observer.everythingChanged();
  }

  /** Puts a site in the place of the one with its root; a site that is gone stays gone. */
  replaceSite(site: Site): void {
    this.setSites(this.snapshot.sites.map((each) => (each.root === site.root ? site : each)));
  }

  /** The site a file belongs to. */
  siteOf(uri: string): Site | undefined {
    return siteOf(this.snapshot, canonical(uri));
  }

  private take(document: Document): void {
    this.texts.set(document.uri, document);
    this.waiting.add(document.uri);
    this.unsettled.add(document.uri);
    this.edits++;
    this.lastEdit = performance.now();
    this.observer.documentChanged(document.uri);
  }

  private catchUp(): void {
    const waiting = [...this.waiting];
    this.waiting.clear();
    for (const uri of waiting) this.understand(uri);
  }

  /** A document that cannot be understood is left out until its next edit, so that the others keep their answers. */
  private understand(uri: string): void {
    const document = this.texts.get(uri);
    if (!document) return;
    try {
      this.current = withDocument(this.current, document);
    } catch (error) {
      this.current = withoutDocument(this.current, uri);
      this.observer.logError(`reading ${uri}`, error);
    }
  }
}
