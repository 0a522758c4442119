import { dequal } from 'dequal/lite';
import { dialects } from '../../dialects/index.ts';
import type { Dialect, DialectId } from '../../dialects/dialect.ts';
import type { Syntax } from '../../syntax/syntax.ts';
import { parse } from '../../syntax/syntax.ts';
import { toFrontMatterOutline } from '../../syntax/frontMatter/outline.ts';
import type { Document } from '../../text/document.ts';
import { relative } from '../../text/uri.ts';
import type { Settings } from './settings.ts';
import { defaultSettings } from './settings.ts';
import { noSite } from '../../generators/index.ts';
import type { Post, Site } from './site.ts';
import { outlineIn, postOf, withPost } from './site.ts';

/** A document that somebody looks at, with its syntax on demand and the site it belongs to. */
export interface OpenPost {
  readonly document: Document;
  readonly dialect: Dialect;
  /** Parsed at the first call, once. */
  readonly syntax: Syntax;
  readonly site: Site | undefined;
  /** Undefined for Markdown that is not a page of the site. */
  readonly post: Post | undefined;
  readonly settings: Settings;
}

/** Everything an answer depends on at one moment; immutable. */
export interface Snapshot {
  readonly sites: readonly Site[];
  readonly settings: Settings;
  /** Open documents by URI. */
  readonly open: ReadonlyMap<string, OpenPost>;
}

/** Nothing open, nothing known. */
export const emptySnapshot: Snapshot = { sites: [], settings: defaultSettings, open: new Map() };

/** The site with the deepest root that holds a URI. */
export function siteOf(snapshot: Snapshot, uri: string): Site | undefined {
  let best: Site | undefined;
  for (const site of snapshot.sites) {
    if (relative(site.root, uri) !== undefined && (best === undefined || site.root.length > best.root.length))
      best = site;
  }
  return best;
}

/** The snapshot with one document opened or changed; only what changed in it is parsed again. */
export function withDocument(snapshot: Snapshot, document: Document): Snapshot {
  const opened = open(document, snapshot, snapshot.open.get(document.uri));
  const openDocuments = new Map(snapshot.open).set(document.uri, opened);
  return { ...snapshot, open: openDocuments, sites: followed(snapshot.sites, opened) };
}

/** The snapshot without a document that was closed. */
export function withoutDocument(snapshot: Snapshot, uri: string): Snapshot {
  const openDocuments = new Map(snapshot.open);
  openDocuments.delete(uri);
  return { ...snapshot, open: openDocuments };
}

/** The snapshot with other sites; documents keep their text and take their place in the new sites. */
export function withSites(snapshot: Snapshot, sites: readonly Site[]): Snapshot {
  return reopened({ ...snapshot, sites });
}

/** The snapshot with other settings. */
export function withSettings(snapshot: Snapshot, settings: Settings): Snapshot {
  return reopened({ ...snapshot, settings });
}

function reopened(snapshot: Snapshot): Snapshot {
  const openDocuments = new Map<string, OpenPost>();
  for (const [uri, old] of snapshot.open) openDocuments.set(uri, open(old.document, snapshot, old));
  return { ...snapshot, open: openDocuments };
}

/** A document as it would be if somebody looked at it now; the snapshot stays without it. */
export function beheld(snapshot: Snapshot, document: Document): OpenPost {
  return snapshot.open.get(document.uri) ?? open(document, snapshot, undefined);
}

function open(document: Document, snapshot: Snapshot, previous: OpenPost | undefined): OpenPost {
  const site = siteOf(snapshot, document.uri);
  const named = namedDialect(document.text) ?? snapshot.settings.dialect;
  const dialect = named === undefined ? ownDialect(document.uri, site) : dialects[named];
  return new LazyOpenPost(
    document,
    dialect,
    site,
    snapshot.settings,
    previous instanceof LazyOpenPost ? previous.parsed : undefined,
  );
}

/** The dialect of a file that nobody names one for. */
function ownDialect(uri: string, site: Site | undefined): Dialect {
  return uri.endsWith('.mdx') ? dialects.mdx : (site?.generator ?? noSite).dialect;
}

/** The dialect that a post names for itself in a comment: `<!-- galley-dialect gfm -->`; undefined for none or an unknown one. */
function namedDialect(text: string): DialectId | undefined {
  const name = text.includes('galley-dialect') ? /\bgalley-dialect[ \t:]+([\w-]+)/.exec(text)?.[1] : undefined;
  return Object.keys(dialects).find((id): id is DialectId => id === name);
}

class LazyOpenPost implements OpenPost {
  private own: Syntax | undefined;
  private knownPost: { readonly post: Post | undefined } | undefined;

  constructor(
    readonly document: Document,
    readonly dialect: Dialect,
    readonly site: Site | undefined,
    readonly settings: Settings,
    private basis: Syntax | undefined,
  ) {}

  /** The newest syntax there is without parsing. */
  get parsed(): Syntax | undefined {
    return this.own ?? this.basis;
  }

  get syntax(): Syntax {
    if (!this.own) {
      const { generator } = this.site ?? { generator: noSite };
      this.own = parse(
        this.document.text,
        { dialect: this.dialect, formats: generator.frontMatterFormats, tags: generator.tags },
        this.basis,
      );
      this.basis = undefined;
    }
    return this.own;
  }

  get post(): Post | undefined {
    this.knownPost ??= { post: this.site && this.postOn(this.site) };
    return this.knownPost.post;
  }

  /** The post that the site knows already, where others would see nothing new. */
  private postOn(site: Site): Post | undefined {
    const { document } = this;
    const known = site.posts.get(document.uri);
    const post = postOf(site, document.uri, toFrontMatterOutline(this.syntax.frontMatter, document.text), () =>
      this.outline(site),
    );
    return known && post && dequal(known.frontMatter, post.frontMatter) ? known : post;
  }

  /** The outline the site has already: typing prose must not read a whole body again; `withOutline` does when there is time. */
  private outline(site: Site): Post['outline'] {
    return site.posts.get(this.document.uri)?.outline ?? outlineIn(site, this.document.text, this.syntax.body.start);
  }
}

/** The snapshot in which other posts can see all that an open document has become, its headings too; the same one where they see nothing new. */
export function withOutline(snapshot: Snapshot, uri: string): Snapshot {
  const opened = snapshot.open.get(uri);
  const site = siteOf(snapshot, uri);
  const { post } = opened ?? {};
  if (!opened || !site || !post || isGone(post, site)) return snapshot;
  const seen = { ...post, outline: outlineIn(site, opened.document.text, opened.syntax.body.start) };
  if (dequal(seen, site.posts.get(uri))) return snapshot;
  return withSites(
    snapshot,
    snapshot.sites.map((each) => (each === site ? withPost(site, seen) : each)),
  );
}

/**
 * Sites after a document changed: its post is replaced where others could notice, that is when its front matter did and there
 * is a file. One on which the addresses of many others hang waits for `withOutline`: they are worked out again when there is time.
 */
function followed(sites: readonly Site[], opened: OpenPost): readonly Site[] {
  const { site } = opened;
  if (!site) return sites;
  const { post } = opened;
  if (post && site.generator.affectsOtherPosts?.(post.path)) return sites;
  if (!post || post === site.posts.get(opened.document.uri) || isGone(post, site)) return sites;
  return sites.map((each) => (each === site ? withPost(site, post) : each));
}

/** Whether the site knows all its files and this one is not among them: deleted, or not saved yet. An editor may keep its document open for long. */
function isGone({ path }: Post, { isRead, files }: Site): boolean {
  return isRead && !files.has(path);
}
