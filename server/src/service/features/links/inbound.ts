import type { ResolvedLink } from '../../site/resolution/resolvedLinks.ts';
import { resolveLinks } from '../../site/resolution/resolvedLinks.ts';
import type { Destination } from '../../site/resolution/links.ts';
import { runConcurrently } from '../../text/scheduler.ts';
import type { Post, Site } from '../../site/model/site.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { analyzePost } from '../../site/model/snapshot.ts';
import { Document } from '../../text/document.ts';
import { finishInSlices } from '../../text/steps.ts';
import type { Context } from '../context.ts';
import type { LinkEndpoint } from './linkForms.ts';
import { encodeUri } from '../../text/uri.ts';

/** Which links to find. */
export interface LinkQuery {
  /** Words of which a text with such a link contains one, from `toSearchWords`. */
  readonly words: readonly string[];
  /** Whether a link from a post to a destination is one of them. */
  accepts(destination: Destination, post: Post): boolean;
  /** The document of the request: it counts also where it has no file yet. */
  readonly currentPost?: OpenPost;
}

/** A post with the links in it that match a query. */
export interface InboundLinks {
  readonly open: OpenPost;
  readonly links: readonly ResolvedLink[];
}

/** More words than this are not searched for one by one. */
const maxWords = 20;

/** Relative addresses of folders, which name nothing: `../`, `..#top`. */
const foldersOnly = /[("' ]\.\.?(?:\/\.\.)*\/?[)"'#\s?]/;

/**
 * The posts of a site with links that match a query, in the order of their URIs. Only texts that contain one of the
 * words are parsed. Ends early, with what it has, when it is cancelled.
 */
export async function findInboundLinks(
  { snapshot, files, environment, scheduler }: Context,
  site: Site,
  { words, accepts, currentPost }: LinkQuery,
): Promise<InboundLinks[]> {
  const found: InboundLinks[] = [];
  const isLikely = createTextFilter(words);
  const unsaved = currentPost?.post && !site.posts.has(currentPost.post.uri) ? [currentPost.post] : [];
  await runConcurrently([...site.posts.values(), ...unsaved], scheduler, async (post) => {
    const opened = snapshot.open.get(post.uri);
    const text = opened?.document.text ?? (await files.read(post.uri));
    if (text === undefined || !isLikely(text)) return;
    const open = opened ?? analyzePost(snapshot, new Document(post.uri, 0, text));
    await finishInSlices(open.parseInSteps(), scheduler);
    const links = resolveLinks(open, environment, 'all').filter(({ destination }) => accepts(destination, post));
    if (links.length > 0) found.push({ open, links });
  });
  return found.sort((a, b) => (a.open.document.uri < b.open.document.uri ? -1 : 1));
}

/** Whether a text may hold a link that has one of the words in its address: in prose the same word is none. */
function createTextFilter(words: readonly string[]): (text: string) => boolean {
  if (words.includes('')) return () => true;
  if (words.length > maxWords) return createManyWordsFilter(new Set(words.map((word) => toTokens(word).at(-1) ?? '')));
  return (text) => words.some((word) => hasAddressWith(word, text)) || foldersOnly.test(text);
}

/** Whether a text has an address in which a word ends. */
function hasAddressWith(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    const isWholeWord = !/^[\p{L}\p{N}_-]/u.test(text.slice(end, end + 2));
    if (isWholeWord && addressStart.test(text.slice(Math.max(0, at - 81), at))) return true;
  }
  return false;
}

/** What begins an address, or parts its segments, up to a word in it. */
const addressStart = /(?:[/("'=@]|:[ \t]*|\{[{%][^{}\n]*)$/;

/** Whether a text has an address whose name ends with one of many words. */
function createManyWordsFilter(endings: ReadonlySet<string>): (text: string) => boolean {
  return (text) => {
    if (foldersOnly.test(text)) return true;
    for (const { 0: token, index } of text.matchAll(tokenPattern)) {
      if (endings.has(token) && isInAddress(text, index)) return true;
    }
    return false;
  };
}

const tokenPattern = /[\p{L}\p{N}_-]+/gu;

function toTokens(word: string): string[] {
  return word.match(tokenPattern) ?? [];
}

function isInAddress(text: string, at: number): boolean {
  if (/[^\s,;!?]/.test(text[at - 1] ?? ' ')) return true;
  return /(?::[ \t]*|\{[{%][^{}\n]*)$/.test(text.slice(Math.max(0, at - 80), at));
}

/**
 * Words of which every link to one of these holds one, however it is written: the last segments of path and addresses;
 * '' where any link may lead there.
 */
export function toSearchWords(targets: readonly (LinkEndpoint & { readonly aliases: readonly string[] })[]): string[] {
  const words = targets.flatMap(({ path, url, aliases }) =>
    [path, ...(url === undefined ? [] : [url]), ...aliases].map(lastSegment),
  );
  const isHome = words.includes('') && words.every((word) => word === '' || word === 'index');
  const distinct = isHome ? words : words.filter((word) => word !== '');
  return [...new Set(distinct.flatMap((word) => [word, encodeUri(word)]))];
}

/** `fog` of `/2024/fog/`, `fog.html`, `posts/fog/index.md`; '' of the home page. */
function lastSegment(address: string): string {
  const segments = address
    .replace(/(^|\/)_?index\.[^/]*$/, '$1')
    .replace(/\/$/, '')
    .split('/');
  return segments.at(-1)!.replace(/(.)\.[^.]+$/, '$1');
}
