import type { PostSource, SiteView } from '../contract/model.ts';
import type { Linking } from '../contract/linking.ts';
import { hasPrettyUrls } from '../shared/redirects.ts';
import { dirname } from '../../text/paths.ts';
import { decodeUri } from '../../text/uri.ts';
import { addressOf } from './address.ts';
import { mayGenerate } from './generated.ts';
import { readPage } from './page.ts';
import { pathJoin } from './paths.ts';
import { innerOf, isLeftOut, mountsOf, placeOf } from './place.ts';
import { targetOf } from './references.ts';
import type { HugoSettings, LanguageSettings } from './settings.ts';
import { treeOf } from './tree.ts';
import { textOf, textsOf } from './values.ts';

/** How pages and files of a Hugo site are addressed and linked (0.111). */
export function hugoLinking(settings: HugoSettings): Linking {
  return {
    basePath: settings.defaultLanguage.basePath,
    origins: [...new Set([...settings.languages.values()].map(({ origin }) => origin))].filter(
      (origin) => origin !== '',
    ),
    getFileUrls: (path, siteView) => fileUrls(path, settings, siteView),
    getAliases: (source) => aliases(source, settings),
    getRedirectKey: () => 'aliases',
    canGenerate: (url, siteView) => mayGenerate(url, settings, siteView),
    tagsRequirePublishedPosts: true,
    resolveLink: (written, from) => targetOf(written, from, settings),
  };
}

function fileUrls(path: string, settings: HugoSettings, siteView: SiteView): string[] {
  const copied = mountsOf(path, settings.static)
    .slice(0, 1)
    .flatMap((mount) => bases(settings, mount.languages).map((base) => `${base}/${innerOf(path, mount)}`));
  return copied.length > 0 ? copied : besideContent(path, settings, siteView);
}

/** What the URLs of static files begin with: languages with hosts of their own get a copy each. */
function bases({ languages }: HugoSettings, codes: readonly string[]): string[] {
  return [
    ...new Set([...languages.values()].filter(({ code }) => codes.includes(code)).map(({ basePath }) => basePath)),
  ];
}

/** Files beside pages: those of a bundle or section go where its page goes, others keep their path. */
function besideContent(path: string, settings: HugoSettings, siteView: SiteView): string[] {
  const mount = mountsOf(path, settings.content)[0];
  const isRawPage = /\.html?$/.test(path);
  if (!mount || isLeftOut(path, settings) || (placeOf(path, settings) && !isRawPage)) return [];
  const inner = innerOf(path, mount);
  const folder = dirname(inner);
  const tree = treeOf(settings, siteView);
  const bundle = tree.bundleOf(folder, '');
  const home = bundle === undefined ? folder : placeOf(bundle, settings)!.folder;
  const pages = tree.files(home, bundle === undefined ? '_index' : 'index');
  const urls = pages
    .flatMap((page) => filesOf(page, settings, siteView))
    .map((base) => `${base}/${inner.slice(home === '' ? 0 : home.length + 1)}`);
  if (bundle !== undefined) return urls;
  const code = /\.([^./]+)\.[^./]+$/.exec(path)?.[1] ?? '';
  const language =
    settings.languages.get(code) ?? settings.languages.get(mount.languages[0] ?? '') ?? settings.defaultLanguage;
  return [...urls, `${language.basePath}/${pathJoin(language.prefix, inner)}`];
}

/** Where the files of a bundle or section are served, without a slash at the end. */
function filesOf(path: string, settings: HugoSettings, siteView: SiteView): string[] {
  const place = placeOf(path, settings);
  const page = place && readPage({ path, frontMatter: siteView.getFrontMatter(path), siteView }, place, settings);
  const address = page && addressOf(page, settings);
  return address && 'files' in address ? [place.language.basePath + address.files] : [];
}

/** `aliases` of front matter; relative ones start where the page's own folder lies (`site_render.go#renderAliases`, `alias.go`). */
function aliases(source: PostSource, settings: HugoSettings): string[] {
  const place = placeOf(source.path, settings);
  if (!place) return [];
  const page = readPage(source, place, settings);
  const written = textsOf(page.data.aliases);
  const address = addressOf(page, settings);
  if (!address || 'unknown' in address) return [];
  const { basePath, uglyUrls } = place.language;
  const redirects = written.map((alias) => {
    const path = pathJoin(alias.startsWith('/') ? alias : `${address.files}/../${alias}`).replace(/\/$/, '');
    const file = uglyUrls === true && !path.endsWith('.html') ? `${path}.html` : path;
    return `${basePath}/${file.endsWith('.html') ? file : `${file}/`}`;
  });
  const pretty =
    hasPrettyUrls(source.siteView) && address.url.endsWith('.html')
      ? [`${decodeUri(address.url).slice(0, -'.html'.length)}/`]
      : [];
  return [...redirects, ...pretty, ...own(page.data.url, place.language)];
}

/** A `url` that names `index.html` is served with and without it, whatever Hugo's own link says. */
function own(url: unknown, { basePath }: LanguageSettings): string[] {
  const path = textOf(url) ?? '';
  return /(?:^|\/)index\.html$/.test(path) ? [`${basePath}/${pathJoin(path)}`] : [];
}
