import type { Post, Site } from '../../../site/model/site.ts';
import type { TagFacts } from '../../../syntax/templates/tagFacts.ts';
import type { Range } from '../../../text/range.ts';
import { snippetText } from '../../frontMatter/writing.ts';
import { basename, dirname } from '../../../text/paths.ts';
import type { ImageExample, ImagePart } from './imageExamples.ts';
import { imageExamples } from './imageExamples.ts';
import type { PostText } from './imageFile.ts';
import { folderFor, folderPattern, imageFile } from './imageFile.ts';

/** How an author writes images: as this one, the newest of its shape. */
export interface ImageForm {
  readonly example: ImageExample;
  /** Where the example stands. */
  readonly post: Post;
  /** All images of the same shape, the example among them. */
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

/** So many images, the newest first, show how the author writes them. */
const looked = 30;

/** The form that more than half of the newest images have, if there are at least two; undefined where plain Markdown does. */
export function imageForm(texts: readonly PostText[], tags: TagFacts): ImageForm | undefined {
  const found = texts
    .flatMap(({ post, text }) => imageExamples(text, tags).map((example) => ({ example, post })))
    .slice(0, looked);
  const family = most(found, ({ example }) => example.family);
  if (family.length < 2 || family.length * 2 <= found.length) return undefined;
  const shape = most(family, ({ example }) => example.parts.map(({ name }) => name).join(' '));
  const [newest] = shape;
  const isHabit = newest?.example.family !== 'markdown' || (shape.length > 1 && shape.length * 2 > found.length);
  return newest && isHabit ? { ...newest, peers: shape.map(({ example }) => example) } : undefined;
}

/** The biggest group of a list, in the list's order. */
function most<Each>(list: readonly Each[], key: (each: Each) => string): Each[] {
  const groups = new Map<string, Each[]>();
  for (const each of list) groups.set(key(each), [...(groups.get(key(each)) ?? []), each]);
  return [...groups.values()].reduce((best, each) => (each.length > best.length ? each : best), []);
}

/** How a file (relative to the root) is named where the example names its own; undefined where that cannot be told from it. */
export function namedAlike({ example, post }: ImageForm, path: string, site: Site, own: Post): string | undefined {
  const written = example.parts.find(({ name }) => name === 'src')!.value;
  const file = imageFile(written, site, post);
  if (file === undefined) return undefined;
  const name = basename(file);
  let start = written.lastIndexOf(name);
  if (start === -1) return undefined;
  const end = start + name.length;
  let left = file.length - name.length;
  while (start > 0 && left > 0 && written[start - 1] === file[left - 1]) [start, left] = [start - 1, left - 1];
  const omitted = folderFor(folderPattern(file.slice(0, left), post), own);
  const isElsewhere = written.slice(0, start).includes('..') && dirname(post.path) !== dirname(own.path);
  return isElsewhere || !path.startsWith(omitted)
    ? undefined
    : written.slice(0, start) + path.slice(omitted.length) + written.slice(end);
}

/** An image in the author's form as a snippet, its tab stops counted from a number on; gives the next number too. */
export function imageLike(
  form: ImageForm,
  image: ImageToWrite,
  firstStop: number,
): { readonly text: string; readonly nextStop: number } {
  const example = withAlt(form.example);
  const words = example.parts.find(({ name }) => name === 'alt') ?? example.parts.find(({ name }) => isWords(name));
  let [stop, at, text] = [words ? firstStop + 1 : firstStop, 0, ''];
  const filled = (part: ImagePart): string | undefined => {
    if (part === words) return `\${${firstStop}:${snippetText(quoted(image.alt, example, part))}}`;
    const value = valueOf(part, form, image);
    if (value === 'left out') return undefined;
    return value === 'asked' ? `\${${stop++}}` : snippetText(value.text);
  };
  for (const part of example.parts.toSorted((a, b) => a.range.start - b.range.start)) {
    const value = filled(part);
    const { start, end } = value === undefined ? part.whole : part.range;
    text += snippetText(example.text.slice(at, start)) + (value ?? '');
    at = end;
  }
  return { text: (text + snippetText(example.text.slice(at))).replace(/\n?\{:?\s*\\\}$/, ''), nextStop: stop };
}

/** HTML gets an alternative text where the author forgets it. */
function withAlt(example: ImageExample): ImageExample {
  const { text, family, parts } = example;
  if (!family.startsWith('<') || parts.some(({ name }) => name === 'alt')) return example;
  const at = parts.find(({ name }) => name === 'src')!.whole.end;
  const added = ' alt=""';
  const moved = ({ start, end }: Range): Range =>
    start < at ? { start, end } : { start: start + added.length, end: end + added.length };
  const range = { start: at + added.length - 1, end: at + added.length - 1 };
  const others = parts.map((part) => ({ ...part, range: moved(part.range), whole: moved(part.whole) }));
  return {
    text: text.slice(0, at) + added + text.slice(at),
    family,
    parts: [...others, { name: 'alt', value: '', range, whole: { start: at, end: at + added.length } }],
  };
}

function isWords(name: string): boolean {
  return /^(?:alt|captions?|title|desc|description|figcaption|credit|copyright|attr|source)$/.test(name);
}

/** What becomes of a value: written, asked of the writer, or left out together with its name. */
type Filling = { readonly text: string } | 'asked' | 'left out';

function valueOf(
  { name, value }: ImagePart,
  { example, peers }: ImageForm,
  { destination, size }: ImageToWrite,
): Filling {
  if (name === 'src' || value === valueIn(example, 'src')) return { text: destination };
  if (isWords(name)) return 'asked';
  if (name === 'srcset' || name === 'sizes' || name === 'id') return 'left out';
  if (name === 'width' || name === 'height') return measured(name, value, peers, size);
  const values = new Set(peers.map((each) => valueIn(each, name)));
  if (values.size === 1) return { text: value };
  return /^\d+$/.test(name) || name === 'link' || name === 'href' ? 'asked' : 'left out';
}

function valueIn({ parts }: ImageExample, name: string): string | undefined {
  return parts.find((part) => part.name === name)?.value;
}

/** A width or height in the unit of the example: of the author's constant width where there is one, else the image's own. */
function measured(
  name: 'width' | 'height',
  value: string,
  peers: readonly ImageExample[],
  size: ImageToWrite['size'],
): Filling {
  const [, before = '', digits, after = ''] = /^(\{?)(\d+)((?:px)?\}?)$/.exec(value) ?? [];
  const width = constant('width', peers);
  if (digits === undefined) return constant(name, peers) === undefined ? 'left out' : { text: value };
  if (!size)
    return constant(name, peers) !== undefined && (name === 'width' || width === undefined)
      ? { text: value }
      : 'left out';
  const height = valueIn(peers[0]!, 'width') === undefined ? constant('height', peers) : undefined;
  const scale = Math.min(1, pixels(width, size.width) / size.width, pixels(height, size.height) / size.height);
  return { text: `${before}${Math.max(1, Math.round(size[name] * scale))}${after}` };
}

/** The value that all images have, if there are several. */
function constant(name: string, peers: readonly ImageExample[]): string | undefined {
  const [value, ...others] = new Set(peers.map((each) => valueIn(each, name)));
  return peers.length > 1 && others.length === 0 ? value : undefined;
}

/** A constant in pixels; what it would be otherwise where there is none. */
function pixels(value: string | undefined, otherwise: number): number {
  return Number(/^\{?(\d+)(?:px)?\}?$/.exec(value ?? '')?.[1] ?? otherwise) || otherwise;
}

/** Words as they can stand in the value of a part. */
function quoted(words: string, { text, family }: ImageExample, { range }: ImagePart): string {
  const quote = /["'`]/.exec(text.charAt(range.start - 1))?.[0] ?? '"';
  if (family === 'markdown') return words.replace(/\\?[[\]]/g, (sign) => (sign.length > 1 ? sign : `\\${sign}`));
  if (family.startsWith('<')) return words.replace(/[<"]/g, (sign) => (sign === '<' ? '&lt;' : '&quot;'));
  return family.startsWith('{{<') || family.startsWith('{{%')
    ? words.replaceAll(quote, quote === '"' ? '\\"' : '’')
    : words.replaceAll(quote, quote === '"' ? '”' : '’');
}
