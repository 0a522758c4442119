import { isRecord } from '../shared/configurationFile.ts';
import type { SiteView } from '../contract/model.ts';
import { asNonEmptyString, asStrings } from '../shared/values.ts';
import { memoize } from '../../text/memo.ts';
import { matchAt } from '../../text/scan.ts';
import type { JekyllSettings } from './settings.ts';

/** Whether a plugin writes a page or file at a URL, given below the base path. */
type PluginPages = (url: string, settings: JekyllSettings) => boolean;

const anywhere: PluginPages = () => true;
const nowhere: PluginPages = () => false;

/** What plugins write, by the names of their gems; the first entry that matches a name counts. */
const pluginPages: readonly (readonly [plugin: RegExp, pages: PluginPages])[] = [
  [/^jekyll-feed$/, (url) => url.endsWith('.xml')],
  [/^jekyll-sitemap$/, (url) => /^\/(?:sitemap\.xml|robots\.txt)$/.test(url)],
  [/^(?:github-pages|jekyll-default-layout|jekyll-readme-index)$/, (url) => /^\/(?:feed|sitemap)\.xml$/.test(url)],
  [/^jekyll-(?:seo-tag|redirect-from|relative-links|optional-front-matter|titles-from-headings)$/, nowhere],
  [/^jekyll-archives$/, isArchive],
  [/^jekyll-paginate-v2$/, isPaginatedPage],
  [/^jekyll-polyglot$/, isPolyglotPage],
  [/^jekyll-.*(?:archive|tag|categor|generator|gallery)/, anywhere],
  [/^jekyll-(?:multiple-languages|scholar|datapage)/, anywhere],
];

/** Whether the build can write a page or file at a URL without a source file: what plugins, a theme and the site's own plugins write. */
export function canGenerate(url: string, settings: JekyllSettings, siteView: SiteView): boolean {
  const below = url.slice(settings.baseurl.length) || '/';
  const plugins = listPlugins(settings, siteView);
  if (plugins.some((plugin) => pluginPages.find(([name]) => name.test(plugin))?.[1](below, settings))) return true;
  if (settings.hasNamedTheme && /^\/(?:assets\/|favicon|feed\.xml|404)/.test(below)) return true;
  if (settings.paginatePath !== undefined && isLaterPage(below, settings.paginatePath)) return true;
  return readOwnPlugins(siteView, settings).some(({ starts }) => starts.some((start) => below.startsWith(start)));
}

