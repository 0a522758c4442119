import type { FrontMatterError, Pair } from './index.ts';
import type { ParsedContent } from './parsedContent.ts';
import { toData } from './parsedContent.ts';
import type { ParsedYaml } from './yamlDocument.ts';
import { parseYaml } from './yamlDocument.ts';
import { findRepeatedKeys } from './yamlRefusals.ts';
import type { YamlOptions } from './options.ts';
import { explainError, readBrokenPair } from './yamlErrors.ts';
import { readSimpleYaml } from './simpleYaml.ts';

/**
 * Reads a YAML content, `text.slice(start, end)`, as Ruby's Psych does unless the options say otherwise. Where it is broken,
 * everything around the broken entries is read all the same. Offsets into `text`.
 */
export function readYaml(text: string, start: number, end: number, options: YamlOptions = {}): ParsedContent {
  const simple = readSimpleYaml(text, start, end);
  if (!simple) return readFully(text, start, end, options);
  const repeated = options.refusesRepeatedKeys ? findRepeatedKeys(simple.pairs) : [];
  return repeated.length === 0 ? simple : { ...simple, errors: repeated };
}

/** As `readYaml`, by the full parser only. */
export function readFully(text: string, start: number, end: number, options: YamlOptions = {}): ParsedContent {
  const written = text.slice(start, end);
  if (!options.indentsByTabs) return readContent(written, start, options);
  const found = readContent(replaceTabs(written, ' '), start, options);
  const isMixed = found.errors.length > 0 && readContent(replaceTabs(written, '  '), 0, options).errors.length === 0;
  return isMixed ? { ...found, errors: [] } : found;
}

/** The content with each tab at the start of a line replaced, as Hexo does with two spaces (`front_matter.ts#escapeYAML`). */
function replaceTabs(content: string, indentation: string): string {
  return content.replace(/^\t+/gm, (tabs) => indentation.repeat(tabs.length));
}

function readContent(content: string, start: number, options: YamlOptions): ParsedContent {
  const parsed = parseYaml(content, start, options);
  if (parsed.isMapping && !parsed.error) {
    const tabs = options.allowsTabsOnEmptyLines ? [] : findTabErrors(content, start, parsed.pairs);
    return toParsedContent(parsed.pairs, [...parsed.refusals, ...tabs]);
  }
  const lines = joinLines(content);
  const joined = options.allowsEscapedApostrophe ? lines.replaceAll("\\'", " '") : lines;
  const tolerant = joined === content ? undefined : parseYaml(joined, start, options);
  if (tolerant?.isMapping && !tolerant.error) return toParsedContent(tolerant.pairs, tolerant.refusals);
  return readEntryByEntry(content, start, parsed);
}

function toParsedContent(pairs: readonly Pair[], errors: readonly FrontMatterError[]): ParsedContent {
  return { data: toData(pairs), pairs, errors };
}

/** Reads each top-level entry on its own, so that a defect stays where it is. */
function readEntryByEntry(content: string, start: number, whole: ParsedYaml): ParsedContent {
  const pairs: Pair[] = [];
  const errors: FrontMatterError[] = [];
  for (const entry of splitEntries(content)) {
    const parsed = parseYaml(entry.text, start + entry.at);
    const isAlias = parsed.error?.code === 'BAD_ALIAS' && whole.error?.code !== 'BAD_ALIAS' && /&\w/.test(content);
    const isBroken = (parsed.error && !isAlias) || !parsed.isMapping;
    const written = isBroken ? readBrokenPair(entry.text, start + entry.at) : undefined;
    pairs.push(...(written ? [written] : parsed.pairs.filter(({ key }) => !isBroken || !/\s/.test(key))));
    if (isBroken) errors.push(explainError(entry.text, start + entry.at, parsed.error));
  }
  if (errors.length > 0) return toParsedContent(pairs, errors);
  const message = `YAML cannot read this: ${whole.error?.message ?? 'it is no list of keys'}.`;
  const range = whole.error?.range ?? { start, end: start + content.trimEnd().length };
  return toParsedContent(whole.pairs.length > pairs.length ? whole.pairs : pairs, [{ range, message }]);
}

/** Empty lines that begin with a tab, outside texts: libyaml, and with it Ruby, stops at them. */
function findTabErrors(content: string, start: number, pairs: readonly Pair[]): FrontMatterError[] {
  const found = [...content.matchAll(/^\t[ \t]*$/gm)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
  return found
    .filter((range) => !pairs.some(({ valueRange }) => valueRange.start < range.start && range.end < valueRange.end))
    .map((range) => ({
      range,
      message: 'A tab stands on this empty line; YAML takes spaces only.',
      repair: { title: 'Remove the tab', edits: [{ range, newText: '' }] },
    }));
}

interface EntryText {
  readonly at: number;
  readonly text: string;
}

/** A line that begins an entry: at its margin, and neither a list item nor the end of something opened above. */
const entryLine = /^(?:[^\s\]}#-]|-[^ \t\r]|[\t ]+[\w-]+:(?:\s|$))/;

/** The content cut before every line that begins an entry; indented lines stay with the entry above unless none is. */
function splitEntries(content: string): EntryText[] {
  const found: EntryText[] = [];
  let open = 0;
  let hasEntry = false;
  for (let at = 0; at < content.length;) {
    const lineBreak = content.indexOf('\n', at);
    const next = lineBreak < 0 ? content.length : lineBreak + 1;
    const line = content.slice(at, next);
    if (entryLine.test(line) && (!/^[ \t]/.test(line) || !hasEntry)) {
      if (hasEntry) found.push({ at: open, text: content.slice(open, at) });
      open = hasEntry ? at : 0;
      hasEntry = true;
    }
    at = next;
  }
  found.push({ at: open, text: content.slice(open) });
  return found;
}

/**
 * The content with the line breaks inside brackets and quotes made spaces where the next line stands at the margin: libyaml,
 * and with it Ruby, takes such lines, YAML 1.2 does not. Lengths and offsets stay.
 */
function joinLines(content: string): string {
  let result = '';
  let depth = 0;
  let quote = '';
  for (let at = 0; at < content.length; at++) {
    const character = content[at]!;
    if (quote) {
      if (character === '\\' && quote === '"') result += content[at++]!;
      else if (character === quote) quote = '';
    } else if ((character === '"' || character === "'") && isAtValueStart(content, at, depth)) quote = character;
    else if (character === '#' && /\s/.test(content[at - 1] ?? '\n')) {
      const lineBreak = content.indexOf('\n', at);
      const lineEnd = lineBreak < 0 ? content.length : lineBreak;
      result += depth > 0 ? ' '.repeat(lineEnd - at) : content.slice(at, lineEnd);
      at = lineBreak < 0 ? content.length : lineBreak - 1;
      continue;
    } else if ((character === '[' || character === '{') && (depth > 0 || isAtValueStart(content, at, depth))) depth++;
    else if ((character === ']' || character === '}') && depth > 0) depth--;
    const isJoint = character === '\n' && (quote !== '' || (depth > 0 && /^\S/.test(content[at + 1] ?? ' ')));
    result += isJoint ? ' ' : (content[at] ?? '');
  }
  return result;
}

/** Whether a bracket or quote stands where a value starts: after `:`, after `-`, or inside brackets. */
function isAtValueStart(content: string, at: number, depth: number): boolean {
  return (depth > 0 ? /[\s[{,]$/ : /(?:^|\n)[ \t]*- +$|:[ \t]+$/).test(content.slice(Math.max(0, at - 40), at));
}
