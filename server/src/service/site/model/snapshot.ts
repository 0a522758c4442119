import { dequal } from 'dequal/lite';
import { dialects } from '../../dialects/index.ts';
import type { Dialect, DialectId } from '../../dialects/dialect.ts';
import type { Syntax } from '../../syntax/syntax.ts';
import type { Head, ParseOptions } from '../../syntax/syntax.ts';
import { parseInSteps, readHead } from '../../syntax/syntax.ts';
import { toFrontMatterOutline } from '../../syntax/frontMatter/outline.ts';
import type { Document } from '../../text/document.ts';
import { computeOnce } from '../../text/memo.ts';
import type { Steps } from '../../text/steps.ts';
import { finish, shareSteps } from '../../text/steps.ts';
import { relative } from '../../text/uri.ts';
import type { TemplateLanguage } from '../../syntax/templates/templateLanguage.ts';
import type { Settings } from './settings.ts';
import { defaultSettings } from './settings.ts';
import { generatorWithoutSite } from '../../generators/index.ts';
import type { Post, Site } from './site.ts';
import { parseOutline, createPost, withPost } from './site.ts';
import { createSiteView } from './siteView.ts';

/** A document that is open or analyzed as if it were, with its syntax on demand and the site it belongs to. */
export interface OpenPost {
  readonly document: Document;
  readonly dialect: Dialect;
  /** Parsed at the first call, once. */
  readonly syntax: Syntax;
  /** Front matter and where the body begins, read without the body. */
  readonly head: Head;
  /** Parses in steps, once for all who ask. */
  parseInSteps(): Steps<Syntax>;
  readonly site: Site | undefined;
  /** Undefined for Markdown that is not a page of the site. */
  readonly post: Post | undefined;
  readonly settings: Settings;
  /** What its front matter does where it cannot be read. */
  readonly broken: BrokenFrontMatter;
}

/** Everything an answer depends on at one moment; immutable. */
export interface Snapshot {
  readonly sites: readonly Site[];
  readonly settings: Settings;
  /** Open documents by URI. */
  readonly open: ReadonlyMap<string, OpenPost>;
}

/** A snapshot without sites and open documents, with default settings. */
export const emptySnapshot: Snapshot = { sites: [], settings: defaultSettings, open: new Map() };

/** Returns the site with the deepest root that contains a canonical URI; undefined for none. */
export function findSite(snapshot: Snapshot, uri: string): Site | undefined {
  let deepest: Site | undefined;
  for (const site of snapshot.sites) {
    if (relative(site.root, uri) !== undefined && (deepest === undefined || site.root.length > deepest.root.length))
      deepest = site;
  }
  return deepest;
}

/** Whether front matter that cannot be read decides date and place of its post, or those it had last hold while it is typed. */
export type BrokenFrontMatter = 'counts' | 'waits';

/** Returns the snapshot with one document opened or changed; only the chunks that changed are parsed again. */
export function withDocument(snapshot: Snapshot, document: Document, broken: BrokenFrontMatter = 'counts'): Snapshot {
  const opened = createOpenPost(document, snapshot, { opened: snapshot.open.get(document.uri), broken });
  const openDocuments = new Map(snapshot.open).set(document.uri, opened);
  return { ...snapshot, open: openDocuments, sites: updateSites(snapshot.sites, opened) };
}

/** Returns the snapshot without a document that was closed. */
export function withoutDocument(snapshot: Snapshot, uri: string): Snapshot {
  const openDocuments = new Map(snapshot.open);
  openDocuments.delete(uri);
  return { ...snapshot, open: openDocuments };
}

/** Returns the snapshot with other sites; open documents keep their text and belong to the new sites. */
export function withSites(snapshot: Snapshot, sites: readonly Site[]): Snapshot {
  return reopenDocuments({ ...snapshot, sites });
}

/** Returns the snapshot with other settings. */
export function withSettings(snapshot: Snapshot, settings: Settings): Snapshot {
  return reopenDocuments({ ...snapshot, settings });
}

function reopenDocuments(snapshot: Snapshot): Snapshot {
  const openDocuments = new Map<string, OpenPost>();
  for (const [uri, previous] of snapshot.open)
    openDocuments.set(uri, createOpenPost(previous.document, snapshot, { opened: previous, broken: previous.broken }));
  return { ...snapshot, open: openDocuments };
}

/** Returns a document analyzed within the snapshot: the open one where its URI is open, else as if it were opened. The snapshot does not change. */
export function analyzePost(snapshot: Snapshot, document: Document): OpenPost {
  return snapshot.open.get(document.uri) ?? createOpenPost(document, snapshot, { opened: undefined, broken: 'counts' });
}

interface Previous {
  readonly opened: OpenPost | undefined;
  readonly broken: BrokenFrontMatter;
}

function createOpenPost(document: Document, snapshot: Snapshot, { opened, broken }: Previous): OpenPost {
  const site = findSite(snapshot, document.uri);
  const dialectId = parseDialectComment(document.text) ?? snapshot.settings.dialect;
  const dialect = dialectId === undefined ? findDefaultDialect(document.uri, site) : dialects[dialectId];
  return new LazyOpenPost(document, dialect, site, snapshot.settings, {
    syntax: opened instanceof LazyOpenPost ? opened.parsed : undefined,
    broken,
  });
}

