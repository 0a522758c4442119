import { createDialect } from './dialect.ts';
import { readConfigurationFile } from '../shared/configurationFile.ts';
import type { ConfiguredGenerator, Generator } from '../contract/generator.ts';
import type { ConfigurationError } from '../contract/model.ts';
import { listStyleSheetFolders } from '../contract/folders.ts';
import { isMarkdown } from '../shared/markdownFile.ts';
import { createPostNameParts, buildPostPath } from '../shared/naming.ts';
import { draftFlag } from '../contract/publishing.ts';
import { createCalls } from '../../syntax/templates/languages.ts';
import { addCommonTags } from '../shared/tags.ts';
import { createZolaInsertion } from './insertion.ts';
import { zolaKeys } from './keys.ts';
import { createZolaLanguages } from './languages.ts';
import { createZolaLinking } from './linking.ts';
import { getCollection, parseZolaPath } from './page.ts';
import { getPublication } from './publication.ts';
import type { ZolaSettings } from './settings.ts';
import { readSettings } from './settings.ts';

const zolaTags = addCommonTags({});
const zolaTemplates = createCalls(zolaTags);

const identity = { id: 'zola', name: 'Zola', configurationFiles: ['zola.toml', 'config.toml'] };
const hugoFolders = ['layouts', 'archetypes'];

/** Zola, by its source (0.21). */
export const zola: Generator = {
  ...identity,
  urlKeys: ['path', 'slug'],
  redirectKeys: ['aliases'],
  ignoredFolders: ['themes'],
  detect: (names) =>
    names.includes('zola.toml') ||
    (names.includes('config.toml') &&
      names.includes('content') &&
      names.includes('templates') &&
      !hugoFolders.some((name) => names.includes(name))),
  configure: (files) => {
    const name = identity.configurationFiles.find((file) => files.has(file));
    if (name === undefined) return undefined;
    const { data, errors } = readConfigurationFile(name, files.get(name)!);
    return { ...createConfiguredGenerator(readSettings(data), errors), preview: { getSiteVariables: () => data } };
  },
};

function createConfiguredGenerator(settings: ZolaSettings, errors: readonly ConfigurationError[]): ConfiguredGenerator {
  return {
    ...identity,
    dialect: createDialect(settings),
    errors,
    locale: settings.defaultLanguage,
    localServer: { port: 1111, getCommand: () => 'zola serve --drafts' },
    frontMatterFormats: ['toml', 'yaml'],
    frontMatterOptions: { allowsLeadingSpace: true, refusesImpossibleDates: true },
    frontMatterErrorEffects: {
      invalid: 'Zola stops the build.',
      unclosed: 'Zola stops the build.',
      mustStartAtFirstCharacter: false,
    },
    frontMatterKeys: zolaKeys,
    tags: zolaTags,
    getTemplates: () => zolaTemplates,
    taxonomies: settings.defaultLanguageTaxonomies,
    areTermsCaseInsensitive: true,
    getCollection: (path) => {
      const file = parseZolaPath(path, settings);
      return file && getCollection(path, file);
    },
    isMarkdown,
    isOutputFolder: (path) => path === settings.outputFolder,
    isSkippedFolder: (path) => path !== 'content' && !path.startsWith('content/'),
    affectsOtherPosts: (path) => /(?:^|\/)_?index\.(?:[^/]+\.)?md$/.test(path),
    folders: {
      static: ['static', ''],
      styleSheets: listStyleSheetFolders(settings.outputFolder, ['static', 'sass', '']),
    },
    linking: createZolaLinking(settings),
    publishing: { flags: [draftFlag], dateKeys: ['date'], dateSample: '2000-01-01', draftDateOnPublish: 'replace' },
    getPublication: (source) => getPublication(source, settings),
    insertion: createZolaInsertion(settings),
    languages: createZolaLanguages(settings),
    newPostCollections: [{ name: 'pages', folder: 'content' }],
    createPostPath: (post, environment) => buildPostPath(post, createPostNameParts(post.title, environment)),
  };
}
