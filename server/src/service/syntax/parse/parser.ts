import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Dialect } from '../../dialects/dialect.ts';
import type { Defined, Parse } from './assumeDefined.ts';
import { assumeDefined } from './assumeDefined.ts';

/** Markdown to mdast, with a word on which labels count as defined. */
export type MarkdownParser = (text: string, defined: Defined) => Root;

const parsers = new Map<string, MarkdownParser>();

/** The parser of a dialect; made once. */
export function parserOf(dialect: Dialect): MarkdownParser {
  let parser = parsers.get(dialect.id);
  if (!parser) parsers.set(dialect.id, (parser = createParser(dialect)));
  return parser;
}

/** Takes every label as defined. */
export const everything: Defined = { link: () => true, footnote: () => true };

/** What MDX has not (micromark-extension-mdx-md). */
const onlyJsx = { disable: { null: ['autolink', 'codeIndented', 'htmlFlow', 'htmlText'] } };

/** Extensions of micromark and mdast for a parser that reads more than references; `current` holds the text under way. */
export interface Further {
  readonly micromark: readonly unknown[];
  readonly fromMarkdown: readonly unknown[];
}

/** A parser of its own for a dialect, with further extensions. */
export function createParser(dialect: Dialect, further?: (current: Parse) => Further): MarkdownParser {
  const current: Parse = { text: '', defined: everything };
  const more = further?.(current);
  const processor = unified().use(remarkParse);
  const data = processor.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  data.micromarkExtensions = [
    ...assumeDefined(dialect, current),
    gfmTable(),
    gfmStrikethrough(),
    ...(dialect.taskLists ? [gfmTaskListItem()] : []),
    ...(dialect.embeds === 'jsx' ? [onlyJsx] : []),
    ...(more?.micromark ?? []),
  ];
  data.fromMarkdownExtensions = [
    gfmFootnoteFromMarkdown(),
    gfmTableFromMarkdown(),
    gfmStrikethroughFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    ...(more?.fromMarkdown ?? []),
  ];
  processor.freeze();
  return (text, defined) => {
    current.text = text;
    current.defined = defined;
    return processor.parse(text);
  };
}
