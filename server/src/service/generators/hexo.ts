import { isRecord, readConfigurationFile } from './configurationFile.ts';
import type { Configuration, Environment, Generator, NewPostSource } from './generator.ts';
import { hexoKeys } from './hexo/keys.ts';
import { hexoLinking } from './hexo/linking.ts';
import { folderOf, newPostName, placeOf } from './hexo/place.ts';
import { hexoPublishing } from './hexo/publish.ts';
import { publicationOf } from './hexo/publication.ts';
import { scaffolds } from './hexo/scaffolds.ts';
import { settingsOf } from './hexo/settings.ts';
import { isMarkdown } from './markdownFile.ts';
import { namingOf, pathLike } from './naming.ts';
import { isRedirectsFile } from './redirects.ts';

const configurationFiles = ['_config.yml', 'package.json'];
const ownSettings = ['new_post_name', 'post_asset_folder', 'skip_render', 'category_map', 'source_dir', 'default_category'];

/** Hexo; facts by its source (8.1). */
export const hexo: Generator = {
  id: 'hexo',
  name: 'Hexo',
  localServer: { port: 4000, command: () => 'npx hexo server --draft' },
  detect: (names) => names.includes('_config.yml') && (names.includes('scaffolds') || (names.includes('source') && names.includes('package.json'))),
  configurationFiles,
  configure,
  frontMatterFormats: ['yaml'],
  keys: () => hexoKeys,
  collectionOf: (path, configuration) => placeOf(path, settingsOf(configuration))?.collection,
  isMarkdown,
  isOutput: (path, configuration) => path === settingsOf(configuration).publicFolder || path === '.deploy_git',
  skipFolder: (path, configuration) => {
    const { sourceFolder } = settingsOf(configuration);
    return sourceFolder !== '' && !`${sourceFolder}/`.startsWith(`${path}/`) && !path.startsWith(`${sourceFolder}/`);
  },
  reads: (path) => path.startsWith('scaffolds/') || isRedirectsFile(path),
  linking: hexoLinking,
  templates: scaffolds,
  publishing: hexoPublishing,
  publication: publicationOf,
  places: (configuration) => {
    const settings = settingsOf(configuration);
    return [{ name: 'posts', folder: folderOf('post', settings) }, { name: 'drafts', folder: folderOf('draft', settings) }, { name: 'pages', folder: settings.sourceFolder }];
  },
  newPostPath,
  timeZone: (configuration) => settingsOf(configuration).timeZone,
};

/** Undefined where `package.json` and the settings say that a `_config.yml` with a `source` beside it is somebody else's. */
function configure(files: ReadonlyMap<string, string>): Configuration | undefined {
  const { data, errors } = files.has('_config.yml') ? readConfigurationFile('_config.yml', files.get('_config.yml')!) : { data: {}, errors: [] };
  const manifest = files.get('package.json');
  const isOwn = manifest === undefined || ownSettings.some((key) => key in data) || namesHexo(readConfigurationFile('package.json', manifest).data);
  return isOwn ? { data, dialect: 'gfm', errors } : undefined;
}

function namesHexo({ hexo: own, dependencies, devDependencies }: Readonly<Record<string, unknown>>): boolean {
  return own !== undefined || [dependencies, devDependencies].some((each) => isRecord(each) && 'hexo' in each);
}

/** Posts are named as `new_post_name` says, as `hexo new` does; drafts by their title. */
function newPostPath(post: NewPostSource, environment: Environment, configuration: Configuration): string {
  const settings = settingsOf(configuration);
  const naming = namingOf(post.title, { ...environment, timeZone: settings.timeZone ?? environment.timeZone }, false);
  const name = newPostName(naming.slug, naming.day, settings);
  return post.collection.name !== 'posts' || name.includes(':') ? pathLike(post, naming) : `${post.collection.folder}/${name}`;
}
