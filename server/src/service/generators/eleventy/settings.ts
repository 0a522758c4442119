import { parseBaseUrl, joinUrlPath } from '../shared/address.ts';
import { isRecord } from '../shared/configurationFile.ts';
import type { PathTest } from '../../text/glob.ts';
import { createPathTest } from '../../text/glob.ts';
import type { Literal, LiteralMap, Script } from '../shared/script/index.ts';
import { normalizeFolder, asNonEmptyString } from '../shared/values.ts';
import { resolvePath } from '../../text/paths.ts';

/** What of `eleventy.config.js` decides where pages are and how they are addressed; folders relative to the site root, '' for it. */
export interface EleventySettings {
  readonly inputFolder: string;
  readonly outputFolder: string;
  readonly includesFolder: string;
  readonly layoutsFolder: string | undefined;
  readonly dataFolder: string;
  /** `/blog` of `pathPrefix`. */
  readonly basePath: string;
  /** Folders, files and globs copied as they are. */
  readonly copies: readonly Copy[];
  /** Whether code decides on more files to copy. */
  readonly copiesMore: boolean;
  /** Whether code sets `permalink` for all pages. */
  readonly setsPermalinks: boolean;
  /** Paths that `ignores.add` names. */
  readonly isIgnored: PathTest;
  /** Whether links may name source files, because of the plugin InputPathToUrl. */
  readonly linksToFiles: boolean;
  /** Whether links get the prefix by themselves, because of the plugin HtmlBase. */
  readonly prefixesLinks: boolean;
}

/** One `addPassthroughCopy`. */
export interface Copy {
  /** A path or glob relative to the site root. */
  readonly from: string;
  /** Whether the glob takes a path; never for a plain path. */
  readonly matches: PathTest;
  /** Where on the site; undefined for the same path, relative to the input folder. */
  readonly to: string | undefined;
}

/** What a configuration's data is made of. */
export interface EleventyData {
  readonly options: LiteralMap;
  readonly folders: LiteralMap;
  readonly copied: readonly Literal[];
  readonly ignored: readonly string[];
  readonly globals: readonly string[];
  /** Of the configuration, names of plugins that matter. */
  readonly plugins: readonly string[];
}

/** The data of a configuration, from its program's literals. */
export function dataOf(script: Script, text: string): EleventyData {
  const config = script.getConstant('config');
  const options = { ...(isRecord(config) ? config : {}), ...script.exported } as LiteralMap;
  const setters = {
    input: 'setInputDirectory',
    output: 'setOutputDirectory',
    includes: 'setIncludesDirectory',
    layouts: 'setLayoutsDirectory',
    data: 'setDataDirectory',
  };
  const set = Object.entries(setters)
    .map(([key, name]) => [key, script.getCalls(name).at(-1)?.[0]] as const)
    .filter(([, value]) => value !== undefined);
  const plugins = ['InputPathToUrl', 'HtmlBase'].filter((name) => text.includes(name));
  return {
    options,
    plugins,
    folders: { ...(isRecord(options.dir) ? (options.dir as LiteralMap) : {}), ...Object.fromEntries(set) },
    copied: script.getCalls('addPassthroughCopy').map(([first]) => first),
    ignored: script.getCalls('add').flatMap(([first]) => (typeof first === 'string' ? first : [])),
    globals: script.getCalls('addGlobalData').flatMap(([first]) => (typeof first === 'string' ? first : [])),
  };
}

/** The settings in a configuration's data, with Eleventy's defaults (`ProjectDirectories.js`). */
export function readSettings({ options, folders, copied, ignored, globals, plugins }: EleventyData): EleventySettings {
  const inputFolder = normalizeFolder(asNonEmptyString(folders.input) ?? '');
  const inside = (name: string): string => resolvePath(name, inputFolder) ?? name;
  const layouts = asNonEmptyString(folders.layouts);
  return {
    inputFolder,
    outputFolder: normalizeFolder(asNonEmptyString(folders.output) ?? '_site'),
    includesFolder: inside(asNonEmptyString(folders.includes) ?? '_includes'),
    layoutsFolder: layouts === undefined ? undefined : inside(layouts),
    dataFolder: inside(asNonEmptyString(folders.data) ?? '_data'),
    basePath: parseBaseUrl(typeof options.pathPrefix === 'string' ? joinUrlPath(options.pathPrefix) : undefined).path,
    copies: copied.flatMap(copiesOf),
    copiesMore: copied.some((each) => typeof each !== 'string' && !isRecord(each)),
    setsPermalinks: globals.includes('permalink') || globals.includes('eleventyComputed'),
    isIgnored: createPathTest(ignored.map((each) => each.replace(/\/$/, '/**'))),
    linksToFiles: plugins.includes('InputPathToUrl'),
    prefixesLinks: plugins.includes('HtmlBase'),
  };
}

function copiesOf(value: Literal): Copy[] {
  if (typeof value === 'string') return [copyOf(value, undefined)];
  return isRecord(value)
    ? Object.entries(value).map(([from, to]) => copyOf(from, typeof to === 'string' ? normalizeFolder(to) : undefined))
    : [];
}

function copyOf(written: string, to: string | undefined): Copy {
  const from = normalizeFolder(written);
  return { from, matches: /[*?[{]/.test(from) ? createPathTest([from]) : () => false, to };
}
