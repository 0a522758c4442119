import type { BlockContent, TagDescriptions } from './tagDescription.ts';
import { noTags } from './tagDescription.ts';

/** How a site's template engine reads a post before its Markdown is read. */
export interface TemplateLanguage {
  /** In the order in which they are tried. */
  readonly delimiters: readonly TagDelimiter[];
  /** The blocks of the language itself that are no Markdown of the page, by the name of the tag that opens them. */
  readonly blocks: ReadonlyMap<string, BlockContent>;
  /** Names of the tags that open blocks in which tags are text. */
  readonly rawBlocks: ReadonlySet<string>;
  /** Tags besides those of the language itself, by name. */
  readonly tags: TagDescriptions;
  /** Whether tags in code and in comments of HTML are text. */
  readonly ignoresCode?: true;
  /** Returns the language of a post with this front matter, which may turn templates off; undefined where front matter changes nothing. */
  forFrontMatter?(data: Readonly<Record<string, unknown>>): TemplateLanguage;
}

/** Braces between which tags stand. */
export interface TagDelimiter {
  readonly open: string;
  readonly close: string;
  /** `output` writes a value, `comment` nothing. */
  readonly kind: 'tag' | 'output' | 'comment';
  /** What the name of a tag that closes a block begins with. */
  readonly closingPrefix: 'end' | '/';
  /** What has to stand between the braces for them to be a tag; undefined for anything. */
  readonly requires?: RegExp;
  /** What blocks of tags are of which nothing is known; undefined for Markdown of the page. */
  readonly content?: BlockContent;
  /** Whether what is between the tags goes through the page's Markdown, printed as it is. */
  readonly printsMarkdown: boolean;
  /** Whether tags of which nothing is known may insert the text of a file into the page's Markdown. */
  readonly mayInsertFiles?: true;
}

const outputs: TagDelimiter = { open: '{{', close: '}}', kind: 'output', closingPrefix: 'end', printsMarkdown: true };
const statements: TagDelimiter = { open: '{%', close: '%}', kind: 'tag', closingPrefix: 'end', printsMarkdown: true };
const comments: TagDelimiter = { open: '{#', close: '#}', kind: 'comment', closingPrefix: 'end', printsMarkdown: true };
const shortcodes: readonly TagDelimiter[] = [
  { open: '{{<', close: '>}}', kind: 'tag', closingPrefix: '/', content: 'verbatim', printsMarkdown: false },
  { open: '{{%', close: '%}}', kind: 'tag', closingPrefix: '/', printsMarkdown: true, mayInsertFiles: true },
];
/** `name(` and, of the tag that closes the innermost block, `end`. */
const call = /[-\s]*(?:end\s*-?%\}|[A-Za-z_][\w:]*\s*\()/y;

const noBlocks: ReadonlyMap<string, BlockContent> = new Map();
const noNames: ReadonlySet<string> = new Set();

/** No template engine: braces are text. */
export const noTemplates: TemplateLanguage = { delimiters: [], blocks: noBlocks, rawBlocks: noNames, tags: noTags };

/** Only values between double braces, as components have them. */
export const outputTemplates: TemplateLanguage = { ...noTemplates, delimiters: [outputs] };

/** Liquid (`lib/liquid/tags`). */
export function createLiquid(tags: TagDescriptions): TemplateLanguage {
  return {
    delimiters: [outputs, statements],
    blocks: new Map([
      ['comment', 'comment'],
      ['capture', 'hidden'],
    ]),
    rawBlocks: new Set(['raw']),
    tags,
  };
}

/** Nunjucks (`src/parser.js`). */
export function createNunjucks(tags: TagDescriptions): TemplateLanguage {
  return {
    delimiters: [outputs, statements, comments],
    blocks: new Map([
      ['set', 'hidden'],
      ['setAsync', 'hidden'],
      ['macro', 'hidden'],
      ['call', 'hidden'],
      ['filter', 'hidden'],
    ]),
    rawBlocks: new Set(['raw', 'verbatim']),
    tags,
  };
}

/** Nunjucks whose blocks are put aside, tags and all, before Markdown is read (Hexo, `lib/hexo/post.ts`). */
export function createDeferredNunjucks(tags: TagDescriptions): TemplateLanguage {
  const { blocks, ...language } = createNunjucks(tags);
  return {
    ...language,
    delimiters: [outputs, { ...statements, content: 'separate' }, comments],
    blocks: new Map([...blocks, ...['raw', 'if', 'for'].map((name) => [name, 'verbatim'] as const)]),
    ignoresCode: true,
  };
}

/** Shortcodes in Go's braces (Hugo, `parser/pageparser`). */
export function createShortcodes(tags: TagDescriptions): TemplateLanguage {
  return { ...noTemplates, delimiters: shortcodes, tags };
}

/** Templates in Go's braces, of which nothing but text and comments is read (`text/template`). */
export const goTemplates: TemplateLanguage = { ...noTemplates, delimiters: [{ ...outputs, kind: 'tag' }] };

/** Calls between Tera's braces (Zola, `components/markdown/src/content.pest`). */
export function createCalls(tags: TagDescriptions): TemplateLanguage {
  return {
    ...noTemplates,
    delimiters: [
      { ...outputs, requires: call },
      { ...statements, requires: call },
    ],
    tags,
  };
}

/** What is common to all of them, for texts of which no site says how they are built. */
export function createCommonTemplates(tags: TagDescriptions): TemplateLanguage {
  const liquid = createLiquid(tags);
  return { ...liquid, delimiters: [...shortcodes, ...liquid.delimiters] };
}

/** Templates of a text that belongs to no site. */
export const commonTemplates = createCommonTemplates(noTags);
