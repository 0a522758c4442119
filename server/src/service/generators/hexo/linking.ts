import { joinUrlPath } from '../shared/baseUrl.ts';
import type { PostSource, SiteView } from '../contract/model.ts';
import type { FileTarget, Linking, LinkTarget } from '../contract/linking.ts';
import { isMarkdown } from '../shared/markdownFile.ts';
import { getPathWithin, getExtension } from '../shared/values.ts';
import { basename } from '../../text/paths.ts';
import { decodeUri } from '../../text/uri.ts';
import { readRenderer } from './renderer.ts';
import { getKindFolder, isHidden, parseHexoPath } from './file.ts';
import type { HexoSettings } from './settings.ts';

/** Creates the linking of a Hexo site. */
export function createHexoLinking(settings: HexoSettings): Linking {
  const { base } = settings;
  return {
    basePath: base.path,
    origins: [base.origin ?? []].flat(),
    getFileUrls: (path) => getFileUrls(path, settings),
    getOutputPath: (url) => getOutputPath(url, settings),
    getAliases: () => [],
    canGenerate: (url, siteView) => canGenerate(url, settings, siteView),
    getTagPath: (path) => getTagPath(path, settings),
    // Markdown escapes what stands for a tag (`lib/hexo/post.ts`) in an address.
    ignoresTagsInMarkdown: true,
    resolveLink: (destination, from, use) =>
      (use === 'image' ? resolveImage(destination, from, settings) : undefined) ??
      resolveLink(destination, from, settings),
  };
}

/** Returns the path by which tags name a post: relative to the folder of posts; undefined for other files. */
function getTagPath(path: string, settings: HexoSettings): string | undefined {
  return getPathWithin(getKindFolder('post', settings), path);
}

/** Returns the file of a post: its URL with the `.html` and `index.html` that `pretty_urls` cuts off. */
function getOutputPath(url: string, { trailingHtml }: HexoSettings): string {
  if (url.endsWith('/')) return `${url}index.html`;
  return trailingHtml || getExtension(url) !== '' ? url : `${url}.html`;
}

/** Returns the URLs of a file in the source folder, unless it is hidden, or in that of the theme. */
function getFileUrls(path: string, settings: HexoSettings): string[] {
  const { base, sourceFolder, theme } = settings;
  const ofTheme = theme === undefined ? undefined : getPathWithin(`themes/${theme}/source`, path);
  const relativePath = ofTheme ?? getPathWithin(sourceFolder, path);
  if (relativePath === undefined || isMarkdown(path)) return [];
  if (isHidden(relativePath) && settings.isIncluded(relativePath) !== true) return [];
  return [joinUrlPath(base.path, relativePath)];
}

