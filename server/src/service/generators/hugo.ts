import { isRecord, readConfigurationFile } from './configurationFile.ts';
import { isoInstant } from './dates.ts';
import type { Cause, Collection, Configuration, Environment, Generator, PostSource, PostState, Publication } from './generator.ts';
import { hugoKeys } from './hugo/keys.ts';
import { bareName, isMarkdown, termsOf, unbundled } from './markdownFile.ts';
import { namingOf, pathLike } from './naming.ts';
import { isoTime } from './zone.ts';

const own = ['hugo.toml', 'hugo.yaml', 'hugo.yml', 'hugo.json'];
const older = ['config.toml', 'config.yaml', 'config.yml', 'config.json'];
const configurationFiles = [...own, ...older].flatMap((name) => [name, `config/_default/${name}`]);

/** Hugo as far as posts, dates and drafts go; addresses are not predicted yet. */
export const hugo: Generator = {
  id: 'hugo',
  name: 'Hugo',
  detect: (names) =>
    names.some((name) => own.includes(name)) ||
    (names.includes('content') &&
      (names.some((name) => older.includes(name)) || names.includes('config')) &&
      (names.includes('config.toml') || names.some((name) => ['archetypes', 'layouts', 'themes', 'static', 'config'].includes(name)))),
  configurationFiles,
  configure,
  frontMatterFormats: ['yaml', 'toml', 'json'],
  frontMatterDefects: { unreadable: 'Hugo stops the build.', unclosed: 'Hugo stops the build.', wantsFirstCharacter: false },
  keys: () => hugoKeys,
  foldsTerms: true,
  foldsKeys: true,
  collectionOf: (path, configuration) => (isMarkdown(path) || /\.html?$/i.test(path) ? sectionOf(path, configuration) : undefined),
  isMarkdown,
  isOutput: (path, { data }) => path === (setting(data, 'publishDir') ?? 'public') || path === 'resources',
  shapes: (path) => /(^|\/)_?index\.[^/]+$/.test(path),
  skipFolder: (path, configuration) =>
    !contentFolders(configuration).some((folder) => `${folder}/`.startsWith(`${path}/`) || path.startsWith(`${folder}/`)),
  publication: publicationOf,
  places: (configuration) => contentFolders(configuration).map((folder) => ({ name: 'pages', folder })),
  newPostPath: (post, environment, configuration) =>
    pathLike(post, namingOf(post.title, { ...environment, timeZone: zoneOf(configuration) ?? environment.timeZone }, false)),
  timeZone: zoneOf,
};

function configure(files: ReadonlyMap<string, string>): Configuration | undefined {
  if (files.size === 0) return undefined;
  const read = configurationFiles.filter((name) => files.has(name)).map((name) => readConfigurationFile(name, files.get(name)!));
  const data = Object.assign({}, ...read.map((each) => each.data)) as Configuration['data'];
  return { data, dialect: 'goldmark', errors: read.flatMap(({ errors }) => errors) };
}

function zoneOf({ data }: Configuration): string | undefined {
  return setting(data, 'timeZone') as string | undefined;
}

/** Hugo's keys are the same in any case. */
function setting(data: Configuration['data'], name: string): unknown {
  const key = Object.keys(data).find((each) => each.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : data[key];
}

function contentFolders({ data }: Configuration): string[] {
  const languages = setting(data, 'languages');
  const dirs = isRecord(languages) ? Object.values(languages).map((each) => (isRecord(each) ? setting(each, 'contentDir') : undefined)) : [];
  const named = [setting(data, 'contentDir') ?? 'content', ...dirs].filter((each) => typeof each === 'string');
  return [...new Set(named.map((each) => each.replace(/^\.?\/+|\/+$/g, '')))];
}

function sectionOf(path: string, configuration: Configuration): Collection | undefined {
  const folders = contentFolders(configuration).filter((folder) => path.startsWith(`${folder}/`));
  const folder = folders.sort((a, b) => b.length - a.length)[0];
  if (folder === undefined) return undefined;
  const inner = unbundled(path.slice(folder.length + 1)).split('/');
  return inner.length > 1 ? { name: inner[0]!, folder: `${folder}/${inner[0]!}` } : { name: 'pages', folder };
}

function publicationOf({ path, frontMatter }: PostSource, configuration: Configuration, environment: Environment): Publication {
  const data = frontMatter?.data ?? {};
  const zone = zoneOf(configuration) ?? 'UTC';
  const at = (...names: readonly string[]): number | undefined => names.map((name) => isoInstant(setting(data, name), zone)).find((each) => each !== undefined);
  const date = at('date', 'publishDate', 'pubdate', 'published', 'lastmod');
  const title = setting(data, 'title');
  return {
    title: title === undefined || title === null || title === '' ? bareName(path) : String(title),
    ...(date !== undefined && { date: isoTime(date, zone) }),
    collection: sectionOf(path, configuration)?.name ?? 'pages',
    categories: termsOf(setting(data, 'categories')),
    tags: termsOf(setting(data, 'tags')),
    ...verdictOn(data, configuration.data, { date, publish: at(...publishKeys), expiry: at(...expiryKeys) }, environment.now),
  };
}

const publishKeys = ['publishDate', 'pubdate', 'published'];
const expiryKeys = ['expiryDate', 'unpublishdate'];

interface Moments {
  readonly date: number | undefined;
  readonly publish: number | undefined;
  readonly expiry: number | undefined;
}

function verdictOn(data: Configuration['data'], site: Configuration['data'], { date, publish, expiry }: Moments, now: number): Pick<Publication, 'state' | 'reasons' | 'causes'> {
  if (setting(data, 'draft') === true && setting(site, 'buildDrafts') !== true) {
    return because('draft', '`draft: true` keeps it off the site: only `hugo server -D` shows it.', keyAmong(data, ['draft']));
  }
  if (expiry !== undefined && expiry <= now && setting(site, 'buildExpired') !== true) {
    return because('expired', 'Its `expiryDate` has passed.', keyAmong(data, expiryKeys));
  }
  if (Math.max(date ?? 0, publish ?? 0) > now && setting(site, 'buildFuture') !== true) {
    return because('scheduled', 'Its date is still to come: a build after it will publish it.', keyAmong(data, (publish ?? 0) > now ? publishKeys : ['date']));
  }
  return { state: 'published', reasons: [] };
}

function because(state: PostState, reason: string, key: string | undefined): Pick<Publication, 'state' | 'reasons' | 'causes'> {
  const cause: Cause = { about: 'state', reason, ...(key !== undefined && { key }) };
  return { state, reasons: [reason], causes: [cause] };
}

/** The first of these keys that the front matter has, as it spells it. */
function keyAmong(data: Configuration['data'], names: readonly string[]): string | undefined {
  const keys = Object.keys(data);
  return names.map((name) => keys.find((key) => key.toLowerCase() === name.toLowerCase())).find((key) => key !== undefined);
}
