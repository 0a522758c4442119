import { matchAt, skipForward, trimEnd, whiteSpace } from '../../text/scan.ts';

/** An address in a tag of HTML. */
export interface HtmlAddress {
  /** As written, with its character references. */
  readonly value: string;
  /** UTF-16 offset in the tag. */
  readonly start: number;
  readonly target: 'link' | 'image';
  /** What is read in place of an image: undefined where the tag does not say, '' where it says that there is nothing. */
  readonly alt?: string;
}

/** An attribute that holds an address, or with `list` several (HTML, "4.8.4.2.1 Srcset attributes"). */
interface AddressAttribute {
  readonly name: string;
  readonly target: HtmlAddress['target'];
  readonly list?: true;
}

const link = (name: string): AddressAttribute => ({ name, target: 'link' });
const image = (name: string): AddressAttribute => ({ name, target: 'image' });
const imageList = (name: string): AddressAttribute => ({ name, target: 'image', list: true });

/** The attributes with addresses that browsers follow or load, by element. */
const addressAttributes: ReadonlyMap<string, readonly AddressAttribute[]> = new Map([
  ['a', [link('href')]],
  ['area', [link('href')]],
  ['audio', [image('src')]],
  ['embed', [link('src')]],
  ['iframe', [link('src')]],
  ['img', [image('src'), imageList('srcset')]],
  ['object', [link('data')]],
  ['source', [image('src'), imageList('srcset')]],
  ['track', [link('src')]],
  ['video', [image('src'), image('poster')]],
]);

/** The beginning of a tag that may have addresses. */
export const addressedTag = /^<(?:a|area|audio|embed|iframe|img|object|source|track|video)\s/i;

/** UTF-16 code units that decide whether `addressedTag` matches. */
export const maxNameLength = 8;

const whiteSpaceOrQuotes = `${whiteSpace}"'`;
const attributeValue = /\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=`]+))/y;

/** An attribute of a tag: its name in small letters, its value and where that starts in the tag. */
interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly start: number;
}

/** Returns the attributes of a tag; `:src` and `@error` of components in HTML are names of their own. */
function parseAttributes(tag: string): Attribute[] {
  const found: Attribute[] = [];
  const name = /[a-z-]+/gi;
  for (let match = name.exec(tag); match; match = name.exec(tag)) {
    if (!whiteSpaceOrQuotes.includes(tag[match.index - 1] ?? ' ')) continue;
    attributeValue.lastIndex = name.lastIndex;
    const written = attributeValue.exec(tag);
    if (!written) continue;
    const end = (name.lastIndex = attributeValue.lastIndex);
    const value = written[1] ?? written[2] ?? written[3]!;
    const start = end - value.length - (written[3] === undefined ? 1 : 0);
    found.push({ name: match[0].toLowerCase(), value, start });
  }
  return found;
}

/** Returns the addresses in a tag, which begins with `<` and goes up to its `>`. */
export function findAddresses(tag: string): HtmlAddress[] {
  const element = /^<([a-z]+)/i.exec(tag)?.[1]?.toLowerCase() ?? '';
  const attributes = parseAttributes(tag);
  const found = addressAttributes.get(element)?.flatMap((wanted) => readAddresses(wanted, attributes)) ?? [];
  const alt = attributes.find(({ name }) => name === 'alt')?.value ?? '';
  const saysNothing = element === 'img' && !/\s(?:v-bind)?:?alt(?=[\s=/]|$)/i.test(tag);
  return found.map((address, index) => (saysNothing && index === 0 ? address : { ...address, alt }));
}

function readAddresses({ name, target, list }: AddressAttribute, attributes: readonly Attribute[]): HtmlAddress[] {
  const attribute = attributes.find((each) => each.name === name);
  if (!attribute) return [];
  const { value, start } = attribute;
  if (!list) return [{ value, start, target }];
  return findCandidates(value).map((candidate) => ({ ...candidate, start: start + candidate.start, target }));
}

const separators = `${whiteSpace},`;
const address = /\S+/y;

/** Returns the addresses of a list such as `/small.png 480w, /large.png 2x`; none of one that a template writes. */
function findCandidates(list: string): { readonly value: string; readonly start: number }[] {
  const found = [];
  if (/\{[{%]/.test(list)) return [];
  for (let at = skipForward(list, 0, separators); at < list.length; at = skipForward(list, at, separators)) {
    const written = matchAt(list, at, address)![0];
    found.push({ value: trimEnd(written, ','), start: at });
    at += written.length;
    if (!written.endsWith(',')) at = findEnd(list, at);
  }
  return found;
}

/** Returns the offset of the comma after a descriptor. */
function findEnd(list: string, at: number): number {
  const comma = list.indexOf(',', at);
  return comma < 0 ? list.length : comma;
}
