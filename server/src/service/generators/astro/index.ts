import { noTemplates } from '../../syntax/templates/languages.ts';
import { gfm } from '../../dialects/gfm.ts';
import { isRecord } from '../shared/configurationFile.ts';
import { astroKeys, starlightKeys } from './keys.ts';
import { createAstroLanguages } from './languages.ts';
import { createAstroLinking } from './linking.ts';
import { parseAstroPath } from './file.ts';
import { dateKeys, getPublication } from './publication.ts';
import type { AstroSettings } from './settings.ts';
import { readSettings } from './settings.ts';
import type { ConfiguredGenerator, Generator } from '../contract/generator.ts';
import type { SiteFolders } from '../contract/folders.ts';
import { listStyleSheetFolders } from '../contract/folders.ts';
import { isMarkdown } from '../shared/markdownFile.ts';
import { createPostNameParts, buildPostPath } from '../shared/naming.ts';
import type { Publishing } from '../contract/publishing.ts';
import { conventionalFlags } from '../contract/publishing.ts';
import { withLinkRewriters } from '../shared/linkRewriters.ts';
import { addCommonTags } from '../shared/tags.ts';
import { joinPath } from '../../text/paths.ts';
import { readScript } from '../shared/script/index.ts';
import { jsYaml } from '../../syntax/frontMatter/options.ts';

const mainConfigurationFiles = ['mjs', 'js', 'ts', 'cjs', 'mts', 'cts'].map((extension) => `astro.config.${extension}`);
const contentConfigurationFiles = [
  'src/content.config.ts',
  'src/content.config.mjs',
  'src/content.config.js',
  'src/content/config.ts',
  'src/content/config.mjs',
  'src/content/config.js',
];

const identity = {
  id: 'astro',
  name: 'Astro',
  configurationFiles: [...mainConfigurationFiles, ...contentConfigurationFiles],
};

/** Astro, by its source (6.0): content collections and Markdown pages. Routes of collections are the site's own code. */
export const astro: Generator = {
  ...identity,
  urlKeys: ['slug'],
  detect: (names) => names.some((name) => mainConfigurationFiles.includes(name)),
  configure: (files) => {
    const [main, content] = [mainConfigurationFiles, contentConfigurationFiles].map((names) =>
      names.find((name) => files.has(name)),
    );
    if (main === undefined) return undefined;
    const declared = content === undefined ? undefined : readScript(files.get(content)!).getConstant('collections');
    const text = files.get(main)!;
    const settings = readSettings(readScript(text).exported ?? {}, isRecord(declared) ? declared : {});
    return withLinkRewriters(createConfiguredGenerator(settings), { path: main, text });
  },
};

const publishing: Publishing = {
  flags: [],
  siteConventions: conventionalFlags,
  dateKeys,
  dateSample: '2000-01-01',
  draftDateOnPublish: 'replace',
};

/** Formats, keys and tags of front matter. */
const frontMatterSupport = {
  frontMatterFormats: ['yaml', 'toml'],
  frontMatterOptions: { yaml: jsYaml, allowsLeadingSpace: true },
  frontMatterErrorEffects: {
    invalid: 'Astro stops the build.',
    unclosed: 'Astro prints it as text.',
    mustStartAtFirstCharacter: false,
  },
  tags: addCommonTags({}),
  getTemplates: () => noTemplates,
} satisfies Partial<ConfiguredGenerator>;

function createConfiguredGenerator(settings: AstroSettings): ConfiguredGenerator {
  const { sourceFolder, publicFolder, outputFolder, hasStarlight, locales } = settings;
  const pages = { name: 'pages', folder: joinPath(sourceFolder, 'pages') };
  const declaredCollections = settings.collections.map(({ name, folder }) => ({ name, folder }));
  const roots = [pages.folder, joinPath(sourceFolder, 'content'), ...declaredCollections.map(({ folder }) => folder)];
  return {
    ...identity,
    dialect: gfm(),
    errors: [],
    locale: locales[0],
    localServer: { port: 4321, getCommand: () => 'npx astro dev' },
    ...frontMatterSupport,
    frontMatterKeys: hasStarlight ? starlightKeys : astroKeys,
    getCollection: (path) => {
      const file = parseAstroPath(path, settings);
      return file && { name: file.name, folder: file.folder };
    },
    isMarkdown,
    isOutputFolder: (path) => path === outputFolder,
    isSkippedFolder: (path) => !roots.some((root) => isOnPathTo(root, path)),
    isSupportFile: (path) => path.startsWith('.astro/collections/'),
    hiddenFolders: ['.astro'],
    getCollectionOfSchema: (path) => /^\.astro\/collections\/([^/]+)\.schema\.json$/.exec(path)?.[1],
    declaresKeys: (files) => contentConfigurationFiles.some((file) => files.has(file)),
    folders: getSiteFolders(settings),
    linking: createAstroLinking(settings),
    publishing,
    getPublication: (source, environment) => getPublication(source, settings, environment),
    insertion: { imageFolder: joinPath(publicFolder, 'images') },
    languages: createAstroLanguages(settings),
    newPostCollections: [...declaredCollections, pages],
    createPostPath: (post, environment) => buildPostPath(post, createPostNameParts(post.title, environment)),
  };
}

function getSiteFolders({ sourceFolder, publicFolder, outputFolder }: AstroSettings): SiteFolders {
  return {
    static: [publicFolder, ''],
    processed: [joinPath(sourceFolder, 'assets'), sourceFolder],
    styleSheets: [`${outputFolder}/_astro`, ...listStyleSheetFolders(outputFolder, [publicFolder, sourceFolder, ''])],
  };
}

/** Whether a folder is above a root, the root itself or below it. */
function isOnPathTo(root: string, folder: string): boolean {
  return root === '' || `${root}/`.startsWith(`${folder}/`) || folder.startsWith(`${root}/`);
}
