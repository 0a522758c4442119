import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Extension } from 'micromark-util-types';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Dialect } from '../../dialects/dialect.ts';
import { memoize } from '../../text/memo.ts';
import type { Defined, Parse } from './assumeDefined.ts';
import { assumeDefined } from './assumeDefined.ts';

/** Markdown to mdast, with a word on which labels count as defined. */
export type MarkdownParser = (text: string, defined: Defined) => Root;

/** The parser of a dialect; made once. */
export const parserOf = memoize((dialect: Dialect): MarkdownParser => createParser(dialect));

/** Takes every label as defined. */
export const everything: Defined = { link: () => true, footnote: () => true };

/** Constructs of CommonMark that a dialect leaves out; of MDX, those in micromark-extension-mdx-md. */
function disabled({ blocks, html }: Dialect): Extension {
  const names = [
    ...(blocks.indentedCode ? [] : ['codeIndented']),
    ...(html.kind === 'jsx' ? ['autolink'] : []),
    ...(html.kind === 'jsx' || html.kind === 'none' ? ['htmlFlow', 'htmlText'] : []),
  ];
  return names.length === 0 ? {} : { disable: { null: names } };
}

/** Extensions of micromark and mdast for a parser that reads more than references; `current` holds the text under way. */
export interface Further {
  readonly micromark: readonly unknown[];
  readonly fromMarkdown: readonly unknown[];
}

/** A parser of its own for a dialect, with further extensions. */
export function createParser(dialect: Dialect, further?: (current: Parse) => Further): MarkdownParser {
  const { extensions } = dialect;
  const current: Parse = { text: '', defined: everything };
  const more = further?.(current);
  const processor = unified().use(remarkParse);
  const data = processor.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  data.micromarkExtensions = [
    ...assumeDefined(dialect, current),
    ...(extensions.tables === 'none' ? [] : [gfmTable()]),
    ...(extensions.strikethrough ? [gfmStrikethrough()] : []),
    ...(extensions.taskLists ? [gfmTaskListItem()] : []),
    disabled(dialect),
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
