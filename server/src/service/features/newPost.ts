import type { Collection, Environment } from '../generators/generator.ts';
import type { Snapshot } from '../site/snapshot.ts';
import { siteOf } from '../site/snapshot.ts';
import type { Site } from '../site/site.ts';
import { outlineOf } from '../syntax/frontMatter/outline.ts';
import { parseFrontMatter } from '../syntax/frontMatter/parseFrontMatter.ts';
import { basename, join, relative } from '../text/uri.ts';
import { learn } from './newPost/learn.ts';
import { newestSiblings } from './newPost/siblings.ts';
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
  const { generator, configuration } = site;
  const newest = newestSiblings(site, collection);
  const inFolder = newest.map((post) => post.path).filter((path) => collection.folder === '' || path.startsWith(`${collection.folder}/`));
  const trimmed = title.trim();
  const path = generator.newPostPath({ collection, title: trimmed, siblings: inFolder }, environment, configuration);
  const isDraft = collection.name === 'drafts';
  const models = isDraft && newest.length === 0 ? newestSiblings(site, { ...collection, name: 'posts' }) : newest;
  if (models.length > 0 && models.every(({ frontMatter }) => !frontMatter)) return begun(site, path, `# ${trimmed}\n\n`, environment);
  const lines = learn(models.slice(0, shown).map(({ frontMatter }) => frontMatter), {
    title: trimmed,
    now: environment.now,
    zone: generator.timeZone(configuration) ?? environment.timeZone,
    date: isDraft && models !== newest ? 'leave out' : !isDraft && !/(?:^|\/)\d{4}-\d{2}-\d{2}-[^/]*(?:\/[^/]*)?$/.test(path) ? 'needed' : 'as siblings',
  });
  const format = models.find(({ frontMatter }) => frontMatter)?.frontMatter?.format ?? generator.frontMatterFormats[0]!;
  return begun(site, path, `${writeFrontMatter(lines, format)}\n`, environment);
}

function begun({ root, generator, configuration, around }: Site, path: string, text: string, environment: Environment): NewPost {
  const frontMatter = outlineOf(parseFrontMatter(text, generator.frontMatterFormats), text);
  const { url = null } = generator.publication({ path, frontMatter, around }, configuration, environment);
  return { uri: join(root, path), path, url, text, cursor: text.length };
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
