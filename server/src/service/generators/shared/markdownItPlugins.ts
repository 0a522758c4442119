import type { MarkdownItPlugin } from '../../dialects/markdownIt.ts';
import { isRecord } from './configurationFile.ts';

/** Parts of the names of packages that add a plugin, or of what such a plugin does, in packages for markdown-it. */
const patterns: Readonly<Record<MarkdownItPlugin, RegExp>> = {
  footnote: /footnote/i,
  attrs: /\battrs\b|-attrs/i,
  deflist: /deflist/i,
  abbr: /\babbr\b|-abbr/i,
  'task-lists': /task-?lists?|checkbox/i,
  component: /plugin-component/i,
  container: /-container\b/i,
  alerts: /alerts?\b|callouts?\b/i,
  math: /katex|texmath|mathjax|-math\b/i,
  toc: /table-of-contents|toc-done-right|plugin-toc\b/i,
};

/** Returns the plugins that packages with these names add to markdown-it, as far as they change what a text means. */
export function findMarkdownItPlugins(packages: readonly string[]): MarkdownItPlugin[] {
  return (Object.keys(patterns) as MarkdownItPlugin[]).filter((plugin) =>
    packages.some((name) => patterns[plugin].test(name)),
  );
}

/** Returns the names of the packages in the data of a `package.json` with the versions that it asks for, in its order. */
export function readDependencies(manifest: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
  const groups = [manifest.dependencies, manifest.devDependencies, manifest.optionalDependencies].filter(isRecord);
  return new Map(groups.flatMap((group) => Object.entries(group).map(([name, version]) => [name, String(version)])));
}
