import type { ConfiguredGenerator, Generator } from '../contract/generator.ts';
import type { Collection, ConfigurationError, Environment, PostSource, Publication } from '../contract/model.ts';
import { dirname, joinPath } from '../../text/paths.ts';
import { addressOf } from './address.ts';
import { archetypes } from './archetypes.ts';
import { configurationFiles, mergeConfiguration, olderFiles, ownFiles } from './configuration.ts';
import { isoOf } from './goTime.ts';
import { hugoInsertion } from './insertion.ts';
import { keysOf } from './keys.ts';
import { hugoLanguages } from './languages.ts';
import { hugoLinking } from './linking.ts';
import { readPage, termsOf } from './page.ts';
import type { Place } from './place.ts';
import { isMarkdownFile, placeOf } from './place.ts';
import type { HugoSettings } from './settings.ts';
import { readSettings } from './settings.ts';
import { decidePublicationState } from './publicationState.ts';
import { hugoTags } from './tags.ts';
import type { SiteFolders } from '../contract/folders.ts';
import { listStyleSheetFolders } from '../contract/folders.ts';
import { getPostName } from '../shared/markdownFile.ts';
import { createPostNameParts, buildPostPath } from '../shared/naming.ts';
import type { Publishing } from '../contract/publishing.ts';
import { draftFlag } from '../contract/publishing.ts';
import { isRedirectsFile } from '../shared/redirects.ts';

const identity = { id: 'hugo', name: 'Hugo', configurationFiles };

/** Hugo; facts by its source and by running 0.111, newer forms of settings included. */
export const hugo: Generator = {
  ...identity,
  urlKeys: ['url', 'slug', 'translationKey'],
  redirectKeys: ['aliases'],
  detect,
  ignoredFolders: ['_default', 'themes'],
  isConfigurationFolder: (path, files) =>
    /\/config\/[^/]+$/.test(path) && files.every((name) => /\.(?:toml|ya?ml|json)$/.test(name)),
  configure: (files) => {
    const merged = mergeConfiguration(files);
    if (!merged) return undefined;
    const { data, errors } = merged;
    return { ...configured(readSettings(data), errors), preview: { getSiteVariables: () => data } };
  },
};

const publishing: Publishing = {
  flags: [draftFlag],
  dateKeys: ['date'],
  scheduleKeys: ['publishDate', 'expiryDate'],
  dateSample: '2000-01-01T00:00:00+00:00',
  draftDateOnPublish: 'replace',
  areKeysCaseInsensitive: true,
};

function configured(settings: HugoSettings, errors: readonly ConfigurationError[]): ConfiguredGenerator {
  const { timeZone, content, defaultLanguage, languageCode } = settings;
  const folders = [...new Set(content.map(({ source }) => source))];
  return {
    ...identity,
    dialect: settings.dialect,
    errors,
    timeZone,
    locale: languageCode || defaultLanguage.code,
    localServer: { port: 1313, getCommand: () => 'hugo server --buildDrafts --buildFuture' },
    ...frontMatterOf(settings),
    getCollection: (path) => {
      const place = placeOf(path, settings);
      return place && collectionAt(place, settings);
    },
    isMarkdown: isMarkdownFile,
    isSkippedFolder: (path) =>
      !content.some(
        ({ source }) => source === '' || `${source}/`.startsWith(`${path}/`) || path.startsWith(`${source}/`),
      ),
    isOutputFolder: (path) => path === settings.publishDir || path === 'resources',
    isSupportFile: isRedirectsFile,
    affectsOtherPosts: (path) => /(^|\/)_?index\.[^/]+$/.test(path),
    folders: foldersOf(settings),
    linking: hugoLinking(settings),
    postTemplates: archetypes(settings),
    publishing,
    insertion: hugoInsertion(settings),
    getPublication: (source, environment) => publicationOf(source, settings, environment),
    languages: hugoLanguages(settings),
    newPostCollections: folders.map((folder) => ({ name: 'pages', folder })),
    createPostPath: (post, environment) => {
      const inZone = { ...environment, timeZone: timeZone ?? environment.timeZone };
      return buildPostPath(post, createPostNameParts(post.title, inZone, false));
    },
  };
}

/** What front matter can be and hold. */
function frontMatterOf({ defaultLanguage, ownTaxonomies }: HugoSettings) {
  return {
    frontMatterFormats: ['yaml', 'toml', 'json'],
    frontMatterErrorEffects: {
      invalid: 'Hugo stops the build.',
      unclosed: 'Hugo stops the build.',
      mustStartAtFirstCharacter: false,
    },
    frontMatterKeys: keysOf(defaultLanguage.taxonomies),
    tags: hugoTags,
    taxonomies: ownTaxonomies,
    areTermsCaseInsensitive: true,
    areKeysCaseInsensitive: true,
  } satisfies Partial<ConfiguredGenerator>;
}

function foldersOf({ static: copied, publishDir }: HugoSettings): SiteFolders {
  const published = [...new Set(copied.map(({ source }) => source))];
  return {
    static: [...published, ''],
    processed: ['assets'],
    styleSheets: listStyleSheetFolders(publishDir, ['assets', ...published, '']),
  };
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
  const above = base === 'index' ? dirname(folder) : folder;
  const section = above.split('/')[0]!;
  const target = settings.content.find((mount) => mount.source === source)?.target ?? '';
  if (section === '') return { name: 'pages', folder: source };
  return {
    name: section,
    folder: target === '' || !inner.startsWith(`${target}/`) ? joinPath(source, section) : source,
  };
}

function publicationOf(source: PostSource, settings: HugoSettings, environment: Environment): Publication {
  const place = placeOf(source.path, settings);
  if (!place)
    return {
      title: getPostName(source.path),
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
  const publicationState = decidePublicationState(source, page, environment);
  const address = publicationState.state === 'skipped' ? undefined : addressOf(page, settings);
  if (!address || 'url' in address) return { ...facts, ...publicationState, ...(address && { url: address.url }) };
  const reason = `The settings’ permalinks have \`${address.unknown}\`, which is no token of Hugo and stops the build.`;
  return { ...facts, state: 'skipped', reasons: [reason], causes: [{ subject: 'build', reason }] };
}
