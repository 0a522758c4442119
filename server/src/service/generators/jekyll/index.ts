import { gfm, unknownEngine } from '../../dialects/gfm.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import { kramdown } from '../../dialects/kramdown.ts';
import { readConfigurationFile } from '../shared/configurationFile.ts';
import type { ConfiguredGenerator, Generator } from '../contract/generator.ts';
import type {
  Cause,
  ConfigurationError,
  Environment,
  NewPostSource,
  PostSource,
  Publication,
  SiteView,
} from '../contract/model.ts';
import { basename, joinPath } from '../../text/paths.ts';
import { createJekyllTemplates } from './compose.ts';
import { getDefaultValues } from './defaults.ts';
import { isDatedName, readDocument } from './document.ts';
import { getIncludesFolder, createJekyllInsertion } from './insertion.ts';
import { getFrontMatterKeys } from './keys.ts';
import { findLayouts, findPageTemplates } from './layouts.ts';
import { listPlugins, mayDefinePlaceholders } from './generated.ts';
import { createJekyllLinking } from './linking.ts';
import type { UrlFault } from './permalink.ts';
import { getUrl } from './permalink.ts';
import {
  getCollectionFolder,
  isDestination,
  isMarkdownFile,
  isSkippedFolder,
  isSupportFile,
  parseJekyllPath,
} from './file.ts';
import { createJekyllPreview } from './preview.ts';
import { createJekyllPublishing } from './publish.ts';
import type { JekyllSettings } from './settings.ts';
import { readSettings } from './settings.ts';
import { decidePublicationState } from './publicationState.ts';
import type { SiteFolders } from '../contract/folders.ts';
import { listStyleSheetFolders } from '../contract/folders.ts';
import { getDataAuthorFileKind } from '../shared/authors.ts';
import { jekyllTags } from './tags.ts';
import { getTemplates, mayWriteIds } from './templates.ts';
import { createPostNameParts, buildPostPath } from '../shared/naming.ts';
import { toTitle } from '../shared/slug.ts';
import { asNonEmptyString } from '../shared/values.ts';
import { isoTime } from '../../text/calendar.ts';

const identity = { id: 'jekyll', name: 'Jekyll', configurationFiles: ['_config.yml', '_config.yaml', '_config.toml'] };

/** Jekyll 4, by its source (4.3). */
export const jekyll: Generator = {
  ...identity,
  urlKeys: ['permalink', 'slug'],
  redirectKeys: ['redirect_from', 'redirect_to', 'alias'],
  ignoredFolders: ['_site', 'vendor'],
  detect: (names) =>
    names.some((name) => identity.configurationFiles.includes(name))
      ? !names.includes('scaffolds')
      : names.includes('_posts'),
  configure: (files) => {
    const name = identity.configurationFiles.find((file) => files.has(file));
    const { data, errors } =
      name === undefined ? { data: {}, errors: [] } : readConfigurationFile(name, files.get(name)!);
    return createConfiguredGenerator(readSettings(data), errors);
  },
};

function createConfiguredGenerator(
  settings: JekyllSettings,
  errors: readonly ConfigurationError[],
): ConfiguredGenerator {
  const { timeZone, languages, variables } = settings;
  const { locale, lang, language } = variables;
  return {
    ...identity,
    ...configureReading(settings),
    errors,
    timeZone,
    locale: [locale, lang, language].map(asNonEmptyString).find((each) => each !== undefined),
    localServer: {
      port: 4000,
      getCommand: (siteView) =>
        `${siteView.hasFile('Gemfile') ? 'bundle exec ' : ''}jekyll serve --drafts --livereload`,
    },
    linking: createJekyllLinking(settings),
    postTemplates: createJekyllTemplates(settings),
    publishing: createJekyllPublishing(settings),
    insertion: createJekyllInsertion(settings),
    getPublication: (source, environment) => getPublication(source, settings, environment),
    declaredLanguages: languages,
    translationsShareUrls: languages.hasList,
    newPostCollections: ['posts', ...settings.collections.keys(), 'drafts'].map((name) => ({
      name,
      folder: getCollectionFolder(name, settings),
    })),
    createPostPath: (post, environment) => createPostPath(post, settings, environment),
    preview: createJekyllPreview(settings),
  };
}

/** Returns the Markdown engine of a site. */
function createDialect({ markdownProcessor, kramdown: options }: JekyllSettings): Dialect {
  if (markdownProcessor === 'kramdown') return kramdown(options);
  return markdownProcessor === 'other' ? unknownEngine : gfm();
}

