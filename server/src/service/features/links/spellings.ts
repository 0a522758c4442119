import type { Environment } from '../../generators/generator.ts';
import { listed, servedAt } from '../../site/addresses.ts';
import type { Site } from '../../site/site.ts';

/** A post or file that a link stands in or leads to. */
export interface Addressed {
  /** Relative to the site root. */
  readonly path: string;
  /** Decoded, with the base path; undefined where it has none. */
  readonly url: string | undefined;
}

/**
 * One way to name a target. Of `_posts/2024-05-01-fog.md` at `/blog/fog/`: `url` is `/blog/fog/`, `url below base` `/fog/`,
 * `url from here` `../fog/`, `path 1` `2024-05-01-fog.md` (the first folder left out), `path 1, bare` the same without extension.
 */
export interface Spelling {
  readonly kind: string;
  readonly text: string;
}

/** How an author writes a link: what stands before and behind one spelling of its target. `{{ site.baseurl }}/fog/` is a `url below base` with `{{ site.baseurl }}` before it. */
export interface Form {
  readonly before: string;
  readonly kind: string;
  readonly after: string;
  /** The author writes `%C3%A9` for `é`. */
  readonly isEncoded?: true;
}

/** A post (path relative to the root) with its address. */
export function addressedPost(path: string, site: Site, uri: string, environment: Environment): Addressed {
  const post = site.posts.get(uri);
  return { path, url: post && listed(post, site, environment).url };
}

/** A file that is no page, with the first address it is served at. */
export function addressedFile(path: string, site: Site): Addressed {
  return { path, url: servedAt(path, site) };
}

/** Every spelling of a target in a link that stands in another post, none of them empty. */
export function spellings(target: Addressed, from: Addressed, basePath: string): Spelling[] {
  const found = [...urlSpellings(target, from, basePath), ...pathSpellings(target.path, from.path)];
  return found.filter(({ text }) => text !== '' && text !== '/' || target.url === text);
}

function urlSpellings({ url }: Addressed, from: Addressed, basePath: string): Spelling[] {
  if (url === undefined) return [];
  const whole: Spelling[] = [{ kind: 'url', text: url }];
  if (basePath !== '' && url.startsWith(`${basePath}/`)) whole.push({ kind: 'url below base', text: url.slice(basePath.length) });
  if (from.url !== undefined) whole.push({ kind: 'url from here', text: fromHere(from.url, url) });
  const bare = whole.map(({ kind, text }) => ({ kind: `${kind}, bare`, text: text.replace(/(?:\/|\.html)$/, '') }));
  const rootless = [...whole, ...bare].filter(({ text }) => /^\/./.test(text)).map(({ kind, text }) => ({ kind: `${kind}, rootless`, text: text.slice(1) }));
  return [...whole, ...bare, ...rootless];
}

function pathSpellings(path: string, from: string): Spelling[] {
  const segments = path.split('/');
  const below = segments.map((_, index) => ({ kind: `path ${index}`, text: segments.slice(index).join('/') }));
  const whole = [...below, ...withoutPosts(path), { kind: 'path from here', text: fromHere(`/${from}`, `/${path}`) }];
  const bare = whole.map(({ kind, text }) => ({ kind: `${kind}, bare`, text: text.replace(/\.[^./]+$/, '') }));
  const folders = bare.map(({ kind, text }) => ({ kind: `${kind} folder`, text: text.replace(/(^|\/)_?index$/, '') }));
  return [...whole, ...bare, ...folders.filter(({ text }, index) => text !== bare[index]!.text)];
}

/** What `post_url` calls a post: `boats/2024-05-01-tug` for `boats/_posts/2024-05-01-tug.md`. */
function withoutPosts(path: string): Spelling[] {
  const text = path.replace(/(^|\/)_posts\//, '$1');
  return text === path ? [] : [{ kind: 'path without _posts', text }];
}

/** The relative reference from one path to another (RFC 3986, 4.2). */
function fromHere(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const end = to.split('/');
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared++;
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/');
}

/** The forms that an address as written can have, given the spellings of its target: the longest spelling first. */
export function formsOf(written: string, known: readonly Spelling[]): Form[] {
  const found = known.flatMap(({ kind, text }): (Form & { readonly size: number })[] => {
    const spelt = [text, ...(encodeURI(text) === text ? [] : [encodeURI(text)])].find((each) => at(written, each) >= 0);
    if (spelt === undefined) return [];
    const start = at(written, spelt);
    return [{ before: written.slice(0, start), kind, after: written.slice(start + spelt.length), size: spelt.length, ...(spelt !== text && { isEncoded: true as const }) }];
  });
  return found.sort((a, b) => b.size - a.size);
}

/** Where a spelling stands in an address as a whole, not as a part of a longer name; -1 for nowhere. */
function at(written: string, text: string): number {
  for (let start = written.indexOf(text); start >= 0; start = written.indexOf(text, start + 1)) {
    if (!isPartOfName(written[start - 1], text[0]) && !isPartOfName(written[start + text.length], text.at(-1))) return start;
  }
  return -1;
}

function isPartOfName(outer: string | undefined, inner: string | undefined): boolean {
  return outer !== undefined && inner !== undefined && /[\p{L}\p{N}_%-]/u.test(outer) && /[\p{L}\p{N}_%-]/u.test(inner);
}

/** An address in a form, or undefined where the target has no such spelling. */
export function inForm({ before, kind, after, isEncoded }: Form, known: readonly Spelling[]): string | undefined {
  const spelling = known.find((each) => each.kind === kind);
  return spelling && `${before}${isEncoded ? encodeURI(spelling.text) : escaped(spelling.text, before)}${after}`;
}

/** White space and brackets would end a destination; in a tag they mean themselves. */
function escaped(text: string, before: string): string {
  return /\{[{%]/.test(before) ? text : text.replace(/[\s()<>"]/g, (character) => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'));
}
