import { getPathWithin } from '../shared/values.ts';
import type { Collection, SiteView } from '../contract/model.ts';
import { memoizeByName } from '../../text/memo.ts';
import { joinPath } from '../../text/paths.ts';
import type { VitepressSettings } from './settings.ts';

/** The path below the source folder of a page (`resolvePages`); undefined for what is none. */
export function sourceOf(path: string, { sourceFolder, isExcluded }: VitepressSettings): string | undefined {
  const inner = getPathWithin(sourceFolder, path);
  if (inner === undefined || !inner.endsWith('.md') || /(?:^|\/)(?:\.|(?:node_modules|dist)\/)/.test(inner))
    return undefined;
  return isExcluded(inner) === true ? undefined : inner;
}

/** The collection of a page by its first folder, the one behind the folder of a language. */
export function collectionIn(path: string, settings: VitepressSettings): Collection | undefined {
  const inner = sourceOf(path, settings);
  if (inner === undefined) return undefined;
  const folders = inner.split('/').slice(0, -1);
  const locale = settings.locales.find(({ folder }) => folder !== '' && folder === folders[0])?.folder;
  const kept = folders.slice(0, locale === undefined ? 1 : 2);
  const name = locale === undefined ? kept[0] : kept[1];
  return { name: name ?? 'pages', folder: joinPath(settings.sourceFolder, ...kept) };
}

/** Whether a path is that of a template for many pages: `packages/[name].md` (`dynamicRouteRE`). */
export function isDynamic(inner: string): boolean {
  return /\[\w+\]/.test(inner);
}

/** The path below the source folder under which a page is published, `.md` at its end; undefined where only the build knows. */
export function routeOf(inner: string, { rewrite }: VitepressSettings): string | undefined {
  return isDynamic(inner) ? undefined : rewrite.of(inner);
}

/** The address of the page that is published under a path, without the base path: `/guide/` of `guide/index.md`. */
export function urlOf(route: string, cleanUrls: boolean): string {
  if (/(?:^|\/)index\.md$/.test(route)) return `/${route.slice(0, -'index.md'.length)}`;
  return `/${route.slice(0, -'.md'.length)}${cleanUrls ? '' : '.html'}`;
}

const loader = /\.paths\.m?[jt]s$/;

/** Whether a file says for which values a template makes pages. */
export function isLoader(path: string): boolean {
  return /\[\w+\]/.test(path) && loader.test(path);
}

/** Whether a template may make the page of a path below the source folder, without `.md`: a value may hold slashes. */
export function isOfTemplate(page: string, siteView: SiteView, { sourceFolder }: VitepressSettings): boolean {
  return templates(siteView, sourceFolder).some(
    ([start, end]) => page.length > start.length + end.length && page.startsWith(start) && page.endsWith(end),
  );
}

/** What stands before the first value in the paths of the site's templates, and what behind the last one. */
const templates = memoizeByName((siteView: SiteView, sourceFolder: string): readonly (readonly [string, string])[] =>
  [...siteView.getTexts(isLoader).keys()].flatMap((path) => {
    const inner = getPathWithin(sourceFolder, path)?.replace(loader, '');
    return inner === undefined ? [] : [[inner.slice(0, inner.indexOf('[')), inner.slice(inner.lastIndexOf(']') + 1)]];
  }),
);
