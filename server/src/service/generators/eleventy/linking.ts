import { joinUrlPath } from '../shared/address.ts';
import type { PostSource } from '../contract/model.ts';
import type { Linking, LinkTarget } from '../contract/linking.ts';
import { isRedirected } from '../shared/redirects.ts';
import { getPathWithin } from '../shared/values.ts';
import { basename, dirname, resolvePath } from '../../text/paths.ts';
import { decodeUri } from '../../text/uri.ts';
import type { Copy, EleventySettings } from './settings.ts';

/** Addresses and links of an Eleventy site. */
export function eleventyLinking(settings: EleventySettings): Linking {
  return {
    basePath: settings.basePath,
    origins: [],
    getFileUrls: (path) =>
      settings.copies
        .flatMap((copy) => copiedTo(path, copy, settings))
        .map((url) => joinUrlPath(settings.basePath, url)),
    getAliases: () => [],
    canGenerate: (url, siteView) => isRedirected(url, siteView) || mayGenerate(url, settings),
    resolveLink: (written, from) => targetOf(written, from, settings),
  };
}

/** `TemplatePassthrough.js`: with a place of its own, else the path without the input folder. */
function copiedTo(path: string, { from, matches, to }: Copy, { inputFolder }: EleventySettings): string[] {
  const inner = path === from ? '' : getPathWithin(from, path);
  if (inner !== undefined)
    return [to === undefined ? `/${getPathWithin(inputFolder, path) ?? path}` : joinUrlPath(to, inner)];
  if (matches(path) !== true) return [];
  return [to === undefined ? `/${getPathWithin(inputFolder, path) ?? path}` : joinUrlPath(to, basename(path))];
}

/** Other templates and code write pages; pictures and Markdown come only from what is copied. */
function mayGenerate(url: string, { copies, copiesMore, linksToFiles }: EleventySettings): boolean {
  if (/\.md$/i.test(url)) return linksToFiles;
  return copies.length === 0 || copiesMore || !/\.(?:png|jpe?g|gif|svg|webp|avif|pdf|zip)$/i.test(url);
}

const filter = /^\{\{-?\s*(?:"([^"{}]*)"|'([^'{}]*)')\s*\|\s*url\s*-?\}\}([?#].*)?$/;

/** `{{ '/a/' | url }}` gets the path prefix; with plugins, all links do, and a source file stands for its page. */
function targetOf(written: string, from: PostSource, settings: EleventySettings): LinkTarget | undefined {
  const found = filter.exec(written);
  if (found) return { kind: 'url', url: prefixed((found[1] ?? found[2])!, settings) + (found[3] ?? '') };
  if (/\{\{|\{%/.test(written)) return { kind: 'unknown' };
  const file = settings.linksToFiles ? /^([^?#:]+\.(?:md|njk|liquid|html))(?:\?[^#]*)?(#.*)?$/.exec(written) : null;
  if (file && !written.startsWith('//')) return sourceFile(decodeUri(file[1]!), file[2] ?? '', from, settings);
  return settings.prefixesLinks && /^\/(?!\/)/.test(written)
    ? { kind: 'url', url: prefixed(written, settings) }
    : undefined;
}

function prefixed(url: string, { basePath }: EleventySettings): string {
  return url.startsWith('/') && basePath !== '' && !`${url}/`.startsWith(`${basePath}/`) ? basePath + url : url;
}

/** A path seen from the file, from the input folder or from the site's root (`InputPathToUrl.js`). */
function sourceFile(
  shown: string,
  fragment: string,
  { path }: PostSource,
  { inputFolder }: EleventySettings,
): LinkTarget {
  const accepted = new Set([dirname(path), inputFolder, ''].map((folder) => resolvePath(shown, folder)));
  const name = basename(shown).replace(/\.[^.]+$/, '');
  return {
    kind: 'file',
    stem: name,
    matches: (candidate) => accepted.has(candidate),
    fragment,
    displayName: shown,
    stopsBuild: false,
  };
}
