import type { Collection, Environment } from '../generators/generator.ts';
import type { Snapshot } from '../site/snapshot.ts';
import { siteOf } from '../site/snapshot.ts';
import type { Post, Site } from '../site/site.ts';
import { siblings } from '../site/site.ts';
import { basename, join, relative } from '../text/uri.ts';
import { learn } from './newPost/learn.ts';
import { writeFrontMatter } from './newPost/write.ts';
import type { NewPost, NewPostPlace } from './results.ts';

/** So many of the newest siblings show how a post is begun on this site. */
const shown = 12;

/** Where a new post can go, the nearest to `near` (a URI) first; then collections that have posts, as the generator orders them. */
export function newPostPlaces(snapshot: Snapshot, near?: string): NewPostPlace[] {
  const home = near === undefined ? undefined : siteOf(snapshot, near);
  const sites = [...snapshot.sites].sort((a, b) => Number(b === home) - Number(a === home));
  return sites.flatMap((site) => {
    const path = near === undefined || site !== home ? undefined : relative(site.root, near);
    return collectionsOf(site, path).map(({ name, folder }) => ({
      id: JSON.stringify([site.root, name, folder]),
      label: name,
      detail: [...(sites.length > 1 || folder === '' ? [basename(site.root)] : []), ...(folder === '' ? [] : [folder])].join('/'),
    }));
  });
}

/** A new post for a place (a `NewPostPlace.id`), its front matter begun as its siblings'; undefined when the place is gone. */
export function newPost(snapshot: Snapshot, place: string, title: string, environment: Environment): NewPost | undefined {
  const found = placeOf(snapshot, place);
  if (!found) return undefined;
  const { site, collection } = found;
  const { generator, configuration, root } = site;
  const newest = newestSiblings(site, collection);
  const inFolder = newest.map((post) => post.path).filter((path) => collection.folder === '' || path.startsWith(`${collection.folder}/`));
  const trimmed = title.trim();
  const path = generator.newPostPath({ collection, title: trimmed, siblings: inFolder }, environment, configuration);
  const isDraft = collection.name === 'drafts';
  const models = isDraft && newest.length === 0 ? newestSiblings(site, { ...collection, name: 'posts' }) : newest;
  if (models.length > 0 && models.every(({ frontMatter }) => !frontMatter)) return begun(join(root, path), path, `# ${trimmed}\n\n`);
  const lines = learn(models.slice(0, shown).map(({ frontMatter }) => frontMatter), {
    title: trimmed,
    now: environment.now,
    zone: generator.timeZone(configuration) ?? environment.timeZone,
    date: isDraft && models !== newest ? 'leave out' : !isDraft && !/(?:^|\/)\d{4}-\d{2}-\d{2}-[^/]*(?:\/[^/]*)?$/.test(path) ? 'needed' : 'as siblings',
  });
  const format = models.find(({ frontMatter }) => frontMatter)?.frontMatter?.format ?? generator.frontMatterFormats[0]!;
  return begun(join(root, path), path, `${writeFrontMatter(lines, format)}\n`);
}

function begun(uri: string, path: string, text: string): NewPost {
  return { uri, path, text, cursor: text.length };
}

function placeOf(snapshot: Snapshot, id: string): { readonly site: Site; readonly collection: Collection } | undefined {
  const site = snapshot.sites.find(({ root }) => id.startsWith(`[${JSON.stringify(root)},`));
  const collection = site && collectionsOf(site).find(({ name, folder }) => JSON.stringify([site.root, name, folder]) === id);
  return site && collection && { site, collection };
}

function keyOf({ name, folder }: Collection): string {
  return `${name} ${folder}`;
}

/** Collections of a site that take new posts; those around `path` first, then those with posts. */
function collectionsOf({ generator, configuration, posts }: Site, path?: string): Collection[] {
  const found = new Map<string, { readonly collection: Collection; count: number }>();
  const places = generator.places(configuration);
  for (const collection of places) found.set(keyOf(collection), { collection, count: 0 });
  const takesPages = places.some(({ name }) => name === 'pages');
  for (const { collection } of posts.values()) {
    if (collection.name === 'pages' && !takesPages) continue;
    const known = found.get(keyOf(collection));
    if (known) known.count++;
    else found.set(keyOf(collection), { collection, count: 1 });
  }
  const isAround = ({ folder }: Collection): number => (path !== undefined && folder !== '' && `${path}/`.startsWith(`${folder}/`) ? folder.length : 0);
  return [...found.values()]
    .sort((a, b) => isAround(b.collection) - isAround(a.collection) || Number(b.count > 0) - Number(a.count > 0))
    .map(({ collection }) => collection);
}

function newestSiblings(site: Site, collection: Collection): Post[] {
  const written = siblings(site, { uri: '', collection }).filter(({ path }) => site.generator.isMarkdown(path, site.configuration));
  const dated = written.map((post) => ({ post, day: dayOf(post) }));
  return dated.sort((a, b) => (a.day === b.day ? (a.post.path < b.post.path ? 1 : -1) : a.day < b.day ? 1 : -1)).map(({ post }) => post);
}

/** `20240501` of a post's date or file name, for ordering; '' for none. */
function dayOf({ path, frontMatter }: Post): string {
  const written = frontMatter?.data.date;
  const found = /(\d{4})-(\d{1,2})-(\d{1,2})/.exec(typeof written === 'string' ? written : '') ?? /(\d{4})-(\d{1,2})-(\d{1,2})/.exec(path);
  return found ? `${found[1]!}${found[2]!.padStart(2, '0')}${found[3]!.padStart(2, '0')}` : '';
}
