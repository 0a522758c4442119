import { isRecord } from '../shared/configurationFile.ts';
import { docusaurusKeys } from './keys.ts';
import { docusaurusLanguages } from './languages.ts';
import { docusaurusLinking } from './linking.ts';
import { locate } from './address.ts';
import { publicationOf } from './publication.ts';
import type { DocusaurusSettings } from './settings.ts';
import { settingsOf } from './settings.ts';
import type { Configuration, Generator } from '../contract/generator.ts';
import { isMarkdown } from '../shared/markdownFile.ts';
import { namingOf, pathLike } from '../shared/naming.ts';
import { draftFlag } from '../contract/publishing.ts';
import { isRedirectsFile } from '../shared/redirects.ts';
import { readScript } from '../shared/script/index.ts';

const configurationFiles = ['js', 'ts', 'mjs', 'cjs', 'mts', 'cts'].map(
  (extension) => `docusaurus.config.${extension}`,
);

/** Docusaurus with its plugins for blog, docs and pages; facts by their source (3.10). */
export const docusaurus: Generator = {
  id: 'docusaurus',
  name: 'Docusaurus',
  localServer: { port: 3000, command: () => 'npx docusaurus start --no-open' },
  detect: (names) => names.some((name) => configurationFiles.includes(name)),
  configurationFiles,
  configure,
  frontMatterFormats: ['yaml'],
  frontMatterDefects: {
    unreadable: 'Docusaurus stops the build.',
    unclosed: 'Docusaurus stops the build.',
    wantsFirstCharacter: false,
  },
  keys: () => docusaurusKeys,
  areTermsCaseInsensitive: true,
  collectionOf: (path, configuration) => {
    const source = locate(path, settingsOf(configuration))?.source;
    return source && { name: source.name, folder: source.folder };
  },
  isMarkdown,
  isOutput: (path) => path === 'build' || path === '.docusaurus',
  skipFolder: (path, configuration) =>
    !settingsOf(configuration).sources.some(
      ({ folder }) => `${folder}/`.startsWith(`${path}/`) || path.startsWith(`${folder}/`),
    ),
  reads: (path, configuration) =>
    isRedirectsFile(path) || (/\/(?:authors|tags)\.ya?ml$/.test(path) && isInSources(path, settingsOf(configuration))),
  linking: docusaurusLinking,
  publishing: { flags: [draftFlag], dateKeys: ['date'], dateSample: '2000-01-01', draftDate: 'gives way' },
  publication: publicationOf,
  languages: docusaurusLanguages,
  places: (configuration) => {
    const sources = settingsOf(configuration).sources.filter(({ locale }) => locale === undefined);
    return [...sources].sort((a, b) => (a.kind < b.kind ? -1 : 1)).map(({ name, folder }) => ({ name, folder }));
  },
  newPostPath: (post, environment, configuration) => {
    const isBlog = settingsOf(configuration).sources.some(
      ({ kind, folder }) => kind === 'blog' && folder === post.collection.folder,
    );
    return pathLike(post, namingOf(post.title, environment, isBlog));
  },
  timeZone: () => undefined,
};

/** Files are MDX unless the configuration says `markdown: { format: 'md' }` or lets the extension decide. */
function configure(files: ReadonlyMap<string, string>): Configuration | undefined {
  const name = configurationFiles.find((file) => files.has(file));
  if (name === undefined) return undefined;
  const data = readScript(files.get(name)!).exported ?? {};
  const format = isRecord(data.markdown) ? data.markdown.format : undefined;
  return { data, dialect: format === 'md' || format === 'detect' ? 'gfm' : 'mdx', errors: [] };
}

function isInSources(path: string, { sources }: DocusaurusSettings): boolean {
  return sources.some(({ folder }) => path.startsWith(`${folder}/`));
}
