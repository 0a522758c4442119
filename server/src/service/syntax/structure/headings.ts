import { decodeString } from 'micromark-util-decode-string';
import type { Dialect, Typography } from '../../dialects/dialect.ts';
import { createHeadingIds } from '../../dialects/shared/headingIds.ts';
import { decodeUri } from '../../text/uri.ts';
import type { Heading } from '../occurrences/occurrence.ts';
import type { Syntax } from '../syntax.ts';
import type { Range } from '../../text/range.ts';
import { touches } from '../../text/range.ts';
import { blanks, skipBackward, skipForward, trimEnd } from '../../text/scan.ts';
import { replaceLinks } from '../occurrences/linkText.ts';

/**
 * A heading with its anchor. The running example, in a dialect with attribute lists:
 *
 *     ## The **watch** {#first}     textRange `The **watch**`, idRange `first`, anchor `first`
 *     See [it](#first).             of its one link: `#first`
 */
export interface AnchoredHeading {
  readonly heading: Heading;
  /** The text as written. */
  readonly textRange: Range;
  /** The id the author gave; undefined where the engine makes it from the text. */
  readonly idRange: Range | undefined;
  /** '' where headings of this dialect have no id of their own. */
  readonly anchor: string;
}

/** A link of the post to one of its own anchors. */
export interface AnchorLink {
  /** From the `#` to the end of the destination. */
  readonly range: Range;
  readonly anchor: string;
}

/** Returns the headings of a post with their anchors; a heading for which `renamed` has a text is taken to have that. */
export function anchorHeadings(syntax: Syntax, renamed?: ReadonlyMap<Heading, string>): AnchoredHeading[] {
  const makeId = createHeadingIds(syntax.dialect.headings);
  return syntax.headings.map((heading) => {
    const { textRange, idRange } = splitHeading(heading, syntax);
    const id = idRange && syntax.text.slice(idRange.start, idRange.end);
    const text = renamed?.get(heading) ?? syntax.text.slice(textRange.start, textRange.end);
    return { heading, textRange, idRange, anchor: id ?? makeId(toIdTexts(text, syntax.dialect)[0]!) };
  });
}

/** Returns the links of a post to anchors of its own, inline and by definition, in the order of the text. */
export function findAnchorLinks(syntax: Syntax): AnchorLink[] {
  return syntax.occurrences.flatMap((occurrence) => {
    const range =
      occurrence.type === 'link'
        ? occurrence.urlRange
        : occurrence.type === 'definition'
          ? occurrence.destinationRange
          : undefined;
    if (!range) return [];
    const written = syntax.text.slice(range.start, range.end);
    const hash = /^<?#/.exec(written)?.[0].length;
    if (hash === undefined) return [];
    const inner = { start: range.start + hash - 1, end: written.endsWith('>') ? range.end - 1 : range.end };
    return [{ range: inner, anchor: decodeUri(syntax.text.slice(inner.start + 1, inner.end)) }];
  });
}

/** Returns the heading at an offset, or the one that a link there leads to, with all links to it; undefined for none. */
export function headingAt(
  syntax: Syntax,
  offset: number,
): { readonly target: AnchoredHeading; readonly links: readonly AnchorLink[]; readonly on: 'text' | 'id' } | undefined {
  if (syntax.headings.length === 0) return undefined;
  const links = findAnchorLinks(syntax);
  const link = links.find(({ range }) => touches(range, offset));
  const target = anchorHeadings(syntax).find((each) =>
    link ? each.anchor === link.anchor : touches(each.heading.range, offset),
  );
  if (!target) return undefined;
  const on = target.idRange && (link || touches(target.idRange, offset)) ? 'id' : 'text';
  return { target, links: links.filter((each) => each.anchor === target.anchor), on };
}

/** Returns the offset at which each heading's section ends: before the next heading that is not deeper. */
export function findSectionEnds(syntax: Syntax): ReadonlyMap<Heading, number> {
  const ends = new Map<Heading, number>();
  const open: Heading[] = [];
  for (const heading of syntax.headings) {
    while (open.length > 0 && open.at(-1)!.depth >= heading.depth)
      ends.set(open.pop()!, findTextEnd(syntax.text, heading.range.start));
    open.push(heading);
  }
  for (const heading of open) ends.set(heading, findTextEnd(syntax.text, syntax.text.length));
  return ends;
}

/** The end of the text before an offset, without the white space that parts it from what follows. */
function findTextEnd(text: string, before: number): number {
  let end = before;
  while (end > 0 && /\s/.test(text[end - 1]!)) end--;
  return end;
}

/** UTF-16 code units. Longer headings are text without id or markup: nobody writes them, and patterns would take too long. */
const maxHeadingLength = 1000;

/** Ids in the heading line (`{#id}`, kramdown, goldmark and markdown-it with attributes) or, kramdown's, on the line below (`{: #id}`). */
function splitHeading(
  { range }: Heading,
  syntax: Syntax,
): { readonly textRange: Range; readonly idRange: Range | undefined } {
  const written = syntax.text.slice(range.start, range.end);
  if (written.length > maxHeadingLength) return { textRange: range, idRange: undefined };
  const opening = /^#{1,6}[ \t]*/.exec(written)?.[0].length;
  const line = opening === undefined ? written.replace(/\r?\n[^\n]*$/, '') : removeClosingSequence(written);
  const list = syntax.dialect.headings.attributes ? /\{:?[^{}\n]*\}[ \t]*$/.exec(line) : null;
  const start = range.start + (opening ?? 0);
  const textLength = list ? skipBackward(line, list.index, blanks) : line.trimEnd().length;
  const textRange = { start, end: Math.max(start, range.start + textLength) };
  const inLine = list && findId(list[0], range.start + list.index);
  return {
    textRange,
    idRange: inLine ?? (syntax.dialect.extensions.attributeLists ? findIdBelow(range, syntax.text) : undefined),
  };
}

