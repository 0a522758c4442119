import type { BlockContent, TagDelimiter, TagDescriptions, TemplateLanguage } from './templateLanguage.ts';
import { noTags } from './templateLanguage.ts';

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

const controlTag =
  /^(?:end\w*|if|elsif|elif|elseif|else|unless|case|when|for|tablerow|break|continue|cycle|assign|capture|increment|decrement|set|raw|verbatim|comment|echo|liquid|filter|with|block|super|extends|import|from|macro|call|autoescape)$/i;

/** Whether a name is that of a tag of Liquid, Nunjucks or Tera themselves, which writes nothing or only what it encloses, or of the end of a block. */
export function isControlTag(name: string): boolean {
  return controlTag.test(name);
}
