import { createNunjucks, noTemplates } from '../../syntax/templates/languages.ts';
import { joinPath } from '../../text/paths.ts';
import { listStyleSheetFolders } from '../contract/folders.ts';
import type { ConfiguredGenerator, Generator } from '../contract/generator.ts';
import { buildPostPath, createPostNameParts } from '../shared/naming.ts';
import { createPythonDialect, isUnknownExtension } from '../shared/pythonMarkdown.ts';
import { getPathWithin } from '../shared/values.ts';
import { pelicanKeys } from './keys.ts';
import { createPelicanLinking } from './linking.ts';
import { getCollection, isMarkdown } from './page.ts';
import { getPublication } from './publication.ts';
import type { PelicanSettings } from './settings.ts';
import { readSettings } from './settings.ts';

const identity = { id: 'pelican', name: 'Pelican', configurationFiles: ['pelicanconf.py', 'publishconf.py'] };
const jinja = createNunjucks(new Map());

/** Pelican, by its source (4.8). Of its settings only what is written plainly is known. */
export const pelican: Generator = {
  ...identity,
  urlKeys: ['slug', 'url', 'save_as'],
  detect: (names) => names.includes('pelicanconf.py'),
  configure: (files) => {
    const text = files.get('pelicanconf.py');
    return text === undefined ? undefined : createConfiguredGenerator(readSettings(text, files.get('publishconf.py')));
  },
};

const frontMatterSupport = {
  frontMatterKeys: pelicanKeys,
  tags: new Map(),
  areKeysCaseInsensitive: true,
  isMarkdown,
  publishing: {
    flags: [{ key: 'status', draftValue: 'draft', publishedValue: 'published' }],
    dateKeys: ['date'],
    dateSample: '2000-01-01 00:00',
    draftDateOnPublish: 'replace',
    areKeysCaseInsensitive: true,
  },
} satisfies Partial<ConfiguredGenerator>;

function createConfiguredGenerator(settings: PelicanSettings): ConfiguredGenerator {
  const { contentFolder, outputFolder, extensions, otherPlugins } = settings;
  const mayExtendMarkdown = otherPlugins.length > 0 || [...extensions.keys()].some(isUnknownExtension);
  const content = joinPath(contentFolder, settings.articleFolders[0] ?? '');
  return {
    ...identity,
    ...frontMatterSupport,
    dialect: createPythonDialect(extensions, undefined),
    mayExtendMarkdown: () => mayExtendMarkdown,
    errors: [],
    ...(settings.timeZone !== undefined && { timeZone: settings.timeZone }),
    ...(settings.defaultLanguage !== undefined && { locale: settings.defaultLanguage }),
    localServer: { port: 8000, getCommand: () => 'pelican --autoreload --listen' },
    frontMatterFormats: settings.readsYaml ? ['yaml'] : ['meta'],
    getTemplates: () => (settings.hasTemplates ? jinja : noTemplates),
    getCollection: (path) => getCollection(path, settings),
    isOutputFolder: (path) => path === outputFolder,
    isSkippedFolder: (path) => isSkippedFolder(path, settings),
    folders: {
      static: [contentFolder],
      styleSheets: listStyleSheetFolders(outputFolder, ['theme/static', contentFolder]),
    },
    linking: createPelicanLinking(settings),
    getPublication: (source, environment) => getPublication(source, environment, settings),
    insertion: {
      imageFolder: joinPath(contentFolder, settings.staticFolders[0] ?? 'images'),
      formatPostReference: (path) => `{filename}/${getPathWithin(contentFolder, path) ?? path}`,
    },
    newPostCollections: [
      { name: 'articles', folder: content },
      { name: 'pages', folder: joinPath(contentFolder, settings.pageFolders[0] ?? 'pages') },
    ],
    createPostPath: (post, environment) => buildPostPath(post, createPostNameParts(post.title, environment)),
  };
}

/** Whether a folder holds no content. */
function isSkippedFolder(path: string, { contentFolder }: PelicanSettings): boolean {
  return getPathWithin(contentFolder, `${path}/`) === undefined && !`${contentFolder}/`.startsWith(`${path}/`);
}
