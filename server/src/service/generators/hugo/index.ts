import type {
  Collection,
  Configuration,
  Environment,
  Generator,
  PostSource,
  Publication,
} from '../contract/generator.ts';
import { addressOf } from './address.ts';
import { archetypes } from './archetypes.ts';
import { configurationFiles, configure, olderFiles, ownFiles } from './configuration.ts';
import { isoOf } from './goTime.ts';
import { keysOf } from './keys.ts';
import { hugoLanguages } from './languages.ts';
import { hugoLinking } from './linking.ts';
import { readPage, termsOf } from './page.ts';
import type { Place } from './place.ts';
import { isMarkdownFile, placeOf } from './place.ts';
import type { HugoSettings } from './settings.ts';
import { settingsOf } from './settings.ts';
import { joined, textOf } from './values.ts';
import { verdictOn } from './verdict.ts';
import { bareName } from '../shared/markdownFile.ts';
import { namingOf, pathLike } from '../shared/naming.ts';
import { draftFlag } from '../contract/publishing.ts';
import { isRedirectsFile } from '../shared/redirects.ts';

/** Hugo; facts by its source and by running 0.111, newer forms of settings included. */
export const hugo: Generator = {
  id: 'hugo',
  name: 'Hugo',
  localServer: { port: 1313, command: () => 'hugo server --buildDrafts --buildFuture' },
  detect,
  configurationFiles,
  configure,
  frontMatterFormats: ['yaml', 'toml', 'json'],
  frontMatterDefects: {
    unreadable: 'Hugo stops the build.',
    unclosed: 'Hugo stops the build.',
    wantsFirstCharacter: false,
  },
  keys: (configuration) => keysOf(settingsOf(configuration).defaultLanguage.taxonomies),
  areTermsCaseInsensitive: true,
  areKeysCaseInsensitive: true,
  collectionOf: (path, configuration) => {
    const place = placeOf(path, settingsOf(configuration));
    return place && collectionAt(place, settingsOf(configuration));
  },
  isMarkdown: isMarkdownFile,
  linking: hugoLinking,
  isOutput: (path, configuration) => path === settingsOf(configuration).publishDir || path === 'resources',
  reads: isRedirectsFile,
  affectsOtherPosts: (path) => /(^|\/)_?index\.[^/]+$/.test(path),
  templates: archetypes,
  publishing: {
    flags: [draftFlag],
    dateKeys: ['date'],
    dateSample: '2000-01-01T00:00:00+00:00',
    draftDate: 'gives way',
    keysInAnyCase: true,
  },
  skipFolder: (path, configuration) =>
    !settingsOf(configuration).content.some(
      ({ source }) => source === '' || `${source}/`.startsWith(`${path}/`) || path.startsWith(`${source}/`),
    ),
  publication: publicationOf,
  languages: hugoLanguages,
  places: (configuration) => {
    const settings = settingsOf(configuration);
    return [...new Set(settings.content.map(({ source }) => source))].map((folder) => ({ name: 'pages', folder }));
  },
  newPostPath: (post, environment, configuration) =>
    pathLike(
      post,
      namingOf(post.title, { ...environment, timeZone: timeZone(configuration) ?? environment.timeZone }, false),
    ),
  timeZone,
};

/** Without one Hugo counts in UTC, and writers in their own zone. */
function timeZone(configuration: Configuration): string | undefined {
  return textOf(settingsOf(configuration).data.timezone);
}

/** A theme alone is no site. */
function detect(names: readonly string[]): boolean {
  if (names.includes('theme.toml') && !names.includes('content')) return false;
  if (names.some((name) => ownFiles.includes(name))) return true;
  if (!names.includes('content') || !(names.some((name) => olderFiles.includes(name)) || names.includes('config')))
    return false;
  return (
    names.includes('config.toml') ||
    names.some((name) => ['archetypes', 'layouts', 'themes', 'static', 'config'].includes(name))
  );
}

/** A section is a collection of its own, in each folder that holds content. */
function collectionAt({ folder, base, source, inner }: Place, settings: HugoSettings): Collection {
  const above = base === 'index' ? folder.slice(0, Math.max(0, folder.lastIndexOf('/'))) : folder;
  const section = above.split('/')[0]!;
  const target = settings.content.find((mount) => mount.source === source)?.target ?? '';
  if (section === '') return { name: 'pages', folder: source };
  return { name: section, folder: target === '' || !inner.startsWith(`${target}/`) ? joined(source, section) : source };
}

function publicationOf(source: PostSource, configuration: Configuration, environment: Environment): Publication {
  const settings = settingsOf(configuration);
  const place = placeOf(source.path, settings);
  if (!place)
    return {
      title: bareName(source.path),
      categories: [],
      tags: [],
      state: 'skipped',
      reasons: ['Hugo does not look at this file.'],
    };
  const page = readPage(source, place, settings);
  const { date } = page.dates;
  const facts = {
    title: page.title,
    ...(typeof date === 'object' && { date: isoOf(date) }),
    collection: collectionAt(place, settings).name,
    categories: termsOf(page, 'categories'),
    tags: termsOf(page, 'tags'),
  };
  const verdict = verdictOn(source, page, environment);
  const address = verdict.state === 'skipped' ? undefined : addressOf(page, settings);
  if (!address || 'url' in address) return { ...facts, ...verdict, ...(address && { url: address.url }) };
  const reason = `The settings’ permalinks have \`${address.unknown}\`, which is no token of Hugo and stops the build.`;
  return { ...facts, state: 'skipped', reasons: [reason], causes: [{ about: 'build', reason }] };
}
