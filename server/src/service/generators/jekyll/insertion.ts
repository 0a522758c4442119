import type { Insertion } from '../contract/insertion.ts';
import { formatNamedArguments, findParameterNames } from '../contract/insertion.ts';
import { getPathWithin } from '../shared/values.ts';
import { basename, joinPath } from '../../text/paths.ts';
import type { JekyllSettings } from './settings.ts';

/** `{% post_url … %}`, `{% include … %}`, and images where the default theme keeps its own. */
export function jekyllInsertion(settings: JekyllSettings): Insertion {
  const folder = includesFolder(settings);
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

/** Where `{% include name %}` looks. */
export function includesFolder({ source, includesDir }: JekyllSettings): string {
  return joinPath(source, includesDir);
}

/** What tags call a post: `boats/2024-05-01-tug.md` of `boats/_posts/2024-05-01-tug.md`; undefined for other files. */
export function tagName(path: string): string | undefined {
  return /(?:^|\/)_posts\//.test(path) ? path.replace(/(^|\/)_posts\//, '$1') : undefined;
}
