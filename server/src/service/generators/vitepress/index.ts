import { outputTemplates } from '../../syntax/templates/languages.ts';
import { createDialect } from './dialect.ts';
import { vitepressKeys } from './keys.ts';
import { createVitepressLanguages } from './languages.ts';
import { createVitepressLinking } from './linking.ts';
import { getPublication } from './publication.ts';
import { getCollection, isPathsLoader, getRoute, getSourcePath, toUrl } from './routes.ts';
import type { VitepressSettings } from './settings.ts';
import { readSettings } from './settings.ts';
import type { ConfiguredGenerator, Generator } from '../contract/generator.ts';
import { listStyleSheetFolders } from '../contract/folders.ts';
import { conventionalFlags } from '../contract/publishing.ts';
import { isMarkdown } from '../shared/markdownFile.ts';
import { createPostNameParts, buildPostPath } from '../shared/naming.ts';
import { withLinkRewriters } from '../shared/linkRewriters.ts';
import { isOwnModule, readScript } from '../shared/script/index.ts';
import { getPathWithin } from '../shared/values.ts';
import { joinPath } from '../../text/paths.ts';
import { jsYaml } from '../../syntax/frontMatter/options.ts';

const configurationFolder = '.vitepress';

/** In the order of `resolveUserConfig`. */
const configurationFiles = ['js', 'ts', 'mjs', 'mts'].flatMap((extension) => [
  `${configurationFolder}/config/index.${extension}`,
  `${configurationFolder}/config.${extension}`,
]);

const identity = { id: 'vitepress', name: 'VitePress', configurationFiles };

/** VitePress, by its source (1.6.4). What the configuration's or the site's own code decides is unknown. */
export const vitepress: Generator = {
  ...identity,
  detect: (names) => names.includes(configurationFolder),
  configure: (files) => {
    const path = configurationFiles.find((name) => files.has(name));
    if (path === undefined) return undefined;
    const text = files.get(path)!;
    const script = readScript(text);
    const settings = readSettings(script.exported, text);
    const mayExtendMarkdown = settings.markdown.mayHaveMorePlugins || script.findUsedModules(['use']).some(isOwnModule);
    const generator = withLinkRewriters(createConfiguredGenerator(settings), { path, text });
    return { ...generator, mayExtendMarkdown: () => mayExtendMarkdown };
  },
};

/** Formats, keys and tags of front matter. */
const frontMatterSupport = {
  frontMatterFormats: ['yaml'],
  frontMatterOptions: { yaml: jsYaml },
  frontMatterErrorEffects: {
    invalid: 'VitePress stops the build.',
    unclosed: 'VitePress takes all of the text for front matter, or stops the build.',
    mustStartAtFirstCharacter: true,
  },
  frontMatterKeys: vitepressKeys,
  tags: new Map(),
  getTemplates: () => outputTemplates,
} satisfies Partial<ConfiguredGenerator>;

function createConfiguredGenerator(settings: VitepressSettings): ConfiguredGenerator {
  const { sourceFolder, publicFolder, outputFolders, locales } = settings;
  return {
    ...identity,
    dialect: createDialect(settings.markdown),
    errors: [],
    locale: locales.find((each) => each.folder === '')?.code,
    localServer: { port: 5173, getCommand: () => 'npx vitepress dev' },
    ...frontMatterSupport,
    getCollection: (path) => getCollection(path, settings),
    isMarkdown,
    isOutputFolder: (path) => outputFolders.includes(path),
    isSkippedFolder: (path) => isSkippedFolder(path, settings),
    isSupportFile: (path) => getPathWithin(sourceFolder, path) !== undefined && isPathsLoader(path),
    folders: {
      static: [...(publicFolder === undefined ? [] : [publicFolder]), sourceFolder],
      styleSheets: [
        ...listStyleSheetFolders(outputFolders[0]!, publicFolder === undefined ? [] : [publicFolder]),
        `${configurationFolder}/theme`,
      ],
    },
    linking: createVitepressLinking(settings),
    insertion: {
      imageFolder: joinPath(publicFolder ?? joinPath(sourceFolder, 'public'), 'images'),
      formatPostReference: (path) => formatPostReference(path, settings),
    },
    publishing: {
      flags: [],
      siteConventions: conventionalFlags,
      dateKeys: ['date'],
      dateSample: '2000-01-01',
      draftDateOnPublish: 'replace',
    },
    getPublication: (source) => getPublication(source, settings),
    ...(locales.length > 0 && { languages: createVitepressLanguages(settings) }),
    newPostCollections: [{ name: 'pages', folder: sourceFolder }],
    createPostPath: (post, environment) => buildPostPath(post, createPostNameParts(post.title, environment)),
  };
}

/** Whether a folder holds no pages: it is not below the source folder, or the build ignores its name. */
function isSkippedFolder(path: string, { sourceFolder }: VitepressSettings): boolean {
  const sourcePath = getPathWithin(sourceFolder, path);
  if (sourcePath === undefined) return !`${sourceFolder}/`.startsWith(`${path}/`);
  return /(?:^|\/)(?:\.|dist(?:\/|$))/.test(sourcePath);
}

/** Returns the link to a page, `/guide/first`; the documentation leaves out extensions, and the build adds them by its settings. */
function formatPostReference(path: string, settings: VitepressSettings): string | undefined {
  const sourcePath = getSourcePath(path, settings);
  const route = sourcePath === undefined ? undefined : getRoute(sourcePath, settings);
  return route === undefined ? undefined : toUrl(route, { cleanUrls: true });
}
