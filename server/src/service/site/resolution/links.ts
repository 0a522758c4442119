import type { Environment, Publication } from '../../generators/contract/model.ts';
import type { FileTarget, LinkTarget, LinkUse } from '../../generators/contract/linking.ts';
import { isAnsweredByHost, listRuleTargets } from '../../generators/shared/hostRules.ts';
import { resolveFilePath, resolveReference } from './references.ts';
import { decodeUri } from '../../text/uri.ts';
import type { SiteResource } from './addresses.ts';
import {
  findAtUrl,
  findByName,
  findFileUrl,
  getPostSummary,
  hasTermPage,
  hasTopLevelFolder,
  canBePostOfUnknownUrl,
} from './addresses.ts';
import { isMadeByBuild } from './ignoredByGit.ts';
import { isServedElsewhere } from './servedElsewhere.ts';
import type { Post, Site } from '../model/site.ts';
import { toPostSource } from '../model/site.ts';

/** The post that contains a link. */
export interface LinkSource {
  readonly site: Site;
  readonly post: Post;
  readonly publication: Publication;
  /** What the renderer of Markdown makes of the destination; undefined in HTML and tags. */
  readonly use?: LinkUse;
  /** The link is written in HTML or has a `target`: engines that rewrite links of Markdown may leave it to the browser. */
  readonly isResolvedByBrowser?: true;
}

/** Where a destination leads. Fragments are decoded and without `#`; '' for none. */
export type Destination =
  /** A place in the post itself. */
  | { readonly kind: 'self'; readonly fragment: string }
  | {
      readonly kind: 'post';
      readonly post: Post;
      readonly fragment: string;
      readonly isRedirect: boolean;
      readonly how: 'tag' | 'url';
    }
  | { readonly kind: 'file'; readonly path: string }
  /** Nothing is there. `url` is the path on the site that was looked up, or what a tag names. */
  | { readonly kind: 'missing'; readonly url: string; readonly tag?: FileTarget; readonly suggestion?: Suggestion }
  /** Another site, a mail address, or something that only the build, a plugin or a file not read yet knows. */
  | { readonly kind: 'unchecked' };

/** What was probably meant by a broken destination. */
interface Suggestion {
  /** The URL or path to write. */
  readonly written: string;
  readonly reason:
    | 'a host without its scheme'
    | 'brackets in brackets'
    | 'the base path is missing'
    | 'letter case'
    | 'a tag that does not run';
}

const unchecked: Destination = { kind: 'unchecked' };

/** Resolves a destination, as written between the parentheses, in a definition, an attribute or a tag. `missing` only where nothing could be there; reports the keys it looked up to `onDependency`. */
export function resolveDestination(written: string, source: LinkSource, environment: Environment): Destination {
  const { site, post } = source;
  const text = written.trim();
  if (text === '') return unchecked;
  if (text.startsWith('#')) return { kind: 'self', fragment: decodeUri(text.slice(1)) };
  if (isTagIgnored(text, source)) return resolveIgnoredTag(text, source, environment);
  const isReadByGenerator = !source.isResolvedByBrowser || site.generator.linking?.ignoresHtmlLinks !== true;
  const target =
    (isReadByGenerator && site.generator.linking?.resolveLink(text, toPostSource(site, post), source.use)) ||
    resolvePlainUrl(text, source);
  if (target.kind === 'unknown') return unchecked;
  if (target.kind === 'file') return resolveFileTarget(target, text, source, environment);
  const { url, untranslatedUrl } = target;
  const translated = resolveUrl(url, text, source, environment);
  return untranslatedUrl === undefined || isPage(translated)
    ? translated
    : resolveUrl(untranslatedUrl, text, source, environment);
}

function isPage({ kind }: Destination): boolean {
  return kind === 'post' || kind === 'self' || kind === 'file';
}

