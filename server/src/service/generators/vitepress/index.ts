import { dialectOf } from './dialect.ts';
import { vitepressKeys } from './keys.ts';
import { vitepressLanguages } from './languages.ts';
import { vitepressLinking } from './linking.ts';
import { publicationOf } from './publication.ts';
import { collectionIn, isLoader, routeOf, sourceOf, urlOf } from './routes.ts';
import type { VitepressSettings } from './settings.ts';
import { readSettings } from './settings.ts';
import type { ConfiguredGenerator, Generator } from '../contract/generator.ts';
import { listStyleSheetFolders } from '../contract/folders.ts';
import { conventionalFlags } from '../contract/publishing.ts';
import { isMarkdown } from '../shared/markdownFile.ts';
import { createPostNameParts, buildPostPath } from '../shared/naming.ts';
import { isRedirectsFile } from '../shared/redirects.ts';
import { readScript } from '../shared/script/index.ts';
import { getPathWithin } from '../shared/values.ts';
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
  frontMatterErrorEffects: {
    invalid: 'VitePress stops the build.',
    unclosed: 'VitePress takes all of the text for front matter, or stops the build.',
    mustStartAtFirstCharacter: true,
  },
  frontMatterKeys: vitepressKeys,
  tags: new Map(),
} satisfies Partial<ConfiguredGenerator>;

function configured(settings: VitepressSettings): ConfiguredGenerator {
  const { sourceFolder, publicFolder, outputFolders, locales } = settings;
  return {
    ...identity,
    dialect: dialectOf(settings.markdown),
    errors: [],
    locale: locales.find((each) => each.folder === '')?.code,
    localServer: { port: 5173, getCommand: () => 'npx vitepress dev' },
    ...frontMatter,
    getCollection: (path) => collectionIn(path, settings),
    isMarkdown,
    isOutputFolder: (path) => outputFolders.includes(path),
    isSkippedFolder: (path) => isSkipped(path, settings),
    isSupportFile: (path) =>
      isRedirectsFile(path) || (getPathWithin(sourceFolder, path) !== undefined && isLoader(path)),
    folders: {
      static: [...(publicFolder === undefined ? [] : [publicFolder]), sourceFolder],
      styleSheets: [
        ...listStyleSheetFolders(outputFolders[0]!, publicFolder === undefined ? [] : [publicFolder]),
        `${folder}/theme`,
      ],
    },
    linking: vitepressLinking(settings),
    insertion: {
      imageFolder: joinPath(publicFolder ?? joinPath(sourceFolder, 'public'), 'images'),
      formatPostReference: (path) => referenceTo(path, settings),
    },
    publishing: {
      flags: [],
      siteConventions: conventionalFlags,
      dateKeys: ['date'],
      dateSample: '2000-01-01',
      draftDateOnPublish: 'replace',
    },
    getPublication: (source) => publicationOf(source, settings),
    ...(locales.length > 0 && { languages: vitepressLanguages(settings) }),
    newPostCollections: [{ name: 'pages', folder: sourceFolder }],
    createPostPath: (post, environment) => buildPostPath(post, createPostNameParts(post.title, environment, false)),
  };
}

/** Whether no pages are in a folder: it is not below the sources, or the build looks into none of its name. */
function isSkipped(path: string, { sourceFolder }: VitepressSettings): boolean {
  const inner = getPathWithin(sourceFolder, path);
  if (inner === undefined) return !`${sourceFolder}/`.startsWith(`${path}/`);
  return /(?:^|\/)(?:\.|dist(?:\/|$))/.test(inner);
}

/** `/guide/first` of a page, which the build completes by its settings; the documentation leaves endings out. */
function referenceTo(path: string, settings: VitepressSettings): string | undefined {
  const inner = sourceOf(path, settings);
  const route = inner === undefined ? undefined : routeOf(inner, settings);
  return route === undefined ? undefined : urlOf(route, true);
}
