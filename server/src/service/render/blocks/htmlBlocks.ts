import type { Dialect } from '../../dialects/dialect.ts';
import type { Line } from '../../syntax/parse/mask.ts';
import type { Range } from '../../text/range.ts';
import { contains } from '../../text/range.ts';

/** The first tag of an HTML block whose attribute `markdown` says that its content is Markdown, its name as group 1; null for none. */
export function findMarkdownTag(html: string): RegExpExecArray | null {
  if (!/markdown/i.test(html)) return null;
  for (const tag of html.matchAll(/<(\w+)(?:[^\w<>][^<>]*)?>/g))
    if (/\smarkdown\s*=\s*["']?(?:1|block|span)\b/i.test(tag[0])) return tag;
  return null;
}

/** Ranges of block-level tags at the start of a line that nothing closes: `<hr>`, and those an author forgot to close. */
export function findLoneTags(lines: readonly Line[], blocks: readonly Range[], { html }: Dialect): Range[] {
  return lines.flatMap(({ start, text }) => {
    const match = /^ {0,3}<([a-zA-Z][a-zA-Z0-9]*)(?:[\s/][^<>]*)?>/.exec(text);
    const range = { start: start + text.indexOf('<'), end: start + (match?.[0].length ?? 0) };
    return !match || html.elements.isSpan(match[1]!.toLowerCase()) || blocks.some((block) => contains(block, range))
      ? []
      : [range];
  });
}

/** Ranges of HTML comments that start a line. */
export function findBlockComments(text: string, lines: readonly Line[]): Range[] {
  let end = 0;
  return lines.flatMap((line) => {
    const indent = /^ {0,3}(?=<!--)/.exec(line.text)?.[0].length;
    if (indent === undefined || line.start < end) return [];
    const close = text.indexOf('-->', line.start + indent + 4);
    if (close < 0) return [];
    end = close + 3;
    return [{ start: line.start + indent, end }];
  });
}
