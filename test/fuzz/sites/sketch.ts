import type { Arbitrary } from 'fast-check';
import fc from '../../support/property.ts';

/** How a link is written; `tag` is each engine's own way, `tag2` a second one. */
const linkForms = [
  'url',
  'url without slash',
  'url with slash',
  'url of index',
  'url without extension',
  'relative url',
  'relative url without dot',
  'url of other case',
  'misspelt url',
  'url without base',
  'url with query',
  'absolute url',
  'parent folder',
  'path of file',
  'relative path of file',
  'tag',
  'tag2',
] as const;
export type LinkForm = (typeof linkForms)[number];

/** A link to one of the site's files, counted around. */
export interface LinkSketch {
  readonly target: number;
  readonly form: LinkForm;
}

/** A content file: everything before its links, and these. */
export interface PageSketch {
  readonly path: string;
  readonly head: string;
  readonly links: readonly LinkSketch[];
}

/** A site before its links are written: the addresses of its pages must be known for them. */
export interface SiteSketch {
  /** Configuration and files that are copied, by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly pages: readonly PageSketch[];
}

/** Links to any file of a site, most of them right. */
export const links: Arbitrary<LinkSketch[]> = fc.array(
  fc.record({ target: fc.nat(15), form: fc.constantFrom(...linkForms) }),
  { maxLength: 4 },
);

/** One of these texts; the first is the simplest. */
export function oneOf(...texts: readonly string[]): Arbitrary<string> {
  return fc.constantFrom(...texts);
}

/** Names of files that few writers choose. */
export const oddNames = [
  'c.d',
  '2024',
  'über',
  'C++',
  'e&f',
  '100%',
  '#g',
  "it's",
  'ΟΔΟΣ',
  '日本',
  'a..b',
  '(x)',
  'a~b',
  '½',
] as const;

/** A text put together from parts. */
export function concat(...parts: readonly (Arbitrary<string> | string)[]): Arbitrary<string> {
  return fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((all) => all.join(''));
}

/** The first of these arbitraries nine times out of ten. */
export function mostly(usual: Arbitrary<string>, rare: Arbitrary<string>): Arbitrary<string> {
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: rare });
}

/** Up to some lines, each with a key of its own. */
export function settings(maxLength: number, ...values: readonly Arbitrary<string>[]): Arbitrary<string[]> {
  return fc.uniqueArray(fc.oneof(...values), {
    maxLength,
    selector: (line) => /^[\w"]+/.exec(line)?.[0] ?? line,
  });
}

/** Pages of which no two are at one path, or at paths that differ by case only: not every disk has both. */
export function pagesOf(page: Arbitrary<PageSketch>): Arbitrary<PageSketch[]> {
  return fc.uniqueArray(page, {
    minLength: 1,
    maxLength: 10,
    selector: ({ path }) => path.normalize('NFC').toLowerCase(),
  });
}
