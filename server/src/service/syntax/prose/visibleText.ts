import { memoize } from '../../text/memo.ts';
import type { Steps } from '../../text/steps.ts';
import { shareSteps } from '../../text/steps.ts';
import type { Range } from '../../text/range.ts';
import { blanks, isEndOrOneOf, lineTerminators, skipForward } from '../../text/scan.ts';
import { findExtensionBlocks, findMath } from '../parse/mask.ts';
import type { Syntax } from '../syntax.ts';
import { findJsxParts } from '../templates/jsx.ts';
import { findUnreadTemplates } from '../templates/maskTemplates.ts';
import { replaceWith } from '../templates/replaceRanges.ts';
import type { Hidden } from './hiddenHtml.ts';
import { findHiddenHtml } from './hiddenHtml.ts';
import type { Link, Occurrence, Reference } from '../occurrences/occurrence.ts';

/** Stands for what is hidden within a word: a character without width. */
const joiner = '\u2060';

/**
 * The text of a post with what its reader does not see replaced, UTF-16 code unit for code unit, by spaces or, where it
 * parts no word, by word joiners: front matter, code, markup that has letters in it. Offsets and line breaks stay. In steps.
 */
export function visibleText(syntax: Syntax): Steps<string> {
  return sharedReading(syntax)();
}

const sharedReading = memoize((syntax: Syntax) => shareSteps(() => readVisibleText(syntax)));

function* readVisibleText(syntax: Syntax): Steps<string> {
  const { text, body, templates } = syntax;
  const withoutMarkdown = replaceHidden(text, {
    between: [
      { start: 0, end: body.start },
      ...findUnreadTemplates(text, templates),
      ...findDialectMarkup(syntax),
      ...findListMarkers(text),
    ],
    within: [...findAttributeLists(text), ...findExtensionBlocks(text)],
  });
  yield;
  const markdown: Hidden = { between: [], within: [] };
  for (const occurrence of syntax.occurrences) hideMarkup(occurrence, syntax, markdown);
  yield;
  const prose = replaceHidden(withoutMarkdown, markdown);
  yield;
  return syntax.dialect.html.kind === 'jsx' ? prose : replaceHidden(prose, findHiddenHtml(prose));
}

function replaceHidden(text: string, { between, within }: Hidden): string {
  return replaceWith(replaceWith(text, within, joiner), between, ' ');
}

/** What of an occurrence is markup. */
function hideMarkup(occurrence: Occurrence, syntax: Syntax, { between, within }: Hidden): void {
  const { range, type } = occurrence;
  if (type === 'code' && !isMarkup(range, occurrence.isHtml, syntax)) between.push(range);
  else if (type === 'definition') between.push(range);
  else if (type === 'footnoteReference') within.push(range);
  else if (type === 'footnoteDefinition') between.push({ start: range.start, end: occurrence.contentRange.start });
  else if (type === 'link') within.push(...findLinkMarkup(occurrence, syntax.text));
  else if (type === 'reference' && syntax.definitions.has(occurrence.identifier))
    within.push(...findReferenceMarkup(occurrence, syntax.text));
}

function isMarkup({ start }: Range, isHtml: true | undefined, { text }: Syntax): boolean {
  return isHtml === true || text[start] === '<';
}

/** All but the text of a link; the whole of an image. A link that is written as its address shows it. */
function findLinkMarkup({ target, range, urlRange }: Link, text: string): Range[] {
  if (target === 'image') return [range];
  if (text[range.start] !== '[') return [];
  const end = text.lastIndexOf('](', urlRange.start);
  return [
    { start: range.start, end: range.start + 1 },
    { start: end > range.start ? end : urlRange.start, end: range.end },
  ];
}

function findReferenceMarkup({ target, form, range, labelRange }: Reference, text: string): Range[] {
  if (target === 'image') return [range];
  const end = form === 'full' ? text.lastIndexOf(']', labelRange.start - 1) : labelRange.end;
  return [
    { start: range.start, end: range.start + 1 },
    { start: Math.max(end, range.start + 1), end: range.end },
  ];
}

/** Formulas and abbreviations, or what of MDX is a program. */
function findDialectMarkup({ text, body, dialect }: Syntax): Range[] {
  const abbreviations = dialect.extensions.abbreviations ? findMatches(text, /^\*\[[^\]\n\r\u2028\u2029]*\]:.*/gm) : [];
  if (dialect.html.kind !== 'jsx') return [...abbreviations, ...(dialect.extensions.math ? findMath(text) : [])];
  const { blanks, words } = findJsxParts(replaceWith(text, [{ start: 0, end: body.start }], ' '));
  return [...blanks, ...words];
}

/** `{: .lead}` and `{::options … /}`, and `{#id .class}` at the end of a line. */
function findAttributeLists(text: string): Range[] {
  return findMatches(text, /\{[:#.][^{}\n]*\}/g).filter(
    ({ start, end }) => text[start + 1] === ':' || isEndOrOneOf(text, skipForward(text, end, blanks), lineTerminators),
  );
}

function findMatches(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
}

/** The start of a line: quotes around it and a marker of a list, its number, a tick of a task. */
const lineStart = /^([ \t>]*(?:[-*+]|(\d{1,9})[.)]))(?:([ \t]+\[[xX]\])[ \t]|[ \t])/;

/** Numbers of list items and ticks of tasks. A number but 1 starts no list in the midst of a paragraph (CommonMark 5.3). */
function findListMarkers(text: string): Range[] {
  const found: Range[] = [];
  let inside: 'list' | 'paragraph' | undefined;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    const marker = lineStart.exec(line);
    if (marker && (inside !== 'paragraph' || marker[2] === undefined || marker[2] === '1')) {
      found.push({ start, end: start + marker[1]!.length + (marker[3]?.length ?? 0) });
      inside = 'list';
    } else inside = /^[\s>]*$/.test(line) ? undefined : (inside ?? 'paragraph');
    start = end + 1;
  }
  return found;
}
