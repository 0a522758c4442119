import type { Range } from '../../text/range.ts';
import { skipForward, whiteSpace } from '../../text/scan.ts';
import type { FrontMatterFormat } from './index.ts';
import { findMeta } from './meta.ts';
import type { FrontMatterOptions } from './options.ts';

/** Where a front matter stands, before its content is read. Offsets into the text. */
export interface FrontMatterBlock {
  readonly format: FrontMatterFormat;
  /** Named next to the fence (`---json`), else the format; decides which reader gets the content. */
  readonly language: string;
  /** With both fences; without a closing one, to the end of the text. */
  readonly range: Range;
  /** Lines between the fences; of a JSON object, what stands between its braces. */
  readonly contentRange: Range;
  readonly closed: boolean;
}

const formatOfLanguage: Readonly<Record<string, FrontMatterFormat>> = {
  '': 'yaml',
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  json: 'json',
};
/** Languages that tools with gray-matter would run as programs. */
export const programLanguages: ReadonlySet<string> = new Set(['js', 'javascript', 'coffee', 'coffeescript', 'cson']);

/**
 * Returns the front matter at the start of a text, after a byte order mark and white space where that is allowed, or undefined. `---` opens YAML (or the language named
 * next to it) and closes at a line of `---` or `...`, as Jekyll has it (document.rb, YAML_FRONT_MATTER_REGEXP); `+++` is
 * TOML and `{` JSON, as Hugo has it. Without a closing fence it is one only when lines of keys follow the opening one.
 */
export function findBlock(
  text: string,
  formats: readonly FrontMatterFormat[],
  { allowsLeadingSpace }: FrontMatterOptions = {},
): FrontMatterBlock | undefined {
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const start = allowsLeadingSpace ? skipForward(text, first, whiteSpace) : first;
  const fenced = findFenced(text, start, formats);
  if (fenced || !formats.includes('meta')) return fenced;
  const meta = findMeta(text, start);
  return meta && { format: 'meta', language: 'meta', ...meta, closed: true };
}

function findFenced(text: string, start: number, formats: readonly FrontMatterFormat[]): FrontMatterBlock | undefined {
  switch (text[start]) {
    case '-':
      return findDashedBlock(text, start, formats);
    case '+':
      return formats.includes('toml') && /^\+{3}[ \t]*(\r?\n|$)/.test(text.slice(start, start + 200))
        ? findFencedBlock(text, start, 'toml', 'toml', /^\+{3}[ \t]*\r?$/gm)
        : undefined;
    case '{':
      return formats.includes('json') ? findBracedBlock(text, start) : undefined;
    default:
      return undefined;
  }
}

function findDashedBlock(
  text: string,
  start: number,
  formats: readonly FrontMatterFormat[],
): FrontMatterBlock | undefined {
  const opening = /^---[ \t]*(?:([A-Za-z]+)[ \t]*)?(\r?\n|$)/.exec(text.slice(start, start + 200));
  if (!opening) return undefined;
  const language = (opening[1] ?? '').toLowerCase();
  const format = formatOfLanguage[language] ?? (programLanguages.has(language) ? 'json' : undefined);
  if (format === undefined || !formats.includes(format)) return undefined;
  return findFencedBlock(text, start, format, language || 'yaml', /^(?:---|\.\.\.)[ \t]*\r?$/gm);
}

function findFencedBlock(
  text: string,
  start: number,
  format: FrontMatterFormat,
  language: string,
  closing: RegExp,
): FrontMatterBlock | undefined {
  const lineBreak = text.indexOf('\n', start);
  const content = lineBreak < 0 ? text.length : lineBreak + 1;
  closing.lastIndex = content;
  const match = lineBreak < 0 ? null : closing.exec(text);
  if (match) {
    const end = match.index + match[0].length - (match[0].endsWith('\r') ? 1 : 0);
    return {
      format,
      language,
      range: { start, end },
      contentRange: { start: content, end: match.index },
      closed: true,
    };
  }
  const head = findKeysEnd(text, content, format);
  return head === undefined
    ? undefined
    : {
        format,
        language,
        range: { start, end: text.length },
        contentRange: { start: content, end: head },
        closed: false,
      };
}

const keyLine: Readonly<Record<FrontMatterFormat, RegExp>> = {
  yaml: /^["']?[\p{L}_][\p{L}\d_-]*["']?:(?:\s|$)/u,
  toml: /^[\w."'-]+\s*=|^\[\[?[\w."'-]+\]\]?/,
  json: /^\s*"[^"]*"\s*:/,
  meta: /^[A-Za-z0-9_-]+:/,
};
const innerLine = /^(?:[ \t]+\S|-[ \t]|#|[\]}])/;

/** Where the lines of keys end that follow an opening fence; undefined when the first is none. */
function findKeysEnd(text: string, content: number, format: FrontMatterFormat): number | undefined {
  let end: number | undefined;
  for (let at = content; at < text.length;) {
    const lineBreak = text.indexOf('\n', at);
    const next = lineBreak < 0 ? text.length : lineBreak + 1;
    const line = text.slice(at, next);
    if (keyLine[format].test(line) || (end !== undefined && innerLine.test(line))) end = next;
    else if (line.trim() !== '' && !line.startsWith('#')) break;
    at = next;
  }
  return end;
}

/** Hugo's JSON: an object whose opening brace is the first character; it ends where that brace is closed. */
function findBracedBlock(text: string, start: number): FrontMatterBlock | undefined {
  if (!/^\{\s*(?:"|\}|\r?\n)/.test(text.slice(start, start + 200))) return undefined;
  const end = findClosingBrace(text, start);
  const content = start + 1;
  if (end !== undefined) {
    return {
      format: 'json',
      language: 'json',
      range: { start, end: end + 1 },
      contentRange: { start: content, end },
      closed: true,
    };
  }
  const lineBreak = text.indexOf('\n', start);
  const head = lineBreak < 0 ? undefined : findKeysEnd(text, lineBreak + 1, 'json');
  return head === undefined
    ? undefined
    : {
        format: 'json',
        language: 'json',
        range: { start, end: text.length },
        contentRange: { start: content, end: head },
        closed: false,
      };
}

function findClosingBrace(text: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at++;
      else if (character === '"' || character === '\n') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at;
  }
  return undefined;
}
