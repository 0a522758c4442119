import type { WordCount } from '../../../protocol/index.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { templateTags } from '../../syntax/templates/tags.ts';
import type { Range } from '../../text/range.ts';

const wordsPerMinute = 230;

/** Words, and signs of scripts that part no words, of which a reader takes in about twice as many. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+(?:[’'.,:-][\p{L}\p{N}\p{M}]+)*/gu;

/** Words a reader reads, of the post or of ranges of it: without front matter, code, HTML, templates, addresses and attribute lists. */
export function wordCount({ syntax }: OpenPost, ranges: readonly Range[]): WordCount {
  const { text, body } = syntax;
  const silent = silentRanges(syntax);
  const wanted = ranges.length > 0 ? ranges : [body];
  const words = wanted.reduce(
    (sum, range) => sum + count(text, { start: Math.max(range.start, body.start), end: range.end }, silent),
    0,
  );
  return { words, minutes: words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute)) };
}

/** What is in a post and not read, in the order of the text. */
function silentRanges({ text, occurrences }: OpenPost['syntax']): Range[] {
  const found: Range[] = occurrences.flatMap((each) => {
    if (each.type === 'code')
      return each.isHtml || text[each.range.start] === '<' ? markup(text, each.range) : [each.range];
    if (each.type === 'definition' || each.type === 'footnoteReference') return [each.range];
    if (each.type === 'link') return [{ start: each.urlRange.start, end: each.range.end }];
    if (each.type === 'footnoteDefinition') return [{ start: each.range.start, end: each.contentRange.start }];
    return each.type === 'reference' && each.form === 'full'
      ? [{ start: each.labelRange.start, end: each.labelRange.end }]
      : [];
  });
  const lists = [...text.matchAll(/\{:[^{}\n]*\}|<!--[\s\S]*?-->/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return [...found, ...templateTags(text).map(({ range }) => range), ...lists].sort((a, b) => a.start - b.start);
}

/** Tags and comments in a piece of HTML, and what browsers do not show. */
function markup(text: string, { start, end }: Range): Range[] {
  const found = text
    .slice(start, end)
    .matchAll(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>|<\/?[a-z][^<>]*>/gi);
  return [...found].map((match) => ({ start: start + match.index, end: start + match.index + match[0].length }));
}

function count(text: string, { start, end }: Range, silent: readonly Range[]): number {
  let words = 0;
  let at = start;
  for (const range of [...silent, { start: end, end }]) {
    if (range.start > at) words += text.slice(at, Math.min(range.start, end)).match(word)?.length ?? 0;
    at = Math.max(at, range.end);
    if (at >= end) break;
  }
  return words;
}
