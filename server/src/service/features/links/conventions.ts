import type { Environment } from '../../generators/contract/model.ts';
import { folderOfPath } from '../../generators/shared/markdownFile.ts';
import { linked } from '../../site/resolution/resolvedLinks.ts';
import type { Post, Site } from '../../site/model/site.ts';
import type { OpenPost, Snapshot } from '../../site/model/snapshot.ts';
import { beheld } from '../../site/model/snapshot.ts';
import { newestFirst } from '../../site/resolution/catalogue.ts';
import { touches } from '../../text/range.ts';
import type { Workspace } from '../../text/workspace.ts';
import { documentAt } from './linkTarget.ts';
import type { Form } from './linkForms.ts';
import { addressedFile, addressedPost, basePathOf, formsOf, spellings } from './linkForms.ts';

/** How links to posts and to files are written, the commonest way first. */
export interface Habits {
  readonly posts: readonly Form[];
  readonly files: readonly Form[];
}

/** Siblings whose links are looked at. */
const examined = 8;
/** Longer ones are passed over: a few links are enough, and reading takes its time. */
const longestSibling = 30_000;
/** Ways of writing that are remembered of each kind. */
const mostForms = 3;

const none: Habits = { posts: [], files: [] };

/** Habits of a collection, and when they are known. */
interface Learning {
  habits: Habits;
  readonly done: Promise<void>;
}

const ofSiblings = new WeakMap<Site['siteView'], Map<string, Learning>>();

/** How the author of a post writes links: as in the post itself, else as in its siblings, once those are learned. */
export function habitsOf(open: OpenPost, offset: number, environment: Environment): Habits {
  const own = counted([written(open, environment, offset)]);
  const siblings =
    (open.site && open.post && ofSiblings.get(open.site.siteView)?.get(open.post.collection.name)?.habits) ?? none;
  return { posts: [...own.posts, ...siblings.posts], files: [...own.files, ...siblings.files] };
}

/** Reads the links of the newest siblings of a post, once for each collection of a site. */
export async function learnHabits(
  snapshot: Snapshot,
  { site, post }: OpenPost,
  environment: Environment,
  files: Workspace,
): Promise<void> {
  if (!site || !post) return;
  const known = ofSiblings.get(site.siteView) ?? new Map<string, Learning>();
  ofSiblings.set(site.siteView, known);
  const { name } = post.collection;
  if (!known.has(name)) {
    const done = read(snapshot, siblingsOf(post, site, environment), environment, files).then((habits) => {
      known.get(name)!.habits = habits;
    });
    known.set(name, { habits: none, done });
  }
  await known.get(name)!.done;
}

async function read(
  snapshot: Snapshot,
  siblings: readonly Post[],
  environment: Environment,
  files: Workspace,
): Promise<Habits> {
  const documents = await Promise.all(siblings.map(({ uri }) => documentAt(uri, snapshot, files)));
  const short = documents.filter((document) => document !== undefined && document.text.length < longestSibling);
  return counted(short.map((document) => written(beheld(snapshot, document!), environment)));
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
  readonly to: keyof Habits;
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
  return /(?:^|\/)index\.[^/]+$/.test(post.path) && path.startsWith(`${folderOfPath(post.path)}/`);
}

/** An address without `#fragment` and `?query`, in a tag too. */
function withoutFragment(address: string): string {
  return address.replace(/[#?][^"'\s%}|]*/, '');
}

function counted(posts: readonly (readonly Written[])[]): Habits {
  const of = (to: keyof Habits): Form[] => {
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