/** Whether an address has a tag that the site's engine does not run in Markdown. */
function isTagIgnored(text: string, { site, use }: LinkSource): boolean {
  return use !== undefined && site.generator.linking?.ignoresTagsInMarkdown === true && /\{[{%]/.test(text);
}

/** Nothing is at the tag as written; what it names is what was probably meant. */
function resolveIgnoredTag(text: string, source: LinkSource, environment: Environment): Destination {
  const { site, post, publication } = source;
  const meant = resolveDestination(text, { site, post, publication }, environment);
  const url =
    meant.kind === 'post' ? site.generator.getPublication(toPostSource(site, meant.post), environment).url : undefined;
  return {
    kind: 'missing',
    url: text,
    ...(url !== undefined && { suggestion: { written: url, reason: 'a tag that does not run' } }),
  };
}

/** Resolves a plain URL to a path on the site; `unknown` for what leads out of it. */
function resolvePlainUrl(text: string, { site, post, publication }: LinkSource): LinkTarget {
  const unknown: LinkTarget = { kind: 'unknown' };
  const { linking } = site.generator;
  if (/\{[{%]|[{}<>|^`]/.test(text) || text.startsWith('//')) return unknown;
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(text);
  if (hasScheme) {
    const url = linking && toSitePath(text, linking.origins);
    return url === undefined ? unknown : { kind: 'url', url };
  }
  if (!linking) return resolveFilePath(text, post, site);
  if (text.startsWith('/')) return { kind: 'url', url: resolveReference('/', text) };
  return publication.url === undefined ? unknown : { kind: 'url', url: resolveReference(publication.url, text) };
}

/** Returns the path of an absolute URL to the site's own host; undefined for another host. */
function toSitePath(text: string, origins: readonly string[]): string | undefined {
  const [, host, rest] = /^https?:\/\/([^/?#]+)(.*)$/is.exec(text) ?? [];
  if (host === undefined) return undefined;
  const isOwn = origins.some(
    (origin) =>
      origin
        .replace(/^https?:\/\//i, '')
        .replace(/\/.*/s, '')
        .toLowerCase() === host.toLowerCase(),
  );
  return isOwn ? (rest!.startsWith('/') ? rest : `/${rest!}`) : undefined;
}

function resolveFileTarget(
  target: FileTarget,
  written: string,
  source: LinkSource,
  environment: Environment,
): Destination {
  const { site } = source;
  const resource = findByName(
    [target.stem, ...(target.otherStems ?? [])],
    (path) => target.matches(path),
    site,
    environment,
  );
  if (!resource)
    return site.isRead && !mayBeRewritten(written, source)
      ? { kind: 'missing', url: target.displayName, tag: target }
      : unchecked;
  const prefixed = target.urlPrefix === undefined ? undefined : toUrl(resource, source, environment);
  return prefixed === undefined
    ? toDestination(resource, decodeUri(target.fragment.slice(1)), 'tag')
    : resolveUrl(target.urlPrefix + prefixed + target.fragment, written, source, environment);
}

function toUrl(resource: SiteResource, { site }: LinkSource, environment: Environment): string | undefined {
  return 'post' in resource ? getPostSummary(resource.post, site, environment).url : findFileUrl(resource.path, site);
}

function toDestination(resource: SiteResource, fragment: string, how: 'tag' | 'url'): Destination {
  return 'post' in resource ? { kind: 'post', ...resource, fragment, how } : { kind: 'file', path: resource.path };
}

function resolveUrl(url: string, text: string, source: LinkSource, environment: Environment): Destination {
  const { site, publication } = source;
  const [, path = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? [];
  const urlPath = decodeUri(path).replace(/\/{2,}/g, '/');
  if (urlPath === '' || urlPath === publication.url) return { kind: 'self', fragment: decodeUri(fragment) };
  const resource = findAtUrl(urlPath, site, environment);
  if (resource) return toDestination(resource, decodeUri(fragment), 'url');
  return site.isRead && isCertainlyMissing(urlPath, text, source, environment)
    ? createMissing(urlPath, text, source, environment)
    : unchecked;
}

/** Whether code of the site may lead an address (as written) elsewhere. */
function mayBeRewritten(text: string, { site, use }: LinkSource): boolean {
  return use !== undefined && site.generator.linking?.findRewriter?.(site.siteView, use, text) !== undefined;
}

/** Whether nothing but a file of the site could be at a URL; its first page may come from a theme. */
function isCertainlyMissing(url: string, text: string, source: LinkSource, environment: Environment): boolean {
  const { site, isResolvedByBrowser } = source;
  const { linking } = site.generator;
  const { siteView } = site;
  if (!linking) return true;
  const base = linking.basePath;
  if (url === `${base}/` || url === `${base}/index.html` || url === base) return false;
  const isOutside = base !== '' && url !== base && !url.startsWith(`${base}/`);
  if (isOutside) return findAtUrl(base + url, site, environment) !== undefined;
  const isMade = mayBeMade(url, site, environment);
  if (isMade !== undefined) return !isMade;
  if (mayBeRewritten(text, source) || canBePostOfUnknownUrl(url, site, environment)) return false;
  // Other projects are served on the same host, and build steps write whole folders: only what is in a folder of the site is missed.
  const isInFolder = url.slice(base.length).indexOf('/', 1) > 0;
  const isOnSharedHost =
    /^[a-z][a-z0-9+.-]*:/i.test(text) || (isResolvedByBrowser && linking.ignoresHtmlLinks && text.startsWith('/'));
  if (isOnSharedHost) return isInFolder && hasTopLevelFolder(url, site, environment);
  const isRelative = !/^[/{]/.test(text);
  return isRelative || siteView.hasFile(url.slice(base.length + 1)) || !isServedElsewhere(url, site, environment);
}

/** Whether the build, the host or another deployment can serve a URL (path on the host) for which the site has no file; false for the page of a term that no post has, undefined where nothing tells. */
export function mayBeMade(url: string, site: Site, environment: Environment): boolean | undefined {
  const { linking } = site.generator;
  const { siteView } = site;
  if (!linking) return undefined;
  if (isAnsweredByHost(url, siteView, linking.origins) || isMadeByBuild(url, site)) return true;
  const termUrl = linking.toTermUrl?.(url);
  const isTermPage = termUrl === undefined ? undefined : hasTermPage(termUrl, site, environment);
  if (isTermPage !== undefined) return isTermPage;
  return linking.canGenerate(url, siteView) || isOfOtherDeployment(url, site, environment) ? true : undefined;
}

/** Whether another deployment serves the first folder of a URL: nothing of the site is in it, and a rule of the host leads there. */
function isOfOtherDeployment(url: string, site: Site, environment: Environment): boolean {
  const { linking } = site.generator;
  const [folder] = /^\/[^/]+\//.exec(url.slice(linking?.basePath.length ?? 0)) ?? [];
  if (folder === undefined || !linking || hasTopLevelFolder(url, site, environment)) return false;
  const start = linking.basePath + folder;
  return listRuleTargets(site.siteView, linking.origins).some((target) => decodeUri(target).startsWith(start));
}

function createMissing(url: string, text: string, source: LinkSource, environment: Environment): Destination {
  const suggestion = findSuggestion(url, text, source, environment);
  return { kind: 'missing', url, ...(suggestion && { suggestion }) };
}

/** A host's name: labels and a common ending, then the end or a path. */
const hostWithoutScheme =
  /^(?:www\.[a-z0-9-]+\.|(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|edu|gov|co|uk|de|fr|eu|info|app|me|ai)(?:$|[/:?#]))/i;

function findSuggestion(
  url: string,
  text: string,
  { site }: LinkSource,
  environment: Environment,
): Suggestion | undefined {
  if (/^\(.+\)$/s.test(text)) return { written: text.slice(1, -1), reason: 'brackets in brackets' };
  if (hostWithoutScheme.test(text)) return { written: `https://${text}`, reason: 'a host without its scheme' };
  const base = site.generator.linking?.basePath ?? '';
  if (base !== '' && !url.startsWith(`${base}/`) && findAtUrl(base + url, site, environment))
    return { written: base + url, reason: 'the base path is missing' };
  const lowerCase = url.toLowerCase();
  return lowerCase !== url && findAtUrl(lowerCase, site, environment)
    ? { written: lowerCase, reason: 'letter case' }
    : undefined;
}
