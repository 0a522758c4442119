import type { Environment } from '../../generators/contract/model.ts';
import { isIndexFile } from '../../generators/shared/markdownFile.ts';
import { linked } from '../../site/resolution/resolvedLinks.ts';
import type { Post, Site } from '../../site/model/site.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { beheld } from '../../site/model/snapshot.ts';
import { newestFirst } from '../../site/resolution/catalogue.ts';
import { touches } from '../../text/range.ts';
import type { Context } from '../context.ts';
import { memoizeByName } from '../../text/memo.ts';
import { dirname } from '../../text/paths.ts';
import { documentAt } from './linkTarget.ts';
import type { Form } from './linkForms.ts';
import { addressedFile, addressedPost, basePathOf, formsOf, spellings } from './linkForms.ts';

/** How links to posts and to files are written, the commonest way first. */
export interface LinkConventions {
  readonly posts: readonly Form[];
  readonly files: readonly Form[];
}

/** Siblings whose links are looked at. */
const examined = 8;
/** Longer ones are passed over: a few links are enough, and reading takes its time. */
const longestSibling = 30_000;
/** Ways of writing that are remembered of each kind. */
const mostForms = 3;

/** How the author of a post writes links: as in the post itself but for the link at an offset, else as in its newest siblings. */
export async function conventionsOf(context: Context, open: OpenPost, offset: number): Promise<LinkConventions> {
  const own = counted([written(open, context.environment, offset)]);
  const { site, post } = open;
  if (!site || !post) return own;
  const siblings = await conventionsOfSiblings(site.siteView, post.collection.name, { context, site, post });
  return { posts: [...own.posts, ...siblings.posts], files: [...own.files, ...siblings.files] };
}

/** How the newest siblings of a post write links: read once for each collection of a site. */
const conventionsOfSiblings = memoizeByName(
  (_siteView: Site['siteView'], _collection: string, { context, site, post }: PostInSite) =>
    inferConventions(context, siblingsOf(post, site, context.environment)),
);

interface PostInSite {
  readonly context: Context;
  readonly site: Site;
  readonly post: Post;
}

async function inferConventions(context: Context, siblings: readonly Post[]): Promise<LinkConventions> {
  const documents = await Promise.all(siblings.map(({ uri }) => documentAt(context, uri)));
  const short = documents.filter((document) => document !== undefined && document.text.length < longestSibling);
  return counted(short.map((document) => written(beheld(context.snapshot, document!), context.environment)));
}

function siblingsOf(post: Post, site: Site, environment: Environment): Post[] {
  const found: Post[] = [];
  for (const { post: other } of newestFirst(site, environment)) {
    if (other.uri !== post.uri && other.collection.name === post.collection.name) found.push(other);
    if (found.length === examined) break;
  }
  return found;
}

interface Written {
  readonly to: keyof LinkConventions;
  readonly form: Form;
}

/** The forms of a post's links into its site, but for the one that is being typed. */
function written(open: OpenPost, environment: Environment, offset = -1): Written[] {
  const { site, post } = open;
  if (!site || !post) return [];
  const from = addressedPost(post.path, site, post.uri, environment);
  const basePath = basePathOf(site);
  return linked(open, environment).flatMap(({ place, destination }): Written[] => {
    if (place.origin === 'tag' || touches(place.range, offset)) return [];
    if (destination.kind !== 'file' && (destination.kind !== 'post' || destination.isRedirect)) return [];
    if (destination.kind === 'file' && isResource(destination.path, post)) return [];
    const target =
      destination.kind === 'file'
        ? addressedFile(destination.path, site)
        : addressedPost(destination.post.path, site, destination.post.uri, environment);
    const [form] = formsOf(withoutFragment(place.written), spellings(target, from, basePath));
    return form ? [{ to: destination.kind === 'file' ? 'files' : 'posts', form }] : [];
  });
}

/** Whether a file lies with a post in a folder that the post has to itself: its bare name there does not tell how other files are named. */
function isResource(path: string, post: Post): boolean {
  return isIndexFile(post.path) && path.startsWith(`${dirname(post.path)}/`);
}

/** An address without `#fragment` and `?query`, in a tag too. */
function withoutFragment(address: string): string {
  return address.replace(/[#?][^"'\s%}|]*/, '');
}

function counted(posts: readonly (readonly Written[])[]): LinkConventions {
  const of = (to: keyof LinkConventions): Form[] => {
    const counts = new Map<string, { readonly form: Form; count: number }>();
    for (const { form } of posts.flat().filter((each) => each.to === to)) {
      const key = JSON.stringify(form);
      const known = counts.get(key);
      if (known) known.count++;
      else counts.set(key, { form, count: 1 });
    }
    return [...counts.values()]
      .sort((a, b) => b.count - a.count)
      .slice(0, mostForms)
      .map((each) => each.form);
  };
  return { posts: of('posts'), files: of('files') };
}
