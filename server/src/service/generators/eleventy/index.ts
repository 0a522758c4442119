import type { Dialect } from '../../dialects/dialect.ts';
import { createDialect } from './dialect.ts';
import { createEleventyInsertion } from './insertion.ts';
import { eleventyKeys } from './keys.ts';
import { createEleventyLinking } from './linking.ts';
import { getCollection, getPublication } from './publication.ts';
import { readConfiguration, readSettings } from './settings.ts';
import type { EleventySettings } from './settings.ts';
import type { ConfiguredGenerator, Generator } from '../contract/generator.ts';
import type { SiteFolders } from '../contract/folders.ts';
import { listStyleSheetFolders } from '../contract/folders.ts';
import { isMarkdown } from '../shared/markdownFile.ts';
import { getDataAuthorFileKind } from '../shared/authors.ts';
import { createPostNameParts, buildPostPath } from '../shared/naming.ts';
import { conventionalFlags } from '../contract/publishing.ts';
import { readConfigurationFile } from '../shared/configurationFile.ts';
import { withLinkRewriters } from '../shared/linkRewriters.ts';
import { readDependencies } from '../shared/markdownItPlugins.ts';
import { readScript } from '../shared/script/index.ts';
import { getPathWithin } from '../shared/values.ts';
import { basename, dirname } from '../../text/paths.ts';
import { jsYaml } from '../../syntax/frontMatter/options.ts';

import { isTemplatePage } from './templatePages.ts';
import { eleventyTags, getTemplates } from './templates.ts';

const configurations = [
  '.eleventy.js',
  'eleventy.config.js',
  'eleventy.config.mjs',
  'eleventy.config.cjs',
  'eleventy.config.ts',
];

const identity = { id: 'eleventy', name: 'Eleventy', configurationFiles: [...configurations, 'package.json'] };

/** Eleventy, by its source (3.1). What the site's own code decides is unknown. */
export const eleventy: Generator = {
  ...identity,
  urlKeys: ['permalink'],
  ignoredFolders: ['_site'],
  detect: (names) => names.some((name) => configurations.includes(name)),
  configure: (files) => {
    const path = configurations.find((name) => files.has(name));
    if (path === undefined) return undefined;
    const text = files.get(path)!;
    const script = readScript(text);
    const dependencies = readDependencies(readConfigurationFile('package.json', files.get('package.json') ?? '').data);
    const dialect = createDialect(script, text, dependencies.has('@11ty/eleventy') ? dependencies : undefined);
    const generator = createConfiguredGenerator(readSettings(readConfiguration(script, path, text)), dialect);
    return withLinkRewriters(generator, { path, text });
  },
};

function createConfiguredGenerator(settings: EleventySettings, dialect: Dialect): ConfiguredGenerator {
  return {
    ...identity,
    dialect,
    errors: [],
    timeZone: 'UTC',
    localServer: { port: 8080, getCommand: () => 'npx @11ty/eleventy --serve' },
    frontMatterFormats: ['yaml', 'json'],
    frontMatterOptions: { yaml: jsYaml },
    frontMatterErrorEffects: {
      invalid: 'Eleventy stops the build.',
      unclosed: 'Eleventy stops the build.',
      mustStartAtFirstCharacter: false,
    },
    frontMatterKeys: eleventyKeys,
    tags: eleventyTags,
    getTemplates: (path, siteView) => getTemplates(path, siteView, settings),
    getCollection: (path) => getCollection(path, settings),
    isMarkdown,
    isOutputFolder: (path) => path === settings.outputFolder,
    isSkippedFolder: (path) => isSkippedFolder(path, settings),
    isSupportFile: (path) => isSupportFile(path, settings),
    getAuthorFileKind: (path) => getDataAuthorFileKind(path, settings.dataFolder),
    includesFolder: settings.includesFolder,
    folders: getSiteFolders(settings),
    linking: createEleventyLinking(settings),
    insertion: createEleventyInsertion(settings),
    publishing: {
      flags: [],
      siteConventions: conventionalFlags,
      dateKeys: ['date'],
      dateSample: '2000-01-01',
      draftDateOnPublish: 'replace',
    },
    getPublication: (source) => getPublication(source, settings),
    newPostCollections: [{ name: 'pages', folder: settings.inputFolder }],
    createPostPath: (post, environment) => buildPostPath(post, createPostNameParts(post.title, environment)),
  };
}

function getSiteFolders({ inputFolder, outputFolder, passthroughCopies }: EleventySettings): SiteFolders {
  const toRoot = passthroughCopies.filter(({ to }) => to === '').map(({ from }) => from);
  return {
    static: [...new Set([inputFolder, ...toRoot, ''])],
    processed: ['public', 'assets'],
    styleSheets: listStyleSheetFolders(outputFolder, [inputFolder, 'public', 'assets', '']),
  };
}

function isSkippedFolder(
  path: string,
  { inputFolder, includesFolder, dataFolder, outputFolder }: EleventySettings,
): boolean {
  const isAbove = `${inputFolder}/`.startsWith(`${path}/`);
  return (
    (!isAbove && getPathWithin(inputFolder, path) === undefined) ||
    path === outputFolder ||
    path === includesFolder ||
    path === dataFolder ||
    path.startsWith('.')
  );
}

/** Whether a file is a data file of a folder or page, a template of pages, or a layout, which can have data too. */
function isSupportFile(path: string, settings: EleventySettings): boolean {
  const { inputFolder, includesFolder, layoutsFolder, dataFolder, ignoreFiles, importedFiles } = settings;
  if (ignoreFiles.includes(path) || importedFiles.includes(path)) return true;
  if (isTemplatePage(path, settings)) return true;
  if (getPathWithin(inputFolder, path) === undefined && getPathWithin(includesFolder, path) === undefined) return false;
  if (/\.11tydata\.(?:json|m?js|cjs)$/.test(path) || isDirectoryDataFile(path)) return true;
  if (getPathWithin(dataFolder, path) !== undefined) return path.endsWith('.json');
  return (
    getPathWithin(layoutsFolder ?? includesFolder, path) !== undefined &&
    /\.(?:njk|liquid|html|webc|hbs|ejs|pug|md)$/.test(path)
  );
}

/** Whether a file is a directory data file: `posts/posts.json`. */
function isDirectoryDataFile(path: string): boolean {
  const folder = basename(dirname(path));
  return folder !== '' && basename(path) === `${folder}.json`;
}
