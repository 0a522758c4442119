import { parseBaseUrl, joinUrlPath } from '../shared/baseUrl.ts';
import { isRecord } from '../shared/configurationFile.ts';
import type { PathTest } from '../../text/glob.ts';
import { createPathTest } from '../../text/glob.ts';
import type { Literal, LiteralMap, Script } from '../shared/script/index.ts';
import { listImportedFiles } from '../shared/script/index.ts';
import { normalizeFolder, asNonEmptyString } from '../shared/values.ts';
import { joinPath, resolvePath } from '../../text/paths.ts';

/** Settings of `eleventy.config.js` that decide which files are pages, and their URLs; folders are relative to the site root, '' is the root. */
export interface EleventySettings {
  readonly inputFolder: string;
  readonly outputFolder: string;
  readonly includesFolder: string;
  readonly layoutsFolder: string | undefined;
  readonly dataFolder: string;
  /** `/blog` of `pathPrefix`. */
  readonly basePath: string;
  /** Passthrough copies: files that the build copies as they are. */
  readonly passthroughCopies: readonly PassthroughCopy[];
  /** Whether code adds passthrough copies. */
  readonly hasUnknownCopies: boolean;
  /** Whether code sets `permalink` for all pages. */
  readonly setsPermalinks: boolean;
  /** Whether `ignores.add` names a path. */
  readonly isIgnored: PathTest;
  /** Whether code reads dates before Eleventy does (`addDateParsing`). */
  readonly parsesOwnDates: boolean;
  /** Files whose lines name what is no page (`EleventyFiles.js#getIgnoreFiles`). */
  readonly ignoreFiles: readonly string[];
  /** The engine that runs before Markdown is read, `liquid`; false for none, undefined where code decides. */
  readonly templateEngine: string | false | undefined;
  /** Whether the plugin InputPathToUrl resolves links to source files. */
  readonly resolvesSourceLinks: boolean;
  /** Files of the site that the configuration imports: `config/images.js`. */
  readonly importedFiles: readonly string[];
  /** Whether the configuration itself adds the plugin that takes images from the input folder. */
  readonly transformsImages: boolean;
  /** Whether the plugin HtmlBase adds the path prefix to all links. */
  readonly prefixesLinks: boolean;
}

/** One `addPassthroughCopy`. */
export interface PassthroughCopy {
  /** A path or glob relative to the site root. */
  readonly from: string;
  /** Whether the glob matches a path; false for a plain path. */
  readonly matches: PathTest;
  /** The target on the site; undefined for the same path, relative to the input folder. */
  readonly to: string | undefined;
}

/** The literals of a configuration file. */
export interface EleventyConfiguration {
  readonly options: LiteralMap;
  readonly folders: LiteralMap;
  readonly copiedValues: readonly Literal[];
  readonly ignoredPatterns: readonly string[];
  readonly globalDataKeys: readonly string[];
  readonly usesGitIgnore: boolean;
  readonly parsesOwnDates: boolean;
  /** Paths relative to the site root. */
  readonly importedFiles: readonly string[];
  /** Names of the plugins in the configuration that change URLs or links. */
  readonly plugins: readonly string[];
}

/** The plugin of `@11ty/eleventy-img` that takes images from the input folder and writes them itself. */
export const imageTransform = 'eleventyImageTransformPlugin';

/** Reads the literals of a configuration file. */
export function readConfiguration(script: Script, text: string): EleventyConfiguration {
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
  const plugins = ['InputPathToUrl', 'HtmlBase', imageTransform].filter((name) => text.includes(name));
  return {
    options,
    plugins,
    importedFiles: listImportedFiles(text, ''),
    folders: { ...(isRecord(options.dir) ? (options.dir as LiteralMap) : {}), ...Object.fromEntries(set) },
    copiedValues: script.getCalls('addPassthroughCopy').map(([first]) => first),
    ignoredPatterns: script.getCalls('add').flatMap(([first]) => (typeof first === 'string' ? first : [])),
    parsesOwnDates: text.includes('addDateParsing'),
    usesGitIgnore: script.getCalls('setUseGitIgnore').every(([first]) => first === true),
    globalDataKeys: script.getCalls('addGlobalData').flatMap(([first]) => (typeof first === 'string' ? first : [])),
  };
}

/** Reads the settings from a configuration's literals, with Eleventy's defaults (`ProjectDirectories.js`). */
export function readSettings({
  options,
  folders,
  copiedValues,
  ignoredPatterns,
  globalDataKeys,
  usesGitIgnore,
  parsesOwnDates,
  plugins,
  importedFiles,
}: EleventyConfiguration): EleventySettings {
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
    templateEngine: readTemplateEngine(options),
    passthroughCopies: copiedValues.flatMap(readCopies),
    hasUnknownCopies: copiedValues.some((each) => typeof each !== 'string' && !isRecord(each)),
    setsPermalinks: globalDataKeys.includes('permalink') || globalDataKeys.includes('eleventyComputed'),
    isIgnored: createPathTest(ignoredPatterns.map((each) => each.replace(/\/$/, '/**'))),
    parsesOwnDates,
    ignoreFiles: [
      ...new Set([
        ...(usesGitIgnore ? ['.gitignore'] : []),
        '.eleventyignore',
        joinPath(inputFolder, '.eleventyignore'),
      ]),
    ],
    resolvesSourceLinks: plugins.includes('InputPathToUrl'),
    importedFiles,
    transformsImages: plugins.includes(imageTransform),
    prefixesLinks: plugins.includes('HtmlBase'),
  };
}

function readCopies(value: Literal): PassthroughCopy[] {
  if (typeof value === 'string') return [createCopy(value, undefined)];
  return isRecord(value)
    ? Object.entries(value).map(([from, to]) =>
        createCopy(from, typeof to === 'string' ? normalizeFolder(to) : undefined),
      )
    : [];
}

function createCopy(written: string, to: string | undefined): PassthroughCopy {
  const from = normalizeFolder(written);
  return { from, matches: /[*?[{]/.test(from) ? createPathTest([from]) : () => false, to };
}

function readTemplateEngine(options: LiteralMap): string | false | undefined {
  if (!('markdownTemplateEngine' in options)) return '...' in options ? undefined : 'liquid';
  const { markdownTemplateEngine: engine } = options;
  return typeof engine === 'string' || engine === false ? engine : undefined;
}
