import type { Dialect } from '../../dialects/dialect.ts';
import { includeComment } from '../templates/tags.ts';
import { findOpeningLines } from '../parse/mask.ts';
import { toVisibleText } from './headings.ts';

/** What other posts can observe of a post's body: the places in it that a link may lead to. */
export interface BodyOutline {
  /** Every id that a heading, an attribute list or HTML may give, each between line breaks: `\nfirst\nsecond\n`. One string, since a site holds thousands. */
  readonly ids: string;
  /** Whether templates may write more of them. */
  readonly mayHaveMore: boolean;
}

/** Of a body of which nothing is known. */
export const unknownOutline: BodyOutline = { ids: '\n', mayHaveMore: true };

const attributeIds =
  /\b(?:id|name)\s*=\s*(?:"([^"\n]{1,200})"|'([^'\n]{1,200})'|([^\s"'>]{1,200}))|\{:?[^{}\n]{0,200}?#([\p{L}\p{N}_:.-]{1,200})/gu;
/** Lines that are a heading by themselves, and those that make one of the line before. */
const headingLines = /^[ \t>]{0,12}(?:#{1,6}[ \t]*([^\n]{1,1000}?)[ \t]*#*[ \t]*\r?$|(?:=+|-+)[ \t]*\r?$)/gm;
/** `[x]`, which is a link where something defines it, else text whose brackets count. */
const lonelyBrackets = /\[([^[\]]{0,200})\](?![[(])/g;
/** Longer lines are no headings; UTF-16 code units. */
const maxHeadingLength = 1000;

/**
 * Returns the outline of a body (from the offset `start` on), taken from its lines: what looks like a heading counts as one even in code, so that
 * an id that is missing here is missing for certain. The layout writes all of a page whose body is blank.
 */
export function toBodyOutline(text: string, start: number, { headings, html }: Dialect): BodyOutline {
  const { ids: autoId, idPrefix, autoIds } = headings;
  const body = text.slice(start);
  const ids = new Set(findIds(body));
  let mayHaveMore =
    autoIds !== 'always' ||
    body.trim() === '' ||
    /\{%-?\s*(?:include|render|layout)|\{\{[<%]/.test(body) ||
    includeComment.test(body) ||
    (html.components && holdsComponentBlock(body));
  for (const { 1: atx, index } of body.matchAll(headingLines)) {
    const line = atx ?? previousLine(body, index);
    if (line.length > maxHeadingLength) continue;
    const written = line.replace(/\{:?[^{}\n]*\}[ \t]*$/, '').trim();
    const texts = new Set([written, written.replace(lonelyBrackets, '($1)')].map(toVisibleText));
    if (/\{[{%]/.test(written) || [...texts].some((text) => !autoId.isCertain(text))) mayHaveMore = true;
    else if (autoIds === 'always') for (const text of texts) ids.add(idPrefix + autoId.idOf(text));
  }
  return { ids: copyString(`\n${[...ids].join('\n')}\n`), mayHaveMore: mayHaveMore };
}

/** Whether a line outside of code begins with a component, which may write whatever it likes. */
function holdsComponentBlock(body: string): boolean {
  const components = [...body.matchAll(/^[ \t]{0,12}<[A-Z][\w.]*(?=[\s/>])/gm)];
  if (components.length === 0) return false;
  const { fences } = findOpeningLines(body);
  return components.some(({ index }) => !fences.some(({ start, end }) => start <= index && index < end));
}

function previousLine(text: string, lineStart: number): string {
  const end = Math.max(0, lineStart - 1);
  return text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
}

/** Returns the ids that HTML and attribute lists in a text have. */
export function findIds(text: string): string[] {
  if (!/[={]/.test(text)) return [];
  return [...text.matchAll(attributeIds)].map((match) => match[1] ?? match[2] ?? match[3] ?? match[4]!);
}

/** Whether a link to `#id` may find its place; the second heading with a text has a number after its id. */
export function mayHaveId({ ids }: BodyOutline, id: string): boolean {
  return ids.includes(`\n${id}\n`) || ids.includes(`\n${id.replace(/-\d+$/, '')}\n`);
}

/** Returns a string of its own: one joined from parts of a text would keep the whole text in memory. */
function copyString(text: string): string {
  return JSON.parse(JSON.stringify(text)) as string;
}
