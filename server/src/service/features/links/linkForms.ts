import type { Environment } from '../../generators/contract/model.ts';
import { listed, servedAt } from '../../site/resolution/addresses.ts';
import type { Site } from '../../site/model/site.ts';
import { relativePath } from '../../text/paths.ts';

/** A post or file that a link stands in or leads to. */
export interface Addressed {
  /** Relative to the site root. */
  readonly path: string;
  /** Decoded, with the base path; undefined where it has none. */
  readonly url: string | undefined;
  /** What the generator's tags call it, its ending included; undefined where that is its path. */
  readonly tagName?: string | undefined;
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
  return addressed(path, post && listed(post, site, environment).url, site);
}

/** A file that is no page, with the first address it is served at. */
export function addressedFile(path: string, site: Site): Addressed {
  return addressed(path, servedAt(path, site), site);
}

/** A file (path relative to the root) with an address that is known. */
export function addressed(path: string, url: string | undefined, { generator }: Site): Addressed {
  return { path, url, tagName: generator.linking?.tagName?.(path) };
}

/** What every URL of the site begins with; '' at the root of a host. */
export function basePathOf({ generator }: Site): string {
  return generator.linking?.basePath ?? '';
}

/** Every spelling of a target in a link that stands in another post, none of them empty. */
export function spellings(target: Addressed, from: Addressed, basePath: string): Spelling[] {
  const count = target.path.split('/').length;
  const paths = [...Array.from({ length: count }, (_, index) => `path ${index}`), 'tag name', 'path from here'];
  const kinds = [
    ...urlKinds,
    ...paths,
    ...paths.map((kind) => `${kind}, bare`),
    ...paths.map((kind) => `${kind}, folder`),
  ];
  return kinds.flatMap((kind) => {
    const text = spelling(kind, target, from, basePath);
    return text === undefined ? [] : [{ kind, text }];
  });
}

const urlKinds = ['', ', bare', ', rootless', ', bare, rootless'].flatMap((end) =>
  ['url', 'url below base', 'url from here'].map((kind) => kind + end),
);

/** One spelling of a target; undefined where it has none of this kind. `bare` has no ending, `rootless` no first slash, `folder` no `index.md`. */
function spelling(kind: string, target: Addressed, from: Addressed, basePath: string): string | undefined {
  const [base = '', ...ends] = kind.split(', ');
  let text = base.startsWith('url')
    ? urlSpelling(base, target.url, from.url, basePath)
    : pathSpelling(base, target, from.path);
  for (const end of ends) text = text && endings[end]?.(text, base.startsWith('url'));
  return text === '' || (text === '/' && target.url !== '/') ? undefined : text;
}

const endings: Readonly<Record<string, (text: string, isUrl: boolean) => string>> = {
  bare: (text, isUrl) => text.replace(isUrl ? /(?:\/|\.html)$/ : /\.[^./]+$/, ''),
  rootless: (text) => (/^\/./.test(text) ? text.slice(1) : ''),
  folder: (text) => (/(?:^|\/)_?index\.[^./]+$/.test(text) ? text.replace(/(?:^|\/)_?index\.[^./]+$/, '') : ''),
};

function urlSpelling(
  base: string,
  url: string | undefined,
  from: string | undefined,
  basePath: string,
): string | undefined {
  if (url === undefined || base === 'url') return url;
  if (base === 'url from here') return from === undefined ? undefined : relativePath(from, url);
  return basePath !== '' && url.startsWith(`${basePath}/`) ? url.slice(basePath.length) : undefined;
}

function pathSpelling(base: string, { path, tagName }: Addressed, from: string): string | undefined {
  if (base === 'path from here') return relativePath(`/${from}`, `/${path}`);
  if (base === 'tag name') return tagName;
  const segments = path.split('/');
  const index = Number(base.slice('path '.length));
  return index < segments.length ? segments.slice(index).join('/') : undefined;
}

/** The forms that an address as written can have, given the spellings of its target: the longest spelling first. */
export function formsOf(written: string, known: readonly Spelling[]): Form[] {
  const found = known.flatMap(({ kind, text }): (Form & { readonly size: number })[] => {
    const spelt = [text, ...(encodeURI(text) === text ? [] : [encodeURI(text)])].find((each) => at(written, each) >= 0);
    if (spelt === undefined) return [];
    const start = at(written, spelt);
    return [
      {
        before: written.slice(0, start),
        kind,
        after: written.slice(start + spelt.length),
        size: spelt.length,
        ...(spelt !== text && { isEncoded: true as const }),
      },
    ];
  });
  return found.sort((a, b) => b.size - a.size);
}

/** Where a spelling stands in an address as a whole, not as a part of a longer name; -1 for nowhere. */
function at(written: string, text: string): number {
  for (let start = written.indexOf(text); start >= 0; start = written.indexOf(text, start + 1)) {
    if (!isPartOfName(written[start - 1], text[0]) && !isPartOfName(written[start + text.length], text.at(-1)))
      return start;
  }
  return -1;
}

function isPartOfName(outer: string | undefined, inner: string | undefined): boolean {
  return outer !== undefined && inner !== undefined && /[\p{L}\p{N}_%-]/u.test(outer) && /[\p{L}\p{N}_%-]/u.test(inner);
}

/** The address of a target in a form, in a link that stands in another post; undefined where it has no such spelling. */
export function inForm(
  { before, kind, after, isEncoded }: Form,
  target: Addressed,
  from: Addressed,
  basePath: string,
): string | undefined {
  const text = spelling(kind, target, from, basePath);
  return text === undefined ? undefined : `${before}${isEncoded ? encodeURI(text) : escaped(text, before)}${after}`;
}

/** White space and brackets would end a destination; in a tag they mean themselves. */
function escaped(text: string, before: string): string {
  return /\{[{%]/.test(before)
    ? text
    : text.replace(/[\s()<>"]/g, (character) => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'));
}
