import type { TagFacts } from '../../../syntax/templates/tagFacts.ts';
import type { Range } from '../../../text/range.ts';
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

const markdownPattern =
  /!\[[^\]\n]{0,500}\]\([ \t]*(?:<[^<>\n]*>|(?:\{\{[^{}\n]*\}\}|\{%[^{}%\n]*%\}|[^\s()<>{}])+)(?:[ \t]+(?:"[^"\n]*"|'[^'\n]*'))?[ \t]*\)(?:\n?\{:[^{}\n]*\}|\{[^{}\n:%][^{}\n]*\})?/;
const htmlPattern =
  /<figure\b[^<>]*>[^<]*<img\b[^<>]*>(?:[^<]*<figcaption\b[^<>]*>[^<]*<\/figcaption>)?[^<]*<\/figure>|<img\b[^<>]*>/;
const tagPattern = /\{\{[<%][^{}]*[>%]\}\}|\{%[^{}%]*%\}|\{\{[ \t]*\w+\([^{}]*\)[ \t]*\}\}/;
const imagePattern = new RegExp(
  [markdownPattern, htmlPattern, tagPattern].map(({ source }) => `(${source})`).join('|'),
  'gi',
);

/** The images in the text of a post, in the order of the text; `tags` are those of its generator. */
export function findImageExamples(text: string, tags: TagFacts): ImageExample[] {
  return [...text.matchAll(imagePattern)].flatMap(([found, inMarkdown, inHtml]) => {
    const example =
      inMarkdown !== undefined
        ? parseMarkdownImage(found)
        : inHtml !== undefined
          ? parseHtmlImage(found)
          : parseTagImage(found, tags);
    return example.parts.some(({ name }) => name === 'src') ? [example] : [];
  });
}

function parseMarkdownImage(text: string): ImageExample {
  const [head = '', alt = '', before = '', src = '', title] =
    /^!\[([^\]]*)(\]\([ \t]*)(<[^<>]*>|(?:\{\{[^{}]*\}\}|\{%[^{}]*%\}|[^\s()<>{}])+)(?:[ \t]+("[^"]*"|'[^']*'))?[ \t]*\)/.exec(
      text,
    ) ?? [];
  const start = 2 + alt.length + before.length;
  const parts: ImagePart[] = [toPart('alt', alt, 2), toPart('src', src, start)];
  if (title !== undefined) parts.push(toPart('title', title.slice(1, -1), head.lastIndexOf(title) + 1));
  return { text, family: 'markdown', parts: [...parts, ...parseAttributes(text, head.length)] };
}

function parseHtmlImage(text: string): ImageExample {
  const tag = /<img\b[^<>]*>/i.exec(text)!;
  const parts = parseAttributes(text.slice(0, tag.index + tag[0].length), tag.index + 4);
  const caption = /<figcaption\b[^<>]*>([^<]*)</i.exec(text);
  if (caption) parts.push(toPart('caption', caption[1]!, caption.index + caption[0].length - 1 - caption[1]!.length));
  return { text, family: /^<figure/i.test(text) ? '<figure' : '<img', parts };
}

const tagHeadPattern = /^\{(?:%-?|\{[<%]?)\s*(?:include\w*\s+)?[^\s(]+/;

function parseTagImage(text: string, tags: TagFacts): ImageExample {
  const [head = ''] = tagHeadPattern.exec(text) ?? [];
  const attributes = parseAttributes(text, head.length);
  const fact = tags.get(/\w+$/.exec(head)?.[0] ?? '');
  const isOwnImage = fact?.isImage === true && fact.names === 'own file';
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
  return isImageName(value.replace(/[?#].*$/, '').replace(/["']?\s*(?:\|[^}]*)?\}\}$/, ''));
}

/** `name="value"`, `name=value`, `name={value}`, and `.class` and `#id` of attribute lists. */
function parseAttributes(text: string, from: number): ImagePart[] {
  const pattern =
    /([\s,({:])(?:([A-Za-z][\w:-]*)\s*=\s*("[^"]*"|'[^']*'|`[^`]*`|\{[^{}]*\}|[^\s"'`<>{}(),=]+)|([.#])([\w-]+)(?=[\s}]))/g;
  pattern.lastIndex = from;
  return [...text.matchAll(pattern)].map(
    ({ 0: all, 1: before = '', 2: name, 3: value = '', 4: prefix, 5: word = '', index }) => {
      const end = index + all.length;
      const whole = { start: /\s/.test(before) ? index : index + 1, end };
      if (name === undefined)
        return { name: prefix === '.' ? 'class' : 'id', value: word, range: { start: end - word.length, end }, whole };
      const quote = /^["'`]/.test(value) ? 1 : 0;
      return {
        name: name.toLowerCase(),
        value: value.slice(quote, value.length - quote),
        range: { start: end - value.length + quote, end: end - quote },
        whole,
      };
    },
  );
}

/** `seal.png A grey seal`: what follows a file of the post's own is one title. */
function parseOwnImage(text: string, from: number): ImagePart[] {
  const [, blanks = '', file = '', gap = '', title = ''] =
    /^(\s+)([^\s%]+)(\s*)([^%]*?)\s*-?%\}$/.exec(text.slice(from)) ?? [];
  const at = from + blanks.length + file.length + gap.length;
  return [
    toPart('0', file, from + blanks.length),
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
