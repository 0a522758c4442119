import { dirname } from '../../text/paths.ts';
import type { OutputFormat } from './outputs.ts';
import { getMainFormat } from './outputs.ts';
import type { HugoPage } from './page.ts';
import { escapeUrl, joinGoPath, sanitizePath } from './paths.ts';
import { expandPermalink, getSection } from './permalink.ts';
import type { HugoSettings } from './settings.ts';
import { isTrue, castToString } from './values.ts';

/** The target paths of a page; `unknown` names a permalink token that stops the build, undefined is not certain. */
export type TargetPaths =
  | {
      /** The URL path with base path and language, escaped as Hugo writes it. */
      readonly url: string;
      /** The path of the page's resources, without base path, unescaped, without a slash at the end. */
      readonly resourcePath: string;
    }
  | { readonly unknown: string }
  | undefined;

/** Whether a `url` names a protocol, which Hugo refuses. */
export function hasProtocol(url: string | undefined): boolean {
  return url !== undefined && /^https?:\/\//.test(url);
}

/** Creates the target paths of a page (`resources/page/page_paths.go#CreateTargetPaths`). */
export function createTargetPaths(page: HugoPage, settings: HugoSettings): TargetPaths {
  const format = getMainFormat(page.kind, page.data.outputs, settings.outputs);
  const permalink = expandPermalink(page, settings);
  const ownUrl = page.kind === 'home' ? '' : (castToString(page.data.url) ?? '');
  if (permalink !== undefined && permalink !== 'undetermined' && 'unknown' in permalink) return permalink;
  if (!format || (permalink === 'undetermined' && ownUrl === '')) return undefined;
  const expanded = permalink === undefined || permalink === 'undetermined' ? '' : permalink.path;
  const target = ownUrl === '' ? createPathsFromFile(page, expanded, format) : createPathsFromUrl(ownUrl, format);
  const { prefix, basePath } = page.file.language;
  const isPrefixed = prefix !== '' && (ownUrl === '' || !ownUrl.startsWith('/'));
  const [link, files] = [target.link, target.resourcePath].map((path) => {
    const whole = `/${joinGoPath(...(isPrefixed ? [prefix, path] : [path]))}`;
    return page.kind === 'page' && ownUrl !== '' ? whole : sanitizePath(whole, settings);
  }) as [string, string];
  const url = escapeUrl(link);
  return { url: basePath === '' ? url : `${basePath}/${joinGoPath(url)}`, resourcePath: files.replace(/\/$/, '') };
}

interface PagePaths {
  readonly link: string;
  readonly resourcePath: string;
}

function createPathsFromUrl(url: string, { path, baseName, suffix }: OutputFormat): PagePaths {
  const link = joinGoPath(path, url);
  if (url.includes('.') && !url.endsWith('/')) {
    return {
      link: /(?:^|\/)index\.html$/.test(link) ? `${link}/` : link,
      resourcePath: dirname(link),
    };
  }
  return { link: addIndexFile(link, baseName + suffix), resourcePath: link };
}

function createPathsFromFile(page: HugoPage, permalink: string, format: OutputFormat): PagePaths {
  const { kind, file } = page;
  const isHome = kind === 'home';
  const own = kind === 'page' ? getPagePath(page, permalink) : permalink || file.folder;
  const path = joinGoPath(format.path, own);
  const sharesName = kind === 'page' && permalink === '' && (page.slug || page.name) === format.baseName;
  const isUgly = sharesName || ((hasUglyUrl(page) || format.isUgly) && !format.noUgly);
  const files = sharesName ? path.slice(0, -format.baseName.length) : path;
  if (sharesName && format.isHtml) return { link: `${files.replace(/\/$/, '')}/`, resourcePath: files };
  if (isUgly && !isHome) return { link: path.replace(/\/$/, '') + format.suffix, resourcePath: files };
  return { link: addIndexFile(path, format.baseName + format.suffix), resourcePath: files };
}

function getPagePath({ folder, slug, name }: HugoPage, permalink: string): string {
  return permalink || joinGoPath(folder, slug || name);
}

/** Adds a file to a path; URLs leave out `index.html`. */
function addIndexFile(path: string, file: string): string {
  return file === 'index.html' ? `${path.replace(/\/$/, '')}/` : joinGoPath(path, file);
}

function hasUglyUrl({ file, kind, folder }: HugoPage): boolean {
  const { uglyUrls } = file.language;
  if (typeof uglyUrls === 'boolean') return uglyUrls;
  return isTrue(uglyUrls[getSection(kind === 'page' ? folder : file.folder).toLowerCase()]);
}
