import type { FrontMatterFormat } from '../../syntax/frontMatter/index.ts';
import { separators } from '../../syntax/frontMatter/write.ts';
import type { KeyUsage } from '../../site/frontMatter/vocabulary/count.ts';
import { findMostFrequent, unknownIndent } from '../../site/frontMatter/vocabulary/count.ts';
import type { ValueType } from '../../site/frontMatter/vocabulary/values.ts';

/** The quote that most posts have around a key's values; '' for none. */
export function usualQuote(use: KeyUsage | undefined): '' | '"' | "'" {
  const count = (quote: '' | '"' | "'"): number => use?.style.quotes.get(quote) ?? 0;
  const quote = count('"') >= count("'") ? '"' : "'";
  return count(quote) > count('') ? quote : '';
}

/** The white space before `-` where most authors write a key's list on lines of its own. */
function usualBlockIndent(use: KeyUsage | undefined): string | undefined {
  if (!use) return undefined;
  const { listIndents, flowLists } = use.style;
  const blocks = [...listIndents.values()].reduce((sum, times) => sum + times, 0);
  return blocks > flowLists
    ? (findMostFrequent(new Map([...listIndents].filter(([indent]) => indent !== unknownIndent))) ?? '  ')
    : undefined;
}

/** A key with an empty value of its type, as the posts of the site write it, as a snippet with the caret in it. */
export function keySnippet(
  key: string,
  type: ValueType | undefined,
  use: KeyUsage | undefined,
  format: FrontMatterFormat,
): string {
  const value = emptyValue(type, use, format);
  const separator = value.startsWith('\n') ? separators[format].trimEnd() : separators[format];
  return escapeSnippet(`${format === 'json' ? JSON.stringify(key) : key}${separator}`) + value;
}

function emptyValue(type: ValueType | undefined, use: KeyUsage | undefined, format: FrontMatterFormat): string {
  if (format === 'meta') return '$0';
  const isYaml = format === 'yaml';
  if (type === 'list') {
    const indent = isYaml ? usualBlockIndent(use) : undefined;
    if (indent !== undefined) return `\n${indent}- $0`;
    const quote = isYaml ? usualQuote(use) : '"';
    return `[${quote}$0${quote}]`;
  }
  if (type === 'map') return isYaml ? '\n  $0' : '{ $0 }';
  if (type === 'string') {
    const block = isYaml && use ? usualBlockIndicator(use) : undefined;
    const quote = isYaml ? usualQuote(use) : '"';
    return block === undefined ? `${quote}$0${quote}` : `${block}\n  $0`;
  }
  return format === 'json' && type === 'date' ? '"$0"' : '$0';
}

/** The indicator of a block scalar (`|`, `>-`), where most posts write a key's value as one. */
function usualBlockIndicator({ style, count }: KeyUsage): string | undefined {
  const indicator = findMostFrequent(style.blockIndicators);
  const blocks = [...style.blockIndicators.values()].reduce((sum, times) => sum + times, 0);
  return blocks * 2 > count ? indicator : undefined;
}

/** A text for a snippet, with its special characters escaped. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
