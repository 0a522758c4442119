import type { Connection, FileEvent } from 'vscode-languageserver';
import { FileChangeType } from 'vscode-languageserver';
import type { Scheduler, Site, Workspace } from '../service/index.ts';
import {
  basename,
  canonical,
  concerns,
  dirname,
  findSites,
  isConfigurationName,
  readAddresses,
  readSite,
  refreshedSite,
  relative,
  withErrors,
} from '../service/index.ts';
import type { Client } from './convert/fromProtocol.ts';
import type { Platform } from './platform.ts';
import { createScheduler } from './platform.ts';
import { progressLater } from './progress.ts';
import type { Session } from './session.ts';

/** A checkout that touches more files than this is read as a whole instead of file by file. */
const manyFiles = 200;
/** How long questions wait for the sites to be found, in milliseconds; a client that never answers must not silence us. */
const longestWait = 3000;

/** One reading of all sites, until the next one takes its place. */
interface Reading {
  isCancelled: boolean;
}

/** Told of what happens in the background. */
export interface ReaderObserver {
  /** These files changed, and the sites they belong to know it; canonical URIs. */
  filesChanged(uris: readonly string[]): void;
  logError(what: string, error: unknown): void;
}

/** Reads sites in the background, one thing at a time and in slices, and hands them to the session. */
export class SiteReader {
  /** Whether it is known which sites there are; until then a document's dialect is a guess. */
  isReady = false;
  private folders: readonly string[] = [];
  private queue: Promise<void> = Promise.resolve();
  private reading: Reading = { isCancelled: false };
  /** Files that changed and were not looked at yet, by URI; whether they came or went. */
  private changed = new Map<string, boolean>();
  private markReady: () => void = () => {};
  private readonly whenReady = new Promise<void>((resolve) => (this.markReady = resolve));

  constructor(
    private readonly connection: Connection,
    private readonly session: Session,
    private readonly client: Client,
    private readonly files: Workspace,
    private readonly platform: Platform,
    private readonly observer: ReaderObserver,
  ) {}

