import type { Dialect } from '../../dialects/dialect.ts';
import type { PythonMarkdownExtension } from '../../dialects/pythonMarkdown.ts';
import { createHeadingIds, extra, pythonMarkdown } from '../../dialects/pythonMarkdown.ts';
import { isRecord } from './configurationFile.ts';

/** The extensions of Python-Markdown that a site turns on, by their full names, with their settings. */
export type ConfiguredExtensions = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Extensions by the ends of their names; what is not named here changes nothing that Galley reads. */
const meanings: Readonly<Record<string, readonly PythonMarkdownExtension[]>> = {
  extra,
  abbr: ['abbr'],
  admonition: ['admonition'],
  details: ['admonition'],
  tabbed: ['admonition'],
  attr_list: ['attr_list'],
  def_list: ['def_list'],
  fenced_code: ['fenced_code'],
  footnotes: ['footnotes'],
  md_in_html: ['md_in_html'],
  nl2br: ['nl2br'],
  tables: ['tables'],
  toc: ['toc'],
  arithmatex: ['math'],
  magiclink: ['magiclink'],
  superfences: ['superfences'],
  tasklist: ['tasklist'],
  tilde: ['tilde'],
};

/** Extensions of Python-Markdown and pymdownx that read nothing besides what `meanings` says. */
const known = /^(?:markdown\.extensions\.|pymdownx\.)/;
const knownNames = new Set(
  `abbr admonition attr_list codehilite def_list extra fenced_code footnotes legacy_attrs legacy_em md_in_html meta nl2br
  sane_lists smarty tables toc wikilinks mdx_math`.split(/\s+/),
);

/** Extensions of one list by the forms in which a configuration writes them: a name, or a map from a name to settings. */
export function toExtensions(list: unknown): ConfiguredExtensions {
  const entries = Array.isArray(list)
    ? list
    : isRecord(list)
      ? Object.entries(list).map(([key, value]) => ({ [key]: value }))
      : [];
  return new Map(
    entries.flatMap((entry: unknown): (readonly [string, Readonly<Record<string, unknown>>])[] => {
      if (typeof entry === 'string') return [[entry, {}]];
      if (!isRecord(entry)) return [];
      return Object.entries(entry).map(([name, settings]) => [name, isRecord(settings) ? settings : {}] as const);
    }),
  );
}

/** Whether nobody here knows what an extension reads. */
export function isUnknownExtension(name: string): boolean {
  return !known.test(name) && !knownNames.has(name);
}

/** Creates the dialect of a site with these extensions. `definedElsewhere` is the dialect's. */
export function createPythonDialect(configured: ConfiguredExtensions, definedElsewhere: RegExp | undefined): Dialect {
  const names = [...configured.keys()].map((name) => name.replace(/^.*\./, ''));
  const found = new Set(names.flatMap((name) => (Object.hasOwn(meanings, name) ? meanings[name]! : [])));
  if (configured.has('pymdownx.extra')) found.add('superfences');
  const toc = [...configured].find(([name]) => /(?:^|\.)toc$/.test(name))?.[1] ?? {};
  const snippets = configured.get('pymdownx.snippets');
  return pythonMarkdown({
    extensions: [...found].sort(),
    headingIds: toHeadingIds(toc),
    definedElsewhere: definedElsewhere ?? (snippets && (snippets.auto_append ? anyText : snippet)),
  });
}

/** Every post. */
export const anyText = /^/;
const snippet = /-8<-/;

function toHeadingIds({
  slugify,
  separator,
}: Readonly<Record<string, unknown>>): ReturnType<typeof createHeadingIds> | 'unknown' {
  if (slugify !== undefined) return 'unknown';
  return separator === undefined || typeof separator === 'string' ? createHeadingIds(separator) : 'unknown';
}
