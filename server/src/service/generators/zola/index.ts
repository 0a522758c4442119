import { dialectOf } from './dialect.ts';
import { readConfigurationFile } from '../shared/configurationFile.ts';
import type { ConfiguredGenerator, Generator } from '../contract/generator.ts';
import type { ConfigurationError } from '../contract/model.ts';
import { styleFoldersIn } from '../contract/folders.ts';
import { isMarkdown } from '../shared/markdownFile.ts';
import { namingOf, pathLike } from '../shared/naming.ts';
import { draftFlag } from '../contract/publishing.ts';
import { withCommonTags } from '../shared/tags.ts';
import { isRedirectsFile } from '../shared/redirects.ts';
import { zolaInsertion } from './insertion.ts';
import { zolaKeys } from './keys.ts';
import { zolaLanguages } from './languages.ts';
import { zolaLinking } from './linking.ts';
import { collectionIn, fileOf } from './page.ts';
import { publicationOf } from './publication.ts';
import type { ZolaSettings } from './settings.ts';
import { readSettings } from './settings.ts';

const identity = { id: 'zola', name: 'Zola', configurationFiles: ['zola.toml', 'config.toml'] };
const ofHugo = ['layouts', 'archetypes'];

/** Zola; facts by its source (0.21). */
export const zola: Generator = {
  ...identity,
  addressKeys: ['path', 'slug'],
  redirectKeys: ['aliases'],
  foldersWithoutSites: ['themes'],
  detect: (names) =>
    names.includes('zola.toml') ||
    (names.includes('config.toml') &&
      names.includes('content') &&
      names.includes('templates') &&
      !ofHugo.some((name) => names.includes(name))),
  configure: (files) => {
    const name = identity.configurationFiles.find((file) => files.has(file));
    if (name === undefined) return undefined;
    const { data, errors } = readConfigurationFile(name, files.get(name)!);
    return { ...configured(readSettings(data), errors), preview: { siteVariables: () => data } };
  },
};

function configured(settings: ZolaSettings, errors: readonly ConfigurationError[]): ConfiguredGenerator {
  return {
    ...identity,
    dialect: dialectOf(settings.anchors),
    errors,
    locale: settings.defaultLanguage,
    localServer: { port: 1111, command: () => 'zola serve --drafts' },
    frontMatterFormats: ['toml', 'yaml'],
    frontMatterDefects: {
      unreadable: 'Zola stops the build.',
      unclosed: 'Zola stops the build.',
      wantsFirstCharacter: false,
    },
    keys: zolaKeys,
    tags: withCommonTags({}),
    taxonomies: settings.ownTaxonomies,
    areTermsCaseInsensitive: true,
    collectionOf: (path) => {
      const file = fileOf(path, settings);
      return file && collectionIn(path, file);
    },
    isMarkdown,
    isOutput: (path) => path === settings.outputFolder,
    skipFolder: (path) => path !== 'content' && !path.startsWith('content/'),
    reads: isRedirectsFile,
    affectsOtherPosts: (path) => /(?:^|\/)_?index\.(?:[^/]+\.)?md$/.test(path),
    folders: { published: ['static', ''], styles: styleFoldersIn(settings.outputFolder, ['static', 'sass', '']) },
    linking: zolaLinking(settings),
    publishing: { flags: [draftFlag], dateKeys: ['date'], dateSample: '2000-01-01', draftDate: 'gives way' },
    publication: (source) => publicationOf(source, settings),
    insertion: zolaInsertion(settings),
    languages: zolaLanguages(settings),
    places: [{ name: 'pages', folder: 'content' }],
    newPostPath: (post, environment) => pathLike(post, namingOf(post.title, environment, false)),
  };
}
