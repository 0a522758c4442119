import { isControlTag } from '../templates/languages.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import { includeComment } from '../templates/maskTemplates.ts';
import { findOpeningLines } from '../parse/mask.ts';
import { applyOptions } from '../parse/options.ts';
import { blanks, skipBackward, skipForward } from '../../text/scan.ts';
import { toIdTexts } from './headings.ts';
import { findLinkedFolders } from './linkedFolders.ts';

/** What other posts can observe of a post's body: the places in it that a link may lead to, and where it links itself. */
export interface BodyOutline {
  /** Every id that a heading, an attribute list or HTML may give, each between line breaks: `\nfirst\nsecond\n`. One string, since a site holds thousands. */
  readonly ids: string;
  /** Names of tags that may write more of them, each between line breaks; of an include with the name of its file after a space. */
  readonly tags: string;
  /** Whether anything else may write more of them. */
  readonly mayHaveMore: boolean;
  /** The first folders, below the base path, in which the body links to something, as `findLinkedFolders` names them. */
  readonly linkedFolders: string;
}

/** Of a body of which nothing is known. */
export const unknownOutline: BodyOutline = { ids: '\n', tags: '\n', mayHaveMore: true, linkedFolders: '' };

/** What may give an id: an attribute or an attribute list. */
const idStart = /\b(?:id|name)|\{/g;
const equalsSign = /\s*=\s*/y;
const attributeValue = /"([^"\n]{1,200})"|'([^'\n]{1,200})'|([^\s"'>]{1,200})/uy;
const listedId = /#([\p{L}\p{N}_:.-]{1,200})/uy;
/** UTF-16 code units before an id in an attribute list; nobody writes more. */
const maxBeforeId = 200;

