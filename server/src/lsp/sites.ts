import type { Connection, FileEvent } from 'vscode-languageserver';
import { FileChangeType } from 'vscode-languageserver';
import type { Scheduler, Site, Workspace } from '../service/index.ts';
import {
  basename,
  toCanonical,
  isRelevant,
  dirname,
  findSites,
  isConfigurationFileName,
  findMissedChanges,
  computeAddresses,
  join,
  readSite,
  refreshSite,
  relative,
  withConfigurationErrors,
} from '../service/index.ts';
import type { Client } from './convert/fromProtocol.ts';
import type { Omissions } from './omissions.ts';
import type { Platform, Turns } from './platform.ts';
import { startProgress } from './progress.ts';
import type { Session } from './session.ts';

/** A checkout that touches more files than this is read as a whole instead of file by file. */
const maxFilesReadOneByOne = 200;
/** How long requests wait for the sites to be found: a client that never answers must not silence the server. */
const readyTimeoutMs = 3000;

/** One reading of all sites, until the next one takes its place. */
interface Reading {
  isCancelled: boolean;
}

/** Called from the work in the background. */
interface ReaderListener {
  /** These files (canonical URIs) changed, and their sites have been read again. */
  onFilesChange(uris: readonly string[]): void;
  logError(what: string, error: unknown): void;
}

/** Its dependencies. */
interface ReaderParts {
  readonly connection: Connection;
  readonly session: Session;
  readonly client: Client;
  readonly files: Workspace;
  readonly omissions: Omissions;
  readonly platform: Platform;
  readonly turns: Turns;
  readonly listener: ReaderListener;
}

/** Reads sites in the background, one thing at a time and in slices, and passes them to the session. */
export class SiteReader {
  /** Whether it is known which sites there are; until then a document's dialect is a guess. */
  isReady = false;
  /** Canonical URIs of the folders in which sites are looked for. */
  folders: readonly string[] = [];
  private queue: Promise<void> = Promise.resolve();
  private reading: Reading = { isCancelled: false };
  /** Files that changed and were not read yet, by the client's URI; whether they came or went. */
  private changed = new Map<string, boolean>();
  private markReady: () => void = () => {};
  private readonly found = new Promise<void>((resolve) => (this.markReady = resolve));

  constructor(private readonly parts: ReaderParts) {}

