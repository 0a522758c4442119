import { joinUrlPath } from '../shared/address.ts';
import type { PostSource, SiteView } from '../contract/model.ts';
import type { FileTarget, Linking, LinkTarget } from '../contract/linking.ts';
import { isMarkdown } from '../shared/markdownFile.ts';
import { isRedirected } from '../shared/redirects.ts';
import { getPathWithin, getExtension } from '../shared/values.ts';
import { basename } from '../../text/paths.ts';
import { folderOf, isHidden, placeOf } from './place.ts';
import type { HexoSettings } from './settings.ts';

/** Addresses and links of a Hexo site. */
export function hexoLinking(settings: HexoSettings): Linking {
  const { base } = settings;
  return {
    basePath: base.path,
    origins: [base.origin ?? []].flat(),
    getFileUrls: (path) => fileUrls(path, settings),
    getAliases: () => [],
    canGenerate: (url, siteView) => mayGenerate(url, settings, siteView),
    getTagPath: (path) => tagName(path, settings),
    resolveLink: (written, from) => targetOf(written, from, settings),
  };
}

/** What tags call a post: its path below the folder of posts; undefined for other files. */
export function tagName(path: string, settings: HexoSettings): string | undefined {
  return getPathWithin(folderOf('post', settings), path);
}

/** What is in the source folder and not hidden, and in the theme's. */
function fileUrls(path: string, settings: HexoSettings): string[] {
  const { base, sourceFolder, theme } = settings;
  const ofTheme = theme === undefined ? undefined : getPathWithin(`themes/${theme}/source`, path);
  const inner = ofTheme ?? getPathWithin(sourceFolder, path);
  if (inner === undefined || isMarkdown(path)) return [];
  if (isHidden(inner) && settings.isIncluded(inner) !== true) return [];
  return [joinUrlPath(base.path, inner)];
}

/** Lists, feeds, style sheets, and what a theme from a package or a generator plugin brings. */
function mayGenerate(url: string, { base, listFolders, theme }: HexoSettings, siteView: SiteView): boolean {
  const inside = getPathWithin(base.path === '' ? '' : base.path.slice(1), url.replace(/^\//, ''));
  if (isRedirected(url, siteView)) return true;
  if (inside === undefined) return url.replace(/\/$/, '') === base.path;
  if (inside === '' || listFolders.some((folder) => inside === folder || inside.startsWith(`${folder}/`))) return true;
  if (/^(?:.+\.(?:css|xml|json|js|webmanifest)|robots\.txt|404\.html)$/.test(inside)) return true;
  const isInPackage =
    theme !== undefined &&
    !siteView.hasFile(`themes/${theme}/_config.yml`) &&
    !siteView.hasFile(`themes/${theme}/package.json`);
  return isInPackage && /^(?:css|js|lib|libs|fonts|webfonts|images|img|assets)\//.test(inside);
}

/** `{% post_path name %}`, `{% asset_path file %}` and their kin; a file in a post's own folder; `{{` only the build knows. */
function targetOf(written: string, from: PostSource, settings: HexoSettings): LinkTarget | undefined {
  const tag = /^\{%-?\s*(\w+)(\s[^%]*)%\}$/.exec(written.trim());
  if (tag) return tagTarget(tag[1]!, tag[2]!.replace(/-$/, '').trim(), from, settings);
  if (/\{\{|\{%/.test(written)) return { kind: 'unknown' };
  return ownFile(written, from, settings);
}

function tagTarget(name: string, rest: string, from: PostSource, settings: HexoSettings): LinkTarget {
  const words = [...rest.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
  if (name === 'post_link' || name === 'post_path') return postTarget(words[0] ?? '', settings);
  const file = /^asset_(?:img|path|link)$/.test(name) ? words.find((word) => /\.\w+$/.test(word)) : undefined;
  const folder = file === undefined ? undefined : assetFolder(from, settings);
  return file === undefined || folder === undefined
    ? { kind: 'unknown' }
    : fileTarget(file, '', 'goes on', (path) => path === `${folder}/${file}`);
}

/** A post named as in `new_post_name`; Hexo takes its title as well, which nothing but a slug leaves no room for. */
function postTarget(written: string, settings: HexoSettings): LinkTarget {
  const [slug = '', fragment] = written.split('#');
  const isFileName = /^:title\.\w+$/.test(settings.newPostName);
  if (!isFileName || !/[-\d/_]/.test(slug) || !/^[a-z\d][a-z\d/_-]*$/.test(slug)) return { kind: 'unknown' };
  const folders = [folderOf('post', settings), folderOf('draft', settings)];
  const accepts = (path: string): boolean =>
    folders.some((folder) => path.slice(0, path.length - getExtension(path).length) === `${folder}/${slug}`);
  return fileTarget(slug, fragment === undefined ? '' : `#${fragment}`, 'stops', accepts);
}

function fileTarget(
  shown: string,
  fragment: string,
  build: 'stops' | 'goes on',
  accepts: FileTarget['matches'],
): FileTarget {
  const name = basename(shown);
  return {
    kind: 'file',
    stem: name.slice(0, name.length - getExtension(name).length),
    matches: accepts,
    fragment,
    displayName: shown,
    stopsBuild: build === 'stops',
  };
}

/** A relative destination that is in the post's own folder. */
function ownFile(written: string, from: PostSource, settings: HexoSettings): LinkTarget | undefined {
  const folder = assetFolder(from, settings);
  const file = written.replace(/^\.\//, '').replace(/[?#].*/s, '');
  if (folder === undefined || file === '' || /^[/.]|^[a-z][a-z\d+.-]*:/i.test(file)) return undefined;
  const name = basename(folder);
  const found = [file, getPathWithin(name, file)].find(
    (each) => each !== undefined && from.siteView.hasFile(`${folder}/${each}`),
  );
  return found === undefined ? undefined : fileTarget(file, '', 'goes on', (path) => path === `${folder}/${found}`);
}

/** The folder for files of one post, `source/_posts/name`; undefined where the site has none. */
function assetFolder({ path }: PostSource, settings: HexoSettings): string | undefined {
  const kind = placeOf(path, settings)?.kind;
  return !settings.postAssetFolder || kind === undefined || kind === 'page'
    ? undefined
    : path.slice(0, path.length - getExtension(path).length);
}
