import { astroKeys, starlightKeys } from './keys.ts';
import { astroLanguages } from './languages.ts';
import { astroLinking } from './linking.ts';
import { inFolder, placeOf } from './place.ts';
import { dateKeys, publicationOf } from './publication.ts';
import { settingsOf } from './settings.ts';
import type { Configuration, Generator } from '../contract/generator.ts';
import { isMarkdown } from '../shared/markdownFile.ts';
import { namingOf, pathLike } from '../shared/naming.ts';
import { ownFlags } from '../contract/publishing.ts';
import { isRedirectsFile } from '../shared/redirects.ts';
import { readScript } from '../shared/script/index.ts';

const configurations = ['mjs', 'js', 'ts', 'cjs', 'mts', 'cts'].map((extension) => `astro.config.${extension}`);
const collections = [
  'src/content.config.ts',
  'src/content.config.mjs',
  'src/content.config.js',
  'src/content/config.ts',
  'src/content/config.mjs',
  'src/content/config.js',
];

/** Astro: collections of content and pages in Markdown; facts by its source (6.0). Routes of collections are the site's own code. */
export const astro: Generator = {
  id: 'astro',
  name: 'Astro',
  localServer: { port: 4321, command: () => 'npx astro dev' },
  detect: (names) => names.some((name) => configurations.includes(name)),
  configurationFiles: [...configurations, ...collections],
  configure,
  frontMatterFormats: ['yaml', 'toml'],
  frontMatterDefects: {
    unreadable: 'Astro stops the build.',
    unclosed: 'Astro prints it as text.',
    wantsFirstCharacter: false,
  },
  keys: (configuration) => (settingsOf(configuration).hasStarlight ? starlightKeys : astroKeys),
  collectionOf: (path, configuration) => {
    const place = placeOf(path, settingsOf(configuration));
    return place && { name: place.name, folder: place.folder };
  },
  isMarkdown,
  isOutput: (path, configuration) => path === settingsOf(configuration).outputFolder,
  skipFolder: (path, configuration) => {
    const { sourceFolder, collections: own } = settingsOf(configuration);
    const folders = [
      inFolder(sourceFolder, 'pages'),
      inFolder(sourceFolder, 'content'),
      ...own.map(({ folder }) => folder),
    ];
    return !folders.some(
      (folder) => folder === '' || `${folder}/`.startsWith(`${path}/`) || path.startsWith(`${folder}/`),
    );
  },
  reads: isRedirectsFile,
  linking: astroLinking,
  publishing: { flags: [], siteConventions: ownFlags, dateKeys, dateSample: '2000-01-01', draftDate: 'gives way' },
  publication: publicationOf,
  languages: astroLanguages,
  places: (configuration) => {
    const { sourceFolder, collections: own } = settingsOf(configuration);
    return [
      ...own.map(({ name, folder }) => ({ name, folder })),
      { name: 'pages', folder: inFolder(sourceFolder, 'pages') },
    ];
  },
  newPostPath: (post, environment) => pathLike(post, namingOf(post.title, environment, false)),
  timeZone: () => undefined,
};

function configure(files: ReadonlyMap<string, string>): Configuration | undefined {
  const [main, content] = [configurations, collections].map((names) => names.find((name) => files.has(name)));
  if (main === undefined) return undefined;
  const data = {
    astro: readScript(files.get(main)!).exported ?? {},
    collections: content === undefined ? {} : (readScript(files.get(content)!).constant('collections') ?? {}),
  };
  return { data, dialect: 'gfm', errors: [] };
}
