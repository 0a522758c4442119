import type { Dialect } from '../../dialects/dialect.ts';
import type { Syntax } from '../../syntax/syntax.ts';
import { parse } from '../../syntax/syntax.ts';
import type { TemplateLanguage } from '../../syntax/templates/templateLanguage.ts';
import type { Site } from '../model/site.ts';
import type { OpenPost } from '../model/snapshot.ts';
import { memoize, memoizeByName, memoizeRecent } from '../../text/memo.ts';

/** The identifiers that the files included by a post define and use: their text becomes part of the page before its Markdown is parsed. */
export interface IncludedLabels {
  readonly definitions: ReadonlySet<string>;
  readonly references: ReadonlySet<string>;
  readonly footnoteDefinitions: ReadonlySet<string>;
  readonly footnoteReferences: ReadonlySet<string>;
  /** Whether a file that could not be read, or a template, can define what is missing in the post. */
  readonly canDefineMore: boolean;
}

/** The deepest nested include: circular includes fail the build. */
const maxDepth = 10;

/** Names of included files that are likely to contain Markdown. */
const markdownNamePattern = /\.(md|markdown|mkd|mkdn|mkdown)$|\{\{/;

/** Returns the labels in the files that a post includes, nested includes too. */
export function findIncludedLabels({ syntax, site }: Pick<OpenPost, 'syntax' | 'site'>): IncludedLabels {
  const found = {
    definitions: new Set<string>(),
    references: new Set<string>(),
    footnoteDefinitions: new Set<string>(),
    footnoteReferences: new Set<string>(),
    canDefineMore: syntax.suppliesDefinitions,
  };
  const seen = new Set<string>();
  const add = (includedSyntax: Syntax, depth: number): void => {
    found.canDefineMore ||= includedSyntax.suppliesDefinitions || includedSyntax.definesTemplatedLabels;
    for (const kind of ['definitions', 'references', 'footnoteDefinitions', 'footnoteReferences'] as const)
      for (const identifier of includedSyntax[kind].keys()) found[kind].add(identifier);
    follow(includedSyntax.includes, depth);
  };
  const follow = (names: readonly string[], depth: number): void => {
    for (const name of names) {
      if (seen.has(name)) continue;
      seen.add(name);
      const includedSyntax = site && depth < maxDepth ? parseIncludedFile(name, site, syntax) : undefined;
      if (includedSyntax) add(includedSyntax, depth + 1);
      else found.canDefineMore ||= markdownNamePattern.test(name);
    }
  };
  follow(syntax.includes, 0);
  for (const { path, templates } of new Set(syntax.insertedFiles))
    if (site) add(getFileParser(site.texts, syntax.dialect)(templates)(path), 1);
  return found;
}

function parseIncludedFile(
  name: string,
  { generator, texts }: Site,
  { dialect, templates }: Syntax,
): Syntax | undefined {
  const { includesFolder } = generator;
  const path = `${includesFolder}/${name.replace(/^\/+/, '')}`;
  return includesFolder !== undefined && texts.has(path) ? getFileParser(texts, dialect)(templates)(path) : undefined;
}

/** Parsed includes that are cached. */
const maxCachedFiles = 1000;

/** Returns a parser of the files of a site, by path, with a dialect and the tags of a generator. */
const getFileParser = memoizeByName((texts: Site['texts'], dialect: Dialect) =>
  memoize((templates: TemplateLanguage) =>
    memoizeRecent(maxCachedFiles, (path: string) => parse(texts.get(path) ?? '', { dialect, formats: [], templates })),
  ),
);
