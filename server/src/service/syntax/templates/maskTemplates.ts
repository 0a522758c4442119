import type { Range } from '../../text/range.ts';
import { blanks, skipBackward, skipForward, whiteSpace } from '../../text/scan.ts';
import { blankOut, replaceWith } from './replaceRanges.ts';
import type { TemplateBlock, TemplateTag } from './tags.ts';
import { findTemplateBlocks, findTemplateTags, getBlockContent } from './tags.ts';
import type { InsertedFile, TemplateLanguage } from './templateLanguage.ts';

/** Text with its template parts replaced, UTF-16 code unit for code unit, by what Markdown reads the same way. */
export interface MaskedText {
  readonly text: string;
  /** Blocks whose Markdown is rendered by itself: labels in them meet no definitions of the page. */
  readonly separate: readonly Range[];
  /** Names of files that tags bring in, as written: `links.md`, `{{ page.links }}`. */
  readonly includes: readonly string[];
  /** Files that tags bring in by themselves. */
  readonly insertedFiles: readonly InsertedFile[];
  /** A tag that nobody can follow may bring definitions that are not in the post. */
  readonly suppliesDefinitions: boolean;
}

/** `<!-- @include: ./part.md -->`, which several tools replace by the text of a file before they read Markdown. */
export const includeComment = /<!--\s{0,20}@include:/;

/**
 * Returns the text as Markdown gets to see it: tags alone on their lines become blank, others a word of the same length, and
 * what is hidden, code or printed as it is becomes blank. Offsets stay; line breaks stay where no tag removes them.
 */
export function maskTemplates(text: string, language: TemplateLanguage): MaskedText {
  const hasIncludes = includeComment.test(text);
  const tags = findTemplateTags(text, language);
  if (tags.length === 0)
    return { text, separate: [], includes: [], insertedFiles: [], suppliesDefinitions: hasIncludes };
  const blocks = findTemplateBlocks(text, tags).map((block) => ({ block, content: getBlockContent(block, language) }));
  const opaque = blocks.filter(({ content }) => content !== undefined && content !== 'separate');
  const words = tags.map((tag) => tag.range);
  const blankRanges = [
    ...findStandaloneTags(text, tags).filter(({ start }) => !language.ignoresCode || !isIndented(text, start)),
    ...opaque.map(({ block, content }) => (content === 'html' ? findHtmlPart(text, block) : findOpaquePart(block))),
  ];
  const removed = opaque.filter(
    ({ content, block }) => (content === 'comment' || content === 'hidden') && block.opening.delimiter.printsMarkdown,
  );
  const joined = [
    ...removed.map(({ block }) => trim(text, block.opening, block.closing)),
    ...tags.flatMap((tag) => (isTrimming(text, tag) || tag.kind === 'comment' ? trim(text, tag, tag) : [])),
  ];
  const masked = blankOut(replaceWith(text, words, 'x'), [...blankRanges, ...joined.filter(({ isWord }) => !isWord)]);
  return {
    text: joinLines(masked, joined),
    separate: blocks.filter(({ content }) => content === 'separate').map(({ block }) => toRange(block)),
    includes: tags.flatMap((tag) => findIncludedName(text, tag, language) ?? []),
    insertedFiles: tags.flatMap(
      ({ name, delimiter }) => (delimiter.printsMarkdown ? language.tags.get(name)?.insertsFile : undefined) ?? [],
    ),
    suppliesDefinitions:
      hasIncludes ||
      tags.some((tag) => maySupplyDefinitions(text, tag, language)) ||
      insertsUnknownFile(tags, blocks, language),
  };
}

/** Tags that are not printed as Markdown are words to it, whatever they enclose. */
function findOpaquePart({ opening, closing }: TemplateBlock): Range {
  return opening.delimiter.printsMarkdown
    ? { start: opening.range.start, end: closing.range.end }
    : { start: opening.range.end, end: closing.range.start };
}

/** A block of HTML ends at a blank line. */
function findHtmlPart(text: string, { opening, closing }: TemplateBlock): Range {
  const blankLine = /\n[ \t\r]*\n/g;
  blankLine.lastIndex = opening.range.end;
  const end = blankLine.exec(text.slice(0, closing.range.start))?.index ?? closing.range.end;
  return { start: opening.range.start, end };
}

function toRange({ opening, closing }: TemplateBlock): Range {
  return { start: opening.range.start, end: closing.range.end };
}

/** Tags of a text, and with them what they enclose where readers see it as code or not at all. */
export function findUnreadTemplates(text: string, language: TemplateLanguage): Range[] {
  const tags = findTemplateTags(text, language);
  const unread = findTemplateBlocks(text, tags).filter((block) => {
    const content = getBlockContent(block, language);
    return content === 'code' || content === 'comment' || content === 'hidden';
  });
  return [...tags.map(({ range }) => range), ...unread.map(toRange)];
}

const includedName = /^\{%-?\s*\w+\s+(?:"([^"\n]*)"|'([^'\n]*)'|(\{\{.*?\}\}\S*|[^\s%,]+))/;