/** Whether Hexo can write a URL without a source file: lists, feeds, style sheets, files of a theme from a package. */
function canGenerate(url: string, { base, listFolders, theme }: HexoSettings, siteView: SiteView): boolean {
  const sitePath = getPathWithin(base.path === '' ? '' : base.path.slice(1), url.replace(/^\//, ''));
  if (sitePath === undefined) return url.replace(/\/$/, '') === base.path;
  if (sitePath === '' || listFolders.some((folder) => sitePath === folder || sitePath.startsWith(`${folder}/`)))
    return true;
  if (/^(?:.+\.(?:css|xml|json|js|webmanifest)|robots\.txt|404\.html)$/.test(sitePath)) return true;
  const isInPackage =
    theme !== undefined &&
    !siteView.hasFile(`themes/${theme}/_config.yml`) &&
    !siteView.hasFile(`themes/${theme}/package.json`);
  return isInPackage && /^(?:css|js|lib|libs|fonts|webfonts|images|img|assets)\//.test(sitePath);
}

/** Resolves `{% post_path name %}`, `{% asset_path file %}` and similar tags, and files in the asset folder; only the build knows `{{`. */
function resolveLink(destination: string, from: PostSource, settings: HexoSettings): LinkTarget | undefined {
  const tag = /^\{%-?\s*(\w+)(\s[^%]*)%\}$/.exec(destination.trim());
  if (tag) return resolveTag(tag[1]!, tag[2]!.replace(/-$/, '').trim(), from, settings);
  if (/\{\{|\{%/.test(destination)) return { kind: 'unknown' };
  return resolveAssetFile(destination, from, settings);
}

function resolveTag(name: string, rest: string, from: PostSource, settings: HexoSettings): LinkTarget {
  const words = [...rest.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
  if (name === 'post_link') return resolvePostTag(words[0] ?? '', 'stops', settings);
  if (name === 'post_path') return resolvePostTag(words[0] ?? '', 'goes on', settings);
  const file = /^asset_(?:img|path|link)$/.test(name) ? words.find((word) => /\.\w+$/.test(word)) : undefined;
  const folder = file === undefined ? undefined : getAssetFolder(from, settings);
  return file === undefined || folder === undefined
    ? { kind: 'unknown' }
    : createFileTarget(file, '', 'goes on', (path) => path === `${folder}/${file}`);
}

/** Resolves a post by its name in `new_post_name`; since Hexo accepts titles too, any other text than a slug is unknown. */
function resolvePostTag(written: string, build: 'stops' | 'goes on', settings: HexoSettings): LinkTarget {
  const [slug = '', fragment] = written.split('#');
  const isFileName = /^:title\.\w+$/.test(settings.newPostName);
  if (!isFileName || !/[-\d/_]/.test(slug) || !/^[a-z\d][a-z\d/_-]*$/.test(slug)) return { kind: 'unknown' };
  const folders = [getKindFolder('post', settings), getKindFolder('draft', settings)];
  const matches = (path: string): boolean =>
    folders.some((folder) => path.slice(0, path.length - getExtension(path).length) === `${folder}/${slug}`);
  return createFileTarget(slug, fragment === undefined ? '' : `#${fragment}`, build, matches);
}

function createFileTarget(
  displayName: string,
  fragment: string,
  build: 'stops' | 'goes on',
  matches: FileTarget['matches'],
): FileTarget {
  const name = basename(displayName);
  return {
    kind: 'file',
    stem: name.slice(0, name.length - getExtension(name).length),
    matches,
    fragment,
    displayName,
    stopsBuild: build === 'stops',
  };
}

/** Resolves a relative image, which hexo-renderer-marked leads to the root of the site; undefined where it is looked for next to the post. */
function resolveImage(destination: string, { siteView }: PostSource, settings: HexoSettings): LinkTarget | undefined {
  if (/^[/\\#]|^[a-z][a-z\d+.-]*:|[{}]/i.test(destination) || readRenderer(siteView) !== 'marked') return undefined;
  if (!settings.prependsRoot || (settings.findsPostAssets && settings.postAssetFolder)) return undefined;
  return { kind: 'url', url: joinUrlPath(settings.base.path, destination.replace(/^(?:\.\/)+/, '')) };
}

/** Resolves a relative destination in the asset folder of the post; undefined where there is no such file. */
function resolveAssetFile(destination: string, from: PostSource, settings: HexoSettings): LinkTarget | undefined {
  const folder = getAssetFolder(from, settings);
  const file = decodeUri(destination.replace(/^\.\//, '').replace(/[?#].*/s, ''));
  if (folder === undefined || file === '' || /^[/.]|^[a-z][a-z\d+.-]*:/i.test(file)) return undefined;
  const name = basename(folder);
  const found = [file, getPathWithin(name, file)].find(
    (each) => each !== undefined && from.siteView.hasFile(`${folder}/${each}`),
  );
  return found === undefined
    ? undefined
    : createFileTarget(file, '', 'goes on', (path) => path === `${folder}/${found}`);
}

/** Returns the asset folder of a post, `source/_posts/name`; undefined where the site has none. */
function getAssetFolder({ path }: PostSource, settings: HexoSettings): string | undefined {
  const kind = parseHexoPath(path, settings)?.kind;
  return !settings.postAssetFolder || kind === undefined || kind === 'page'
    ? undefined
    : path.slice(0, path.length - getExtension(path).length);
}
