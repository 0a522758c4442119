import type { PostSource, SiteView } from '../contract/model.ts';
import type { FileTarget, LinkTarget } from '../contract/linking.ts';
import { basename, dirname, joinPath } from '../../text/paths.ts';
import { addressOf } from './address.ts';
import { isListWithoutFile } from './generated.ts';
import { readPage } from './page.ts';
import { pathJoin } from './paths.ts';
import type { Place } from './place.ts';
import { placeOf } from './place.ts';
import type { HugoSettings, LanguageSettings } from './settings.ts';
import type { ContentTree } from './tree.ts';
import { targetOf as cascadeTarget, treeOf } from './tree.ts';

const shortcodeName = /^\{\{[<%]\s*([\w/-]+)/;
const shortcodeRest = /^((?:[^"`}]|"(?:\\.|[^"\\])*"|`[^`]*`)*)\}\}([?#][^{}]*)?$/s;
const parameter = /(?:([\w-]+)\s*=\s*)?(?:"((?:\\.|[^"\\])*)"|`([^`]*)`|([^\s"`=]+))/g;

/** Longer destinations are no paths. */
const longest = 2000;

/** What a shortcode or a path of a source file in a link's place means (`resources/page/page_nop.go#ref`, `hugolib/pagecollections.go`). */
export function targetOf(written: string, from: PostSource, settings: HugoSettings): LinkTarget | undefined {
  const place = placeOf(from.path, settings);
  if (!place) return undefined;
  if (written.length > longest) return { kind: 'unknown' };
  const [opening = '', name] = shortcodeName.exec(written) ?? [];
  const [, inner = '', suffix = ''] = (name !== undefined && shortcodeRest.exec(written.slice(opening.length))) || [];
  if (name !== undefined && /[>%]$/.test(inner)) {
    const parameters = inner.slice(0, -1).replace(/\/$/, '').trim();
    return ofShortcode(name, parametersOf(parameters), suffix, { from, place, settings });
  }
  if (/\{\{[<%]/.test(written)) return { kind: 'unknown' };
  return ofMarkdownFile(written, { from, place, settings }) ?? underBase(written, settings, place.language);
}

/** The page that a reference stands in. */
interface Context {
  readonly from: PostSource;
  readonly place: Place;
  readonly settings: HugoSettings;
}

function parametersOf(text: string): Map<string, string> {
  let position = 0;
  return new Map(
    [...text.matchAll(parameter)].map(([, name, quoted, raw, bare]) => [
      name?.toLowerCase() ?? String(position++),
      quoted?.replace(/\\(.)/g, '$1') ?? raw ?? bare ?? '',
    ]),
  );
}

function ofShortcode(
  name: string,
  parameters: ReadonlyMap<string, string>,
  suffix: string,
  context: Context,
): LinkTarget {
  if (name === 'figure') {
    return figure(parameters.get('src') ?? parameters.get('0') ?? '', context);
  }
  if (name !== 'ref' && name !== 'relref') return { kind: 'unknown' };
  const path = parameters.get('path') ?? parameters.get('0');
  const language = context.settings.languages.get(parameters.get('lang')?.toLowerCase() ?? context.place.language.code);
  if (path === undefined || path === '' || !language || /^[a-z][a-z0-9+.-]*:|\{\{/i.test(path))
    return { kind: 'unknown' };
  return referenced(path, suffix, language, context);
}

/** `src` is printed as it is. */
function figure(source: string, { from, place, settings }: Context): LinkTarget {
  if (source === '' || /^[a-z][a-z0-9+.-]*:|^\/\/|\{/i.test(source)) return { kind: 'unknown' };
  if (source.startsWith('/'))
    return { kind: 'url', url: settings.canonifyUrls ? place.language.basePath + source : source };
  const address = addressOf(readPage(from, place, settings), settings);
  if (!address || 'unknown' in address) return { kind: 'unknown' };
  return { kind: 'url', url: `/${pathJoin(address.url.slice(0, address.url.lastIndexOf('/') + 1) + source)}` };
}

/** The page that a reference names: first from the page's own folder, then from the top, then one of this name anywhere. */
function referenced(
  written: string,
  suffix: string,
  language: LanguageSettings,
  { from, place, settings }: Context,
): LinkTarget {
  const [, path = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(written) ?? [];
  const stop = {
    displayName: written,
    fragment: fragment || suffix.replace(/^\?[^#]*/, ''),
    stopsBuild: settings.refErrorsStop,
  };
  if (path === '') return { kind: 'file', stem: nameOf(from.path), matches: (each) => each === from.path, ...stop };
  const tree = treeOf(settings, from.siteView);
  const keys = [
    ...(path.startsWith('/') ? [] : [relativeKey(path, place, tree)]),
    ...(path.startsWith('.') ? [] : [keyOf(path, language)]),
  ];
  const found = keys.map((key) => fileOf(key, basesOf(path), language, tree)).find((each) => each !== undefined);
  if (found !== undefined) return { kind: 'file', stem: nameOf(found), matches: (each) => each === found, ...stop };
  if (basesOf(path)[0] !== 'index' && keys.some((key) => isListWithoutFile(key, language, settings, from.siteView)))
    return { kind: 'unknown' };
  return { kind: 'file', ...anywhere(path, keys, language, tree), ...stop };
}

/** Where nothing is at the very path: pages of the name in any folder, and paths in another case. */
function anywhere(
  path: string,
  keys: readonly string[],
  language: LanguageSettings,
  tree: ContentTree,
): Pick<FileTarget, 'stem' | 'otherStems' | 'matches'> {
  const name = keyOf(path, language).split('/').at(-1)!;
  const lowerName = name.toLowerCase();
  const bases = basesOf(path);
  const isBare = !path.replace(/^\//, '').includes('/') && bases.length > 1;
  const suffixed = [name, lowerName, 'index', '_index'].flatMap((each) => [each, `${each}.${language.code}`]);
  const wanted = new Set(keys.map((key) => `/${key.toLowerCase()}`));
  return {
    stem: name,
    otherStems: suffixed.slice(1),
    matches: (each) => {
      if (!each.toLowerCase().includes(lowerName)) return false;
      const place = tree.pageAt(each, language);
      if (!place || (bases.length === 1 && !bases.includes(place.base))) return false;
      const lower = cascadeTarget(place).logicalPath.toLowerCase();
      return wanted.has(lower) || (isBare && lower.endsWith(`/${lowerName}`));
    },
  };
}

/** A page's path below `content` without extension, language and `index`; '' for the home page. */
function keyOf(path: string, language: LanguageSettings): string {
  const inner = pathJoin(path.replace(/^\/content\//, '/')).replace(/\/$/, '');
  const bare = inner.replace(/\.[^./]*$/, '');
  const name = bare.endsWith(`.${language.code}`) ? bare.slice(0, -language.code.length - 1) : bare;
  return name.replace(/(?:^|\/)_?index$/, '');
}

/** Leaf bundles look in the folder above their own, unless the reference goes up itself. */
function relativeKey(path: string, { folder, base, language }: Place, tree: ContentTree): string {
  const isLeaf = base === 'index' && tree.index(folder) !== undefined && !path.startsWith('..');
  return keyOf(joinPath(isLeaf ? dirname(folder) : folder, path), language);
}

/** Names of files that a path may mean: the section's or the bundle's alone where it says so. */
function basesOf(path: string): readonly string[] {
  const named = /(?:^|\/)(_?index)(?:\.[^/]*)?$/.exec(path)?.[1];
  return named === undefined ? ['_index', 'index', ''] : [named];
}

function fileOf(
  key: string,
  bases: readonly string[],
  language: LanguageSettings,
  tree: ContentTree,
): string | undefined {
  const at = key.lastIndexOf('/');
  const candidates = bases.flatMap((base) =>
    base !== ''
      ? tree.files(key, base)
      : key === ''
        ? []
        : tree.files(key.slice(0, Math.max(0, at)), key.slice(at + 1)),
  );
  return candidates.find((path) => tree.pageAt(path, language));
}

function nameOf(path: string): string {
  return basename(path).replace(/\.[^.]+$/, '');
}

/** Links to Markdown files lead to their pages where a render hook sees to it; a hook of the site's own may do anything with others. */
function ofMarkdownFile(written: string, context: Context): LinkTarget | undefined {
  const [, path = '', fragment = ''] = /^([^?#:{}]+\.(?:md|markdown|mdown))(#.*)?$/s.exec(written) ?? [];
  const { from, place, settings } = context;
  if (path === '' || (!settings.usesEmbeddedLinkHook && !hasOwnHook(settings, from.siteView))) return undefined;
  const tree = treeOf(settings, from.siteView);
  const key = path.startsWith('/') ? keyOf(path, place.language) : keyOf(joinPath(place.folder, path), place.language);
  const found = [key, relativeKey(path, place, tree)]
    .map((each) => fileOf(each, basesOf(path), place.language, tree))
    .find((each) => each !== undefined);
  if (found === undefined)
    return settings.usesEmbeddedLinkHook && !hasOwnHook(settings, from.siteView) ? undefined : { kind: 'unknown' };
  return {
    kind: 'file',
    stem: nameOf(found),
    matches: (each) => each === found,
    fragment,
    displayName: path,
    stopsBuild: false,
  };
}

function hasOwnHook({ themeFolders }: HugoSettings, siteView: SiteView): boolean {
  return ['', ...themeFolders].some((folder) =>
    ['layouts/_default/_markup', 'layouts/_markup'].some((place) =>
      siteView.hasFile(joinPath(folder, place, 'render-link.html')),
    ),
  );
}

/** With `canonifyURLs` Hugo puts the base URL before whatever starts with a slash. */
function underBase(
  written: string,
  { canonifyUrls }: HugoSettings,
  { basePath }: LanguageSettings,
): LinkTarget | undefined {
  if (!canonifyUrls || !written.startsWith('/') || written.startsWith('//')) return undefined;
  return { kind: 'url', url: basePath + written };
}