/** Returns the dialect of a file for which neither text nor settings name one. */
function findDefaultDialect(uri: string, site: Site | undefined): Dialect {
  return uri.endsWith('.mdx') ? dialects.mdx : (site?.generator ?? generatorWithoutSite).dialect;
}

/** The dialect that a post names for itself in a comment: `<!-- galley-dialect gfm -->`; undefined for none or an unknown one. */
function parseDialectComment(text: string): DialectId | undefined {
  const name = text.includes('galley-dialect') ? /\bgalley-dialect[ \t:]+([\w-]+)/.exec(text)?.[1] : undefined;
  return Object.keys(dialects).find((id): id is DialectId => id === name);
}

const emptySiteView = createSiteView(new Set(), new Map(), []);

class LazyOpenPost implements OpenPost {
  private currentSyntax: Syntax | undefined;
  private previousSyntax: Syntax | undefined;
  readonly broken: BrokenFrontMatter;
  private cachedPost: { readonly post: Post | undefined } | undefined;

  constructor(
    readonly document: Document,
    readonly dialect: Dialect,
    readonly site: Site | undefined,
    readonly settings: Settings,
    { syntax, broken }: { readonly syntax: Syntax | undefined; readonly broken: BrokenFrontMatter },
  ) {
    this.previousSyntax = syntax;
    this.broken = broken;
  }

  /** The newest syntax that is available without parsing. */
  get parsed(): Syntax | undefined {
    return this.currentSyntax ?? this.previousSyntax;
  }

  get head(): Head {
    return this.readOwnHead();
  }

  get syntax(): Syntax {
    return this.currentSyntax ?? finish(this.parseInSteps());
  }

  readonly parseInSteps = shareSteps(() => this.parse());

  private readonly readOwnHead = computeOnce(() =>
    readHead(this.document.text, this.parseOptions, this.previousSyntax),
  );

  private *parse(): Steps<Syntax> {
    const source = { ...this.head, text: this.document.text };
    this.currentSyntax = yield* parseInSteps(source, this.parseOptions, this.previousSyntax);
    this.previousSyntax = undefined;
    return this.currentSyntax;
  }

  private get parseOptions(): ParseOptions {
    const { generator } = this.site ?? { generator: generatorWithoutSite };
    const { frontMatterFormats: formats, frontMatterOptions: frontMatter } = generator;
    return { dialect: this.dialect, formats, ...(frontMatter && { frontMatter }), templates: this.getTemplates() };
  }

  private getTemplates(): TemplateLanguage {
    if (!this.site) return generatorWithoutSite.getTemplates(this.document.uri, emptySiteView);
    const { root, generator, siteView } = this.site;
    return generator.getTemplates(relative(root, this.document.uri) ?? '', siteView);
  }

  get post(): Post | undefined {
    this.cachedPost ??= { post: this.site && this.computePost(this.site) };
    return this.cachedPost.post;
  }

  /** Returns the post that the site already has where the front matter is the same, so that caches by post stay valid. */
  private computePost(site: Site): Post | undefined {
    const { document } = this;
    const previous = site.posts.get(document.uri);
    const post = createPost(site, document.uri, toFrontMatterOutline(this.head.frontMatter, document.text), () =>
      this.getOutline(site),
    );
    const isUnfinished = this.broken === 'waits' && post?.frontMatter?.broken && !previous?.frontMatter?.broken;
    return previous && post && (isUnfinished || dequal(previous.frontMatter, post.frontMatter)) ? previous : post;
  }

  /** Returns the outline that the site already has: typing prose must not scan the whole body again; `withOutline` does so when the editor is idle. */
  private getOutline(site: Site): Post['outline'] {
    return site.posts.get(this.document.uri)?.outline ?? parseOutline(site, this.document.text, this.head.bodyStart);
  }
}

/** Returns the snapshot in which other posts see an open document as it is now, headings included; the same snapshot where nothing differs for them. */
export function withOutline(snapshot: Snapshot, uri: string): Snapshot {
  const opened = snapshot.open.get(uri);
  const site = findSite(snapshot, uri);
  const { post } = opened ?? {};
  if (!opened || !site || !post || isFileMissing(post, site)) return snapshot;
  const updated = { ...post, outline: parseOutline(site, opened.document.text, opened.head.bodyStart) };
  if (dequal(updated, site.posts.get(uri))) return snapshot;
  return withSites(
    snapshot,
    snapshot.sites.map((each) => (each === site ? withPost(site, updated) : each)),
  );
}

/**
 * Returns the sites after a document changed: its post is replaced where its front matter changed and its file exists. A post on
 * which the addresses of many others depend waits for `withOutline`, because all of them are then computed again.
 */
function updateSites(sites: readonly Site[], opened: OpenPost): readonly Site[] {
  const { site } = opened;
  if (!site) return sites;
  const { post } = opened;
  if (post && site.generator.affectsOtherPosts?.(post.path)) return sites;
  if (!post || post === site.posts.get(opened.document.uri) || isFileMissing(post, site)) return sites;
  return sites.map((each) => (each === site ? withPost(site, post) : each));
}

/** Whether the site knows all its files and this one is not among them: deleted, or not saved yet. An editor may keep such a document open. */
function isFileMissing({ path }: Post, { isRead, files }: Site): boolean {
  return isRead && !files.has(path);
}