/** Returns which files Jekyll reads, and how. */
function configureReading(settings: JekyllSettings) {
  return {
    dialect: createDialect(settings),
    frontMatterFormats: ['yaml'],
    frontMatterErrorEffects: {
      invalid: 'Jekyll ignores the whole front matter and publishes without it.',
      unclosed: 'Jekyll prints it as text.',
      mustStartAtFirstCharacter: true,
    },
    frontMatterKeys: getFrontMatterKeys(settings.plugins),
    tags: jekyllTags,
    getTemplates: (path: string, siteView: SiteView) => getTemplates(path, siteView, settings),
    mayWriteIds: (tag: string, siteView: SiteView) => mayWriteIds(tag, siteView, settings),
    termsSplitAtSpaces: ['tags', 'categories'],
    getDefaultValues: (path: string) => {
      const file = parseJekyllPath(path, settings);
      return file ? getDefaultValues(settings.defaults, file.relativePath, file.label) : new Map();
    },
    findLayouts: (files: Iterable<string>) => findLayouts(files, settings),
    findPageTemplates: (source: PostSource) => findPageTemplates(source, settings),
    getCollection: (path: string) => parseJekyllPath(path, settings)?.collection,
    isMarkdown: (path: string) => isMarkdownFile(path, settings),
    isSkippedFolder: (path: string) => isSkippedFolder(path, settings),
    isOutputFolder: (path: string) =>
      /(^|\/)\.(jekyll|sass)-cache$|(^|\/)vendor\/(bundle|cache|gems|ruby)$/.test(path) ||
      isDestination(path, settings),
    isSupportFile: (path: string) => isSupportFile(path, settings),
    getAuthorFileKind: (path: string) => getDataAuthorFileKind(path, joinPath(settings.source, settings.dataDir)),
    folders: getSiteFolders(settings),
    includesFolder: getIncludesFolder(settings),
  } satisfies Partial<ConfiguredGenerator>;
}

function getSiteFolders({ source, destination }: JekyllSettings): SiteFolders {
  const assets = joinPath(source, 'assets');
  return { static: [source], processed: [assets], styleSheets: listStyleSheetFolders(destination, [assets, source]) };
}

function createPostPath(post: NewPostSource, { timeZone }: JekyllSettings, environment: Environment): string {
  const isPost = post.collection.name === 'posts';
  const siblings = isPost ? post.siblings.filter((path) => isDatedName(basename(path))) : post.siblings;
  const zone = timeZone ?? environment.timeZone;
  return buildPostPath(
    { ...post, siblings },
    createPostNameParts(post.title, { ...environment, timeZone: zone }, { startsWithDate: isPost }),
  );
}

/** Returns the folder of a translation, `/ko`, in which jekyll-polyglot writes it; '' in the default language. */
function getLanguagePrefix({ frontMatter, siteView }: PostSource, settings: JekyllSettings): string {
  const { languages } = settings;
  const code = asNonEmptyString(frontMatter?.data.lang);
  const isTranslation = code !== undefined && languages.all.includes(code) && code !== languages.defaultCandidates[0];
  return isTranslation && listPlugins(settings, siteView).includes('jekyll-polyglot') ? `/${code}` : '';
}

function getPublication(source: PostSource, settings: JekyllSettings, environment: Environment): Publication {
  const file = parseJekyllPath(source.path, settings);
  if (!file)
    return {
      title: toTitle(source.path),
      categories: [],
      tags: [],
      state: 'skipped',
      reasons: ['Jekyll does not look at this file.'],
    };
  const document = readDocument(source, file, settings, environment);
  const { title, categories, tags, date, zone } = document;
  const properties = {
    title,
    collection: file.collection.name,
    categories,
    tags,
    ...(typeof date === 'object' && 'instant' in date && { date: isoTime(date.instant, zone) }),
  };
  const publicationState = decidePublicationState(source, document, settings, environment);
  const address = publicationState.state === 'skipped' ? undefined : getUrl(document, settings);
  if (!address || 'url' in address)
    return {
      ...properties,
      ...publicationState,
      ...(address && { url: `${settings.baseurl}${getLanguagePrefix(source, settings)}${address.url}` }),
    };
  const cause = describeFault(address, source, settings);
  if (publicationState.state !== 'published' || !cause) return { ...properties, ...publicationState };
  return { ...properties, state: 'skipped', reasons: [cause.reason], causes: [cause] };
}

/** Returns why an address cannot be made, which stops the build; undefined where a plugin may help. */
function describeFault(
  fault: UrlFault,
  { frontMatter, siteView }: PostSource,
  settings: JekyllSettings,
): Cause | undefined {
  const toKey = (key: string) => (frontMatter && key in frontMatter.data ? { key } : {});
  if ('unknown' in fault) {
    if (mayDefinePlaceholders(siteView, settings)) return undefined;
    const reason = `The permalink’s \`:${fault.unknown}\` is no placeholder of Jekyll, which stops the build.`;
    return { subject: 'build', reason, ...toKey('permalink') };
  }
  const { unusable: key, value } = fault;
  const isNumber = typeof value === 'number';
  const reason = isNumber
    ? `The ${key} ${value} is a number, which stops the build: put it in quotes.`
    : `Its \`${key}\` is no text, which stops the build: write one, in quotes.`;
  return { subject: 'build', reason, ...toKey(key), ...(isNumber && { value: `"${value}"` }) };
}
