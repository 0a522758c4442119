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
import type { DefinedLabels, ParseState } from './assumeDefined.ts';
import { assumeDefined } from './assumeDefined.ts';
import { pageExtensions } from './pageExtensions.ts';
import type { ParserExtensions } from './parserExtensions.ts';

/** Markdown to mdast, with a word on which labels count as defined. */
export type MarkdownParser = (text: string, defined: DefinedLabels) => Root;

/** The parser of a dialect for references and footnotes; it reads no blocks where they are found otherwise. Made once. */
export const parserOf = memoize((dialect: Dialect): MarkdownParser => createParser(dialect, referenceExtensions));

/** The parser of a dialect for a page: it knows all that a reader sees, and takes up to a third longer. Made once. */
export const pageParserOf = memoize((dialect: Dialect): MarkdownParser =>
  createParser(dialect, (each, current) => [...blockExtensions(each), ...pageExtensions(each, current)]),
);

/** Takes every label as defined. */
export const allLabels: DefinedLabels = { link: () => true, footnote: () => true };

function createParser(
  dialect: Dialect,
  additionalExtensions: (dialect: Dialect, current: ParseState) => readonly ParserExtensions[],
): MarkdownParser {
  const current: ParseState = { text: '', defined: allLabels };
  const extensions = [...commonExtensions(dialect), ...additionalExtensions(dialect, current)];
  const processor = unified().use(remarkParse);
  const data = processor.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  data.micromarkExtensions = [...assumeDefined(dialect, current), ...extensions.map(({ micromark }) => micromark)];
  data.fromMarkdownExtensions = [
    gfmFootnoteFromMarkdown(),
    ...extensions.flatMap(({ fromMarkdown }) => fromMarkdown ?? []),
  ];
  processor.freeze();
  return (text, defined) => {
    current.text = text;
    current.defined = defined;
    return processor.parse(text);
  };
}

/** What a dialect reads in lines besides CommonMark, and leaves out of it, that may hold or hide a reference. */
function commonExtensions(dialect: Dialect): ParserExtensions[] {
  return [
    ...(dialect.extensions.strikethrough
      ? [{ micromark: gfmStrikethrough(), fromMarkdown: gfmStrikethroughFromMarkdown() }]
      : []),
    { micromark: disableConstructs(dialect) },
  ];
}

/** Blocks that a dialect reads besides CommonMark's and that may hold or hide a reference. */
function blockExtensions({ extensions: { tables, taskLists } }: Dialect): ParserExtensions[] {
  return [
    ...(tables === 'none' ? [] : [{ micromark: gfmTable(), fromMarkdown: gfmTableFromMarkdown() }]),
    ...(taskLists ? [{ micromark: gfmTaskListItem(), fromMarkdown: gfmTaskListItemFromMarkdown() }] : []),
  ];
}

const blockNames =
  'blockQuote list codeIndented codeFenced headingAtx htmlFlow setextUnderline thematicBreak definition gfmFootnoteDefinition';

function referenceExtensions(dialect: Dialect): ParserExtensions[] {
  if (dialect.blocks.reading === 'CommonMark') return blockExtensions(dialect);
  return [{ micromark: { disable: { null: blockNames.split(' ') } } }];
}

/** Constructs of CommonMark that a dialect does not have; of MDX, those in micromark-extension-mdx-md. */
function disableConstructs({ blocks, html }: Dialect): Extension {
  const names = [
    ...(blocks.indentedCode ? [] : ['codeIndented']),
    ...(html.kind === 'jsx' ? ['autolink'] : []),
    ...(html.kind === 'jsx' || html.kind === 'none' ? ['htmlFlow', 'htmlText'] : []),
  ];
  return names.length === 0 ? {} : { disable: { null: names } };
}
