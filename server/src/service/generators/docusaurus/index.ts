import { gfm } from '../../dialects/gfm.ts';
import { mdx } from '../../dialects/mdx.ts';
import { relativePath } from '../../text/paths.ts';
import { docusaurusKeys } from './keys.ts';
import { docusaurusLanguages } from './languages.ts';
import { docusaurusLinking } from './linking.ts';
import { locate } from './address.ts';
import { publicationOf } from './publication.ts';
import type { DocusaurusSettings } from './settings.ts';
import { readSettings } from './settings.ts';
import type { ConfiguredGenerator, Generator } from '../contract/generator.ts';
import { styleFoldersIn } from '../contract/folders.ts';
import { isMarkdown } from '../shared/markdownFile.ts';
import { namingOf, pathLike } from '../shared/naming.ts';
import { draftFlag } from '../contract/publishing.ts';
import { withCommonTags } from '../shared/tags.ts';
import { isRedirectsFile } from '../shared/redirects.ts';
import { readScript } from '../shared/script/index.ts';

const identity = {
  id: 'docusaurus',
  name: 'Docusaurus',
  configurationFiles: ['js', 'ts', 'mjs', 'cjs', 'mts', 'cts'].map((extension) => `docusaurus.config.${extension}`),
};

/** Docusaurus with its plugins for blog, docs and pages; facts by their source (3.10). */
export const docusaurus: Generator = {
  ...identity,
  addressKeys: ['slug', 'id'],
  detect: (names) => names.some((name) => identity.configurationFiles.includes(name)),
  configure: (files) => {
    const name = identity.configurationFiles.find((file) => files.has(file));
    return name === undefined ? undefined : configured(readSettings(readScript(files.get(name)!).exported ?? {}));
  },
};

/** What front matter can be and hold. */
const frontMatter = {
  frontMatterFormats: ['yaml'],
  frontMatterDefects: {
    unreadable: 'Docusaurus stops the build.',
    unclosed: 'Docusaurus stops the build.',
    wantsFirstCharacter: false,
  },
  keys: docusaurusKeys,
  tags: withCommonTags({}),
  preview: { excerptMarks: () => ['truncate', 'more'] },
  areTermsCaseInsensitive: true,
} satisfies Partial<ConfiguredGenerator>;

function configured(settings: DocusaurusSettings): ConfiguredGenerator {
  const { sources, staticFolders, defaultLocale, isMdx } = settings;
  return {
    ...identity,
    dialect: isMdx ? mdx() : gfm(),
    errors: [],
    locale: defaultLocale,
    localServer: { port: 3000, command: () => 'npx docusaurus start --no-open' },
    ...frontMatter,
    collectionOf: (path) => {
      const source = locate(path, settings)?.source;
      return source && { name: source.name, folder: source.folder };
    },
    isMarkdown,
    isOutput: (path) => path === 'build' || path === '.docusaurus',
    skipFolder: (path) =>
      !sources.some(({ folder }) => `${folder}/`.startsWith(`${path}/`) || path.startsWith(`${folder}/`)),
    reads: (path) => isRedirectsFile(path) || (/\/(?:authors|tags)\.ya?ml$/.test(path) && isInSources(path, settings)),
    authorsIn: (path) => (/\/authors\.ya?ml$/.test(path) && isInSources(path, settings) ? 'all' : undefined),
    folders: { published: [...staticFolders, ''], styles: styleFoldersIn('build', [...staticFolders, 'src', '']) },
    linking: docusaurusLinking(settings),
    publishing: { flags: [draftFlag], dateKeys: ['date'], dateSample: '2000-01-01', draftDate: 'gives way' },
    publication: (source) => publicationOf(source, settings),
    insertion: {
      imageFolder: `${staticFolders[0] ?? 'static'}/img`,
      postReference: (path, from) => relativePath(from, path),
    },
    languages: docusaurusLanguages(settings),
    places: sources
      .filter(({ locale }) => locale === undefined)
      .sort((a, b) => (a.kind < b.kind ? -1 : 1))
      .map(({ name, folder }) => ({ name, folder })),
    newPostPath: (post, environment) => {
      const isBlog = sources.some(({ kind, folder }) => kind === 'blog' && folder === post.collection.folder);
      return pathLike(post, namingOf(post.title, environment, isBlog));
    },
  };
}

function isInSources(path: string, { sources }: DocusaurusSettings): boolean {
  return sources.some(({ folder }) => path.startsWith(`${folder}/`));
}
