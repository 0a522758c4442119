import type { Environment } from '../../generators/contract/model.ts';
import { toLinkedFolder } from '../../syntax/structure/linkedFolders.ts';
import type { UrlKind } from '../../text/urlKind.ts';
import type { Aggregation } from '../frontMatter/aggregation.ts';
import { aggregate } from '../frontMatter/aggregation.ts';
import type { Post, Site } from '../model/site.ts';
import { hasTopLevelFolder } from './addresses.ts';
import { getFileIndex } from './fileIndex.ts';

/** How many posts must link into a folder that the site does not have, before something else is taken to serve it. */
const enoughPosts = 3;

/** The number of posts that link to something in a first folder, by the folder and what is expected there. */
const linkingPosts: Aggregation<Map<string, number>> = {
  createState: () => new Map(),
  update: (state, { outline }, by) => {
    for (const folder of listLinkedFolders(outline)) state.set(folder, (state.get(folder) ?? 0) + by);
  },
};

function listLinkedFolders({ linkedFolders }: Post['outline']): string[] {
  return linkedFolders.split('\n').filter((folder) => folder !== '');
}

/** Returns the keys by which posts can depend on what a post links to, as reported to `onDependency`. */
export function getLinkDependencyKeys({ outline }: Post): string[] {
  return listLinkedFolders(outline);
}

/** Whether something else than the site serves the first folder of a URL (path on the host): nothing of the site is there, and several posts link there. */
export function isServedElsewhere(url: string, site: Site, environment: Environment): boolean {
  const folder = toLinkedFolder(url.slice(site.generator.linking?.basePath.length ?? 0));
  environment.onDependency?.(folder);
  return isFolderServedElsewhere(folder, site, environment);
}

/** Returns the first folders, and what is expected there, that something else than the site is taken to serve, with the number of posts that link there. */
export function listServedElsewhere(site: Site, environment: Environment): readonly ServedFolder[] {
  return [...aggregate(linkingPosts, site)]
    .filter(([folder]) => isFolderServedElsewhere(folder, site, environment))
    .map(([folder, posts]) => ({ ...parseLinkedFolder(folder), posts }));
}

/** A first folder of URLs, below the base path. */
interface ServedFolder {
  readonly path: string;
  readonly kind: UrlKind;
  /** How many posts link there. */
  readonly posts: number;
}

function parseLinkedFolder(folder: string): Omit<ServedFolder, 'posts'> {
  const at = folder.lastIndexOf(' ');
  return { path: folder.slice(0, at), kind: folder.slice(at + 1) as UrlKind };
}

function isFolderServedElsewhere(folder: string, site: Site, environment: Environment): boolean {
  const { path, kind } = parseLinkedFolder(folder);
  const isOfSite =
    kind === 'page'
      ? hasTopLevelFolder((site.generator.linking?.basePath ?? '') + path, site, environment)
      : getFileIndex(site).kindsByFolder.has(folder);
  return !isOfSite && (aggregate(linkingPosts, site).get(folder) ?? 0) >= enoughPosts;
}
