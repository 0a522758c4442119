import type { SiteView } from '../../generators/contract/model.ts';
import type { FrontMatterOutline } from '../../syntax/frontMatter/index.ts';

interface AffectingPost {
  readonly path: string;
  readonly frontMatter: FrontMatterOutline | undefined;
}

/** What a generator sees of a site with these files, texts and posts that affect others; `publicationKey` is the previous one where no other post can be published otherwise. */
export function createSiteView(
  files: ReadonlySet<string>,
  texts: ReadonlyMap<string, string>,
  affectingPosts: readonly AffectingPost[],
  publicationKey: object = {},
): SiteView {
  const frontMatters = new Map(affectingPosts.map(({ path, frontMatter }) => [path, frontMatter]));
  let folders: ReadonlySet<string> | undefined;
  return {
    publicationKey,
    hasFile: (path) => files.has(path),
    hasFolder: (path) => (folders ??= collectFolders(files)).has(path),
    getText: (path) => texts.get(path),
    getTexts: (isWanted) => new Map([...texts].filter(([path]) => isWanted(path))),
    getFrontMatter: (path) => frontMatters.get(path),
  };
}

function collectFolders(files: ReadonlySet<string>): Set<string> {
  const folders = new Set<string>();
  for (const file of files) {
    for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1)) {
      const folder = file.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
