import type { ConfiguredGenerator, Generator } from '../contract/generator.ts';
import type { Collection, ConfigurationError, Environment, PostSource, Publication } from '../contract/model.ts';
import { dirname, joinPath } from '../../text/paths.ts';
import { createTargetPaths } from './targetPaths.ts';
import { createArchetypes } from './archetypes.ts';
import { configurationFiles, mergeConfiguration, legacyFiles, hugoFiles } from './configuration.ts';
import { toIsoString } from './goTime.ts';
import { createHugoInsertion } from './insertion.ts';
import { getFrontMatterKeys } from './keys.ts';
import { createHugoLanguages } from './languages.ts';
import { createHugoLinking } from './linking.ts';
import { findPageTemplates, isTemplate } from './layouts.ts';
import { readPage, getTerms } from './page.ts';
import type { HugoFile } from './file.ts';
import { isMarkdownFile, parseHugoPath } from './file.ts';
import type { HugoSettings } from './settings.ts';
import { readSettings } from './settings.ts';
import { decidePublicationState } from './publicationState.ts';
import { getShortcodeLanguage, isShortcodeTemplate } from './shortcodes.ts';
import { hugoTags } from './tags.ts';
import type { SiteFolders } from '../contract/folders.ts';
import { listStyleSheetFolders } from '../contract/folders.ts';
import { getPostName } from '../shared/markdownFile.ts';
import { createPostNameParts, buildPostPath } from '../shared/naming.ts';
import type { Publishing } from '../contract/publishing.ts';
import { draftFlag } from '../contract/publishing.ts';
import { goYaml } from '../../syntax/frontMatter/options.ts';

const identity = { id: 'hugo', name: 'Hugo', configurationFiles };

/** Hugo, by its source and by running 0.111, with settings of newer versions. */
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
    return { ...createConfiguredGenerator(readSettings(data), errors), preview: { getSiteVariables: () => data } };
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

function createConfiguredGenerator(settings: HugoSettings, errors: readonly ConfigurationError[]): ConfiguredGenerator {
  const { timeZone, content, defaultLanguage, languageCode } = settings;
  const folders = [...new Set(content.map(({ source }) => source))];
  return {
    ...identity,
    dialect: settings.dialect,
    errors,
    timeZone,
    locale: languageCode || defaultLanguage.code,
    localServer: { port: 1313, getCommand: () => 'hugo server --buildDrafts --buildFuture' },
    ...createFrontMatterSupport(settings),
    getCollection: (path) => {
      const file = parseHugoPath(path, settings);
      return file && getCollection(file, settings);
    },
    isMarkdown: isMarkdownFile,
    isSkippedFolder: (path) =>
      !content.some(
        ({ source }) => source === '' || `${source}/`.startsWith(`${path}/`) || path.startsWith(`${source}/`),
      ),
    isOutputFolder: (path) => path === settings.publishDir || path === 'resources',
    ...createTemplateSupport(settings),
    affectsOtherPosts: (path) => /(^|\/)_?index\.[^/]+$/.test(path),
    folders: getSiteFolders(settings),
    linking: createHugoLinking(settings),
    postTemplates: createArchetypes(settings),
    publishing,
    insertion: createHugoInsertion(settings),
    getPublication: (source, environment) => getPublication(source, settings, environment),
    languages: createHugoLanguages(settings),
    newPostCollections: folders.map((folder) => ({ name: 'pages', folder })),
    createPostPath: (post, environment) => {
      const inZone = { ...environment, timeZone: timeZone ?? environment.timeZone };
      return buildPostPath(post, createPostNameParts(post.title, inZone));
    },
  };
}

/** Formats, keys and tags of front matter. */
function createFrontMatterSupport({ defaultLanguage, customTaxonomies }: HugoSettings) {
  return {
    frontMatterFormats: ['yaml', 'toml', 'json'],
    frontMatterOptions: { allowsLeadingSpace: true, yaml: goYaml, refusesImpossibleDates: true },
    frontMatterErrorEffects: {
      invalid: 'Hugo stops the build.',
      unclosed: 'Hugo stops the build.',
      mustStartAtFirstCharacter: false,
    },
    frontMatterKeys: getFrontMatterKeys(defaultLanguage.taxonomies),
    tags: hugoTags,
    taxonomies: customTaxonomies,
    areTermsCaseInsensitive: true,
    areKeysCaseInsensitive: true,
  } satisfies Partial<ConfiguredGenerator>;
}

/** Layouts, partials and shortcodes. */
function createTemplateSupport(settings: HugoSettings) {
  return {
    isSupportFile: (path) => isTemplate(path, settings) || isShortcodeTemplate(path),
    findPageTemplates: (source) => findPageTemplates(source, settings),
    isTagTemplate: isShortcodeTemplate,
    getTemplates: (_path, siteView) => getShortcodeLanguage(siteView, settings),
    mayWriteIds: (tag, siteView) => getShortcodeLanguage(siteView, settings).tags.get(tag)?.writesNoIds !== true,
  } satisfies Partial<ConfiguredGenerator>;
}

function getSiteFolders({ static: staticMounts, publishDir }: HugoSettings): SiteFolders {
  const published = [...new Set(staticMounts.map(({ source }) => source))];
  return {
    static: [...published, ''],
    processed: ['assets'],
    styleSheets: listStyleSheetFolders(publishDir, ['assets', ...published, '']),
  };
}

/** Whether a folder is a Hugo site; a theme alone is none. */
function detect(names: readonly string[]): boolean {
  if (names.includes('theme.toml') && !names.includes('content')) return false;
  if (names.some((name) => hugoFiles.includes(name))) return true;
  if (!names.includes('content') || !(names.some((name) => legacyFiles.includes(name)) || names.includes('config')))
    return false;
  return (
    names.includes('config.toml') ||
    names.some((name) => ['archetypes', 'layouts', 'themes', 'static', 'config'].includes(name))
  );
}

/** Returns the collection of a file: its section, in each content folder. */
function getCollection({ folder, baseName, source, contentPath }: HugoFile, settings: HugoSettings): Collection {
  const above = baseName === 'index' ? dirname(folder) : folder;
  const section = above.split('/')[0]!;
  const target = settings.content.find((mount) => mount.source === source)?.target ?? '';
  if (section === '') return { name: 'pages', folder: source };
  return {
    name: section,
    folder: target === '' || !contentPath.startsWith(`${target}/`) ? joinPath(source, section) : source,
  };
}

function getPublication(source: PostSource, settings: HugoSettings, environment: Environment): Publication {
  const file = parseHugoPath(source.path, settings);
  if (!file)
    return {
      title: getPostName(source.path),
      categories: [],
      tags: [],
      state: 'skipped',
      reasons: ['Hugo does not look at this file.'],
    };
  const page = readPage(source, file, settings);
  const { date } = page.dates;
  const properties = {
    title: page.title,
    ...(typeof date === 'object' && { date: toIsoString(date) }),
    collection: getCollection(file, settings).name,
    categories: getTerms(page, 'categories'),
    tags: getTerms(page, 'tags'),
  };
  const publicationState = decidePublicationState(source, page, environment);
  const address = publicationState.state === 'skipped' ? undefined : createTargetPaths(page, settings);
  if (!address || 'url' in address) return { ...properties, ...publicationState, ...(address && { url: address.url }) };
  const reason = `The settings’ permalinks have \`${address.unknown}\`, which is no token of Hugo and stops the build.`;
  return { ...properties, state: 'skipped', reasons: [reason], causes: [{ subject: 'build', reason }] };
}
