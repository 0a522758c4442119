import { basename, dirname, resolvePath, stem } from '../../text/paths.ts';
import { decodeUri } from '../../text/uri.ts';
import type { FileTarget, Linking, LinkTarget } from '../contract/linking.ts';
import type { PostSource } from '../contract/model.ts';
import { joinUrlPath } from '../shared/baseUrl.ts';
import { getPathWithin } from '../shared/values.ts';
import { getSourcePath, isPage } from './page.ts';
import type { MkdocsSettings } from './settings.ts';

/** Creates the linking of a MkDocs site. */
export function createMkdocsLinking(settings: MkdocsSettings): Linking {
  const { base, docsFolder, themeFolder, otherPlugins } = settings;
  return {
    basePath: base.path,
    origins: [base.origin ?? []].flat(),
    getFileUrls: (path) => {
      const sitePath =
        getPathWithin(docsFolder, path) ?? (themeFolder === undefined ? undefined : getPathWithin(themeFolder, path));
      return sitePath === undefined ? [] : [joinUrlPath(base.path, sitePath)];
    },
    getAliases: () => [],
    canGenerate: (url) => canGenerate(url, settings),
    listUnreported: () =>
      otherPlugins.length > 0
        ? [
            `Links to missing pages are not reported: \`${otherPlugins[0]!}\` in \`mkdocs.yml\` may write pages anywhere.`,
          ]
        : [],
    ignoresHtmlLinks: true,
    resolveLink: (destination, from) => resolveLink(destination, from, settings),
  };
}

/** Whether MkDocs, its theme or a plugin can write a page without a source: search, error page, lists of a blog. */
function canGenerate(url: string, { base, blogs, otherPlugins, movesPages }: MkdocsSettings): boolean {
  if (otherPlugins.length > 0 || movesPages) return true;
  if (base.path !== '' && !`${url}/`.startsWith(`${base.path}/`)) return true;
  const path = url.slice(base.path.length + 1);
  if (
    /^(?:404\.html|search(?:\.html|\/.*)?|sitemap\.xml(?:\.gz)?|tags\/?|(?:assets|css|js|img|fonts|javascripts|stylesheets)\/.*|feed\w*\.xml|objects\.inv)$/.test(
      path,
    )
  )
    return true;
  return blogs.some(({ folder }) => {
    const inner = folder === '' ? path : (getPathWithin(folder, path) ?? '');
    return /^(?:category|archive|page|author|tags)\b/.test(inner);
  });
}

/**
 * Resolves a relative link or image: the path of a file of the documentation from the folder of the page
 * (`_RelativePathTreeprocessor`). What names no such file stays as it is, which leads nowhere for a page's own path.
 */
function resolveLink(destination: string, from: PostSource, settings: MkdocsSettings): LinkTarget | undefined {
  if (/\{\{|\{%/.test(destination)) return { kind: 'unknown' };
  const [path = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/s.exec(destination)?.slice(1) ?? [];
  if (path === '' || /^(?:[a-z][\w+.-]*:|\/|\\)/i.test(path) || getSourcePath(from.path, settings) === undefined)
    return undefined;
  const file = resolvePath(decodeUri(path), dirname(from.path));
  const isInside = file !== undefined && getPathWithin(settings.docsFolder, file) !== undefined;
  if (isInside && from.siteView.hasFile(file)) return createFileTarget(file, path, fragment);
  if (!isPage(path)) return undefined;
  return settings.otherPlugins.length > 0 || settings.movesPages
    ? { kind: 'unknown' }
    : createFileTarget(isInside ? file : undefined, path, fragment);
}

function createFileTarget(file: string | undefined, path: string, fragment: string): FileTarget {
  return {
    kind: 'file',
    stem: stem(basename(decodeUri(path))),
    matches: (each) => each === file,
    fragment,
    displayName: decodeUri(path),
    stopsBuild: false,
  };
}
