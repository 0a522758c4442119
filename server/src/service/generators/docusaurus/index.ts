import { noTemplates } from '../../syntax/templates/languages.ts';
import { gfm } from '../../dialects/gfm.ts';
import { mdx } from '../../dialects/mdx.ts';
import { relativePath } from '../../text/paths.ts';
import { docusaurusKeys } from './keys.ts';
import { createDocusaurusLanguages } from './languages.ts';
import { createDocusaurusLinking } from './linking.ts';
import { parseDocusaurusPath } from './url.ts';
import { getPublication } from './publication.ts';
import type { DocusaurusSettings } from './settings.ts';
import { readSettings } from './settings.ts';
import type { SiteFolders } from '../contract/folders.ts';
import type { ConfiguredGenerator, Generator } from '../contract/generator.ts';
import type { Environment, NewPostSource } from '../contract/model.ts';
import { listStyleSheetFolders } from '../contract/folders.ts';
import { isMarkdown } from '../shared/markdownFile.ts';
import { createPostNameParts, buildPostPath } from '../shared/naming.ts';
import { draftFlag } from '../contract/publishing.ts';
import { withLinkRewriters } from '../shared/linkRewriters.ts';
import { addCommonTags } from '../shared/tags.ts';
import { readScript } from '../shared/script/index.ts';
import { jsYaml } from '../../syntax/frontMatter/options.ts';

const identity = {
  id: 'docusaurus',
  name: 'Docusaurus',
  configurationFiles: ['js', 'ts', 'mjs', 'cjs', 'mts', 'cts'].map((extension) => `docusaurus.config.${extension}`),
};

/** Docusaurus with its plugins for blog, docs and pages, by their source (3.10). */
export const docusaurus: Generator = {
  ...identity,
  urlKeys: ['slug', 'id'],
  detect: (names) => names.some((name) => identity.configurationFiles.includes(name)),
  configure: (files) => {
    const path = identity.configurationFiles.find((file) => files.has(file));
    if (path === undefined) return undefined;
    const text = files.get(path)!;
    return withLinkRewriters(createConfiguredGenerator(readSettings(readScript(text).exported ?? {})), { path, text });
  },
};

/** Formats, keys and tags of front matter. */
const frontMatterSupport = {
  frontMatterFormats: ['yaml'],
  frontMatterOptions: { yaml: jsYaml },
  frontMatterErrorEffects: {
    invalid: 'Docusaurus stops the build.',
    unclosed: 'Docusaurus stops the build.',
    mustStartAtFirstCharacter: false,
  },
  frontMatterKeys: docusaurusKeys,
  tags: addCommonTags({}),
  getTemplates: () => noTemplates,
  preview: { getExcerptSeparators: () => ['truncate', 'more'] },
  areTermsCaseInsensitive: true,
} satisfies Partial<ConfiguredGenerator>;

function createConfiguredGenerator(settings: DocusaurusSettings): ConfiguredGenerator {
  const { contentPlugins, staticFolders, defaultLocale, isMdx } = settings;
  return {
    ...identity,
    dialect: isMdx ? mdx() : gfm(),
    errors: [],
    locale: defaultLocale,
    localServer: { port: 3000, getCommand: () => 'npx docusaurus start --no-open' },
    ...frontMatterSupport,
    getCollection: (path) => {
      const plugin = parseDocusaurusPath(path, settings)?.plugin;
      return plugin && { name: plugin.name, folder: plugin.folder };
    },
    isMarkdown,
    isOutputFolder: (path) => path === 'build' || path === '.docusaurus',
    isSkippedFolder: (path) =>
      !contentPlugins.some(({ folder }) => `${folder}/`.startsWith(`${path}/`) || path.startsWith(`${folder}/`)),
    isSupportFile: (path) => /\/(?:authors|tags)\.ya?ml$/.test(path) && isInContentFolder(path, settings),
    getAuthorFileKind: (path) =>
      /\/authors\.ya?ml$/.test(path) && isInContentFolder(path, settings) ? 'all' : undefined,
    folders: getSiteFolders(settings),
    linking: createDocusaurusLinking(settings),
    publishing: { flags: [draftFlag], dateKeys: ['date'], dateSample: '2000-01-01', draftDateOnPublish: 'replace' },
    getPublication: (source) => getPublication(source, settings),
    insertion: {
      imageFolder: `${staticFolders[0] ?? 'static'}/img`,
      formatPostReference: (path, from) => relativePath(from, path),
    },
    languages: createDocusaurusLanguages(settings),
    newPostCollections: contentPlugins
      .filter(({ locale }) => locale === undefined)
      .sort((a, b) => (a.kind < b.kind ? -1 : 1))
      .map(({ name, folder }) => ({ name, folder })),
    createPostPath: (post, environment) => createPostPath(post, settings, environment),
  };
}

function getSiteFolders({ staticFolders }: DocusaurusSettings): SiteFolders {
  return {
    static: [...staticFolders, ''],
    styleSheets: listStyleSheetFolders('build', [...staticFolders, 'src', '']),
  };
}

function createPostPath(post: NewPostSource, { contentPlugins }: DocusaurusSettings, environment: Environment): string {
  const isBlog = contentPlugins.some(({ kind, folder }) => kind === 'blog' && folder === post.collection.folder);
  return buildPostPath(post, createPostNameParts(post.title, environment, { startsWithDate: isBlog }));
}

function isInContentFolder(path: string, { contentPlugins }: DocusaurusSettings): boolean {
  return contentPlugins.some(({ folder }) => path.startsWith(`${folder}/`));
}
