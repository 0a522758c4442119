import type { Environment } from '../../generators/contract/model.ts';
import { isIndexFile } from '../../generators/shared/markdownFile.ts';
import { resolveLinks } from '../../site/resolution/resolvedLinks.ts';
import type { Post, Site } from '../../site/model/site.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { analyzePost } from '../../site/model/snapshot.ts';
import { listNewestFirst } from '../../site/resolution/catalogue.ts';
import { touches } from '../../text/range.ts';
import type { Context } from '../context.ts';
import { memoizeByName } from '../../text/memo.ts';
import { dirname } from '../../text/paths.ts';
import { readDocument } from './linkTarget.ts';
import type { LinkForm } from './linkForms.ts';
import { toFileEndpoint, toPostEndpoint, getBasePath, parseForms, listVariants } from './linkForms.ts';

/** The forms of links to posts and to files, the most frequent first. */
export interface LinkConventions {
  readonly posts: readonly LinkForm[];
  readonly files: readonly LinkForm[];
}

/** How many siblings are read. */
const maxSiblings = 8;
/** Longer ones are skipped, since parsing takes time; in UTF-16 code units. */
const maxSiblingLength = 30_000;
/** How many forms of each kind are returned. */
const maxForms = 3;

/**
 * How the author of a post writes links: as in the post itself but for the link at an offset, else as in its newest
 * siblings.
 */
export async function inferConventions(context: Context, open: OpenPost, offset: number): Promise<LinkConventions> {
  const own = rankForms([findLinkUses(open, context.environment, offset)]);
  const { site, post } = open;
  if (!site || !post) return own;
  const siblings = await conventionsOfSiblings(site.siteView, post.collection.name, { context, site, post });
  return { posts: [...own.posts, ...siblings.posts], files: [...own.files, ...siblings.files] };
}

/** How the newest siblings of a post write links: read once for each collection of a site. */
const conventionsOfSiblings = memoizeByName(
  (_siteView: Site['siteView'], _collection: string, { context, site, post }: PostInSite) =>
    readConventions(context, newestSiblings(post, site, context.environment)),
);

interface PostInSite {
  readonly context: Context;
  readonly site: Site;
  readonly post: Post;
}

async function readConventions(context: Context, siblings: readonly Post[]): Promise<LinkConventions> {
  const documents = await Promise.all(siblings.map(({ uri }) => readDocument(context, uri)));
  const short = documents.filter((document) => document !== undefined && document.text.length < maxSiblingLength);
  return rankForms(
    short.map((document) => findLinkUses(analyzePost(context.snapshot, document!), context.environment)),
  );
}

function newestSiblings(post: Post, site: Site, environment: Environment): Post[] {
  const found: Post[] = [];
  for (const { post: other } of listNewestFirst(site, environment)) {
    if (other.uri !== post.uri && other.collection.name === post.collection.name) found.push(other);
    if (found.length === maxSiblings) break;
  }
  return found;
}

interface LinkUse {
  readonly targetKind: keyof LinkConventions;
  readonly form: LinkForm;
}

/** The forms of a post's links into its site, but for the one that is being typed. */
function findLinkUses(open: OpenPost, environment: Environment, offset = -1): LinkUse[] {
  const { site, post } = open;
  if (!site || !post) return [];
  const from = toPostEndpoint(post.path, site, post.uri, environment);
  const basePath = getBasePath(site);
  return resolveLinks(open, environment).flatMap(({ place, destination }): LinkUse[] => {
    if (place.origin === 'tag' || touches(place.range, offset)) return [];
    if (destination.kind !== 'file' && (destination.kind !== 'post' || destination.isRedirect)) return [];
    if (destination.kind === 'file' && isResource(destination.path, post)) return [];
    const target =
      destination.kind === 'file'
        ? toFileEndpoint(destination.path, site)
        : toPostEndpoint(destination.post.path, site, destination.post.uri, environment);
    const [form] = parseForms(stripFragment(place.written), listVariants(target, from, basePath));
    return form ? [{ targetKind: destination.kind === 'file' ? 'files' : 'posts', form }] : [];
  });
}

/**
 * Whether a file is a resource in the bundle of a post: its relative path there does not show how other files are
 * linked.
 */
function isResource(path: string, post: Post): boolean {
  return isIndexFile(post.path) && path.startsWith(`${dirname(post.path)}/`);
}

/** An address without `#fragment` and `?query`, in a tag too. */
function stripFragment(address: string): string {
  return address.replace(/[#?][^"'\s%}|]*/, '');
}

function rankForms(posts: readonly (readonly LinkUse[])[]): LinkConventions {
  const of = (to: keyof LinkConventions): LinkForm[] => {
    const counts = new Map<string, { readonly form: LinkForm; count: number }>();
    for (const { form } of posts.flat().filter((each) => each.targetKind === to)) {
      const key = JSON.stringify(form);
      const entry = counts.get(key);
      if (entry) entry.count++;
      else counts.set(key, { form, count: 1 });
    }
    return [...counts.values()]
      .sort((a, b) => b.count - a.count)
      .slice(0, maxForms)
      .map((each) => each.form);
  };
  return { posts: of('posts'), files: of('files') };
}
