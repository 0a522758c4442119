import type { TagDescriptions } from '../../../syntax/templates/templateLanguage.ts';
import type { Range } from '../../../text/range.ts';
import { blanks, matchAt, skipForward } from '../../../text/scan.ts';
import { isImageName } from '../../frontMatter/imageFiles.ts';

/** An image as a post shows it: in Markdown, in HTML, or by an include, tag or shortcode. */
export interface ImageExample {
  /** All of it: `![a](b.png){: width="3"}`, `{{< figure src="b.png" >}}`. */
  readonly text: string;
  /** What it is written with: `markdown`, `<img`, `{{< figure`, `{% include figure.html`. */
  readonly family: string;
  /** In the order of the text. */
  readonly parts: readonly ImagePart[];
}

/** A value of an image; offsets into its text. */
export interface ImagePart {
  /** In lower case; `src` and `alt` whatever the syntax, places from 0 for values without a name. */
  readonly name: string;
  readonly value: string;
  readonly range: Range;
  /** With its name, its quotes and the blanks before it. */
  readonly whole: Range;
}

/** Where an image may start. */
const openerPattern = /!\[|<figure\b|<img\b|\{/gi;
const altPattern = /^!\[([^\]\n]*)\]\(/;
/** Longer texts between brackets are no description. */
const longestAlt = 500;
const destinationPattern = /<[^<>\n]*>|(?:\{\{[^{}\n]*\}\}|\{%[^{}%\n]*%\}|[^\s()<>{}])+/y;
const titlePattern = /(?:[ \t]+("[^"\n]*"|'[^'\n]*'))?[ \t]*\)/y;
const attributeListPattern = /(?:\n?\{:[^{}\n]*\}|\{[^{}\n:%][^{}\n]*\})?/y;
const figurePatterns = [
  /<figure\b[^<>]*>[^<]*<img\b[^<>]*>/iy,
  /(?:[^<]*<figcaption\b[^<>]*>[^<]*<\/figcaption>)?/iy,
  /[^<]*<\/figure>/iy,
];
const imgPattern = /<img\b[^<>]*>/iy;
const tagPattern = /\{\{[<%][^{}]*[>%]\}\}|\{%[^{}%]*%\}|\{\{[ \t]*\w+\([^{}]*\)[ \t]*\}\}/y;

/** The images in the text of a post, in the order of the text; `tags` are those of its generator. */
export function findImageExamples(text: string, tags: TagDescriptions): ImageExample[] {
  let end = 0;
  return [...text.matchAll(openerPattern)].flatMap(({ 0: opener, index }) => {
    const example = index < end ? undefined : parseImage(text, index, opener, tags);
    if (!example) return [];
    end = index + example.text.length;
    return example.parts.some(({ name }) => name === 'src') ? [example] : [];
  });
}

function parseImage(text: string, at: number, opener: string, tags: TagDescriptions): ImageExample | undefined {
  if (opener === '![') return parseMarkdownImage(text, at);
  const isTag = opener === '{';
  const found = matchInTurn(text, at, isTag ? [tagPattern] : /^<img/i.test(opener) ? [imgPattern] : figurePatterns);
  if (found === undefined) return undefined;
  return isTag ? parseTagImage(found, tags) : parseHtmlImage(found);
}

/** What sticky patterns match one after the other from an offset on; undefined unless all do. */
function matchInTurn(text: string, at: number, patterns: readonly RegExp[]): string | undefined {
  let end = at;
  for (const pattern of patterns) {
    const match = matchAt(text, end, pattern);
    if (!match) return undefined;
    end += match[0].length;
  }
  return text.slice(at, end);
}

function parseMarkdownImage(source: string, at: number): ImageExample | undefined {
  const [opening, alt = ''] = altPattern.exec(source.slice(at, at + longestAlt + 4)) ?? [];
  if (opening === undefined) return undefined;
  const start = skipForward(source, at + opening.length, blanks) - at;
  const [destination] = matchAt(source, at + start, destinationPattern) ?? [];
  const closing = destination === undefined ? null : matchAt(source, at + start + destination.length, titlePattern);
  if (destination === undefined || !closing) return undefined;
  const length = start + destination.length + closing[0].length;
  const [list = ''] = matchAt(source, at + length, attributeListPattern) ?? [];
  const text = source.slice(at, at + length + list.length);
  const parts: ImagePart[] = [toPart('alt', alt, 2), toPart('src', destination, start)];
  const title = closing[1];
  if (title !== undefined)
    parts.push(toPart('title', title.slice(1, -1), text.slice(0, length).lastIndexOf(title) + 1));
  return { text, family: 'markdown', parts: [...parts, ...parseAttributes(text, length)] };
}

function parseHtmlImage(text: string): ImageExample {
  const tag = /<img\b[^<>]*>/i.exec(text)!;
  const parts = parseAttributes(text.slice(0, tag.index + tag[0].length), tag.index + 4);
  const caption = /<figcaption\b[^<>]*>([^<]*)</i.exec(text);
  if (caption) parts.push(toPart('caption', caption[1]!, caption.index + caption[0].length - 1 - caption[1]!.length));
  return { text, family: /^<figure/i.test(text) ? '<figure' : '<img', parts };
}

const tagHeadPattern = /^\{(?:%-?|\{[<%]?)\s*(?:include\w*\s+)?[^\s(]+/;

function parseTagImage(text: string, tags: TagDescriptions): ImageExample {
  const [head = ''] = tagHeadPattern.exec(text) ?? [];
  const attributes = parseAttributes(text, head.length);
  const fact = tags.get(/(?:^|\W)(\w+)$/.exec(head)?.[1] ?? '');
  const isOwnImage = fact?.isImage === true && fact.argumentKind === 'own file';
  const parts =
    attributes.length > 0
      ? attributes
      : isOwnImage
        ? parseOwnImage(text, head.length)
        : parsePositionalValues(text, head.length);
  const source =
    parts.find(({ name, value }) => name === 'src' && isImageValue(value)) ??
    parts.find(({ value }) => isImageValue(value));
  return {
    text,
    family: head.replace(/\s+/g, ' '),
    parts: source ? parts.map((part) => (part === source ? { ...part, name: 'src' } : part)) : [],
  };
}

function isImageValue(value: string): boolean {
  return isImageName(removeFilters(value.replace(/[?#].*/s, '')));
}

/** `{{ "/a.png` of `{{ "/a.png" | relative_url }}`. */
function removeFilters(value: string): string {
  if (!value.endsWith('}}')) return value;
  const inside = value.slice(0, -2);
  const bar = inside.indexOf('|', inside.lastIndexOf('}') + 1);
  return inside
    .slice(0, bar < 0 ? undefined : bar)
    .trimEnd()
    .replace(/["']$/, '');
}

/** `name="value"`, `name=value`, `name={value}`, and `.class` and `#id` of attribute lists. */
function parseAttributes(text: string, from: number): ImagePart[] {
  const parts: ImagePart[] = [];
  let end = from;
  let nameEnd = 0;
  for (let at = from; at < text.length; at++) {
    if (at < end || !/[\s,({:]/.test(text[at]!)) continue;
    const part = (at < nameEnd ? undefined : parseNamedValue(text, at)) ?? parseShorthand(text, at);
    nameEnd = Math.max(nameEnd, at + 1 + (matchAt(text, at + 1, namePattern)?.[0].length ?? 0));
    if (!part) continue;
    end = part.whole.end;
    parts.push(part);
  }
  return parts;
}

const namePattern = /[A-Za-z][\w:-]*/y;
const valuePattern = /\s*=\s*("[^"]*"|'[^']*'|`[^`]*`|\{[^{}]*\}|[^\s"'`<>{}(),=]+)/y;

/** `name="value"` after the character at an offset. */
function parseNamedValue(text: string, at: number): ImagePart | undefined {
  const [name] = matchAt(text, at + 1, namePattern) ?? [];
  const assigned = name === undefined ? null : matchAt(text, at + 1 + name.length, valuePattern);
  if (name === undefined || !assigned) return undefined;
  const value = assigned[1]!;
  const end = at + 1 + name.length + assigned[0].length;
  const quote = /^["'`]/.test(value) ? 1 : 0;
  return {
    name: name.toLowerCase(),
    value: value.slice(quote, value.length - quote),
    range: { start: end - value.length + quote, end: end - quote },
    whole: { start: skipDelimiter(text, at), end },
  };
}

/** `.class` or `#id` after the character at an offset, before a blank or the end of the list. */
function parseShorthand(text: string, at: number): ImagePart | undefined {
  const [found, prefix, word = ''] = matchAt(text, at + 1, /([.#])([\w-]+)/y) ?? [];
  const end = at + 1 + (found?.length ?? 0);
  if (found === undefined || !/[\s}]/.test(text[end] ?? '')) return undefined;
  return {
    name: prefix === '.' ? 'class' : 'id',
    value: word,
    range: { start: end - word.length, end },
    whole: { start: skipDelimiter(text, at), end },
  };
}

/** A blank belongs to the value after it, a bracket, comma or colon does not. */
function skipDelimiter(text: string, at: number): number {
  return /\s/.test(text[at]!) ? at : at + 1;
}

/** `seal.png A grey seal`: what follows a file of the post's own is one title. */
function parseOwnImage(text: string, from: number): ImagePart[] {
  const [, before = '', file = '', gap = '', rest = ''] =
    /^(\s+)([^\s%]+)(?:(\s+)((?:[^\s%][^%]*)?))?%\}$/.exec(text.slice(from)) ?? [];
  const title = rest.replace(/-$/, '').trimEnd();
  const at = from + before.length + file.length + gap.length;
  return [
    toPart('0', file, from + before.length),
    ...(title === ''
      ? []
      : [{ ...toPart('title', title, at), whole: { start: at - gap.length, end: at + title.length } }]),
  ];
}

/** Values without names: `img left /a.png 300 "A seal"`. */
function parsePositionalValues(text: string, from: number): ImagePart[] {
  const pattern = /(\s)("[^"]*"|'[^']*'|`[^`]*`|[^\s"'`<>%{}]+)/g;
  pattern.lastIndex = from;
  return [...text.matchAll(pattern)].map(({ 0: all, 2: value = '', index }, place) => {
    const end = index + all.length;
    const quote = /^["'`]/.test(value) ? 1 : 0;
    return {
      name: String(place),
      value: value.slice(quote, value.length - quote),
      range: { start: end - value.length + quote, end: end - quote },
      whole: { start: index, end },
    };
  });
}

function toPart(name: string, value: string, start: number): ImagePart {
  const range = { start, end: start + value.length };
  return { name, value, range, whole: range };
}
