import type { Environment } from '../../generators/contract/model.ts';
import { getPostSummary, findFileUrl } from '../../site/resolution/addresses.ts';
import type { Site } from '../../site/model/site.ts';
import { relativePath } from '../../text/paths.ts';
import { encodeUri, encodeUriComponent } from '../../text/uri.ts';

/** A post or file that has a link or is its target. */
export interface LinkEndpoint {
  /** Relative to the site root. */
  readonly path: string;
  /** Decoded, with the base path; undefined where it has none. */
  readonly url: string | undefined;
  /** What the generator's tags call it, its ending included; undefined where that is its path. */
  readonly tagName?: string | undefined;
}

/**
 * One variant of a target's address. Of `_posts/2024-05-01-fog.md` at `/blog/fog/`: `url` is `/blog/fog/`, `url below
 * base` `/fog/`, `url from here` `../fog/`, `path 1` `2024-05-01-fog.md` (the first folder left out), `path 1, bare`
 * the same without extension.
 */
export interface AddressVariant {
  readonly kind: string;
  readonly text: string;
}

/**
 * How an author writes a link: what is before and after one variant of its target's address. `{{ site.baseurl }}/fog/`
 * is a `url below base` with `{{ site.baseurl }}` before it.
 */
export interface LinkForm {
  readonly before: string;
  readonly kind: string;
  readonly after: string;
  /** The author writes `%C3%A9` for `é`. */
  readonly isEncoded?: true;
}

/** A post (path relative to the root) with its address. */
export function toPostEndpoint(path: string, site: Site, uri: string, environment: Environment): LinkEndpoint {
  const post = site.posts.get(uri);
  return toEndpoint(path, post && getPostSummary(post, site, environment).url, site);
}

/** A file that is no page, with the first address it is served at. */
export function toFileEndpoint(path: string, site: Site): LinkEndpoint {
  return toEndpoint(path, findFileUrl(path, site), site);
}

/** A file (path relative to the root) with a given address. */
export function toEndpoint(path: string, url: string | undefined, { generator }: Site): LinkEndpoint {
  return { path, url, tagName: generator.linking?.getTagPath?.(path) };
}

/** What every URL of the site begins with; '' at the root of a host. */
export function getBasePath({ generator }: Site): string {
  return generator.linking?.basePath ?? '';
}

/** All variants of a target's address for a link in the post `from`, none of them empty. */
export function listVariants(target: LinkEndpoint, from: LinkEndpoint, basePath: string): AddressVariant[] {
  const count = target.path.split('/').length;
  const paths = [...Array.from({ length: count }, (_, index) => `path ${index}`), 'tag name', 'path from here'];
  const kinds = [
    ...urlKinds,
    ...paths,
    ...paths.map((kind) => `${kind}, bare`),
    ...paths.map((kind) => `${kind}, folder`),
  ];
  return kinds.flatMap((kind) => {
    const text = toVariant(kind, target, from, basePath);
    return text === undefined ? [] : [{ kind, text }];
  });
}

const urlKinds = ['', ', bare', ', rootless', ', bare, rootless'].flatMap((end) =>
  ['url', 'url below base', 'url from here'].map((kind) => kind + end),
);

/**
 * One variant of a target's address; undefined where it has none of this kind. `bare` has no ending, `rootless` no
 * first slash, `folder` no `index.md`.
 */
function toVariant(kind: string, target: LinkEndpoint, from: LinkEndpoint, basePath: string): string | undefined {
  const [base = '', ...ends] = kind.split(', ');
  let text = base.startsWith('url')
    ? toUrlVariant(base, target.url, from.url, basePath)
    : toPathVariant(base, target, from.path);
  for (const end of ends) text = text && variantTransforms[end]?.(text, base);
  return text === '' || (text === '/' && target.url !== '/') ? undefined : text;
}

const variantTransforms: Readonly<Record<string, (text: string, base: string) => string>> = {
  bare: (text, base) => text.replace(base.startsWith('url') ? /(?:\/|\.html)$/ : /\.[^./]+$/, ''),
  rootless: (text) => (/^\/./.test(text) ? text.slice(1) : ''),
  folder: (text) => (/(?:^|\/)_?index\.[^./]+$/.test(text) ? text.replace(/(?:^|\/)_?index\.[^./]+$/, '') : ''),
};

function toUrlVariant(
  base: string,
  url: string | undefined,
  from: string | undefined,
  basePath: string,
): string | undefined {
  if (url === undefined || base === 'url') return url;
  if (base === 'url from here') return from === undefined ? undefined : relativePath(from, url);
  return basePath !== '' && url.startsWith(`${basePath}/`) ? url.slice(basePath.length) : undefined;
}

function toPathVariant(base: string, { path, tagName }: LinkEndpoint, from: string): string | undefined {
  if (base === 'path from here') return relativePath(`/${from}`, `/${path}`);
  if (base === 'tag name') return tagName;
  const segments = path.split('/');
  const index = Number(base.slice('path '.length));
  return index < segments.length ? segments.slice(index).join('/') : undefined;
}

/** The forms in which an address is written, given the variants of its target's: the longest variant first. */
export function parseForms(written: string, variants: readonly AddressVariant[]): LinkForm[] {
  const found = variants.flatMap(({ kind, text }): (LinkForm & { readonly size: number })[] => {
    const matched = [text, ...(encodeUri(text) === text ? [] : [encodeUri(text)])].find(
      (each) => indexOfWhole(written, each) >= 0,
    );
    if (matched === undefined) return [];
    const start = indexOfWhole(written, matched);
    return [
      {
        before: written.slice(0, start),
        kind,
        after: written.slice(start + matched.length),
        size: matched.length,
        ...(matched !== text && { isEncoded: true as const }),
      },
    ];
  });
  return found.sort((a, b) => b.size - a.size);
}

/** The index of a text in an address where it is whole, not a part of a longer name; -1 for none. */
function indexOfWhole(written: string, text: string): number {
  for (let start = written.indexOf(text); start >= 0; start = written.indexOf(text, start + 1)) {
    if (!isPartOfName(written[start - 1], text[0]) && !isPartOfName(written[start + text.length], text.at(-1)))
      return start;
  }
  return -1;
}

function isPartOfName(outer: string | undefined, inner: string | undefined): boolean {
  return outer !== undefined && inner !== undefined && /[\p{L}\p{N}_%-]/u.test(outer) && /[\p{L}\p{N}_%-]/u.test(inner);
}

/** The address of a target in a form, for a link in the post `from`; undefined where it has no such variant. */
export function formatInForm(
  { before, kind, after, isEncoded }: LinkForm,
  target: LinkEndpoint,
  from: LinkEndpoint,
  basePath: string,
): string | undefined {
  const text = toVariant(kind, target, from, basePath);
  return text === undefined
    ? undefined
    : `${before}${isEncoded ? encodeUri(text) : escapeDestination(text, before)}${after}`;
}

/** White space and brackets would end a destination; in a tag they mean themselves. */
function escapeDestination(text: string, before: string): string {
  return /\{[{%]/.test(before)
    ? text
    : text.replace(/[\s()<>"]/g, (character) => encodeUriComponent(character).replace('(', '%28').replace(')', '%29'));
}
