import { memoize } from '../../text/memo.ts';
import { isRecord, readConfigurationFile } from './configurationFile.ts';
import { asNonEmptyString } from './values.ts';
import type { SiteView } from '../contract/model.ts';

const netlifyFile = 'netlify.toml';
const vercelFile = 'vercel.json';

/** A redirect or rewrite of the host that publishes the site. */
interface HostRule {
  /** The host it is for, in lower case; undefined for every host of the site. */
  readonly host: string | undefined;
  /** A pattern of URL paths: `/old/*`, `/post/:slug`. */
  readonly from: string;
  /** A URL path or an absolute URL; undefined for none. */
  readonly to: string | undefined;
}

/** The `_redirects` of Netlify and Cloudflare Pages: a file at the root, in a folder that is copied or in the one that is published. */
const redirectFile = /^(?:[^/]+\/){0,2}_redirects(?:\.(?:njk|liquid|txt))?$/;

/** The name of a template of Hugo for an output format that is such a file: `layouts/index.redirects`. */
const redirectTemplate = /^(?:[\w-]+\.)*_?redirects(?:\.txt)?$/;

/** Whether a file (path relative to the site root) holds rules of the host: `netlify.toml`, `vercel.json`, `_redirects` or a template of it. */
export function isHostFile(path: string): boolean {
  return path === netlifyFile || path === vercelFile || redirectFile.test(path) || isRedirectTemplate(path);
}

function isRedirectTemplate(path: string): boolean {
  const [name = '', ...folders] = path.split('/').reverse();
  return folders.includes('layouts') && redirectTemplate.test(name);
}

/** Whether the site is on Netlify, which serves `/about.html` at `/about/` too. */
export function hasPrettyUrls(siteView: SiteView): boolean {
  return siteView.hasFile(netlifyFile);
}

/** Whether the host answers a URL (path on the host) by a rule; rules for hosts other than those of these origins are left out. */
export function isAnsweredByHost(url: string, siteView: SiteView, origins: readonly string[]): boolean {
  return listRules(siteView, origins).some(({ from }) => isMatch(from, url));
}

/** Whether a template computes rules of the host from the site's pages, as for those that are not rendered themselves. */
export const hasComputedRules = memoize((siteView: SiteView): boolean =>
  [...getRedirectLists(siteView).values()].some((text) => templateLine.test(text)),
);

/** Returns the URL paths on the site's own host to which rules of the host lead, without placeholders; a rule's own page is none. */
export function listRuleTargets(siteView: SiteView, origins: readonly string[]): readonly string[] {
  return listRules(siteView, origins).flatMap(({ to }) => {
    const path = to === undefined ? undefined : toPath(to, origins);
    return path === undefined || /[:*]/.test(path) ? [] : path.replace(/[?#].*$/s, '');
  });
}

function listRules(siteView: SiteView, origins: readonly string[]): readonly HostRule[] {
  const hosts = origins.map(toHost);
  return readRules(siteView).filter(({ host }) => host === undefined || hosts.length === 0 || hosts.includes(host));
}

const readRules = memoize((siteView: SiteView): readonly HostRule[] => [
  ...readNetlifyRules(siteView.getText(netlifyFile)),
  ...readVercelRules(siteView.getText(vercelFile)),
  ...[...getRedirectLists(siteView).values()].flatMap(readRedirectList),
]);

function getRedirectLists(siteView: SiteView): ReadonlyMap<string, string> {
  return siteView.getTexts((path) => isHostFile(path) && path !== netlifyFile && path !== vercelFile);
}

/** What makes a line of a template unknown until it is run. */
const templateLine = /\{\{|\{%/;

function readNetlifyRules(text: string | undefined): HostRule[] {
  const { redirects } = text === undefined ? {} : readConfigurationFile(netlifyFile, text).data;
  return toRecords(redirects).flatMap(({ from, to, status }) => createRule(from, to, status));
}

/** Reads `redirects`, `rewrites` and `routes` of Vercel; a rule with conditions on a host counts for that host only. */
function readVercelRules(text: string | undefined): HostRule[] {
  const { redirects, rewrites, routes } = text === undefined ? {} : readConfigurationFile(vercelFile, text).data;
  const named = [...toRecords(redirects), ...toRecords(rewrites)].flatMap(({ source, destination, has }) =>
    createRule(source, destination, undefined).map((rule) => ({ ...rule, host: readHostCondition(has) })),
  );
  return [...named, ...toRecords(routes).flatMap(({ src, dest, status }) => createRule(src, dest, status))];
}

function readHostCondition(conditions: unknown): string | undefined {
  const condition = toRecords(conditions).find(({ type }) => type === 'host');
  return asNonEmptyString(condition?.value)?.toLowerCase();
}

/** Reads the lines `from [parameters] to [status] [conditions]`, of a template those without tags. */
function readRedirectList(text: string): HostRule[] {
  return text.split('\n').flatMap((line) => {
    if (templateLine.test(line)) return [];
    const comment = line.search(/\s#/);
    const [from, ...words] = (comment < 0 ? line : line.slice(0, comment)).trim().split(/\s+/);
    const at = words.findIndex((word) => /^(?:\/|https?:)/i.test(word));
    return createRule(from, words[at], words[at + 1]);
  });
}

/** Creates a rule from its written parts; none where it answers with an error or its pattern is no path. */
function createRule(from: unknown, to: unknown, status: unknown): HostRule[] {
  if (typeof from !== 'string' || /^[45]\d\d/.test(String(status))) return [];
  const [, host, path = ''] = /^(?:https?:\/\/([^/]*))?\^?(\/.*)?$/is.exec(from) ?? [];
  return path === '' ? [] : [{ host: host?.toLowerCase(), from: path, to: asNonEmptyString(to) }];
}

function toRecords(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** Returns the path of a URL on the site's own host; undefined for another host. */
function toPath(url: string, origins: readonly string[]): string | undefined {
  if (url.startsWith('/')) return url.startsWith('//') ? undefined : url;
  const [, host = '', path = '/'] = /^https?:\/\/([^/?#]+)(.*)$/is.exec(url) ?? [];
  return origins.map(toHost).includes(host.toLowerCase()) ? path : undefined;
}

function toHost(origin: string): string {
  return origin
    .replace(/^[a-z]*:?\/\//i, '')
    .replace(/\/.*/s, '')
    .toLowerCase();
}

/** What begins an open end of a pattern: a splat, a group, or a placeholder that takes several segments or an expression. */
const openEnd = /:\w+[*+(]|\*|\(/;

/** Whether a pattern matches a URL: `:name` is one segment, `*` any rest; one that is open at the root says nothing of a page. */
function isMatch(pattern: string, url: string): boolean {
  const at = pattern.search(openEnd);
  const wanted = (at < 0 ? trimPath(pattern) : pattern.slice(0, at)).replace(/\$$/, '').split('/');
  const given = (at < 0 ? trimPath(url) : url).split('/');
  if (at < 0) return wanted.length === given.length && wanted.every((each, index) => isSegment(each, given[index]!));
  const last = wanted.pop()!;
  if (last === '' && wanted.length < 2) return false;
  const rest = given.slice(wanted.length);
  return (
    given.length >= wanted.length &&
    wanted.every((each, index) => isSegment(each, given[index]!)) &&
    (last === '' || rest[0]?.startsWith(last) === true)
  );
}

function trimPath(path: string): string {
  return path.replace(/\/(?:index\.html)?$/, '');
}

function isSegment(wanted: string, given: string): boolean {
  return wanted.startsWith(':') || wanted === given;
}