  /** Resolves once the sites are found, or after a while without them. */
  async ready(): Promise<void> {
    if (this.isReady) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, longestWait)));
    await Promise.race([this.whenReady, late]);
    clearTimeout(timer);
    this.isReady = true;
  }

  /** Looks for sites in these folders, given as URIs, and reads them; what was being read before is dropped. */
  setFolders(folders: readonly string[]): void {
    this.folders = folders.map(canonical);
    this.readAll();
  }

  /** Adds and removes workspace folders. */
  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(canonical));
    this.setFolders([...new Set([...this.folders.filter((folder) => !gone.has(folder)), ...added.map(canonical)])]);
  }

  /** Reads everything anew: a configuration or a folder came or went. */
  readAll(): void {
    this.reading.isCancelled = true;
    const reading = { isCancelled: false };
    this.reading = reading;
    this.enqueue('reading the site', () => this.discover(reading));
  }

  /** Follows files that changed on disk, thousands at once perhaps, of which most do not matter. */
  filesChanged(events: readonly FileEvent[]): void {
    if (this.changed.size === 0) this.enqueue('following files', () => this.follow());
    for (const { uri, type } of events)
      this.changed.set(uri, this.changed.get(uri) === true || type !== FileChangeType.Changed);
  }

  /** Reads a document as it is open, or as the disk has it after its unsaved text was closed. */
  refresh(uri: string): void {
    this.enqueue(`reading ${uri}`, () => this.refreshAll([canonical(uri)]));
  }

  /** Looks for the file of a document that the site does not know: it may have been created just now. */
  meet(uri: string): void {
    this.enqueue(`looking for ${uri}`, async () => {
      const key = canonical(uri);
      const site = this.session.siteOf(key);
      if (site && !site.files.has(relative(site.root, key) ?? '')) await this.refreshAll([key]);
    });
  }

  /** Resolves when everything that is known to have changed is read, and every open document as it is now. */
  async settled(): Promise<void> {
    let waitedFor;
    do {
      await (waitedFor = this.queue);
      this.session.settle();
    } while (waitedFor !== this.queue);
  }

  private scheduler(reading?: Reading, report?: Scheduler['report']): Scheduler {
    const isCancelled = (): boolean => reading?.isCancelled === true;
    return createScheduler(this.platform, () => this.session.lastEdit, { isCancelled, report });
  }

  private enqueue(what: string, work: () => Promise<void>): void {
    this.queue = this.queue.then(work).catch((error: unknown) => this.observer.logError(what, error));
  }

  private async follow(): Promise<void> {
    const { changed } = this;
    this.changed = new Map();
    const scheduler = this.scheduler();
    const concerned: string[] = [];
    let mayBeOtherSites = false;
    for (const [spelling, cameOrWent] of changed) {
      await scheduler.pause();
      const uri = canonical(spelling);
      const site = this.session.siteOf(uri);
      if (!site || !concerns(site, uri, cameOrWent ? 'came or went' : 'changed')) continue;
      concerned.push(uri);
      mayBeOtherSites ||= cameOrWent && (isConfigurationName(basename(uri)) || dirname(uri) === site.root);
    }
    if (concerned.length > manyFiles || (mayBeOtherSites && (await this.areOtherSites()))) this.readAll();
    else await this.refreshAll(concerned);
  }

  private async areOtherSites(): Promise<boolean> {
    return kindsOf(await findSites(this.files, this.folders)) !== kindsOf(this.session.snapshot.sites);
  }

  private async refreshAll(uris: readonly string[]): Promise<void> {
    const scheduler = this.scheduler();
    for (const { root } of new Set(uris.flatMap((uri) => this.session.siteOf(uri) ?? []))) {
      const site = this.session.snapshot.sites.find((each) => each.root === root);
      if (!site) continue;
      const refreshed = await refreshedSite(
        site,
        this.files,
        uris.filter((uri) => this.session.siteOf(uri)?.root === root),
        scheduler,
      );
      if (refreshed !== site) await this.replace(refreshed, scheduler);
    }
    this.observer.filesChanged(uris);
  }

  private async discover(reading: Reading): Promise<void> {
    try {
      if (reading.isCancelled) return;
      const found = await findSites(this.files, this.folders);
      if (reading.isCancelled) return;
      this.session.setSites(found.map((site) => this.alreadyRead(site) ?? site));
    } finally {
      if (!reading.isCancelled) this.nowReady();
    }
    const progress = this.client.showsProgress
      ? progressLater(this.connection, 'Galley: reading posts', () => (reading.isCancelled = true))
      : undefined;
    try {
      await this.readEach(this.session.snapshot.sites, reading, progress?.report);
    } finally {
      progress?.end();
    }
  }

  private async readEach(sites: readonly Site[], reading: Reading, report?: Scheduler['report']): Promise<void> {
    const scheduler = this.scheduler(reading, report);
    for (const site of sites) {
      if (reading.isCancelled) return;
      const read = await readSite(site, this.files, scheduler);
      if (!reading.isCancelled) await this.replace(read, this.scheduler(reading));
    }
  }

  /** Hands over a site of which all addresses are known, so that no question waits for them. */
  private async replace(site: Site, scheduler: Scheduler): Promise<void> {
    await readAddresses(site, { now: Date.now(), timeZone: this.client.timeZone }, scheduler);
    if (!scheduler.isCancelled) this.session.replaceSite(site);
  }

  /** A site found again keeps what was read of it until that is read anew, and its settings where they cannot be read any more. */
  private alreadyRead(found: Site): Site | undefined {
    const known = this.session.snapshot.sites.find(
      (site) => site.root === found.root && site.generator.id === found.generator.id,
    );
    if (!known) return undefined;
    return found.generator.errors.length > 0
      ? withErrors(known, found.generator)
      : { ...known, generator: found.generator };
  }

  private nowReady(): void {
    this.isReady = true;
    this.markReady();
  }
}

/** Where there is a site of which generator. */
function kindsOf(sites: readonly Site[]): string {
  return sites
    .map(({ root, generator }) => `${root} ${generator.id}`)
    .sort()
    .join('\n');
}