  /** Resolves once the sites are found, or after a while without them. */
  async whenReady(): Promise<void> {
    if (this.isReady) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, readyTimeoutMs)));
    await Promise.race([this.found, late]);
    clearTimeout(timer);
    this.isReady = true;
  }

  /** Looks for sites in these folders, given as URIs, and reads them; reading that is under way is cancelled. */
  setFolders(folders: readonly string[]): void {
    this.folders = folders.map(toCanonical);
    this.readAll();
  }

  /** Adds and removes workspace folders. */
  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(toCanonical));
    this.setFolders([...new Set([...this.folders.filter((folder) => !gone.has(folder)), ...added.map(toCanonical)])]);
  }

  /** Reads everything again: a configuration or a folder came or went. */
  readAll(): void {
    this.reading.isCancelled = true;
    const reading = { isCancelled: false };
    this.reading = reading;
    this.enqueue('reading the site', () => this.discover(reading));
  }

  /** Reads files that changed on disk: thousands at once perhaps, of which most do not matter. */
  onFilesChange(events: readonly FileEvent[]): void {
    if (this.changed.size === 0) this.enqueue('following files', () => this.readChanged());
    for (const { uri, type } of events)
      this.changed.set(uri, this.changed.get(uri) === true || type !== FileChangeType.Changed);
  }

  /** Reads a document as it is open, or from the disk after it was closed. */
  refresh(uri: string): void {
    this.enqueue(`reading ${uri}`, () => this.refreshAll([toCanonical(uri)]));
  }

  /** Looks for the file of a document that the site does not know: it may have been created just now. */
  ensureLoaded(uri: string): void {
    this.enqueue(`looking for ${uri}`, async () => {
      const key = toCanonical(uri);
      const site = this.parts.session.findSite(key);
      if (site && !site.files.has(relative(site.root, key) ?? '')) await this.refreshAll([key]);
    });
  }

  /** Looks for what came or went next to files (URIs) while nobody told of it: watchers lose events. */
  lookAgain(filesLookedFor: () => Promise<readonly string[]>): void {
    this.enqueue('looking again for files', async () => {
      const { files, session } = this.parts;
      const uris = await filesLookedFor();
      const missed: string[] = [];
      for (const site of session.snapshot.sites.filter(({ isRead }) => isRead)) {
        const own = uris.filter((uri) => session.findSite(uri) === site);
        missed.push(...(await findMissedChanges(site, files, own, this.scheduler())));
      }
      if (missed.length > maxFilesReadOneByOne) this.readAll();
      else if (missed.length > 0) await this.refreshAll(missed);
    });
  }

  /** Resolves when everything that is known to have changed is read, and every open document as it is now. */
  async whenUpToDate(): Promise<void> {
    let waitedFor;
    do {
      await (waitedFor = this.queue);
      this.parts.session.flush();
    } while (waitedFor !== this.queue);
  }

  private scheduler(reading?: Reading, report?: Scheduler['report']): Scheduler {
    const isCancelled = (): boolean => reading?.isCancelled === true;
    return this.parts.turns.inBackground({ isCancelled, report });
  }

  private enqueue(what: string, work: () => Promise<void>): void {
    this.queue = this.queue.then(work).catch((error: unknown) => this.parts.listener.logError(what, error));
  }

  private async readChanged(): Promise<void> {
    const { changed } = this;
    this.changed = new Map();
    const scheduler = this.scheduler();
    const concerned: string[] = [];
    let mayBeOtherSites = false;
    for (const [clientUri, cameOrWent] of changed) {
      await scheduler.pause();
      const uri = toCanonical(clientUri);
      const site = this.parts.session.findSite(uri);
      const isConcerned = this.findSitesWith(uri).some((each) =>
        isRelevant(each, uri, cameOrWent ? 'created or deleted' : 'changed'),
      );
      if (!site || !isConcerned) continue;
      concerned.push(uri);
      mayBeOtherSites ||= cameOrWent && (isConfigurationFileName(basename(uri)) || dirname(uri) === site.root);
    }
    if (concerned.length > maxFilesReadOneByOne || (mayBeOtherSites && (await this.haveSitesChanged()))) this.readAll();
    else await this.refreshAll(concerned);
  }

  private async haveSitesChanged(): Promise<boolean> {
    return (
      toSitesKey(await findSites(this.parts.files, this.folders)) !== toSitesKey(this.parts.session.snapshot.sites)
    );
  }

  private async refreshAll(uris: readonly string[]): Promise<void> {
    const scheduler = this.scheduler();
    this.parts.omissions.forget(uris);
    for (const { root } of new Set(uris.flatMap((uri) => this.findSitesWith(uri)))) {
      const site = this.parts.session.snapshot.sites.find((each) => each.root === root);
      if (!site) continue;
      const refreshed = await refreshSite(
        site,
        this.parts.files,
        uris.filter((uri) => this.findSitesWith(uri).some((each) => each.root === root)),
        scheduler,
      );
      if (refreshed !== site) await this.replace(refreshed, scheduler);
    }
    this.tellOmissions();
    this.parts.listener.onFilesChange(uris);
  }

  /** The site of a file, and those around it that know its name. */
  private findSitesWith(uri: string): Site[] {
    const own = this.parts.session.findSite(uri);
    const around = this.parts.session.snapshot.sites.filter(
      (site) => site !== own && site.nestedRoots.some((path) => relative(join(site.root, path), uri) !== undefined),
    );
    return own ? [own, ...around] : around;
  }

  private tellOmissions(): void {
    const { omissions, session, client } = this.parts;
    omissions.tellNew(session.snapshot.sites, { now: Date.now(), timeZone: client.timeZone });
  }

  private async discover(reading: Reading): Promise<void> {
    try {
      if (reading.isCancelled) return;
      this.parts.omissions.forget('everything');
      const found = await findSites(this.parts.files, this.folders);
      if (reading.isCancelled) return;
      this.parts.session.setSites(found.map((site) => this.keepPosts(site) ?? site));
    } finally {
      if (!reading.isCancelled) this.setReady();
    }
    const progress = this.parts.client.showsProgress
      ? startProgress(this.parts.connection, 'Galley: reading posts', () => (reading.isCancelled = true))
      : undefined;
    try {
      await this.readEach(this.parts.session.snapshot.sites, reading, progress?.report);
    } finally {
      progress?.end();
      this.tellOmissions();
    }
  }

  private async readEach(sites: readonly Site[], reading: Reading, report?: Scheduler['report']): Promise<void> {
    const { platform } = this.parts;
    const scheduler = this.scheduler(reading, (done, total) => {
      if (done === 1) platform.prepareHeap?.(total);
      report?.(done, total);
    });
    for (const site of sites) {
      if (reading.isCancelled) return;
      const read = await readSite(site, this.parts.files, scheduler);
      if (!reading.isCancelled) await this.replace(read, this.scheduler(reading));
    }
  }

  /** Passes a site to the session once all its URLs are computed, so that no request waits for them. */
  private async replace(site: Site, scheduler: Scheduler): Promise<void> {
    await computeAddresses(site, { now: Date.now(), timeZone: this.parts.client.timeZone }, scheduler);
    if (!scheduler.isCancelled) this.parts.session.replaceSite(site);
  }

  /**
   * A site found again keeps its posts until they are read again, and its configuration where that cannot be read any
   * more.
   */
  private keepPosts(found: Site): Site | undefined {
    const previous = this.parts.session.snapshot.sites.find(
      (site) => site.root === found.root && site.generator.id === found.generator.id,
    );
    if (!previous) return undefined;
    return found.generator.errors.length > 0
      ? withConfigurationErrors(previous, found.generator)
      : { ...previous, generator: found.generator };
  }

  private setReady(): void {
    this.isReady = true;
    this.markReady();
  }
}

/** The same for lists of sites with the same roots and generators. */
function toSitesKey(sites: readonly Site[]): string {
  return sites
    .map(({ root, generator }) => `${root} ${generator.id}`)
    .sort()
    .join('\n');
}
