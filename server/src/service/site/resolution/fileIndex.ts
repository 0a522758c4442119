import { stem } from '../../text/paths.ts';
import { toLinkedFolder } from '../../syntax/structure/linkedFolders.ts';
import { memoize } from '../../text/memo.ts';
import type { SiteView } from '../../generators/contract/model.ts';
import type { Site } from '../model/site.ts';

/** The files of a site that are no pages, by URL and by file name without extension. */
interface FileIndex {
  readonly byUrl: ReadonlyMap<string, string>;
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly topLevelFolders: ReadonlySet<string>;
  /** The first folders below the base path with what is in them, as `toLinkedFolder` names them. */
  readonly kindsByFolder: ReadonlySet<string>;
}

/** Returns the index of the files of a site that are no pages. */
export function getFileIndex(site: Site): FileIndex {
  return memoizedFileIndex(site.siteView, site);
}

const memoizedFileIndex = memoize(createFileIndex, () => []);

function createFileIndex(siteView: SiteView, site: Site): FileIndex {
  const byUrl = new Map<string, string>();
  const byName = new Map<string, readonly string[]>();
  const pages = new Set([...site.posts.values()].filter(({ frontMatter }) => frontMatter).map(({ path }) => path));
  for (const path of site.files) {
    if (pages.has(path)) continue;
    for (const url of site.generator.linking?.getFileUrls(path, siteView) ?? []) byUrl.set(url, path);
    const name = stem(path);
    byName.set(name, [...(byName.get(name) ?? []), path].sort());
  }
  const urls = [...byUrl.keys()];
  const basePath = site.generator.linking?.basePath ?? '';
  return {
    byUrl,
    byName,
    topLevelFolders: new Set(urls.map((url) => toTopLevelFolder(url, site))),
    kindsByFolder: new Set(urls.map((url) => toLinkedFolder(url.slice(basePath.length)))),
  };
}

/** Returns the first folder of a URL below the base path, `/docs/`; '/' at the root. */
export function toTopLevelFolder(url: string, { generator }: Site): string {
  const pathInSite = url.slice(generator.linking?.basePath.length ?? 0);
  return pathInSite.slice(0, pathInSite.indexOf('/', 1) + 1) || '/';
}
