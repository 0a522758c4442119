import type { Dialect, HeadingIds } from '../../dialects/dialect.ts';
import type { MarkdownItOptions } from '../../dialects/markdownIt.ts';
import { markdownIt } from '../../dialects/markdownIt.ts';
import { trim } from '../../text/scan.ts';
import { isRecord } from '../shared/configurationFile.ts';

/** What of `markdown` in the configuration changes how a text is read. */
export interface MarkdownOptions {
  readonly html: boolean;
  readonly linkify: boolean;
  readonly breaks: boolean;
  readonly plugins: MarkdownItOptions['plugins'];
  /** Whether headings get VitePress' own ids; else only the site's code knows them. */
  readonly hasOwnIds: boolean;
}

/** The options in a configuration's `markdown`; undefined stands for one that only running it would tell. The plugins that its hooks bring are known by the names in the text. */
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
    hasOwnIds: !isOpen && !('anchor' in data) && !('slugify' in data),
  };
}

const control = /\p{Cc}/gu;
const special = /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g;
const combining = /[\u0300-\u036f]/g;

/** `slugify` of @mdit-vue/shared, which markdown-it-anchor asks for the text of a heading. */
const headingIds: HeadingIds = {
  idOf: (text) =>
    trim(text.normalize('NFKD').replace(combining, '').replace(control, '').replace(special, '-'), '-')
      .replace(/^(\d)/, '_$1')
      .toLowerCase(),
  /** `restoreEntities` keeps `&amp;` as it is written, and names of pictures (`:tada:`) are no text. */
  isCertain: (text) => !/[&<>"©®™\u00a0]|:[\w+-]+:/.test(text),
};

/** markdown-it with the plugins that VitePress sets up (`createMarkdownRenderer`) and those the site adds. */
export function dialectOf({ hasOwnIds, ...options }: MarkdownOptions): Dialect {
  return markdownIt({ ...options, headingIds: hasOwnIds ? headingIds : 'unknown' });
}
