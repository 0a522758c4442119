import type { Surroundings } from '../../generators/contract/generator.ts';
import type { FrontMatterOutline } from '../../syntax/frontMatter/index.ts';

interface Shaping {
  readonly path: string;
  readonly frontMatter: FrontMatterOutline | undefined;
}

/** What a generator sees of a site with these files, texts and posts that shape others; `shape` is that of before where it is no other. */
export function surroundings(
  files: ReadonlySet<string>,
  texts: ReadonlyMap<string, string>,
  shaping: readonly Shaping[],
  shape: object = {},
): Surroundings {
  const frontMatters = new Map(shaping.map(({ path, frontMatter }) => [path, frontMatter]));
  let folders: ReadonlySet<string> | undefined;
  return {
    shape,
    has: (path) => files.has(path),
    hasFolder: (path) => (folders ??= foldersOf(files)).has(path),
    text: (path) => texts.get(path),
    texts: (isWanted) => [...texts].filter(([path]) => isWanted(path)).map(([, text]) => text),
    frontMatter: (path) => frontMatters.get(path),
  };
}

function foldersOf(files: ReadonlySet<string>): Set<string> {
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
