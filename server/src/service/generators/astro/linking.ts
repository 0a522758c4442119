import { joinUrlPath } from '../shared/baseUrl.ts';
import type { PostSource } from '../contract/model.ts';
import type { Linking, LinkTarget } from '../contract/linking.ts';
import { getPathWithin, getExtension } from '../shared/values.ts';
import { basename, dirname, resolvePath } from '../../text/paths.ts';
import { decodeUri } from '../../text/uri.ts';
import type { AstroSettings } from './settings.ts';

/** Creates the linking of an Astro site. */
export function createAstroLinking(settings: AstroSettings): Linking {
  const { base, origin, publicFolder } = settings;
  return {
    basePath: base?.path ?? '',
    origins: [origin ?? []].flat(),
    getFileUrls: (path) => {
      const relativePath = getPathWithin(publicFolder, path);
      return relativePath === undefined ? [] : [joinUrlPath(base?.path ?? '', relativePath)];
    },
    getAliases: () => [],
    canGenerate: (url) => canGenerate(url, settings),
    resolveLink,
  };
}

const staticFileExtension = /\.(?:png|jpe?g|gif|svg|webp|avif|ico|pdf|zip|mp[34]|webm|woff2?|mdx?)$/i;
const generatedByCode = /\/(?:_astro|_image|_vercel|_netlify)\/|\/(?:og|opengraph|open-graph|api)(?:[/.-]|$)/;

/** Whether the build can write a URL: the site's own code decides on routes, so any page, but no image and no Markdown. */
function canGenerate(url: string, { hasMarkdownPlugins, redirects }: AstroSettings): boolean {
  if (!staticFileExtension.test(url) || generatedByCode.test(url) || redirects.includes(url)) return true;
  return hasMarkdownPlugins && /\.mdx?$/i.test(url);
}

/** Resolves an image by its path relative to the file, which stops the build when it is missing (`remark-collect-images.ts`); only the build knows names with an alias. */
function resolveLink(destination: string, { path, siteView }: PostSource): LinkTarget | undefined {
  if (/^[~@#$][^/]*\//.test(destination)) return { kind: 'unknown' };
  const file = destination.replace(/[?#].*/s, '');
  if (!/\.(?:png|jpe?g|gif|svg|webp|avif|tiff)$/i.test(file) || /^(?:\/|[a-z][a-z\d+.-]*:)/i.test(file))
    return undefined;
  const target = resolvePath(decodeUri(file), dirname(path));
  if (target === undefined) return { kind: 'unknown' };
  if (!/^\.\.?\//.test(file) && !siteView.hasFile(target)) return undefined;
  const name = basename(target);
  return {
    kind: 'file',
    stem: name.slice(0, name.length - getExtension(name).length),
    matches: (each) => each === target,
    fragment: '',
    displayName: file,
    stopsBuild: true,
  };
}
