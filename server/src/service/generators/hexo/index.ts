import type { Dialect } from '../../dialects/dialect.ts';
import { createDialect } from './dialect.ts';
import { isRecord, readConfigurationFile } from '../shared/configurationFile.ts';
import type { ConfiguredGenerator, Generator } from '../contract/generator.ts';
import type { ConfigurationError, Environment, NewPostSource, SiteView } from '../contract/model.ts';
import { hexoKeys } from './keys.ts';
import { createHexoLinking } from './linking.ts';
import { getKindFolder, formatPostName, parseHexoPath } from './file.ts';
import { createHexoPublishing } from './publish.ts';
import { getPublication } from './publication.ts';
import { scaffolds } from './scaffolds.ts';
import type { HexoSettings } from './settings.ts';
import { readSettings } from './settings.ts';
import { hexoTags, hexoTemplates } from './tags.ts';
import { toFileSlug } from './slugize.ts';
import { listStyleSheetFolders } from '../contract/folders.ts';
import { isMarkdown } from '../shared/markdownFile.ts';
import { createPostNameParts, buildPostPath } from '../shared/naming.ts';
import { readDependencies } from '../shared/markdownItPlugins.ts';
import { getExtension, asNonEmptyString } from '../shared/values.ts';
import { jsYaml } from '../../syntax/frontMatter/options.ts';

const identity = { id: 'hexo', name: 'Hexo', configurationFiles: ['_config.yml', 'package.json'] };
const hexoOnlySettings = [
  'new_post_name',
  'post_asset_folder',
  'skip_render',
  'category_map',
  'source_dir',
  'default_category',
];

/** Hexo, by its source (8.1). */
export const hexo: Generator = {
  ...identity,
  urlKeys: ['permalink'],
  ignoredFolders: ['themes'],
  detect: (names) =>
    names.includes('_config.yml') &&
    (names.includes('scaffolds') || (names.includes('source') && names.includes('package.json'))),
  configure,
};

/** Configures a site; undefined where `package.json` and the settings show that `_config.yml` belongs to another generator. */
function configure(files: ReadonlyMap<string, string>): ConfiguredGenerator | undefined {
  const { data, errors } = files.has('_config.yml')
    ? readConfigurationFile('_config.yml', files.get('_config.yml')!)
    : { data: {}, errors: [] };
  const manifest = readConfigurationFile('package.json', files.get('package.json') ?? '').data;
  const isHexo = !files.has('package.json') || hexoOnlySettings.some((key) => key in data) || isHexoManifest(manifest);
  if (!isHexo) return undefined;
  const locale = asNonEmptyString(data.locale) ?? asNonEmptyString(data.lang) ?? asNonEmptyString(data.language);
  return {
    ...createConfiguredGenerator(readSettings(data), createDialect(data, readDependencies(manifest)), errors),
    locale,
    preview: { getSiteVariables: () => data },
  };
}

function createConfiguredGenerator(
  settings: HexoSettings,
  dialect: Dialect,
  errors: readonly ConfigurationError[],
): ConfiguredGenerator {
  const { sourceFolder, publicFolder, timeZone, languages } = settings;
  return {
    ...identity,
    dialect,
    mayExtendMarkdown: (siteView) => hasScripts(settings, siteView),
    errors,
    timeZone,
    localServer: { port: 4000, getCommand: () => 'npx hexo server --draft' },
    frontMatterFormats: ['yaml'],
    frontMatterOptions: { yaml: { ...jsYaml, indentsByTabs: true } },
    frontMatterKeys: hexoKeys,
    tags: hexoTags,
    getTemplates: () => hexoTemplates,
    getCollection: (path) => parseHexoPath(path, settings)?.collection,
    isMarkdown,
    isOutputFolder: (path) => path === publicFolder || path === '.deploy_git',
    isSkippedFolder: (path) =>
      sourceFolder !== '' && !`${sourceFolder}/`.startsWith(`${path}/`) && !path.startsWith(`${sourceFolder}/`),
    isSupportFile: (path) => path === 'package.json' || path.startsWith('scaffolds/'),
    folders: { static: [sourceFolder, ''], styleSheets: listStyleSheetFolders(publicFolder, [sourceFolder, '']) },
    linking: createHexoLinking(settings),
    postTemplates: scaffolds,
    publishing: createHexoPublishing(settings),
    insertion: { imageFolder: settings.sourceFolder === '' ? 'images' : `${settings.sourceFolder}/images` },
    getPublication: (source, environment) => getPublication(source, settings, environment),
    declaredLanguages: languages,
    newPostCollections: [
      { name: 'posts', folder: getKindFolder('post', settings) },
      { name: 'drafts', folder: getKindFolder('draft', settings) },
      { name: 'pages', folder: sourceFolder },
    ],
    createPostPath: (post, environment) => createPostPath(post, settings, environment),
  };
}

/** Whether the site or its theme has scripts, which may filter posts; a theme that is a package has its own out of sight. */
function hasScripts({ theme }: HexoSettings, { hasFolder }: SiteView): boolean {
  if (hasFolder('scripts')) return true;
  return theme !== undefined && (!hasFolder(`themes/${theme}`) || hasFolder(`themes/${theme}/scripts`));
}

function isHexoManifest({ hexo: own, dependencies, devDependencies }: Readonly<Record<string, unknown>>): boolean {
  return own !== undefined || [dependencies, devDependencies].some((each) => isRecord(each) && 'hexo' in each);
}

/** Returns the path of a new post as `hexo new` names it (`new_post_path.ts`): posts by `new_post_name`, drafts by their title, pages as folders; where `new_post_name` has a hash or a category, as siblings are named. */
function createPostPath(post: NewPostSource, settings: HexoSettings, environment: Environment): string {
  const {
    collection: { name, folder },
    title,
    language,
  } = post;
  const naming = {
    ...createPostNameParts(title, { ...environment, timeZone: settings.timeZone ?? environment.timeZone }),
    slug: toFileSlug(title, settings) || 'untitled',
  };
  const extension = getExtension(settings.newPostName) || '.md';
  if (name === 'pages') return [...(folder === '' ? [] : [folder]), naming.slug, `index${extension}`].join('/');
  if (name !== 'posts') return `${folder}/${naming.slug}${extension}`;
  const named = formatPostName(naming.slug, naming.day, settings, language);
  return named.includes(':')
    ? buildPostPath(post, naming)
    : `${folder}/${named}${getExtension(named) === '' ? extension : ''}`;
}
