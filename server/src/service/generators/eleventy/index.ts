import { markdownIt } from '../../dialects/markdownIt.ts';
import { eleventyInsertion } from './insertion.ts';
import { eleventyKeys } from './keys.ts';
import { eleventyLinking } from './linking.ts';
import { collectionIn, publicationOf } from './publication.ts';
import { dataOf, readSettings } from './settings.ts';
import type { EleventySettings } from './settings.ts';
import type { ConfiguredGenerator, Generator } from '../contract/generator.ts';
import type { SiteFolders } from '../contract/folders.ts';
import { styleFoldersIn } from '../contract/folders.ts';
import { isMarkdown } from '../shared/markdownFile.ts';
import { authorsInData } from '../shared/authors.ts';
import { namingOf, pathLike } from '../shared/naming.ts';
import { ownFlags } from '../contract/publishing.ts';
import { withCommonTags } from '../shared/tags.ts';
import { isRedirectsFile } from '../shared/redirects.ts';
import { readScript } from '../shared/script/index.ts';
import { below } from '../shared/values.ts';
import { basename, dirname } from '../../text/paths.ts';

const identity = {
  id: 'eleventy',
  name: 'Eleventy',
  configurationFiles: [
    '.eleventy.js',
    'eleventy.config.js',
    'eleventy.config.mjs',
    'eleventy.config.cjs',
    'eleventy.config.ts',
  ],
};

/** Eleventy; facts by its source (3.1). What the site's own code decides is left to it. */
export const eleventy: Generator = {
  ...identity,
  addressKeys: ['permalink'],
  foldersWithoutSites: ['_site'],
  detect: (names) => names.some((name) => identity.configurationFiles.includes(name)),
  configure: (files) => {
    const text = identity.configurationFiles.map((name) => files.get(name)).find((each) => each !== undefined);
    return text === undefined ? undefined : configured(readSettings(dataOf(readScript(text), text)));
  },
};

function configured(settings: EleventySettings): ConfiguredGenerator {
  return {
    ...identity,
    dialect: markdownIt(),
    errors: [],
    timeZone: 'UTC',
    localServer: { port: 8080, command: () => 'npx @11ty/eleventy --serve' },
    frontMatterFormats: ['yaml', 'json'],
    frontMatterDefects: {
      unreadable: 'Eleventy stops the build.',
      unclosed: 'Eleventy stops the build.',
      wantsFirstCharacter: false,
    },
    keys: eleventyKeys,
    tags: withCommonTags({ highlight: { isCode: true }, include: { names: 'include' } }),
    collectionOf: (path) => collectionIn(path, settings),
    isMarkdown,
    isOutput: (path) => path === settings.outputFolder,
    skipFolder: (path) => isSkipped(path, settings),
    reads: (path) => isRedirectsFile(path) || isSupport(path, settings),
    authorsIn: (path) => authorsInData(path, settings.dataFolder),
    includesFolder: settings.includesFolder,
    folders: foldersOf(settings),
    linking: eleventyLinking(settings),
    insertion: eleventyInsertion(settings),
    publishing: {
      flags: [],
      siteConventions: ownFlags,
      dateKeys: ['date'],
      dateSample: '2000-01-01',
      draftDate: 'gives way',
    },
    publication: (source) => publicationOf(source, settings),
    places: [{ name: 'pages', folder: settings.inputFolder }],
    newPostPath: (post, environment) => pathLike(post, namingOf(post.title, environment, false)),
  };
}

function foldersOf({ inputFolder, outputFolder, copies }: EleventySettings): SiteFolders {
  const toRoot = copies.filter(({ to }) => to === '').map(({ from }) => from);
  return {
    published: [...new Set([inputFolder, ...toRoot, ''])],
    processed: ['public', 'assets'],
    styles: styleFoldersIn(outputFolder, [inputFolder, 'public', 'assets', '']),
  };
}

function isSkipped(path: string, { inputFolder, includesFolder, dataFolder, outputFolder }: EleventySettings): boolean {
  const isAbove = `${inputFolder}/`.startsWith(`${path}/`);
  return (
    (!isAbove && below(inputFolder, path) === undefined) ||
    path === outputFolder ||
    path === includesFolder ||
    path === dataFolder ||
    path.startsWith('.')
  );
}

/** Data files of folders and pages, and the layouts, which may have data as well. */
function isSupport(
  path: string,
  { inputFolder, includesFolder, layoutsFolder, dataFolder }: EleventySettings,
): boolean {
  if (path === '.eleventyignore') return true;
  if (below(inputFolder, path) === undefined && below(includesFolder, path) === undefined) return false;
  if (/\.11tydata\.(?:json|m?js|cjs)$/.test(path) || isFolderData(path)) return true;
  if (below(dataFolder, path) !== undefined) return path.endsWith('.json');
  return (
    below(layoutsFolder ?? includesFolder, path) !== undefined &&
    /\.(?:njk|liquid|html|webc|hbs|ejs|pug|md)$/.test(path)
  );
}

/** `posts/posts.json`: the data of a folder's files. */
function isFolderData(path: string): boolean {
  const folder = basename(dirname(path));
  return folder !== '' && basename(path) === `${folder}.json`;
}
