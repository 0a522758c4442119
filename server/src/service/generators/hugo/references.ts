import type { PostSource, SiteView } from '../contract/model.ts';
import type { FileTarget, LinkTarget, LinkUse } from '../contract/linking.ts';
import { basename, dirname, joinPath } from '../../text/paths.ts';
import { createTargetPaths } from './targetPaths.ts';
import { isListWithoutFile } from './generated.ts';
import { readPage } from './page.ts';
import { joinGoPath } from './paths.ts';
import { findsPages } from './renderHooks.ts';
import type { HugoFile } from './file.ts';
import { parseHugoPath } from './file.ts';
import type { HugoSettings, LanguageSettings } from './settings.ts';
import type { ShortcodeTemplate } from './shortcodes.ts';
import { evaluateShortcode, findShortcodes } from './shortcodes.ts';
import type { ContentTree } from './tree.ts';
import { toCascadeTarget, getContentTree } from './tree.ts';

const shortcodeName = /^\{\{[<%]\s*([\w/-]+)/;
const shortcodeRest = /^((?:[^"`}]|"(?:\\.|[^"\\])*"|`[^`]*`)*)\}\}([^{}]*)$/s;
const parameter = /(?:([\w-]+)\s*=\s*)?(?:"((?:\\.|[^"\\])*)"|`([^`]*)`|([^\s"`=]+))/g;

/** Longer destinations are no paths. */
const maxLength = 2000;

/** Resolves a shortcode or the path of a source file in a link destination (`resources/page/page_nop.go#ref`, `hugolib/pagecollections.go`). */
export function resolveLink(
  destination: string,
  from: PostSource,
  settings: HugoSettings,
  use?: LinkUse,
): LinkTarget | undefined {
  const file = parseHugoPath(from.path, settings);
  if (!file) return undefined;
  if (destination.length > maxLength) return { kind: 'unknown' };
  const shortcode = parseShortcode(destination);
  if (shortcode) return resolveShortcode(shortcode, { from, file, settings });
  if (/\{\{[<%]/.test(destination)) return { kind: 'unknown' };
  return (
    resolveMarkdownPath(destination, { from, file, settings }) ??
    (use === 'link' ? resolvePagePath(destination, { from, file, settings }) : undefined) ??
    prependBaseUrl(destination, settings, file.language)
  );
}

/** A shortcode that is the beginning of a destination, and what follows it. */
interface ShortcodeDestination {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly suffix: string;
}

function parseShortcode(destination: string): ShortcodeDestination | undefined {
  const [opening = '', name] = shortcodeName.exec(destination) ?? [];
  if (name === undefined) return undefined;
  const [, inner = '', suffix = ''] = shortcodeRest.exec(destination.slice(opening.length)) ?? [];
  if (!/[>%]$/.test(inner)) return undefined;
  return { name, parameters: parseParameters(inner.slice(0, -1).replace(/\/$/, '').trim()), suffix };
}

/** The page that contains a reference. */
interface ReferenceContext {
  readonly from: PostSource;
  readonly file: HugoFile;
  readonly settings: HugoSettings;
}

function parseParameters(text: string): Map<string, string> {
  let position = 0;
  return new Map(
    [...text.matchAll(parameter)].map(([, name, quoted, raw, bare]) => [
      name?.toLowerCase() ?? String(position++),
      quoted?.replace(/\\(.)/g, '$1') ?? raw ?? bare ?? '',
    ]),
  );
}

function resolveShortcode(shortcode: ShortcodeDestination, context: ReferenceContext): LinkTarget {
  const { name, parameters, suffix } = shortcode;
  const template = findShortcodes(context.from.siteView, context.settings).get(name);
  if (template) return resolvePrintedUrl(template, shortcode, context.file.language);
  if (!/^(?:$|[?#])/.test(suffix)) return { kind: 'unknown' };
  if (name === 'figure') {
    return resolveFigure(parameters.get('src') ?? parameters.get('0') ?? '', context);
  }
  if (name !== 'ref' && name !== 'relref') return { kind: 'unknown' };
  const path = parameters.get('path') ?? parameters.get('0');
  const language = context.settings.languages.get(parameters.get('lang')?.toLowerCase() ?? context.file.language.code);
  if (path === undefined || path === '' || !language || /^[a-z][a-z0-9+.-]*:|\{\{/i.test(path))
    return { kind: 'unknown' };
  return resolveReference(path, suffix, language, context);
}

/** Resolves what a shortcode of the site prints and what follows it, where that is an address on the site. */
function resolvePrintedUrl(
  template: ShortcodeTemplate,
  { parameters, suffix }: ShortcodeDestination,
  language: LanguageSettings,
): LinkTarget {
  const printed = evaluateShortcode(template, parameters, language);
  if (printed === undefined || (!printed.endsWith('/') && !/^(?:$|[/?#])/.test(suffix))) return { kind: 'unknown' };
  const { origin } = language;
  const url = printed + suffix;
  if (url.startsWith('/') && !url.startsWith('//')) return { kind: 'url', url };
  return origin !== '' && url.startsWith(`${origin}/`)
    ? { kind: 'url', url: url.slice(origin.length) }
    : { kind: 'unknown' };
}

/** Resolves the `src` of a figure, which Hugo prints as written. */
function resolveFigure(source: string, { from, file, settings }: ReferenceContext): LinkTarget {
  if (source === '' || /^[a-z][a-z0-9+.-]*:|^\/\/|\{/i.test(source)) return { kind: 'unknown' };
  if (source.startsWith('/'))
    return { kind: 'url', url: settings.canonifyUrls ? file.language.basePath + source : source };
  const address = createTargetPaths(readPage(from, file, settings), settings);
  if (!address || 'unknown' in address) return { kind: 'unknown' };
  return { kind: 'url', url: `/${joinGoPath(address.url.slice(0, address.url.lastIndexOf('/') + 1) + source)}` };
}

/** Resolves a reference to a page: relative to the folder of the page, then to the content root, then by its name anywhere. */
function resolveReference(
  reference: string,
  suffix: string,
  language: LanguageSettings,
  { from, file, settings }: ReferenceContext,
): LinkTarget {
  const [, path = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(reference) ?? [];
  const properties = {
    displayName: reference,
    fragment: fragment || suffix.replace(/^\?[^#]*/, ''),
    stopsBuild: settings.refErrorsStopBuild,
  };
  if (path === '')
    return { kind: 'file', stem: getStem(from.path), matches: (each) => each === from.path, ...properties };
  const tree = getContentTree(settings, from.siteView);
  const keys = [
    ...(path.startsWith('/') ? [] : [toRelativeLogicalPath(path, file, tree)]),
    ...(path.startsWith('.') ? [] : [toLogicalPath(path, language)]),
  ];
  const found = keys.map((key) => findFile(key, getBaseNames(path), language, tree)).find((each) => each !== undefined);
  if (found !== undefined)
    return { kind: 'file', stem: getStem(found), matches: (each) => each === found, ...properties };
  if (
    getBaseNames(path)[0] !== 'index' &&
    keys.some((key) => isListWithoutFile(key, language, settings, from.siteView))
  )
    return { kind: 'unknown' };
  return { kind: 'file', ...createTargetByName(path, keys, language, tree), ...properties };
}

/** Creates the target of a reference whose exact path has no page: a page of that name in any folder, or a path in another case. */
function createTargetByName(
  path: string,
  keys: readonly string[],
  language: LanguageSettings,
  tree: ContentTree,
): Pick<FileTarget, 'stem' | 'otherStems' | 'matches'> {
  const name = toLogicalPath(path, language).split('/').at(-1)!;
  const lowerName = name.toLowerCase();
  const baseNames = getBaseNames(path);
  const isBare = !path.replace(/^\//, '').includes('/') && baseNames.length > 1;
  const suffixed = [name, lowerName, 'index', '_index'].flatMap((each) => [each, `${each}.${language.code}`]);
  const wanted = new Set(keys.map((key) => `/${key.toLowerCase()}`));
  return {
    stem: name,
    otherStems: suffixed.slice(1),
    matches: (each) => {
      if (!each.toLowerCase().includes(lowerName)) return false;
      const file = tree.parsePagePath(each, language);
      if (!file || (baseNames.length === 1 && !baseNames.includes(file.baseName))) return false;
      const lower = toCascadeTarget(file).logicalPath.toLowerCase();
      return wanted.has(lower) || (isBare && lower.endsWith(`/${lowerName}`));
    },
  };
}

/** Returns a page's path below `content` without extension, language and `index`; '' for the home page. */
function toLogicalPath(path: string, language: LanguageSettings): string {
  const inner = joinGoPath(path.replace(/^\/content\//, '/')).replace(/\/$/, '');
  const bare = inner.replace(/\.[^./]*$/, '');
  const name = bare.endsWith(`.${language.code}`) ? bare.slice(0, -language.code.length - 1) : bare;
  return name.replace(/(?:^|\/)_?index$/, '');
}

/** Returns the logical path of a relative reference; in a leaf bundle it is relative to the folder above, unless it starts with `..`. */
function toRelativeLogicalPath(path: string, { folder, baseName, language }: HugoFile, tree: ContentTree): string {
  const isLeaf = baseName === 'index' && tree.findLeafBundle(folder) !== undefined && !path.startsWith('..');
  return toLogicalPath(joinPath(isLeaf ? dirname(folder) : folder, path), language);
}

/** Returns the base names of files that a path can name: only `_index` or `index` where it says so. */
function getBaseNames(path: string): readonly string[] {
  const named = /(?:^|\/)(_?index)(?:\.[^/]*)?$/.exec(path)?.[1];
  return named === undefined ? ['_index', 'index', ''] : [named];
}

function findFile(
  key: string,
  baseNames: readonly string[],
  language: LanguageSettings,
  tree: ContentTree,
): string | undefined {
  const at = key.lastIndexOf('/');
  const candidates = baseNames.flatMap((baseName) =>
    baseName !== ''
      ? tree.findFiles(key, baseName)
      : key === ''
        ? []
        : tree.findFiles(key.slice(0, Math.max(0, at)), key.slice(at + 1)),
  );
  return candidates.find((path) => tree.parsePagePath(path, language));
}

function getStem(path: string): string {
  return basename(path).replace(/\.[^.]+$/, '');
}

/** Resolves a link to a Markdown file, which leads to its page only with a render hook; a render hook of the site can do anything with other links. */
function resolveMarkdownPath(destination: string, context: ReferenceContext): LinkTarget | undefined {
  const [, path = '', fragment = ''] = /^([^?#:{}]+\.(?:md|markdown|mdown))(#.*)?$/s.exec(destination) ?? [];
  const { from, file, settings } = context;
  if (path === '' || (!settings.usesEmbeddedLinkHook && !hasLinkRenderHook(settings, from.siteView))) return undefined;
  const tree = getContentTree(settings, from.siteView);
  const key = path.startsWith('/')
    ? toLogicalPath(path, file.language)
    : toLogicalPath(joinPath(file.folder, path), file.language);
  const found = [key, toRelativeLogicalPath(path, file, tree)]
    .map((each) => findFile(each, getBaseNames(path), file.language, tree))
    .find((each) => each !== undefined);
  if (found === undefined)
    return settings.usesEmbeddedLinkHook && !hasLinkRenderHook(settings, from.siteView)
      ? undefined
      : { kind: 'unknown' };
  return {
    kind: 'file',
    stem: getStem(found),
    matches: (each) => each === found,
    fragment,
    displayName: path,
    stopsBuild: false,
  };
}

/** Resolves a link to the page that it names, where a render hook looks for one; undefined for none, whose link stays as it is. */
function resolvePagePath(destination: string, { from, file, settings }: ReferenceContext): LinkTarget | undefined {
  const [, path = '', fragment = ''] = /^([^?#:{}]+)(#.*)?$/s.exec(destination) ?? [];
  if (path === '' || path.startsWith('//') || !findsPages(settings, from.siteView)) return undefined;
  const tree = getContentTree(settings, from.siteView);
  const keys = path.startsWith('/')
    ? [toLogicalPath(path, file.language)]
    : [toLogicalPath(joinPath(file.folder, path), file.language), toRelativeLogicalPath(path, file, tree)];
  const found = keys
    .map((key) => findFile(key, getBaseNames(path), file.language, tree))
    .find((each) => each !== undefined);
  return found === undefined
    ? undefined
    : {
        kind: 'file',
        stem: getStem(found),
        matches: (each) => each === found,
        fragment,
        displayName: path,
        stopsBuild: false,
      };
}

function hasLinkRenderHook({ themeFolders }: HugoSettings, siteView: SiteView): boolean {
  return ['', ...themeFolders].some((folder) =>
    ['layouts/_default/_markup', 'layouts/_markup'].some((hookFolder) =>
      siteView.hasFile(joinPath(folder, hookFolder, 'render-link.html')),
    ),
  );
}

/** Prepends the base path to destinations that start with a slash, as `canonifyURLs` does; undefined without it. */
function prependBaseUrl(
  destination: string,
  { canonifyUrls }: HugoSettings,
  { basePath }: LanguageSettings,
): LinkTarget | undefined {
  if (!canonifyUrls || !destination.startsWith('/') || destination.startsWith('//')) return undefined;
  return { kind: 'url', url: basePath + destination };
}
