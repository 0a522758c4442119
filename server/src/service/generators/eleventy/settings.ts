import { parseBaseUrl, joinUrlPath } from '../shared/baseUrl.ts';
import { isRecord } from '../shared/configurationFile.ts';
import type { PathTest } from '../../text/glob.ts';
import { createPathTest } from '../../text/glob.ts';
import type { Literal, LiteralMap, Script } from '../shared/script/index.ts';
import { isOwnModule, listImportedFiles } from '../shared/script/index.ts';
import { normalizeFolder, asNonEmptyString } from '../shared/values.ts';
import { joinPath, resolvePath } from '../../text/paths.ts';

/** Settings of `eleventy.config.js` that decide which files are pages, and their URLs; folders are relative to the site root, '' is the root. */
export interface EleventySettings extends PassthroughCopies {
  readonly inputFolder: string;
  readonly outputFolder: string;
  readonly includesFolder: string;
  readonly layoutsFolder: string | undefined;
  readonly dataFolder: string;
  /** `/blog` of `pathPrefix`. */
  readonly basePath: string;
  /** Whether code sets `permalink` for all pages. */
  readonly setsPermalinks: boolean;
  /** What may write pages besides the templates: a package, or `eleventy.config.js` itself; undefined for nothing known. */
  readonly pageWriter: string | undefined;
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

/** What a program says of the files that the build copies as they are. */
interface PassthroughCopies {
  readonly passthroughCopies: readonly PassthroughCopy[];
  /** Whether code decides which files are copied. */
  readonly hasUnknownCopies: boolean;
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
  readonly copies: PassthroughCopies;
  readonly ignoredPatterns: readonly string[];
  readonly globalDataKeys: readonly string[];
  readonly usesGitIgnore: boolean;
  readonly parsesOwnDates: boolean;
  readonly pageWriter: string | undefined;
  /** Paths relative to the site root. */
  readonly importedFiles: readonly string[];
  /** Names of the plugins in the configuration that change URLs or links. */
  readonly plugins: readonly string[];
}

/** The plugin of `@11ty/eleventy-img` that takes images from the input folder and writes them itself. */
export const imageTransform = 'eleventyImageTransformPlugin';

/** The method by which a configuration adds files that the build copies as they are. */
export const passthroughCopy = 'addPassthroughCopy';

/** Reads the literals of the configuration file at a path. */
export function readConfiguration(script: Script, path: string, text: string): EleventyConfiguration {
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
    copies: readCopies(script),
    ignoredPatterns: script.getCalls('add').flatMap(([first]) => (typeof first === 'string' ? first : [])),
    parsesOwnDates: text.includes('addDateParsing'),
    pageWriter: addsPages(text) ? path : script.findUsedModules(['addPlugin']).find(writesPages),
    usesGitIgnore: script.getCalls('setUseGitIgnore').every(([first]) => first === true),
    globalDataKeys: script.getCalls('addGlobalData').flatMap(([first]) => (typeof first === 'string' ? first : [])),
  };
}

/** Whether a package sets up a site, as a theme does: its Markdown, its layouts and where its pages are. */
export function isSiteBundle(name: string): boolean {
  return /govuk|starter|preset|eleventy-config|\bpack\d|\btheme|\bbaseline\b/i.test(name);
}

/** Names of packages that write pages of their own. */
const pageWritingPackage = /redirect|alias|archive|wordpress|ghost|notion|contentful|sanity|strapi|prismic/;

/** Whether a text of the configuration adds templates, or writes pages itself. */
export function addsPages(text: string): boolean {
  return /\.addTemplate\(/.test(text) || (/\bwriteFile(?:Sync)?\(/.test(text) && text.includes('.html'));
}

/** Whether a module that the configuration adds is a package that may write pages. */
function writesPages(name: string): boolean {
  return !isOwnModule(name) && (isSiteBundle(name) || pageWritingPackage.test(name));
}

/** Reads the settings from a configuration's literals, with Eleventy's defaults (`ProjectDirectories.js`). */
export function readSettings({
  options,
  folders,
  copies,
  ignoredPatterns,
  globalDataKeys,
  usesGitIgnore,
  parsesOwnDates,
  pageWriter,
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
    ...copies,
    setsPermalinks: globalDataKeys.includes('permalink') || globalDataKeys.includes('eleventyComputed'),
    isIgnored: createPathTest(ignoredPatterns.map((each) => each.replace(/\/$/, '/**'))),
    parsesOwnDates,
    pageWriter,
    ignoreFiles: listIgnoreFiles(inputFolder, usesGitIgnore ? ['.gitignore'] : []),
    resolvesSourceLinks: plugins.includes('InputPathToUrl'),
    importedFiles,
    transformsImages: plugins.includes(imageTransform),
    prefixesLinks: plugins.includes('HtmlBase'),
  };
}

/** Returns the passthrough copies that a program adds. */
export function readCopies(script: Script): PassthroughCopies {
  const copied = script.getCalls(passthroughCopy).map(([first]) => first);
  return {
    passthroughCopies: copied.flatMap(readCopy),
    hasUnknownCopies: copied.some((each) => typeof each !== 'string' && !isRecord(each)),
  };
}

function listIgnoreFiles(inputFolder: string, more: readonly string[]): string[] {
  return [...new Set([...more, '.eleventyignore', joinPath(inputFolder, '.eleventyignore')])];
}

function readCopy(value: Literal): PassthroughCopy[] {
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
