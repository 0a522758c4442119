import type { Dialect, HeadingIds } from '../../dialects/dialect.ts';
import type { MarkdownItOptions } from '../../dialects/markdownIt.ts';
import { markdownIt } from '../../dialects/markdownIt.ts';
import { trim } from '../../text/scan.ts';
import { isRecord } from '../shared/configurationFile.ts';

/** The options of `markdown` in the configuration that change how a text is parsed. */
export interface MarkdownOptions {
  readonly html: boolean;
  readonly linkify: boolean;
  readonly breaks: boolean;
  readonly plugins: MarkdownItOptions['plugins'];
  /** Whether the options are not all known, so that there may be more plugins. */
  readonly mayHaveMorePlugins: boolean;
  /** Whether headings have VitePress' default ids; else only the site's code knows them. */
  readonly hasDefaultIds: boolean;
}

/** Reads the options of `markdown`, undefined where only running the configuration gives it. Plugins that its hooks add are recognized by their names in the configuration's text. */
export function readMarkdownOptions(written: unknown, text: string): MarkdownOptions {
  const data = isRecord(written) ? written : {};
  const isOpen = !isRecord(written) || '...' in data;
  const plugins: readonly (MarkdownItOptions['plugins'][number] | false)[] = [
    text.includes('footnote') && 'footnote',
    !(isRecord(data.attrs) && data.attrs.disable === true) && 'attrs',
    data.gfmAlerts !== false && 'alerts',
    'component',
    'container',
    'toc',
    (isOpen || 'math' in data || /katex|texmath|mathjax/.test(text)) && 'math',
    /task-?lists?/.test(text) && 'task-lists',
    text.includes('deflist') && 'deflist',
    /\babbr\b|-abbr/.test(text) && 'abbr',
  ];
  return {
    html: data.html !== false,
    linkify: data.linkify !== false,
    breaks: data.breaks === true,
    plugins: plugins.filter((plugin) => plugin !== false),
    mayHaveMorePlugins: isOpen,
    hasDefaultIds: !isOpen && !('anchor' in data) && !('slugify' in data),
  };
}

const control = /\p{Cc}/gu;
const separators = /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g;
const combining = /[\u0300-\u036f]/g;

/** `slugify` of @mdit-vue/shared, which markdown-it-anchor calls with the text of a heading. */
const headingIds: HeadingIds = {
  idOf: (text) =>
    trim(text.normalize('NFKD').replace(combining, '').replace(control, '').replace(separators, '-'), '-')
      .replace(/^(\d)/, '_$1')
      .toLowerCase(),
  /** `restoreEntities` keeps `&amp;` as written, and emoji names (`:tada:`) are no text. */
  isCertain: (text) => !/[&<>"©®™\u00a0]|:[\w+-]+:/.test(text),
};

/** Creates the dialect: markdown-it with the plugins of VitePress (`createMarkdownRenderer`) and those that the site adds. */
export function createDialect({ html, linkify, breaks, plugins, hasDefaultIds }: MarkdownOptions): Dialect {
  return markdownIt({ html, linkify, breaks, plugins, headingIds: hasDefaultIds ? headingIds : 'unknown' });
}
