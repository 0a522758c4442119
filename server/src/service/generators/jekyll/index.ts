import { gfm } from '../../dialects/gfm.ts';
import { kramdown } from '../../dialects/kramdown.ts';
import { readConfigurationFile } from '../shared/configurationFile.ts';
import type { ConfiguredGenerator, Generator } from '../contract/generator.ts';
import type { ConfigurationError, Environment, NewPostSource, PostSource, Publication } from '../contract/model.ts';
import { basename, joinPath } from '../../text/paths.ts';
import { jekyllTemplates } from './compose.ts';
import { defaultValuesFor } from './defaults.ts';
import { isDatedName, readDocument } from './document.ts';
import { includesFolder, jekyllInsertion } from './insertion.ts';
import { keysWith } from './keys.ts';
import { layoutsIn } from './layouts.ts';
import { jekyllLinking } from './linking.ts';
import { addressOf } from './permalink.ts';
import { folderOf, isDestination, isMarkdownFile, isSkipped, isSupport, placeOf } from './place.ts';
import { jekyllPreview } from './preview.ts';
import { jekyllPublishing } from './publish.ts';
import type { JekyllSettings } from './settings.ts';
import { readSettings } from './settings.ts';
import { decidePublicationState } from './publicationState.ts';
import type { SiteFolders } from '../contract/folders.ts';
import { styleFoldersIn } from '../contract/folders.ts';
import { authorsInData } from '../shared/authors.ts';
import { jekyllTags } from './tags.ts';
import { namingOf, pathLike } from '../shared/naming.ts';
import { titleOfSlug } from '../shared/slug.ts';
import { textOf } from '../shared/values.ts';
import { isoTime } from '../../text/calendar.ts';

const identity = { id: 'jekyll', name: 'Jekyll', configurationFiles: ['_config.yml', '_config.yaml', '_config.toml'] };

/** Jekyll 4; facts by its source (4.3). */
export const jekyll: Generator = {
  ...identity,
  addressKeys: ['permalink', 'slug'],
  redirectKeys: ['redirect_from', 'redirect_to', 'alias'],
  foldersWithoutSites: ['_site', 'vendor'],
  detect: (names) =>
    names.some((name) => identity.configurationFiles.includes(name))
      ? !names.includes('scaffolds')
      : names.includes('_posts'),
  configure: (files) => {
    const name = identity.configurationFiles.find((file) => files.has(file));
    const { data, errors } =
      name === undefined ? { data: {}, errors: [] } : readConfigurationFile(name, files.get(name)!);
    return configured(readSettings(data), errors);
  },
};

function configured(settings: JekyllSettings, errors: readonly ConfigurationError[]): ConfiguredGenerator {
  const { timeZone, languages, variables } = settings;
  const { locale, lang, language } = variables;
  return {
    ...identity,
    ...reading(settings),
    errors,
    timeZone,
    locale: [locale, lang, language].map(textOf).find((each) => each !== undefined),
    localServer: {
      port: 4000,
      command: (siteView) => `${siteView.has('Gemfile') ? 'bundle exec ' : ''}jekyll serve --drafts --livereload`,
    },
    linking: jekyllLinking(settings),
    templates: jekyllTemplates(settings),
    publishing: jekyllPublishing(settings),
    insertion: jekyllInsertion(settings),
    publication: (source, environment) => publicationOf(source, settings, environment),
    declaredLanguages: languages,
    translationsShareUrls: languages.hasList,
    places: ['posts', ...settings.collections.keys(), 'drafts'].map((name) => ({
      name,
      folder: folderOf(name, settings),
    })),
    newPostPath: (post, environment) => newPostPath(post, settings, environment),
    preview: jekyllPreview(settings),
  };
}

/** Which files Jekyll reads, and how. */
function reading(settings: JekyllSettings) {
  return {
    dialect: settings.isKramdown ? kramdown() : gfm(),
    frontMatterFormats: ['yaml'],
    frontMatterDefects: {
      unreadable: 'Jekyll ignores the whole front matter and publishes without it.',
      unclosed: 'Jekyll prints it as text.',
      wantsFirstCharacter: true,
    },
    keys: keysWith(settings.plugins),
    tags: jekyllTags,
    termsSplitAtSpaces: ['tags', 'categories'],
    defaultValues: (path: string) => {
      const place = placeOf(path, settings);
      return place ? defaultValuesFor(settings.defaults, place.relativePath, place.label) : new Map();
    },
    layouts: (files: Iterable<string>) => layoutsIn(files, settings),
    collectionOf: (path: string) => placeOf(path, settings)?.collection,
    isMarkdown: (path: string) => isMarkdownFile(path, settings),
    skipFolder: (path: string) => isSkipped(path, settings),
    isOutput: (path: string) =>
      /(^|\/)\.(jekyll|sass)-cache$|(^|\/)vendor\/(bundle|cache|gems|ruby)$/.test(path) ||
      isDestination(path, settings),
    reads: (path: string) => isSupport(path, settings),
    authorsIn: (path: string) => authorsInData(path, joinPath(settings.source, settings.dataDir)),
    folders: foldersOf(settings),
    includesFolder: includesFolder(settings),
  } satisfies Partial<ConfiguredGenerator>;
}

function foldersOf({ source, destination }: JekyllSettings): SiteFolders {
  const assets = joinPath(source, 'assets');
  return { published: [source], processed: [assets], styles: styleFoldersIn(destination, [assets, source]) };
}

function newPostPath(post: NewPostSource, { timeZone }: JekyllSettings, environment: Environment): string {
  const isPost = post.collection.name === 'posts';
  const siblings = isPost ? post.siblings.filter((path) => isDatedName(basename(path))) : post.siblings;
  const zone = timeZone ?? environment.timeZone;
  return pathLike({ ...post, siblings }, namingOf(post.title, { ...environment, timeZone: zone }, isPost));
}

function publicationOf(source: PostSource, settings: JekyllSettings, environment: Environment): Publication {
  const place = placeOf(source.path, settings);
  if (!place)
    return {
      title: titleOfSlug(source.path),
      categories: [],
      tags: [],
      state: 'skipped',
      reasons: ['Jekyll does not look at this file.'],
    };
  const document = readDocument(source, place, settings, environment);
  const { title, categories, tags, date, zone } = document;
  const facts = {
    title,
    collection: place.collection.name,
    categories,
    tags,
    ...(typeof date === 'object' && 'instant' in date && { date: isoTime(date.instant, zone) }),
  };
  const publicationState = decidePublicationState(source, document, settings, environment);
  const address = publicationState.state === 'skipped' ? undefined : addressOf(document, settings);
  if (!address || 'url' in address)
    return { ...facts, ...publicationState, ...(address && { url: `${settings.baseurl}${address.url}` }) };
  if (publicationState.state !== 'published') return { ...facts, ...publicationState };
  const reason = `The permalink’s \`:${address.unknown}\` is no placeholder of Jekyll, which stops the build.`;
  const key = source.frontMatter && 'permalink' in source.frontMatter.data ? { key: 'permalink' } : {};
  return { ...facts, state: 'skipped', reasons: [reason], causes: [{ about: 'build', reason, ...key }] };
}
