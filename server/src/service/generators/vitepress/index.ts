import { dialectOf } from './dialect.ts';
import { vitepressKeys } from './keys.ts';
import { vitepressLanguages } from './languages.ts';
import { vitepressLinking } from './linking.ts';
import { publicationOf } from './publication.ts';
import { collectionIn, isLoader, routeOf, sourceOf, urlOf } from './routes.ts';
import type { VitepressSettings } from './settings.ts';
import { readSettings } from './settings.ts';
import type { ConfiguredGenerator, Generator } from '../contract/generator.ts';
import { styleFoldersIn } from '../contract/folders.ts';
import { ownFlags } from '../contract/publishing.ts';
import { isMarkdown } from '../shared/markdownFile.ts';
import { namingOf, pathLike } from '../shared/naming.ts';
import { isRedirectsFile } from '../shared/redirects.ts';
import { readScript } from '../shared/script/index.ts';
import { below } from '../shared/values.ts';
import { joinPath } from '../../text/paths.ts';

const folder = '.vitepress';

/** In the order of `resolveUserConfig`. */
const configurationFiles = ['js', 'ts', 'mjs', 'mts'].flatMap((extension) => [
  `${folder}/config/index.${extension}`,
  `${folder}/config.${extension}`,
]);

const identity = { id: 'vitepress', name: 'VitePress', configurationFiles };

/** VitePress; facts by its source (1.6.4). What only its configuration's code or the site's own decides is left to it. */
export const vitepress: Generator = {
  ...identity,
  detect: (names) => names.includes(folder),
  configure: (files) => {
    const text = configurationFiles.map((name) => files.get(name)).find((each) => each !== undefined);
    return text === undefined ? undefined : configured(readSettings(readScript(text).exported, text));
  },
};

/** What front matter can be and hold. */
const frontMatter = {
  frontMatterFormats: ['yaml'],
  frontMatterDefects: {
    unreadable: 'VitePress stops the build.',
    unclosed: 'VitePress takes all of the text for front matter, or stops the build.',
    wantsFirstCharacter: true,
  },
  keys: vitepressKeys,
  tags: new Map(),
} satisfies Partial<ConfiguredGenerator>;

function configured(settings: VitepressSettings): ConfiguredGenerator {
  const { sourceFolder, publicFolder, outputFolders, locales } = settings;
  return {
    ...identity,
    dialect: dialectOf(settings.markdown),
    errors: [],
    locale: locales.find((each) => each.folder === '')?.code,
    localServer: { port: 5173, command: () => 'npx vitepress dev' },
    ...frontMatter,
    collectionOf: (path) => collectionIn(path, settings),
    isMarkdown,
    isOutput: (path) => outputFolders.includes(path),
    skipFolder: (path) => isSkipped(path, settings),
    reads: (path) => isRedirectsFile(path) || (below(sourceFolder, path) !== undefined && isLoader(path)),
    folders: {
      published: [...(publicFolder === undefined ? [] : [publicFolder]), sourceFolder],
      styles: [
        ...styleFoldersIn(outputFolders[0]!, publicFolder === undefined ? [] : [publicFolder]),
        `${folder}/theme`,
      ],
    },
    linking: vitepressLinking(settings),
    insertion: {
      imageFolder: joinPath(publicFolder ?? joinPath(sourceFolder, 'public'), 'images'),
      postReference: (path) => referenceTo(path, settings),
    },
    publishing: {
      flags: [],
      siteConventions: ownFlags,
      dateKeys: ['date'],
      dateSample: '2000-01-01',
      draftDate: 'gives way',
    },
    publication: (source) => publicationOf(source, settings),
    ...(locales.length > 0 && { languages: vitepressLanguages(settings) }),
    places: [{ name: 'pages', folder: sourceFolder }],
    newPostPath: (post, environment) => pathLike(post, namingOf(post.title, environment, false)),
  };
}

/** Whether no pages are in a folder: it is not below the sources, or the build looks into none of its name. */
function isSkipped(path: string, { sourceFolder }: VitepressSettings): boolean {
  const inner = below(sourceFolder, path);
  if (inner === undefined) return !`${sourceFolder}/`.startsWith(`${path}/`);
  return /(?:^|\/)(?:\.|dist(?:\/|$))/.test(inner);
}

/** `/guide/first` of a page, which the build completes by its settings; the documentation leaves endings out. */
function referenceTo(path: string, settings: VitepressSettings): string | undefined {
  const inner = sourceOf(path, settings);
  const route = inner === undefined ? undefined : routeOf(inner, settings);
  return route === undefined ? undefined : urlOf(route, true);
}
