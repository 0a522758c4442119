import type { Environment } from '../../../generators/contract/model.ts';
import { getPostPublication } from '../../../site/resolution/publication.ts';
import type { Post, Site } from '../../../site/model/site.ts';
import { toUri, toPostSource } from '../../../site/model/site.ts';
import type { Entry, FrontMatter } from '../../../syntax/frontMatter/index.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { TextEdit } from '../../../text/edit.ts';
import { addEntry } from '../../../syntax/frontMatter/edits.ts';
import { formatLike, formatValue } from '../../../syntax/frontMatter/write.ts';
import type { MovePlan } from './moves.ts';

/**
 * The edit that keeps a published post's old address as a redirect, where a move changes it and the site has redirects;
 * undefined elsewhere.
 */
export function createRedirectEdit(
  { post, syntax }: OpenPost,
  { before, after, pathAfter }: MovePlan,
  environment: Environment,
): TextEdit | undefined {
  const { linking } = before.generator;
  const key = linking?.getRedirectKey?.(before.siteView);
  const moved = post && after.posts.get(toUri(after, pathAfter(post.path)));
  if (key === undefined || !moved || !syntax.frontMatter?.closed) return undefined;
  const old = getPostPublication(before, post, environment);
  const next = getPostPublication(after, moved, environment);
  if (old.state !== 'published' || old.url === undefined || next.url === undefined || old.url === next.url)
    return undefined;
  const below = (url: string): string => url.slice(linking!.basePath.length);
  return isRedirected(old.url, { [key]: [below(old.url)] }, moved, after)
    ? addAddress(key, { old: below(old.url), next: below(next.url) }, syntax.frontMatter, syntax.text)
    : undefined;
}

/** Whether the generator makes a redirect from a URL where a post has these values in its front matter. */
function isRedirected(url: string, values: Readonly<Record<string, unknown>>, post: Post, site: Site): boolean {
  const { frontMatter } = post;
  const source = toPostSource(site, {
    path: post.path,
    frontMatter: frontMatter && { ...frontMatter, data: { ...frontMatter.data, ...values } },
  });
  return (site.generator.linking?.getAliases(source) ?? []).some((alias) => stripIndex(alias) === stripIndex(url));
}

function stripIndex(url: string): string {
  return url.replace(/\/(?:index\.html)?$/, '');
}

/** Adds an address to a list in the front matter; it replaces the post's new address there. */
function addAddress(
  key: string,
  { old, next }: { readonly old: string; readonly next: string },
  frontMatter: FrontMatter,
  text: string,
): TextEdit | undefined {
  const entry = frontMatter.entries.findLast((each) => each.key === key && !each.commented);
  if (!entry)
    return addEntry(frontMatter, text, key, `[${formatValue(old, frontMatter.format, '', true)}]`, {
      after: undefined,
    });
  const values = [entry.value].flat();
  if (values.includes(old)) return undefined;
  const back = entry.items?.find(({ value }) => value === next);
  if (back)
    return {
      range: back.range,
      newText: formatLike(
        text.slice(back.range.start, back.range.end),
        old,
        frontMatter.format,
        text[entry.valueRange.start] === '[',
      ),
    };
  return appendToList(entry, old, frontMatter, text);
}

function appendToList(entry: Entry, old: string, frontMatter: FrontMatter, text: string): TextEdit | undefined {
  const { format } = frontMatter;
  const raw = text.slice(entry.valueRange.start, entry.valueRange.end);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const last = entry.items?.at(-1);
  if (last) {
    const sample = text.slice(last.range.start, last.range.end);
    const value = formatLike(sample, old, format, text[entry.valueRange.start] === '[');
    const dash = /(?:^|\n)([ \t]*-[ \t]+)$/.exec(text.slice(0, last.range.start))?.[1];
    return insertAt(
      last.range.end,
      dash !== undefined && !raw.startsWith('[') ? `${newline}${dash}${value}` : `, ${value}`,
    );
  }
  const value = formatValue(old, format, '', true);
  if (format !== 'yaml' || raw.trim().startsWith('['))
    return raw === '' || /^\[\s*\]$/.test(raw.trim())
      ? { range: entry.valueRange, newText: `[${value}]` }
      : { range: entry.valueRange, newText: `[${raw}, ${value}]` };
  const colon = text.indexOf(':', entry.keyRange.end);
  return {
    range: { start: colon + 1, end: Math.max(colon + 1, entry.valueRange.end) },
    newText: ['', ...(raw === '' ? [] : [raw]), value].join(`${newline}  - `),
  };
}

function insertAt(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}