/** Returns the gems that the site uses, by its configuration and its `Gemfile`. */
export function listPlugins({ plugins }: JekyllSettings, siteView: SiteView): string[] {
  const gems = [...(siteView.getText('Gemfile') ?? '').matchAll(/^[ \t]*gem\s+["']([\w-]+)["']/gm)].map(
    ([, gem]) => gem!,
  );
  return [...plugins, ...gems];
}

/** Kinds of jekyll-archives by the name that `permalinks` has for them: the name under `enabled` and the default permalink (`archives.rb`). */
const archiveKinds: readonly (readonly [kind: string, plural: string, permalink: string])[] = [
  ['year', 'year', '/:year/'],
  ['month', 'month', '/:year/:month/'],
  ['day', 'day', '/:year/:month/:day/'],
  ['tag', 'tags', '/tag/:name/'],
  ['category', 'categories', '/category/:name/'],
];

/** jekyll-archives writes the kinds that its settings enable, none by default; which terms there are is not known here. */
function isArchive(url: string, { variables }: JekyllSettings): boolean {
  const settings = toRecord(variables['jekyll-archives']);
  const permalinks = toRecord(settings.permalinks);
  const enabled = asStrings(settings.enabled);
  return archiveKinds.some(
    ([kind, plural, permalink]) =>
      (settings.enabled === true || enabled.includes('all') || enabled.includes(plural)) &&
      isMatch(asNonEmptyString(permalinks[kind]) ?? permalink, url, kind === plural ? /^\d+$/ : /./),
  );
}

/** The beginnings of the URLs of lists that jekyll-paginate-v2 writes by default. */
const listFolders = { tags: '/tag/', categories: '/category/', collections: '/collection/' };

/** jekyll-paginate-v2 writes later pages where `pagination` is enabled, and lists of terms and collections where `autopages` is. */
function isPaginatedPage(url: string, { variables }: JekyllSettings): boolean {
  const { enabled, permalink } = toRecord(variables.pagination);
  const lists = toRecord(variables.autopages);
  const [before = ''] = (asNonEmptyString(permalink) ?? '/page:num/').split(':num');
  const rest = url.split(before).at(-1)!;
  if (enabled === true && rest !== url && /^\d/.test(rest)) return true;
  return (
    lists.enabled === true &&
    Object.entries(listFolders).some(([kind, folder]) => {
      const { enabled: isEnabled, permalink: written } = toRecord(lists[kind]);
      return isEnabled !== false && url.startsWith(asNonEmptyString(written)?.split(':')[0] ?? folder);
    })
  );
}

/** jekyll-polyglot writes each page for each language, in the default language where it has no translation. */
function isPolyglotPage(url: string, { languages }: JekyllSettings): boolean {
  return languages.all.some((language) => url.startsWith(`/${language}/`) || url === `/${language}`);
}

function isLaterPage(url: string, paginatePath: string): boolean {
  const [before = ''] = paginatePath.replace(/^\/?/, '/').split(':num');
  return url.startsWith(before) && /^\d/.test(url.slice(before.length));
}

/** Whether a URL has the form of a permalink, each of whose placeholders is a segment of this form. */
function isMatch(permalink: string, url: string, segment: RegExp): boolean {
  const [wanted, given] = [toSegments(permalink), toSegments(url)];
  return (
    wanted.length === given.length &&
    wanted.every((each, index) => (each.includes(':') ? segment.test(given[index]!) : each === given[index]))
  );
}

/** Ruby that writes files, or moves pages. */
const fileWriting = /\bFile\.(?:write|open)\b|\bFileUtils\b|\bpermalink\b/;

/** Ruby that gives pages or files to the site. */
const pageAddition = /\bsite\.(?:pages|static_files)\b\s*(?:<<|\+=|\.(?:push|concat))/;

/** The arguments of `Page.new(site, base, folder, name)`, the third where it is a text or begins with one. */
const pageArguments = /\(\s*@?\w+\s*,\s*@?[\w.]+\s*,\s*(?:File\.join\(\s*)?["']([^"'#]+)["'#/]/y;

/** Ruby that changes the object from which placeholders of permalinks take their values (`drops/url_drop.rb`). */
const placeholderDefinition = /\bUrlDrop\b|\burl_placeholders\b/;

/** A plugin in the site's folder. */
interface OwnPlugin {
  readonly path: string;
  readonly definesPlaceholders: boolean;
  /** The beginnings of the URLs that it writes, `/packages/`; `/` where it can write a page anywhere. */
  readonly starts: readonly string[];
}

/** Reads the plugins in the site's folder that write pages. One whose every page is made in a folder that is written out reaches no other. */
const readOwnPlugins = memoize((siteView: SiteView, { pluginsDirs }: JekyllSettings): readonly OwnPlugin[] => {
  const isPlugin = (path: string): boolean =>
    path.endsWith('.rb') && pluginsDirs.some((folder) => path.startsWith(`${folder}/`));
  return [...siteView.getTexts(isPlugin)].map(([path, text]) => {
    const ruby = withoutComments(text);
    return { path, definesPlaceholders: placeholderDefinition.test(ruby), starts: findWritten(ruby) };
  });
});

/** Whether plugins in the site's folder may give permalinks placeholders that Jekyll does not have. */
export function mayDefinePlaceholders(siteView: SiteView, settings: JekyllSettings): boolean {
  return readOwnPlugins(siteView, settings).some(({ definesPlaceholders }) => definesPlaceholders);
}

/** Whether objects of a Ruby class are pages or files of the site. */
function isPageClass(name: string): boolean {
  return name.includes('Page') || name === 'StaticFile' || name === 'Document';
}

function findWritten(ruby: string): readonly string[] {
  const creations = [...ruby.matchAll(/\b(\w+)\.new\b/g)].filter(([, name]) => isPageClass(name!));
  if (creations.length === 0 && !pageAddition.test(ruby) && !fileWriting.test(ruby)) return [];
  const folders = creations.flatMap(({ 0: { length }, 1: name, index }) => {
    const folder = name === 'Document' ? undefined : matchAt(ruby, index + length, pageArguments)?.[1];
    return folder === undefined ? [] : [`/${folder.replace(/^\/|\/$/g, '')}/`];
  });
  const isLimited = creations.length > 0 && folders.length === creations.length;
  return isLimited && !fileWriting.test(ruby) ? folders : ['/'];
}

/** Returns a sentence for the pages that a plugin in the site's folder can write anywhere, or that a gem can whose pages are not known. */
export function listUnreported(siteView: SiteView, settings: JekyllSettings): string[] {
  const own = readOwnPlugins(siteView, settings).find(({ starts }) => starts.includes('/'))?.path;
  const gem = listPlugins(settings, siteView).find(
    (plugin) => pluginPages.find(([name]) => name.test(plugin))?.[1] === anywhere,
  );
  const writer = own ?? gem;
  return writer === undefined
    ? []
    : [`Links to missing pages are not reported: \`${writer}\` may write pages anywhere.`];
}

function withoutComments(text: string): string {
  return text.replace(/^[ \t]*#.*$/gm, '');
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function toSegments(path: string): string[] {
  return path.replace(/\/(?:index\.html)?$|\.html$/, '').split('/');
}
