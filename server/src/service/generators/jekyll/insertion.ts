import type { Insertion } from '../contract/insertion.ts';
import { formatNamedArguments, findParameterNames } from '../contract/insertion.ts';
import { getPathWithin } from '../shared/values.ts';
import { basename, joinPath } from '../../text/paths.ts';
import type { JekyllSettings } from './settings.ts';

/** Creates the insertion of `{% post_url … %}`, of `{% include … %}`, and of images in the folder of the default theme. */
export function createJekyllInsertion(settings: JekyllSettings): Insertion {
  const folder = getIncludesFolder(settings);
  return {
    imageFolder: 'assets/images',
    formatPostReference: (path) => {
      const inside = /(?:^|\/)_posts\/(.*)/s.exec(path)?.[1] ?? '';
      const name = /^(.+)\.[^./]+$/s.exec(inside)?.[1];
      return name === undefined || !/\d{2}-\d{1,2}-\d{1,2}-[^/]/.test(basename(name))
        ? undefined
        : `{% post_url ${name} %}`;
    },
    components: {
      getName: (path) => (/\.(?:html|md|markdown|svg|liquid)$/.test(path) ? getPathWithin(folder, path) : undefined),
      formatCall: (name, text) =>
        `{% include ${name}${formatNamedArguments(findParameterNames(text, /\binclude\.([\w-]+)/g))} %}$0`,
    },
  };
}

/** Returns the folder of `{% include name %}`, relative to the site root. */
export function getIncludesFolder({ source, includesDir }: JekyllSettings): string {
  return joinPath(source, includesDir);
}

/** Returns the path of an include, relative to the site root, by the name in its tag, which may begin with slashes. */
export function getIncludePath(name: string, settings: JekyllSettings): string {
  return joinPath(getIncludesFolder(settings), name.replace(/^\/+/, ''));
}

/** Returns the path by which tags name a post: `boats/2024-05-01-tug.md` for `boats/_posts/2024-05-01-tug.md`; undefined for other files. */
export function getTagPath(path: string): string | undefined {
  return /(?:^|\/)_posts\//.test(path) ? path.replace(/(^|\/)_posts\//, '$1') : undefined;
}
