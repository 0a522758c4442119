import * as service from '../../../server/src/service/index.ts';
import { getUrlKind } from '../../../server/src/service/text/urlKind.ts';
import type { PostRow } from '../../../server/src/service/index.ts';
import { createAnalysis } from '../../support/check.ts';
import type { BuiltPage, Built } from '../../engines/builtSite.ts';
import type { Difference, LinkedPlace, SiteEngine, WrittenLink } from './engine.ts';
import { silences } from './silences.ts';
import { createWorkspace, readSitesOf, root } from '../../support/site.ts';
import { environment } from '../../support/check.ts';

/** A problem at its line, from 0. */
interface ToldProblem {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

/** What Galley says of a site: its pages and its problems. */
export interface Told {
  readonly rows: ReadonlyMap<string, PostRow>;
  readonly problems: readonly ToldProblem[];
}

async function openSite(files: ReadonlyMap<string, string>, timeZone: string): Promise<service.Analysis> {
  const snapshot = service.withSites(service.emptySnapshot, await readSitesOf(files));
  return createAnalysis(snapshot, createWorkspace(files), { environment: { ...environment, timeZone } });
}

/** What Galley says of the pages of a site, by file. */
export async function listPages(files: ReadonlyMap<string, string>, timeZone: string): Promise<Told['rows']> {
  const analysis = await openSite(files, timeZone);
  return new Map(analysis.posts().map((row) => [row.file, row]));
}

/** What Galley says of a site. */
export async function askGalley(files: ReadonlyMap<string, string>, timeZone: string): Promise<Told> {
  const analysis = await openSite(files, timeZone);
  const rows = new Map(analysis.posts().map((row) => [row.file, row]));
  const problems: ToldProblem[] = [];
  for await (const checked of analysis.check(analysis.checkableFiles())) {
    if (checked.status !== 'checked') continue;
    const file = service.relative(root, checked.uri)!;
    for (const { range, rule, severity, message } of checked.problems)
      problems.push({ file, line: checked.document.positionAt(range.start).line, rule, severity, message });
  }
  return { rows, problems };
}

/** What Galley and the engine say differently. */
export function compare(told: Told, built: Built, links: readonly WrittenLink[], base: string): Difference[] {
  const stops = listStops(told);
  if ('stopped' in built) {
    if (stops.length > 0) return [];
    return [{ kind: 'stop', file: '', galley: 'nothing stops the build', engine: built.stopped }];
  }
  if (stops.length > 0) return stops;
  const pages = new Map(built.pages.map((page) => [page.file, page]));
  return [...comparePages(told, pages), ...compareLinks(told, { pages, files: built.files }, links, base)];
}

function listStops({ rows, problems }: Told): Difference[] {
  const reasons = [...rows.values()].flatMap((row) => row.reasons.map((message) => ({ file: row.file, message })));
  return [...reasons, ...problems]
    .filter(({ message }) => /stops the (?:whole )?build/.test(message))
    .map(({ file, message }) => ({ kind: 'stop', file, galley: message, engine: 'is built' }));
}

function comparePages({ rows }: Told, pages: ReadonlyMap<string, BuiltPage>): Difference[] {
  const differences: Difference[] = [];
  for (const file of new Set([...rows.keys(), ...pages.keys()])) {
    const row = rows.get(file);
    const page = pages.get(file);
    const galley = row ? [row.state, ...row.reasons].join(' | ') : 'not listed';
    const isPublished = row?.state === 'published';
    // Of two pages at one address an engine keeps one.
    if (isPublished && !page && [...pages.values()].some(({ url }) => url === row.url)) continue;
    if (isPublished !== Boolean(page)) differences.push({ kind: 'page', file, galley, engine: page?.url ?? 'no page' });
    if (!isPublished || !page) continue;
    if (row.url !== page.url) differences.push({ kind: 'url', file, galley: String(row.url), engine: page.url });
    const date = row.date === null ? undefined : Date.parse(row.date);
    if (page.date !== 'unknown' && date !== page.date)
      differences.push({ kind: 'date', file, galley: String(row.date), engine: toText(page.date) });
  }
  return differences;
}

const toText = (date: number | undefined): string => (date === undefined ? 'none' : new Date(date).toISOString());

const linkRules: ReadonlySet<string> = new Set(['broken-link', 'link-to-unpublished', 'broken-image']);

interface BuiltSite {
  readonly pages: ReadonlyMap<string, BuiltPage>;
  readonly files: ReadonlySet<string>;
}

function compareLinks(
  told: Told,
  { pages, files }: BuiltSite,
  links: readonly WrittenLink[],
  base: string,
): Difference[] {
  const anchors = new Map([...pages.values()].flatMap((page) => readAnchors(page)));
  return links.flatMap((link): Difference[] => {
    const { file, line, destination } = link;
    const anchor = anchors.get(link.index);
    const path = anchor && resolve(anchor.href, anchor.page.url);
    if (path === undefined) return [];
    const inSite = path.startsWith(`${base}/`) ? decode(path.slice(base.length + 1)) : undefined;
    // An empty address is what `ref` makes of a page that is not rendered.
    const isThere = inSite !== undefined && anchor!.href !== '' && isServed(inSite, files);
    const problem = told.problems.find((each) => each.file === file && each.line === line && linkRules.has(each.rule));
    if (isThere !== Boolean(problem)) return [];
    return [
      {
        kind: isThere ? 'false alarm' : 'miss',
        file,
        galley: problem ? `${problem.rule}: ${problem.message}` : 'no problem',
        engine: `${anchor!.href} on ${anchor!.page.url} is ${isThere ? '' : 'not '}there`,
        link: destination,
        place: toPlace(told.rows, link, inSite, files),
      },
    ];
  });
}

function toPlace(
  rows: Told['rows'],
  { file, destination }: WrittenLink,
  path: string | undefined,
  files: ReadonlySet<string>,
): LinkedPlace {
  const isOwnHost = destination.startsWith('https:');
  if (rows.get(file)?.url === null && !isOwnHost && !destination.startsWith('/')) return 'from nowhere';
  if (path === undefined) return 'outside';
  if ([...rows.values()].some(({ state, url }) => state === 'published' && url === null)) return 'anywhere';
  if (path === '' || path === 'index.html') return 'home';
  if (isOwnHost && !path.includes('/')) return 'file beside';
  const folder = path.slice(0, path.indexOf('/') + 1);
  const kind = getUrlKind(path);
  const isOfSite = [...files].some(
    (each) => each.slice(0, each.indexOf('/') + 1) === folder && (kind === 'page' || getUrlKind(each) === kind),
  );
  return isOfSite ? 'site' : 'elsewhere';
}

interface Anchor {
  readonly href: string;
  readonly page: BuiltPage;
}

function readAnchors(page: BuiltPage): [number, Anchor][] {
  return [...page.html.matchAll(/<a [^>]*?href="([^"]*)"[^>]*>link (\d+)</g)].map(([, href, index]) => [
    Number(index),
    { href: href!.replaceAll('&amp;', '&').replaceAll('&#39;', "'"), page },
  ]);
}

/** The path to which a link on a page leads; undefined where it leads to another host. */
function resolve(href: string, own: string): string | undefined {
  const { pathname, hostname } = new URL(href, `https://lighthouse.example${own}`);
  return hostname === 'lighthouse.example' ? pathname : undefined;
}

/** Whether a plain server has something for a path. */
function isServed(path: string, files: ReadonlySet<string>): boolean {
  const names = /(?:^|\/)$/.test(path)
    ? [`${path}index.html`, `${path}index.htm`]
    : [path, `${path}.html`, `${path}/index.html`];
  return names.some((each) => files.has(each));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The differences that nothing explains. */
export function findUnexplained(
  differences: readonly Difference[],
  files: ReadonlyMap<string, string>,
  engine: SiteEngine,
): Difference[] {
  const explanations = [...silences, ...engine.explained];
  return differences.filter((each) => !explanations.some(({ explains }) => explains(each, files)));
}
