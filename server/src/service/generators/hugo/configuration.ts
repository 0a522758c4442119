import { mergeDeep } from '../shared/mergeDeep.ts';
import { isRecord, readConfigurationFile } from '../shared/configurationFile.ts';
import type { ConfigurationError } from '../contract/model.ts';
import { basename } from '../../text/paths.ts';
import type { Data } from './values.ts';

const extensions = ['toml', 'yaml', 'yml', 'json'];
const rootNames = ['hugo', 'config'];
const environments = ['_default', 'production'];

/** Settings that can have separate files, by their names: `config/_default/params.toml`. */
const splitNames = [
  'params',
  'languages',
  'permalinks',
  'markup',
  'taxonomies',
  'module',
  'menus',
  'menu',
  'outputs',
  'outputFormats',
  'outputformats',
  'mediaTypes',
  'mediatypes',
  'frontmatter',
  'frontMatter',
  'uglyURLs',
  'uglyurls',
  'build',
  'cascade',
  'security',
  'sitemap',
];

/** Languages whose settings can have a separate file, `languages.de.toml`. */
const languageCodes = `
  af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ku lt lv mk ml mn mr
  ms my nb ne nl nn no pa pl ps pt ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh zu
  de-at de-ch en-gb en-us es-mx fr-ca pt-br pt-pt zh-cn zh-hans zh-hant zh-hk zh-tw en-US en-GB fr-FR de-DE es-ES pt-BR pt-PT zh-CN zh-TW
`
  .trim()
  .split(/\s+/);

const rootFiles = rootNames.flatMap((name) => extensions.map((extension) => `${name}.${extension}`));
const partFiles = environments.flatMap((folder) => {
  const languageFiles = languageCodes.flatMap((code) =>
    ['toml', 'yaml', 'yml'].map((extension) => `languages.${code}.${extension}`),
  );
  const files = [...rootNames, ...splitNames].flatMap((name) => extensions.map((extension) => `${name}.${extension}`));
  return [...files, ...languageFiles].map((file) => `config/${folder}/${file}`);
});

/** Configuration files: those in the root, of which Hugo reads the first, then those below `config`, in the order they are merged. */
export const configurationFiles: readonly string[] = [...rootFiles, ...partFiles];

/** Names of configuration files that only Hugo has. */
export const hugoFiles: readonly string[] = rootFiles.filter((name) => name.startsWith('hugo.'));

/** Names of configuration files of older sites, which other generators use too. */
export const legacyFiles: readonly string[] = rootFiles.filter((name) => name.startsWith('config.'));

/** The merged data of all configuration files. */
export interface MergedConfiguration {
  /** Keys in lower case, since Hugo ignores their case. */
  readonly data: Data;
  readonly errors: readonly ConfigurationError[];
}

/** Merges the configuration files as `hugo` does for a build (`config/configLoader.go`); undefined where there is none. */
export function mergeConfiguration(files: ReadonlyMap<string, string>): MergedConfiguration | undefined {
  if (files.size === 0) return undefined;
  const root = rootFiles.find((name) => files.has(name));
  const names = [...(root === undefined ? [] : [root]), ...partFiles.filter((name) => files.has(name))];
  const read = names.map((name) => ({ name, ...readConfigurationFile(name, files.get(name)!) }));
  const data = read
    .map((file) => nestByFileName(file.name, lowerKeysDeep(file.data)))
    .reduce<Data>((base, over) => mergeDeep(base, over), {});
  return { data, errors: read.flatMap(({ errors }) => errors) };
}

/** Nests the data of a file under the keys in its name: `languages.de.toml` is `languages: {de: …}`. */
function nestByFileName(file: string, data: Data): Data {
  const keys = basename(file).toLowerCase().split('.').slice(0, -1);
  return rootNames.includes(keys[0]!) ? data : keys.reduceRight((inner: Data, key) => ({ [key]: inner }), data);
}

function lowerKeysDeep(data: Data): Data {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key.toLowerCase(), lowerValue(value)]));
}

function lowerValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerValue);
  return isRecord(value) ? lowerKeysDeep(value) : value;
}
