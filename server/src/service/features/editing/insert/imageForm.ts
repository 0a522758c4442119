import type { Post, Site } from '../../../site/model/site.ts';
import type { TagDescriptions } from '../../../syntax/templates/templateLanguage.ts';
import type { Range } from '../../../text/range.ts';
import { escapeSnippet } from '../../frontMatter/keySnippet.ts';
import { basename, dirname } from '../../../text/paths.ts';
import type { ImageExample, ImagePart } from './imageExamples.ts';
import { findImageExamples } from './imageExamples.ts';
import type { PostText } from './imageFile.ts';
import { fromFolderPattern, toFolderPattern, resolveImageDestination } from './imageFile.ts';

/** How an author writes images: as in this example, the newest of its kind. */
export interface ImageForm {
  readonly example: ImageExample;
  /** The post that holds the example. */
  readonly post: Post;
  /** All images with the same parts, the example among them. */
  readonly peers: readonly ImageExample[];
}

/** An image to be written. */
export interface ImageToWrite {
  /** As the post names it. */
  readonly destination: string;
  readonly alt: string;
  /** In pixels. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** How many images, the newest first, are compared. */
const maxExamples = 30;

/**
 * The form that more than half of the newest images have, if there are at least two; undefined where plain Markdown is
 * enough.
 */
export function inferImageForm(texts: readonly PostText[], tags: TagDescriptions): ImageForm | undefined {
  const found = texts
    .flatMap(({ post, text }) => findImageExamples(text, tags).map((example) => ({ example, post })))
    .slice(0, maxExamples);
  const family = findLargestGroup(found, ({ example }) => example.family);
  if (family.length < 2 || family.length * 2 <= found.length) return undefined;
  const shape = findLargestGroup(family, ({ example }) => example.parts.map(({ name }) => name).join(' '));
  const [newest] = shape;
  const isConvention = newest?.example.family !== 'markdown' || (shape.length > 1 && shape.length * 2 > found.length);
  return newest && isConvention ? { ...newest, peers: shape.map(({ example }) => example) } : undefined;
}

/** The biggest group of a list, in the list's order. */
function findLargestGroup<Each>(list: readonly Each[], key: (each: Each) => string): Each[] {
  const groups = new Map<string, Each[]>();
  for (const each of list) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return [...groups.values()].reduce((best, each) => (each.length > best.length ? each : best), []);
}

/**
 * A file's path (relative to the root) in the form of the example's destination; undefined where the example does not
 * show how.
 */
export function formatPathLike({ example, post }: ImageForm, path: string, site: Site, own: Post): string | undefined {
  const written = example.parts.find(({ name }) => name === 'src')!.value;
  const file = resolveImageDestination(written, site, post);
  if (file === undefined) return undefined;
  const name = basename(file);
  let start = written.lastIndexOf(name);
  if (start === -1) return undefined;
  const end = start + name.length;
  let left = file.length - name.length;
  while (start > 0 && left > 0 && written[start - 1] === file[left - 1]) [start, left] = [start - 1, left - 1];
  const removedPrefix = fromFolderPattern(toFolderPattern(file.slice(0, left), post), own);
  const isElsewhere = written.slice(0, start).includes('..') && dirname(post.path) !== dirname(own.path);
  return isElsewhere || !path.startsWith(removedPrefix)
    ? undefined
    : written.slice(0, start) + path.slice(removedPrefix.length) + written.slice(end);
}

/** An image in the author's form as a snippet whose tab stops start at `firstStop`, and the next free tab stop. */
export function createSnippetLike(
  form: ImageForm,
  image: ImageToWrite,
  firstStop: number,
): { readonly text: string; readonly nextStop: number } {
  const example = addMissingAlt(form.example);
  const words = example.parts.find(({ name }) => name === 'alt') ?? example.parts.find(({ name }) => isTextName(name));
  let [stop, at, text] = [words ? firstStop + 1 : firstStop, 0, ''];
  const fill = (part: ImagePart): string | undefined => {
    if (part === words) return `\${${firstStop}:${escapeSnippet(escapeText(image.alt, example, part))}}`;
    const value = chooseValue(part, form, image);
    if (value === 'left out') return undefined;
    return value === 'tab stop' ? `\${${stop++}}` : escapeSnippet(value.text);
  };
  for (const part of example.parts.toSorted((a, b) => a.range.start - b.range.start)) {
    const value = fill(part);
    const { start, end } = value === undefined ? part.whole : part.range;
    text += escapeSnippet(example.text.slice(at, start)) + (value ?? '');
    at = end;
  }
  return { text: (text + escapeSnippet(example.text.slice(at))).replace(/\n?\{:?\s*\\\}$/, ''), nextStop: stop };
}

/** Adds an alternative text to HTML without one. */
function addMissingAlt(example: ImageExample): ImageExample {
  const { text, family, parts } = example;
  if (!family.startsWith('<') || parts.some(({ name }) => name === 'alt')) return example;
  const at = parts.find(({ name }) => name === 'src')!.whole.end;
  const addition = ' alt=""';
  const shift = ({ start, end }: Range): Range =>
    start < at ? { start, end } : { start: start + addition.length, end: end + addition.length };
  const range = { start: at + addition.length - 1, end: at + addition.length - 1 };
  const others = parts.map((part) => ({ ...part, range: shift(part.range), whole: shift(part.whole) }));
  return {
    text: text.slice(0, at) + addition + text.slice(at),
    family,
    parts: [...others, { name: 'alt', value: '', range, whole: { start: at, end: at + addition.length } }],
  };
}

function isTextName(name: string): boolean {
  return /^(?:alt|captions?|title|desc|description|figcaption|credit|copyright|attr|source)$/.test(name);
}

/**
 * How a value is filled in: with a text, with a tab stop for the writer (`tab stop`), or not at all, without its name
 * (`left out`).
 */
type Filling = { readonly text: string } | 'tab stop' | 'left out';

function chooseValue(
  { name, value }: ImagePart,
  { example, peers }: ImageForm,
  { destination, size }: ImageToWrite,
): Filling {
  if (name === 'src' || value === findValue(example, 'src')) return { text: destination };
  if (isTextName(name)) return 'tab stop';
  if (name === 'srcset' || name === 'sizes' || name === 'id') return 'left out';
  if (name === 'width' || name === 'height') return scaleLength(name, value, peers, size);
  const values = new Set(peers.map((each) => findValue(each, name)));
  if (values.size === 1) return { text: value };
  return /^\d+$/.test(name) || name === 'link' || name === 'href' ? 'tab stop' : 'left out';
}

function findValue({ parts }: ImageExample, name: string): string | undefined {
  return parts.find((part) => part.name === name)?.value;
}

/** A width or height in the example's unit: scaled to the width that all examples have, else the image's own. */
function scaleLength(
  name: 'width' | 'height',
  value: string,
  peers: readonly ImageExample[],
  size: ImageToWrite['size'],
): Filling {
  const [, before = '', digits, after = ''] = /^(\{?)(\d+)((?:px)?\}?)$/.exec(value) ?? [];
  const width = findConstant('width', peers);
  if (digits === undefined) return findConstant(name, peers) === undefined ? 'left out' : { text: value };
  if (!size)
    return findConstant(name, peers) !== undefined && (name === 'width' || width === undefined)
      ? { text: value }
      : 'left out';
  const height = findValue(peers[0]!, 'width') === undefined ? findConstant('height', peers) : undefined;
  const scale = Math.min(1, toPixels(width, size.width) / size.width, toPixels(height, size.height) / size.height);
  return { text: `${before}${Math.max(1, Math.round(size[name] * scale))}${after}` };
}

/** The value that all images have, if there are several. */
function findConstant(name: string, peers: readonly ImageExample[]): string | undefined {
  const [value, ...others] = new Set(peers.map((each) => findValue(each, name)));
  return peers.length > 1 && others.length === 0 ? value : undefined;
}

/** A constant in pixels, else the other number. */
function toPixels(value: string | undefined, otherwise: number): number {
  return Number(/^\{?(\d+)(?:px)?\}?$/.exec(value ?? '')?.[1] ?? otherwise) || otherwise;
}

/** A text, escaped for the value of a part. */
function escapeText(words: string, { text, family }: ImageExample, { range }: ImagePart): string {
  const quote = /["'`]/.exec(text.charAt(range.start - 1))?.[0] ?? '"';
  if (family === 'markdown')
    return words.replace(/\\?[[\]]/g, (character) => (character.length > 1 ? character : `\\${character}`));
  if (family.startsWith('<')) return words.replace(/[<"]/g, (character) => (character === '<' ? '&lt;' : '&quot;'));
  return family.startsWith('{{<') || family.startsWith('{{%')
    ? words.replaceAll(quote, quote === '"' ? '\\"' : '’')
    : words.replaceAll(quote, quote === '"' ? '”' : '’');
}