function findIncludedName(text: string, tag: TemplateTag, { tags }: TemplateLanguage): string | undefined {
  if (tag.kind !== 'tag') return undefined;
  if (tag.name !== 'include' && tags.get(tag.name)?.argumentKind !== 'include') return undefined;
  const [, double, single, bare] = includedName.exec(text.slice(tag.range.start, tag.range.end)) ?? [];
  return double ?? single ?? bare;
}

function maySupplyDefinitions(text: string, tag: TemplateTag, { tags }: TemplateLanguage): boolean {
  if (!tag.delimiter.printsMarkdown) return false;
  if (tag.name !== 'render' && !tags.get(tag.name)?.insertsUnknownText) return false;
  return /\.(md|markdown|mkd|mkdn|mkdown)\b|\{\{/.test(text.slice(tag.range.start, tag.range.end));
}

/** Whether a tag of which nothing is known and that encloses nothing stands where only the files of a theme say what it is. */
function insertsUnknownFile(
  tags: readonly TemplateTag[],
  blocks: readonly { readonly block: TemplateBlock }[],
  language: TemplateLanguage,
): boolean {
  const unknown = tags.filter(
    ({ name, kind, delimiter }) => kind === 'tag' && delimiter.mayInsertFiles && !language.tags.has(name),
  );
  if (unknown.length === 0) return false;
  const paired = new Set(blocks.flatMap(({ block }) => [block.opening, block.closing]));
  return unknown.some((tag) => !paired.has(tag));
}

/** Returns runs of tags (not outputs) with nothing but white space next to them on their lines. */
function findStandaloneTags(text: string, tags: readonly TemplateTag[]): Range[] {
  const found: Range[] = [];
  let run: Range | undefined;
  for (const [index, tag] of tags.entries()) {
    const startsLine = run
      ? false
      : /(^|\n)[ \t]*$/.test(text.slice(Math.max(0, tag.range.start - 80), tag.range.start));
    if (tag.kind === 'output' || !tag.delimiter.printsMarkdown || !(run || startsLine)) {
      run = undefined;
      continue;
    }
    run = { start: run?.start ?? tag.range.start, end: tag.range.end };
    const next = tags[index + 1];
    const lineEnd = text.indexOf('\n', tag.range.end);
    const rest = text.slice(
      tag.range.end,
      next && (lineEnd < 0 || next.range.start < lineEnd) ? next.range.start : lineEnd < 0 ? undefined : lineEnd,
    );
    if (rest.trim() !== '') run = undefined;
    else if (!next || (lineEnd >= 0 && lineEnd < next.range.start)) {
      found.push(run);
      run = undefined;
    }
  }
  return found;
}

/** Whether a tag may be in indented code: as a word it is code there and text elsewhere. */
function isIndented(text: string, at: number): boolean {
  return /(?:^|\n)(?: {0,3}\t| {4})[ \t]*$/.test(text.slice(Math.max(0, at - 80), at));
}

/** A tag or block and the white space that it removes around it. */
interface Trimmed extends Range {
  /** It prints something, so that it keeps its own characters. */
  readonly isWord: boolean;
  readonly inner: Range;
}

function isTrimming(text: string, { range, delimiter }: TemplateTag): boolean {
  return text[range.start + delimiter.open.length] === '-' || text[range.end - delimiter.close.length - 1] === '-';
}

/** Returns the range from one tag to another with the white space that `{%-` and `-%}` remove. */
function trim(text: string, first: TemplateTag, last: TemplateTag): Trimmed {
  const inner = { start: first.range.start, end: last.range.end };
  const trimsBefore = text[inner.start + first.delimiter.open.length] === '-';
  const trimsAfter = text[inner.end - last.delimiter.close.length - 1] === '-';
  return {
    start: trimsBefore ? skipBackward(text, inner.start, whiteSpace) : inner.start,
    end: trimsAfter ? skipForward(text, inner.end, whiteSpace) : inner.end,
    isWord: first.kind === 'output',
    inner,
  };
}

/**
 * Returns a masked text in which lines are joined as if the ranges were not there. What follows a range at the start of a
 * line stays at the start of one, and no blank line comes before it.
 */
function joinLines(masked: string, ranges: readonly Trimmed[]): string {
  if (ranges.length === 0) return masked;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of mergeTrimmed(ranges)) {
    const lineStart = skipBackward(masked, start, blanks, at);
    const startsLine = lineStart === 0 || masked[lineStart - 1] === '\n';
    const from = startsLine ? Math.max(at, skipBackward(masked, lineStart, '\n\r', lineStart - 2)) : start;
    parts.push(masked.slice(at, from));
    parts.push(masked.slice(from, startsLine ? end - 1 : end).replace(/[\r\n]/g, ' '));
    if (startsLine) parts.push('\n');
    at = end;
  }
  parts.push(masked.slice(at));
  return parts.join('');
}

/** Merges ranges that touch, in the order of the text; of what prints a value only the white space around it. */
function mergeTrimmed(ranges: readonly Trimmed[]): Range[] {
  const parts = ranges.flatMap(({ start, end, isWord, inner }): Range[] =>
    isWord
      ? [
          { start, end: inner.start },
          { start: inner.end, end },
        ]
      : [{ start, end }],
  );
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of parts.sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (start < end) merged.push({ start, end });
  }
  return merged;
}
