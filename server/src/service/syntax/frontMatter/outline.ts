import type { FrontMatter, FrontMatterOutline, KeyOutline } from './index.ts';

/** As much of a written value as shows its quotes and its style. */
const maxWrittenLength = 80;

/**
 * Returns what a site keeps of a front matter; undefined for none and for one that is not closed, which engines take for text. All
 * strings are copies: a part of a text would keep the whole of it in memory.
 */
export function toFrontMatterOutline(
  frontMatter: FrontMatter | undefined,
  text: string,
): FrontMatterOutline | undefined {
  if (!frontMatter?.closed) return undefined;
  const { format, data, entries, errors } = frontMatter;
  const keys = entries.map(({ key, comment, commented, valueRange, range }): KeyOutline => {
    const written = text.slice(valueRange.start, Math.min(valueRange.end, valueRange.start + maxWrittenLength));
    return {
      key,
      ...(comment !== undefined && { comment }),
      commented,
      ...(hasBlankLineAbove(text, range.start) && { followsBlankLine: true }),
      written,
    };
  });
  const isBroken = errors.length > 0;
  return copyOutline({ format, data: isBroken ? {} : data, keys, ...(isBroken && { broken: true }) });
}

/** Whether a blank line stands above a line and the comments right above it. */
function hasBlankLineAbove(text: string, lineStart: number): boolean {
  for (let end = lineStart - 1; end > 0;) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end).trim();
    if (!line.startsWith('#')) return line === '';
    end = start - 1;
  }
  return false;
}

/** Through JSON, whose reader builds new strings. */
function copyOutline(outline: FrontMatterOutline): FrontMatterOutline {
  return JSON.parse(JSON.stringify(outline)) as FrontMatterOutline;
}
