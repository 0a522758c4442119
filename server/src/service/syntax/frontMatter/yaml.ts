import type { FrontMatterError, Pair } from './index.ts';
import type { ParsedContent } from './parsedContent.ts';
import { toData } from './parsedContent.ts';
import type { ParsedYaml } from './yamlDocument.ts';
import { parseYaml } from './yamlDocument.ts';
import { explainError, readBrokenPair } from './yamlErrors.ts';
import { readSimpleYaml } from './simpleYaml.ts';

/**
 * Reads a YAML content, `text.slice(start, end)`, as Ruby's Psych does: equal keys are accepted, the last one counts. Where
 * it is broken, everything around the broken entries is read all the same. Offsets into `text`.
 */
export function readYaml(text: string, start: number, end: number): ParsedContent {
  return readSimpleYaml(text, start, end) ?? readFully(text, start, end);
}

/** As `readYaml`, by the full parser only. */
export function readFully(text: string, start: number, end: number): ParsedContent {
  const content = text.slice(start, end);
  const parsed = parseYaml(content, start);
  if (parsed.isMapping && !parsed.error)
    return toParsedContent(parsed.pairs, findTabErrors(content, start, parsed.pairs));
  const joined = joinLines(content);
  const tolerant = joined === content ? undefined : parseYaml(joined, start);
  if (tolerant?.isMapping && !tolerant.error) return toParsedContent(tolerant.pairs, []);
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
      const lineEnd = content.indexOf('\n', at);
      result += content.slice(at, lineEnd < 0 ? content.length : lineEnd);
      at = lineEnd < 0 ? content.length : lineEnd - 1;
      continue;
    } else if ((character === '[' || character === '{') && (depth > 0 || isAtValueStart(content, at, depth))) depth++;
    else if ((character === ']' || character === '}') && depth > 0) depth--;
    const isJoint =
      (quote || depth > 0) &&
      character === '\n' &&
      /^\S/.test(content[at + 1] ?? ' ') &&
      /\S\s?$/.test(content.slice(Math.max(0, at - 2), at));
    result += isJoint ? ' ' : (content[at] ?? '');
  }
  return result;
}

/** Whether a bracket or quote stands where a value starts: after `:`, after `-`, or inside brackets. */
function isAtValueStart(content: string, at: number, depth: number): boolean {
  return (depth > 0 ? /[\s[{,]$/ : /(?:^|\n)[ \t]*- +$|:[ \t]+$/).test(content.slice(Math.max(0, at - 40), at));
}
