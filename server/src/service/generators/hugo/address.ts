import { dirname } from '../../text/paths.ts';
import type { OutputFormat } from './outputs.ts';
import { mainFormat } from './outputs.ts';
import type { HugoPage } from './page.ts';
import { escapedUrl, pathJoin, sanitized } from './paths.ts';
import { permalinkOf, sectionOf } from './permalink.ts';
import type { HugoSettings } from './settings.ts';
import { isTrue, textOf } from './values.ts';

/** Where a page is written; `unknown` names a permalink token that stops the build. */
export type Address =
  | {
      /** With base path and language, escaped as Hugo writes it. */
      readonly url: string;
      /** The same for files of the page's bundle to follow, without base path and unescaped; no slash at the end. */
      readonly files: string;
    }
  | { readonly unknown: string }
  | undefined;

/** Whether Hugo refuses the `url` of a page: it may not name a protocol. */
export function hasProtocol(url: string | undefined): boolean {
  return url !== undefined && /^https?:\/\//.test(url);
}

/** The address of a page (`resources/page/page_paths.go#CreateTargetPaths`); undefined where it is not certain. */
export function addressOf(page: HugoPage, settings: HugoSettings): Address {
  const format = mainFormat(page.kind, page.data.outputs, settings.outputs);
  const permalink = permalinkOf(page, settings);
  const ownUrl = page.kind === 'home' ? '' : (textOf(page.data.url) ?? '');
  if (permalink !== undefined && permalink !== 'unsure' && 'unknown' in permalink) return permalink;
  if (!format || (permalink === 'unsure' && ownUrl === '')) return undefined;
  const expanded = permalink === undefined || permalink === 'unsure' ? '' : permalink.path;
  const target = ownUrl === '' ? ofPlace(page, expanded, format) : ofUrl(ownUrl, format);
  const { prefix, basePath } = page.place.language;
  const isPrefixed = prefix !== '' && (ownUrl === '' || !ownUrl.startsWith('/'));
  const [link, files] = [target.link, target.files].map((path) => {
    const whole = `/${pathJoin(...(isPrefixed ? [prefix, path] : [path]))}`;
    return page.kind === 'page' && ownUrl !== '' ? whole : sanitized(whole, settings);
  }) as [string, string];
  const url = escapedUrl(link);
  return { url: basePath === '' ? url : `${basePath}/${pathJoin(url)}`, files: files.replace(/\/$/, '') };
}

interface Target {
  readonly link: string;
  readonly files: string;
}

function ofUrl(url: string, { path, baseName, suffix }: OutputFormat): Target {
  const link = pathJoin(path, url);
  if (url.includes('.') && !url.endsWith('/')) {
    return {
      link: /(?:^|\/)index\.html$/.test(link) ? `${link}/` : link,
      files: dirname(link),
    };
  }
  return { link: withIndex(link, baseName + suffix), files: link };
}

function ofPlace(page: HugoPage, permalink: string, format: OutputFormat): Target {
  const { kind, place } = page;
  const isHome = kind === 'home';
  const own = kind === 'page' ? ownPath(page, permalink) : permalink || place.folder;
  const path = pathJoin(format.path, own);
  const sharesName = kind === 'page' && permalink === '' && (page.slug || page.name) === format.baseName;
  const isUgly = sharesName || ((isUglyPage(page) || format.isUgly) && !format.noUgly);
  const files = sharesName ? path.slice(0, -format.baseName.length) : path;
  if (sharesName && format.isHtml) return { link: `${files.replace(/\/$/, '')}/`, files };
  if (isUgly && !isHome) return { link: path.replace(/\/$/, '') + format.suffix, files };
  return { link: withIndex(path, format.baseName + format.suffix), files };
}

function ownPath({ folder, slug, name }: HugoPage, permalink: string): string {
  return permalink || pathJoin(folder, slug || name);
}

/** `index.html` is left out of addresses. */
function withIndex(path: string, file: string): string {
  return file === 'index.html' ? `${path.replace(/\/$/, '')}/` : pathJoin(path, file);
}

function isUglyPage({ place, kind, folder }: HugoPage): boolean {
  const { uglyUrls } = place.language;
  if (typeof uglyUrls === 'boolean') return uglyUrls;
  return isTrue(uglyUrls[sectionOf(kind === 'page' ? folder : place.folder).toLowerCase()]);
}
