import { getPathWithin } from '../shared/values.ts';
import type { Collection, SiteView } from '../contract/model.ts';
import { memoizeByName } from '../../text/memo.ts';
import { joinPath } from '../../text/paths.ts';
import type { VitepressSettings } from './settings.ts';

/** Returns the path of a page relative to the source folder (`resolvePages`); undefined for a file that is no page. */
export function getSourcePath(path: string, { sourceFolder, isExcluded }: VitepressSettings): string | undefined {
  const sourcePath = getPathWithin(sourceFolder, path);
  if (
    sourcePath === undefined ||
    !sourcePath.endsWith('.md') ||
    /(?:^|\/)(?:\.|(?:node_modules|dist)\/)/.test(sourcePath)
  )
    return undefined;
  return isExcluded(sourcePath) === true ? undefined : sourcePath;
}

/** Returns the collection of a page by its first folder, after the folder of its language; undefined for a file that is no page. */
export function getCollection(path: string, settings: VitepressSettings): Collection | undefined {
  const sourcePath = getSourcePath(path, settings);
  if (sourcePath === undefined) return undefined;
  const folders = sourcePath.split('/').slice(0, -1);
  const locale = settings.locales.find(({ folder }) => folder !== '' && folder === folders[0])?.folder;
  const ownFolders = folders.slice(0, locale === undefined ? 1 : 2);
  const name = locale === undefined ? ownFolders[0] : ownFolders[1];
  return { name: name ?? 'pages', folder: joinPath(settings.sourceFolder, ...ownFolders) };
}

/** Whether a file is a dynamic route: `packages/[name].md` (`dynamicRouteRE`). */
export function isDynamicRoute(sourcePath: string): boolean {
  return /\[\w+\]/.test(sourcePath);
}

/** Returns the path relative to the source folder under which a page is published, with `.md` at its end; undefined where only the build knows. */
export function getRoute(sourcePath: string, { rewrites }: VitepressSettings): string | undefined {
  return isDynamicRoute(sourcePath) ? undefined : rewrites.apply(sourcePath);
}

/** Returns the URL of a page that is published under a path, without the base path: `/guide/` for `guide/index.md`. */
export function toUrl(route: string, { cleanUrls }: Pick<VitepressSettings, 'cleanUrls'>): string {
  if (/(?:^|\/)index\.md$/.test(route)) return `/${route.slice(0, -'index.md'.length)}`;
  return `/${route.slice(0, -'.md'.length)}${cleanUrls ? '' : '.html'}`;
}

const pathsLoader = /\.paths\.m?[jt]s$/;

/** Whether a file is the paths loader of a dynamic route: `[name].paths.ts`. */
export function isPathsLoader(path: string): boolean {
  return /\[\w+\]/.test(path) && pathsLoader.test(path);
}

/** Whether a dynamic route can generate a page, given as its path below the source folder without `.md`; parameters can contain slashes. */
export function isDynamicPage(page: string, siteView: SiteView, { sourceFolder }: VitepressSettings): boolean {
  return getDynamicRoutes(siteView, sourceFolder).some(
    ([start, end]) => page.length > start.length + end.length && page.startsWith(start) && page.endsWith(end),
  );
}

/** Returns the texts before the first parameter and after the last one in the path of each dynamic route. */
const getDynamicRoutes = memoizeByName(
  (siteView: SiteView, sourceFolder: string): readonly (readonly [string, string])[] =>
    [...siteView.getTexts(isPathsLoader).keys()].flatMap((path) => {
      const sourcePath = getPathWithin(sourceFolder, path)?.replace(pathsLoader, '');
      return sourcePath === undefined
        ? []
        : [[sourcePath.slice(0, sourcePath.indexOf('[')), sourcePath.slice(sourcePath.lastIndexOf(']') + 1)]];
    }),
);
