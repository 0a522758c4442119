import { createNunjucks, noTemplates } from '../../syntax/templates/languages.ts';
import { joinPath, relativePath } from '../../text/paths.ts';
import type { SiteFolders } from '../contract/folders.ts';
import { listStyleSheetFolders } from '../contract/folders.ts';
import type { ConfiguredGenerator, Generator } from '../contract/generator.ts';
import type { Collection, ConfigurationError } from '../contract/model.ts';
import { draftFlag } from '../contract/publishing.ts';
import { readConfigurationFile } from '../shared/configurationFile.ts';
import { buildPostPath, createPostNameParts } from '../shared/naming.ts';
import { anyText, createPythonDialect, isUnknownExtension } from '../shared/pythonMarkdown.ts';
import { getPathWithin } from '../shared/values.ts';
import { mkdocsKeys } from './keys.ts';
import { createMkdocsLinking } from './linking.ts';
import { getCollection, isPage } from './page.ts';
import { getPublication } from './publication.ts';
import type { MkdocsSettings } from './settings.ts';
import { readSettings } from './settings.ts';

const identity = { id: 'mkdocs', name: 'MkDocs', configurationFiles: ['mkdocs.yml', 'mkdocs.yaml'] };
const jinja = createNunjucks(new Map());

/** MkDocs, by its source (1.4 and 1.6), with the blog of Material for MkDocs by its documentation (9.5). */
export const mkdocs: Generator = {
  ...identity,
  urlKeys: ['slug'],
  detect: (names) => identity.configurationFiles.some((name) => names.includes(name)),
  configure: (files) => {
    const name = identity.configurationFiles.find((file) => files.has(file));
    if (name === undefined) return undefined;
    const { data, errors } = readConfigurationFile(name, files.get(name)!);
    return createConfiguredGenerator(readSettings(data), errors);
  },
};

const frontMatterSupport = {
  frontMatterFormats: ['yaml', 'meta'],
  frontMatterErrorEffects: {
    invalid: 'MkDocs takes it for text of the page.',
    unclosed: 'MkDocs takes it for text of the page.',
    mustStartAtFirstCharacter: true,
  },
  frontMatterKeys: mkdocsKeys,
  tags: new Map(),
} satisfies Partial<ConfiguredGenerator>;

function createConfiguredGenerator(
  settings: MkdocsSettings,
  errors: readonly ConfigurationError[],
): ConfiguredGenerator {
  const { docsFolder, outputFolder, extensions, definesLabels, hasTemplates, otherPlugins } = settings;
  const mayExtendMarkdown = otherPlugins.length > 0 || [...extensions.keys()].some(isUnknownExtension);
  return {
    ...identity,
    dialect: createPythonDialect(extensions, definesLabels || otherPlugins.length > 0 ? anyText : undefined),
    mayExtendMarkdown: () => mayExtendMarkdown,
    errors,
    ...(settings.language !== undefined && { locale: settings.language }),
    localServer: { port: 8000, getCommand: () => 'mkdocs serve' },
    ...frontMatterSupport,
    getTemplates: () => (hasTemplates ? jinja : noTemplates),
    areTermsCaseInsensitive: true,
    getCollection: (path) => getCollection(path, settings),
    isMarkdown: isPage,
    isOutputFolder: (path) => path === outputFolder,
    isSkippedFolder: (path) => isSkippedFolder(path, settings),
    folders: getFolders(settings),
    linking: createMkdocsLinking(settings),
    publishing: {
      flags: settings.blogs.length > 0 ? [draftFlag] : [],
      dateKeys: ['date'],
      dateSample: '2000-01-01',
      draftDateOnPublish: 'replace',
    },
    getPublication: (source) => getPublication(source, settings),
    insertion: {
      imageFolder: joinPath(docsFolder, 'images'),
      formatPostReference: (path, from) =>
        getPathWithin(docsFolder, path) === undefined ? undefined : relativePath(from, path),
    },
    newPostCollections: listCollections(settings),
    createPostPath: (post, environment) => buildPostPath(post, createPostNameParts(post.title, environment)),
  };
}

/** Whether a folder holds no pages: it is not below `docs_dir`. */
function isSkippedFolder(path: string, { docsFolder }: MkdocsSettings): boolean {
  return getPathWithin(docsFolder, `${path}/`) === undefined && !`${docsFolder}/`.startsWith(`${path}/`);
}

function getFolders({ docsFolder, outputFolder, themeFolder }: MkdocsSettings): SiteFolders {
  const sources = [
    docsFolder,
    joinPath(docsFolder, 'stylesheets'),
    ...(themeFolder === undefined ? [] : [themeFolder]),
  ];
  return { static: [docsFolder], styleSheets: listStyleSheetFolders(outputFolder, sources) };
}

function listCollections({ docsFolder, blogs }: MkdocsSettings): Collection[] {
  const posts = blogs.map(({ postFolder }) => ({ name: 'posts', folder: joinPath(docsFolder, postFolder) }));
  return [...posts, { name: 'pages', folder: docsFolder }];
}