/** Returns the line of an ATX heading without the marks at its end (CommonMark 4.2). */
export function removeClosingSequence(line: string): string {
  const end = skipBackward(line, line.length, blanks);
  const sequence = skipBackward(line, end, '#');
  const textEnd = skipBackward(line, sequence, blanks);
  return textEnd < sequence && sequence < end ? line.slice(0, textEnd) : line;
}

function findIdBelow(range: Range, text: string): Range | undefined {
  const below = /^[ \t]*\r?\n {0,3}(\{:(?:[^:}\n][^}\n]*)?\})[ \t]*(?:\r?\n|$)/.exec(
    text.slice(range.end, range.end + 500),
  );
  return below ? findId(below[1]!, range.end + below[0].indexOf('{')) : undefined;
}

function findId(list: string, at: number): Range | undefined {
  const id = /#([\p{L}\p{N}_:.-]+)/u.exec(list);
  return id ? { start: at + id.index + 1, end: at + id.index + id[0].length } : undefined;
}

/** Returns what the id of a heading with this Markdown is made of; several where versions of the engine differ, the first of which is the more usual. */
export function toIdTexts(text: string, { rendering: { headingIdSource, typography } }: Dialect): readonly string[] {
  if (headingIdSource === 'Markdown') return [text];
  const visible = toVisibleText(text);
  if (headingIdSource === 'text') return [visible];
  const shown = toPageText(visible, typography);
  return headingIdSource === 'source' ? [text, shown] : [shown];
}

/** Returns a text as the page has it: without the marks of code and emphasis, with typographic quotes, dashes and ellipses outside of code. */
function toPageText(text: string, typography: Typography | undefined): string {
  const open = { single: 0, double: 0 };
  let result = '';
  for (let at = 0; at < text.length;) {
    const character = text[at]!;
    const followsText = at > 0 && !'*_`'.includes(text[at - 1]!);
    const found = typography?.characters.includes(character)
      ? typography.replacementAt(text, at, { followsText, open })
      : undefined;
    const end = found ? at + found.length : character === '`' ? findCodeSpanEnd(text, at) : at + 1;
    const isMark =
      character === '`' || (character === '*' && /\S\*|\*\S/.test(text.slice(Math.max(0, at - 1), at + 2)));
    const start = isMark ? skipForward(text, at, '`*', end) : at;
    const shown = text.slice(start, end);
    result += found?.replacement ?? (isMark ? trimEnd(shown, '`') : shown);
    at = end;
  }
  return result;
}

/** Returns what a reader sees of a heading that is written in Markdown. */
export function toVisibleText(text: string): string {
  if (text.length > maxHeadingLength) return text;
  const withoutImages = replaceLinks(text, '![', () => '');
  return removeUnderscores(removeHtml(replaceLinks(withoutImages, '[', (inner) => inner))).trim();
}

const characterReference = /&#?\w+;/y;

/** Returns a text without tags and with the characters that its references name, outside of its code spans. */
function removeHtml(text: string): string {
  const lastTagEnd = text.lastIndexOf('>');
  const mark = /[`<&]/g;
  let result = '';
  let end = 0;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const at = match.index;
    if (match[0] === '`') mark.lastIndex = findCodeSpanEnd(text, at);
    else {
      characterReference.lastIndex = at;
      const close = match[0] === '<' && at < lastTagEnd ? text.indexOf('>', at) + 1 : at;
      const markupEnd = characterReference.test(text) ? characterReference.lastIndex : close;
      if (markupEnd === at) continue;
      result += text.slice(end, at) + (match[0] === '&' ? decodeString(text.slice(at, markupEnd)) : '');
      mark.lastIndex = end = markupEnd;
    }
  }
  return result + text.slice(end);
}

/** Returns the end of a code span at an offset; of the backticks where the next ones are more and close nothing. */
function findCodeSpanEnd(text: string, at: number): number {
  const contentStart = skipForward(text, at, '`');
  const close = text.indexOf('`', contentStart);
  if (close < 0) return contentStart;
  const end = skipForward(text, close, '`');
  return end - close <= contentStart - at ? end : contentStart;
}

/** Returns a text without underscores around words, of which neither is next to a letter or digit outside. */
function removeUnderscores(text: string): string {
  const runs = [...text.matchAll(/_+/g)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
  let result = '';
  let end = 0;
  for (let index = 0; index + 1 < runs.length; index++) {
    const [opening, closing] = [runs[index]!, runs[index + 1]!];
    const isAfterWord = /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, opening.start - 2), opening.start));
    if (isAfterWord || /^[\p{L}\p{N}]/u.test(text.slice(closing.end, closing.end + 2))) continue;
    result += text.slice(end, opening.start) + text.slice(opening.end, closing.start);
    end = closing.end;
    index++;
  }
  return result + text.slice(end);
}
