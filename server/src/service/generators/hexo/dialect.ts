import type { Dialect, HeadingIds } from '../../dialects/dialect.ts';
import { gfm } from '../../dialects/gfm.ts';
import { markdownIt } from '../../dialects/markdownIt.ts';
import { marked } from '../../dialects/marked.ts';
import { isRecord } from '../shared/configurationFile.ts';
import { findMarkdownItPlugins } from '../shared/markdownItPlugins.ts';
import { asStrings } from '../shared/values.ts';
import { slugize } from './slugize.ts';

type Data = Readonly<Record<string, unknown>>;

/** Heading ids of hexo-renderer-marked: `modifyAnchors` is 1 for lower case and 2 for upper case; own quotes are not known here. */
function createHeadingIds({ headerIds, modifyAnchors, quotes }: Data): HeadingIds | 'unknown' {
  if (headerIds === false) return 'unknown';
  const change = (id: string): string =>
    modifyAnchors === 1 ? id.toLowerCase() : modifyAnchors === 2 ? id.toUpperCase() : id;
  return {
    idOf: (text) => change(slugize(text.trim())),
    isCertain: (text) => quotes === undefined || !/[‘’“”]/.test(text),
  };
}

/** Names of packages that render Markdown. */
const rendererPattern =
  /^(?:@[^/]+\/)?hexo-renderer-(?:.*-)?(?:markdown|marked|kramed|pandoc|commonmark|remark|unified)/;

/** Creates the dialect of the renderer that `_config.yml` and the dependencies of `package.json` give: of several, Hexo uses the last one. */
export function createDialect(data: Data, dependencies: ReadonlyMap<string, string>): Dialect {
  const packages = [...dependencies.keys()];
  const renderer = packages.findLast((name) => rendererPattern.test(name)) ?? 'hexo-renderer-marked';
  const hasFootnotes = dependencies.size === 0 || packages.some((name) => /footnote|hexo-reference/.test(name));
  switch (renderer) {
    case 'hexo-renderer-marked':
      return createMarkedDialect(isRecord(data.marked) ? data.marked : {}, hasFootnotes);
    case 'hexo-renderer-markdown-it':
      return createMarkdownItDialect(data.markdown, hasFootnotes);
    default:
      return gfm({ headingIds: 'unknown' });
  }
}

/** The options of hexo-renderer-marked (index.js). */
function createMarkedDialect(options: Data, footnotes: boolean): Dialect {
  return marked({
    gfm: options.gfm !== false,
    breaks: options.breaks !== false,
    smartypants: options.smartypants !== false,
    footnotes,
    headingIds: createHeadingIds(options),
  });
}

/** The plugins of hexo-renderer-markdown-it where the configuration names none (index.js). */
const defaultPlugins = ['markdown-it-abbr', 'markdown-it-footnote', 'markdown-it-ins', 'markdown-it-sub'];

/** The options of hexo-renderer-markdown-it (index.js, lib/renderer.js), also where `markdown` is the name of a preset. */
function createMarkdownItDialect(written: unknown, hasFootnotes: boolean): Dialect {
  const options = isRecord(written) ? written : {};
  const render = isRecord(options.render) ? options.render : {};
  const isCommonMark = options.preset === 'commonmark' || written === 'commonmark';
  const names = Array.isArray(options.plugins)
    ? options.plugins.map((plugin: unknown) => (isRecord(plugin) ? String(plugin.name) : String(plugin)))
    : defaultPlugins;
  return markdownIt({
    html: render.html !== false,
    linkify: render.linkify !== false && !isCommonMark,
    breaks: render.breaks !== false && !isCommonMark,
    indentedCode: !asStrings(options.disable_rules).includes('code'),
    plugins: findMarkdownItPlugins([...names, ...(hasFootnotes ? ['markdown-it-footnote'] : [])]),
    headingIds: 'unknown',
  });
}
