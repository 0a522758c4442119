import { joinUrlPath } from '../shared/address.ts';
import type { PostSource } from '../contract/model.ts';
import type { Linking, LinkTarget } from '../contract/linking.ts';
import { isRedirected } from '../shared/redirects.ts';
import { getPathWithin, getExtension } from '../shared/values.ts';
import { basename, dirname, resolvePath } from '../../text/paths.ts';
import { decodeUri } from '../../text/uri.ts';
import type { AstroSettings } from './settings.ts';

/** Addresses and links of an Astro site. */
export function astroLinking(settings: AstroSettings): Linking {
  const { base, origin, publicFolder } = settings;
  return {
    basePath: base?.path ?? '',
    origins: [origin ?? []].flat(),
    getFileUrls: (path) => {
      const inner = getPathWithin(publicFolder, path);
      return inner === undefined ? [] : [joinUrlPath(base?.path ?? '', inner)];
    },
    getAliases: () => [],
    canGenerate: (url, siteView) => isRedirected(url, siteView) || mayGenerate(url, settings),
    resolveLink: targetOf,
  };
}

const staticFile = /\.(?:png|jpe?g|gif|svg|webp|avif|ico|pdf|zip|mp[34]|webm|woff2?|mdx?)$/i;
const madeByCode = /\/(?:_astro|_image|_vercel|_netlify)\/|\/(?:og|opengraph|open-graph|api)(?:[/.-]|$)/;

/** Routes are the site's own code: any page may be there, but no picture and no Markdown. */
function mayGenerate(url: string, { hasMarkdownPlugins, redirects }: AstroSettings): boolean {
  if (!staticFile.test(url) || madeByCode.test(url) || redirects.includes(url)) return true;
  return hasMarkdownPlugins && /\.mdx?$/i.test(url);
}

/** A picture named by its path beside the file, which the build needs (`remark-collect-images.ts`); names with an alias only the build knows. */
function targetOf(written: string, { path, siteView }: PostSource): LinkTarget | undefined {
  if (/^[~@#$][^/]*\//.test(written)) return { kind: 'unknown' };
  const file = written.replace(/[?#].*/s, '');
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
