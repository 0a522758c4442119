import { readConfigurationFile } from '../shared/configurationFile.ts';
import type { Configuration, Generator } from '../contract/generator.ts';
import { isMarkdown } from '../shared/markdownFile.ts';
import { namingOf, pathLike } from '../shared/naming.ts';
import { draftFlag } from '../contract/publishing.ts';
import { isRedirectsFile } from '../shared/redirects.ts';
import { zolaKeys } from './keys.ts';
import { zolaLanguages } from './languages.ts';
import { zolaLinking } from './linking.ts';
import { collectionIn, fileOf } from './page.ts';
import { publicationOf } from './publication.ts';
import { settingsOf } from './settings.ts';

const configurationFiles = ['zola.toml', 'config.toml'];
const ofHugo = ['layouts', 'archetypes'];

/** Zola; facts by its source (0.21). */
export const zola: Generator = {
  id: 'zola',
  name: 'Zola',
  localServer: { port: 1111, command: () => 'zola serve --drafts' },
  detect: (names) =>
    names.includes('zola.toml') ||
    (names.includes('config.toml') &&
      names.includes('content') &&
      names.includes('templates') &&
      !ofHugo.some((name) => names.includes(name))),
  configurationFiles,
  configure,
  frontMatterFormats: ['toml', 'yaml'],
  frontMatterDefects: {
    unreadable: 'Zola stops the build.',
    unclosed: 'Zola stops the build.',
    wantsFirstCharacter: false,
  },
  keys: () => zolaKeys,
  areTermsCaseInsensitive: true,
  collectionOf: (path, configuration) => {
    const file = fileOf(path, settingsOf(configuration));
    return file && collectionIn(path, file);
  },
  isMarkdown,
  isOutput: (path, configuration) => path === settingsOf(configuration).outputFolder,
  skipFolder: (path) => path !== 'content' && !path.startsWith('content/'),
  reads: isRedirectsFile,
  affectsOtherPosts: (path) => /(?:^|\/)_?index\.(?:[^/]+\.)?md$/.test(path),
  linking: zolaLinking,
  publishing: { flags: [draftFlag], dateKeys: ['date'], dateSample: '2000-01-01', draftDate: 'gives way' },
  publication: publicationOf,
  languages: zolaLanguages,
  places: () => [{ name: 'pages', folder: 'content' }],
  newPostPath: (post, environment) => pathLike(post, namingOf(post.title, environment, false)),
  timeZone: () => undefined,
};

function configure(files: ReadonlyMap<string, string>): Configuration | undefined {
  const name = configurationFiles.find((file) => files.has(file));
  if (name === undefined) return undefined;
  const { data, errors } = readConfigurationFile(name, files.get(name)!);
  return { data, dialect: 'gfm', errors };
}
