import type { Dialect } from '../../dialects/dialect.ts';
import type { MarkdownItOptions } from '../../dialects/markdownIt.ts';
import { markdownIt } from '../../dialects/markdownIt.ts';
import { isRecord } from '../shared/configurationFile.ts';
import { findMarkdownItPlugins } from '../shared/markdownItPlugins.ts';
import type { Literal, Script } from '../shared/script/index.ts';
import { isOwnModule } from '../shared/script/index.ts';
import { isSiteBundle } from './settings.ts';

/** Methods of a configuration through which code reaches the Markdown library, and of the library itself. */
const reachingFunctions = ['use', 'setLibrary', 'amendLibrary', 'addPlugin'];

/** Whether a package sets up Markdown, alone or with the rest of a site. */
function mayAddMarkdownPlugins(name: string): boolean {
  return isSiteBundle(name) || /markdown(?!-it-)/i.test(name);
}

/**
 * Creates the dialect: markdown-it as Eleventy sets it up (`Engines/Markdown.js`), or as `setLibrary` does, with the plugins that the
 * configuration adds. `dependencies` are those of `package.json`, undefined where that is not the site's. Where code that cannot be
 * seen may add plugins, footnotes are assumed.
 */
export function createDialect(
  script: Script,
  text: string,
  dependencies: ReadonlyMap<string, string> | undefined,
): Dialect {
  const modules = script.findUsedModules(reachingFunctions).filter((name) => name !== 'markdown-it');
  const usesOwnCode = modules.some(isOwnModule) || !isReadable(script, text);
  const packages = [
    ...modules.filter((name) => !isOwnModule(name)),
    ...(usesOwnCode && dependencies ? dependencies.keys() : []),
  ];
  const mayAddPlugins = (usesOwnCode && !dependencies) || packages.some(mayAddMarkdownPlugins);
  const plugins = new Set(findMarkdownItPlugins(packages));
  if (mayAddPlugins || /footnote/i.test(text)) plugins.add('footnote');
  return markdownIt({
    ...readLibraryOptions(script),
    indentedCode:
      script.getCalls('enable').some(([rules]) => [rules].flat().includes('code')) ||
      isBeforeVersion2(dependencies?.get('@11ty/eleventy')),
    plugins: [...plugins],
  });
}

/** Whether the program was parsed: each configuration exports something. */
function isReadable(script: Script, text: string): boolean {
  return script.exported !== undefined || !/\b(?:import|require)\b/.test(text);
}

/** Eleventy turns indented code off since 2.0. */
function isBeforeVersion2(range: string | undefined): boolean {
  return range !== undefined && /^[~^=v\s]*[01]\./.test(range);
}

/** Reads the options of the library that the configuration sets for Markdown; Eleventy's own, with HTML, for none. */
function readLibraryOptions(script: Script): Partial<MarkdownItOptions> {
  const isSet = script.getCalls('setLibrary').some(([name]) => name === 'md');
  const calls = ['markdownIt', 'MarkdownIt', 'markdownit', 'markdown'].flatMap((name) => [...script.getCalls(name)]);
  if (!isSet || calls.length !== 1) return {};
  const options: Literal = calls[0]!.length === 0 ? {} : calls[0]![0];
  if (!isRecord(options) || '...' in options) return {};
  return {
    html: 'html' in options ? options.html !== false : false,
    linkify: options.linkify === true,
    breaks: options.breaks === true,
  };
}
