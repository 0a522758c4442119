import { hexoDialect } from './dialect.ts';
import { isRecord, readConfigurationFile } from '../shared/configurationFile.ts';
import type { ConfiguredGenerator, Generator } from '../contract/generator.ts';
import type { ConfigurationError, Environment, NewPostSource } from '../contract/model.ts';
import { hexoKeys } from './keys.ts';
import { hexoLinking, tagName } from './linking.ts';
import { folderOf, newPostName, placeOf } from './place.ts';
import { hexoPublishing } from './publish.ts';
import { publicationOf } from './publication.ts';
import { scaffolds } from './scaffolds.ts';
import type { HexoSettings } from './settings.ts';
import { readSettings } from './settings.ts';
import { hexoTags } from './tags.ts';
import { fileSlug } from './slugize.ts';
import { listStyleSheetFolders } from '../contract/folders.ts';
import { isMarkdown } from '../shared/markdownFile.ts';
import { createPostNameParts, buildPostPath } from '../shared/naming.ts';
import { isRedirectsFile } from '../shared/redirects.ts';
import { getExtension, asNonEmptyString } from '../shared/values.ts';

const identity = { id: 'hexo', name: 'Hexo', configurationFiles: ['_config.yml', 'package.json'] };
const ownSettings = [
  'new_post_name',
  'post_asset_folder',
  'skip_render',
  'category_map',
  'source_dir',
  'default_category',
];

/** Hexo; facts by its source (8.1). */
export const hexo: Generator = {
  ...identity,
  urlKeys: ['permalink'],
  ignoredFolders: ['themes'],
  detect: (names) =>
    names.includes('_config.yml') &&
    (names.includes('scaffolds') || (names.includes('source') && names.includes('package.json'))),
  configure,
};

/** Undefined where `package.json` and the settings say that a `_config.yml` with a `source` next to it is somebody else's. */
function configure(files: ReadonlyMap<string, string>): ConfiguredGenerator | undefined {
  const { data, errors } = files.has('_config.yml')
    ? readConfigurationFile('_config.yml', files.get('_config.yml')!)
    : { data: {}, errors: [] };
  const manifest = files.get('package.json');
  const isOwn =
    manifest === undefined ||
    ownSettings.some((key) => key in data) ||
    namesHexo(readConfigurationFile('package.json', manifest).data);
  if (!isOwn) return undefined;
  const locale = asNonEmptyString(data.locale) ?? asNonEmptyString(data.lang) ?? asNonEmptyString(data.language);
  return { ...configured(readSettings(data), errors), locale, preview: { getSiteVariables: () => data } };
}

function configured(settings: HexoSettings, errors: readonly ConfigurationError[]): ConfiguredGenerator {
  const { sourceFolder, publicFolder, timeZone, languages } = settings;
  return {
    ...identity,
    dialect: hexoDialect,
    errors,
    timeZone,
    localServer: { port: 4000, getCommand: () => 'npx hexo server --draft' },
    frontMatterFormats: ['yaml'],
    frontMatterKeys: hexoKeys,
    tags: hexoTags,
    getCollection: (path) => placeOf(path, settings)?.collection,
    isMarkdown,
    isOutputFolder: (path) => path === publicFolder || path === '.deploy_git',
    isSkippedFolder: (path) =>
      sourceFolder !== '' && !`${sourceFolder}/`.startsWith(`${path}/`) && !path.startsWith(`${sourceFolder}/`),
    isSupportFile: (path) => path.startsWith('scaffolds/') || isRedirectsFile(path),
    folders: { static: [sourceFolder, ''], styleSheets: listStyleSheetFolders(publicFolder, [sourceFolder, '']) },
    linking: hexoLinking(settings),
    postTemplates: scaffolds,
    publishing: hexoPublishing(settings),
    insertion: {
      imageFolder: sourceFolder === '' ? 'images' : `${sourceFolder}/images`,
      formatPostReference: (path) => {
        const name = tagName(path, settings)?.replace(/\.[^./]+$/, '');
        return name === undefined ? undefined : `{% post_path ${name} %}`;
      },
    },
    getPublication: (source, environment) => publicationOf(source, settings, environment),
    declaredLanguages: languages,
    newPostCollections: [
      { name: 'posts', folder: folderOf('post', settings) },
      { name: 'drafts', folder: folderOf('draft', settings) },
      { name: 'pages', folder: sourceFolder },
    ],
    createPostPath: (post, environment) => newPostPath(post, settings, environment),
  };
}

function namesHexo({ hexo: own, dependencies, devDependencies }: Readonly<Record<string, unknown>>): boolean {
  return own !== undefined || [dependencies, devDependencies].some((each) => isRecord(each) && 'hexo' in each);
}

/** As `hexo new` names files (`new_post_path.ts`): posts by `new_post_name`, drafts by their title, pages as folders of their own; where only a hash or a category is missing, as siblings are named. */
function newPostPath(post: NewPostSource, settings: HexoSettings, environment: Environment): string {
  const {
    collection: { name, folder },
    title,
    language,
  } = post;
  const naming = {
    ...createPostNameParts(title, { ...environment, timeZone: settings.timeZone ?? environment.timeZone }, false),
    slug: fileSlug(title, settings) || 'untitled',
  };
  const extension = getExtension(settings.newPostName) || '.md';
  if (name === 'pages') return [...(folder === '' ? [] : [folder]), naming.slug, `index${extension}`].join('/');
  if (name !== 'posts') return `${folder}/${naming.slug}${extension}`;
  const named = newPostName(naming.slug, naming.day, settings, language);
  return named.includes(':')
    ? buildPostPath(post, naming)
    : `${folder}/${named}${getExtension(named) === '' ? extension : ''}`;
}