/** Starts of lines that may be a heading by themselves, and lines that make one of the line before. */
const headingLine = /^[ \t>]{0,12}(?:#{1,6}[^\n]|=+[ \t]*$|-+[ \t]*$)/gm;
const restOfLine = /.*/y;
/** `[x]`, which is a link where something defines it, else text whose brackets count. */
const brackets = /\[([^[\]]*)\]/g;
/** UTF-16 code units; longer ones are no label. */
const maxLabelLength = 200;
/** Longer lines are no headings; UTF-16 code units. */
const maxHeadingLength = 1000;

/**
 * Returns the outline of a body (from the offset `start` on), taken from its lines: what looks like a heading counts as one even in code, so that
 * an id that is missing here is missing for certain. The layout writes all of a page whose body is blank.
 */
export function toBodyOutline(text: string, start: number, dialect: Dialect, basePath: string): BodyOutline {
  const body = text.slice(start);
  const { headings, html, blocks } = applyOptions(body, dialect);
  const { ids: autoId, idPrefix, autoIds, areHtmlHeadingsIncluded } = headings;
  const idsInHtml = body.includes('markdown=') ? headings.idsInHtml : undefined;
  const ids = new Set(html.isPrinted ? findIds(body) : findListedIds(body));
  let mayHaveMore =
    autoIds !== 'always' ||
    body.trim() === '' ||
    dialect.links.definedElsewhere?.test(body) === true ||
    includeComment.test(body) ||
    (areHtmlHeadingsIncluded && /<h[1-6]\b/i.test(body)) ||
    (html.components && holdsComponentBlock(body));
  for (const { 0: opening, index } of body.matchAll(headingLine)) {
    const line = opening.includes('#') ? readAtxHeading(body, index + opening.length - 1) : previousLine(body, index);
    const isText =
      !blocks.headingsInterruptParagraphs && opening.includes('#') && /^\p{L}/u.test(previousLine(body, index));
    if (line.length > maxHeadingLength || isText) continue;
    const written = line.replace(/\{:?[^{}\n]*\}[ \t]*$/, '').trim();
    const texts = new Set([written, replaceLonelyBrackets(written)].flatMap((each) => toIdTexts(each, dialect)));
    if (
      /\{[{%]/.test(written) ||
      mayKeepReferences(written, dialect) ||
      [...texts].some((text) => !autoId.isCertain(text))
    )
      mayHaveMore = true;
    else if (autoIds === 'always')
      for (const text of texts) for (const { idOf } of [autoId, idsInHtml ?? []].flat()) ids.add(idPrefix + idOf(text));
  }
  return {
    ids: copyString(`\n${[...ids].join('\n')}\n`),
    tags: copyString(`\n${[...findInsertingTags(body)].join('\n')}\n`),
    mayHaveMore,
    linkedFolders: copyString(findLinkedFolders(body, basePath)),
  };
}

/** A shortcode, an include with the name of its file, or any other tag. */
const insertingTag =
  /\{\{[<%]\s*([\w/-]+)|\{%-?\s*(?:(include|render|layout)\w*(?:\s+["']?([\w./-]+))?|([a-z][\w-]*))/gi;

function findInsertingTags(body: string): Set<string> {
  if (!/\{[{%]/.test(body)) return new Set();
  return new Set(
    [...body.matchAll(insertingTag)]
      .map(([, shortcode, tag, file, other]) => shortcode ?? other ?? (file === undefined ? tag! : `${tag!} ${file}`))
      .filter((name) => !name.startsWith('/') && !isControlTag(name)),
  );
}

/** Whether a heading holds character references, of which engines that make ids of the page's text keep some as they are written. */
function mayKeepReferences(written: string, { rendering }: Dialect): boolean {
  return rendering.headingIdSource === 'page text' && /&#?\w+;/.test(written);
}

/** Whether a line outside of code begins with a component, which may write whatever it likes. */
function holdsComponentBlock(body: string): boolean {
  const components = [...body.matchAll(/^[ \t]{0,12}<[A-Z][\w.]*[\s/>]/gm)];
  if (components.length === 0) return false;
  const { fences } = findOpeningLines(body);
  return components.some(({ index }) => !fences.some(({ start, end }) => start <= index && index < end));
}

/** Returns the text of an ATX heading after its opening marks, without those at its end. */
function readAtxHeading(text: string, at: number): string {
  restOfLine.lastIndex = at;
  const line = restOfLine.exec(text)![0];
  const start = skipForward(line, 0, blanks);
  const sequence = skipBackward(line, skipBackward(line, line.length, blanks, start), '#', start);
  return line.slice(start, Math.max(start + 1, skipBackward(line, sequence, blanks, start)));
}

/** Returns a text with parentheses in place of brackets that no link follows. */
function replaceLonelyBrackets(text: string): string {
  return text.replace(brackets, (written, inner: string, at: number) =>
    inner.length > maxLabelLength || '[('.includes(text[at + written.length] ?? ' ') ? written : `(${inner})`,
  );
}

function previousLine(text: string, lineStart: number): string {
  const end = Math.max(0, lineStart - 1);
  return text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
}

/** Returns the ids that HTML and attribute lists in a text have. */
export function findIds(text: string): string[] {
  if (!/[={]/.test(text)) return [];
  const found: string[] = [];
  idStart.lastIndex = 0;
  for (let match = idStart.exec(text); match; match = idStart.exec(text)) {
    const id = match[0] === '{' ? findListedId(text, match.index) : parseValue(text, idStart.lastIndex);
    if (!id) continue;
    found.push(id.value);
    idStart.lastIndex = id.end;
  }
  return found;
}

/** Returns the ids that attribute lists in a text have. */
function findListedIds(text: string): string[] {
  const found: string[] = [];
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
    const id = findListedId(text, open);
    if (id) found.push(id.value);
  }
  return found;
}

interface Id {
  readonly value: string;
  /** The offset after the id and what quotes it. */
  readonly end: number;
}

/** Returns the value of an attribute after its name. */
function parseValue(text: string, at: number): Id | undefined {
  equalsSign.lastIndex = at;
  if (!equalsSign.test(text)) return undefined;
  attributeValue.lastIndex = equalsSign.lastIndex;
  const match = attributeValue.exec(text);
  return match ? { value: match[1] ?? match[2] ?? match[3]!, end: attributeValue.lastIndex } : undefined;
}

/** Returns the first `#id` of an attribute list that opens at an offset. */
function findListedId(text: string, open: number): Id | undefined {
  const start = text[open + 1] === ':' ? open + 2 : open + 1;
  const limit = Math.min(text.length, start + maxBeforeId + 1);
  for (let at = start; at < limit && !'{}\n'.includes(text[at]!); at++) {
    listedId.lastIndex = at;
    const match = text[at] === '#' ? listedId.exec(text) : null;
    if (match) return { value: match[1]!, end: listedId.lastIndex };
  }
  return undefined;
}

/** Whether a link to `#id` may find its place; the second heading with a text has a number after its id. */
export function mayHaveId({ ids }: BodyOutline, id: string): boolean {
  return ids.includes(`\n${id}\n`) || ids.includes(`\n${id.replace(/[-_]\d+$/, '')}\n`);
}

/** Returns a string of its own: one joined from parts of a text would keep the whole text in memory. */
function copyString(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
