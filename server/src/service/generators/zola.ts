import { isRecord, readConfigurationFile } from './configurationFile.ts';
import { isoInstant } from './dates.ts';
import type { Cause, Collection, Configuration, Generator } from './generator.ts';
import { bareName, isMarkdown, termsOf, unbundled } from './markdownFile.ts';
import { namingOf, pathLike } from './naming.ts';
import { isoTime } from './zone.ts';
import { zolaKeys } from './zola/keys.ts';

const heldBack: Cause = { about: 'state', reason: '`draft = true` keeps it off the site: only `zola serve --drafts` shows it.', key: 'draft' };

const configurationFiles = ['zola.toml', 'config.toml'];

/** Zola as far as pages, dates and drafts go; addresses are not predicted yet. */
export const zola: Generator = {
  id: 'zola',
  name: 'Zola',
  detect: (names) =>
    names.includes('zola.toml') ||
    (names.includes('config.toml') && names.includes('content') && names.includes('templates') && !names.includes('layouts') && !names.includes('archetypes')),
  configurationFiles,
  configure,
  frontMatterFormats: ['toml', 'yaml'],
  keys: () => zolaKeys,
  foldsTerms: true,
  collectionOf: (path) => (path.endsWith('.md') ? sectionOf(path) : undefined),
  isMarkdown,
  isOutput: (path) => path === 'public',
  shapes: (path) => /(^|\/)_?index\.[^/]+$/.test(path),
  skipFolder: (path) => path !== 'content' && !path.startsWith('content/'),
  publication: ({ path, frontMatter }) => {
    const data = frontMatter?.data ?? {};
    const instant = isoInstant(data.date ?? /^\d{4}-\d{2}-\d{2}(?=[-_])/.exec(bareName(path))?.[0], 'UTC');
    const taxonomies = isRecord(data.taxonomies) ? data.taxonomies : {};
    return {
      title: typeof data.title === 'string' ? data.title : bareName(path),
      ...(instant !== undefined && { date: isoTime(instant, 'UTC') }),
      collection: sectionOf(path)?.name ?? 'pages',
      categories: termsOf(taxonomies.categories),
      tags: termsOf(taxonomies.tags),
      ...(data.draft === true
        ? { state: 'draft', reasons: [heldBack.reason], causes: [heldBack] }
        : { state: 'published', reasons: [] }),
    };
  },
  places: () => [{ name: 'pages', folder: 'content' }],
  newPostPath: (post, environment) => pathLike(post, namingOf(post.title, environment, false)),
  timeZone: () => undefined,
};

function configure(files: ReadonlyMap<string, string>): Configuration | undefined {
  if (files.size === 0) return undefined;
  const name = configurationFiles.find((file) => files.has(file));
  const { data, errors } = name === undefined ? { data: {}, errors: [] } : readConfigurationFile(name, files.get(name)!);
  return { data, dialect: 'gfm', errors };
}

function sectionOf(path: string): Collection | undefined {
  const segments = unbundled(path).split('/');
  if (segments[0] !== 'content') return undefined;
  return segments.length > 2 ? { name: segments[1]!, folder: `content/${segments[1]!}` } : { name: 'pages', folder: 'content' };
}
