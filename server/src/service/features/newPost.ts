import type { Collection, Environment } from '../generators/generator.ts';
import type { Snapshot } from '../site/snapshot.ts';
import { siteOf } from '../site/snapshot.ts';
import type { Post, Site } from '../site/site.ts';
import { Document } from '../text/document.ts';
import { outlineOf } from '../syntax/frontMatter/outline.ts';
import { parseFrontMatter } from '../syntax/frontMatter/parseFrontMatter.ts';
import { basename, join, relative } from '../text/uri.ts';
import type { Workspace } from '../text/workspace.ts';
import { asDraft } from './changePost.ts';
import { learn } from './newPost/learn.ts';
import { newestSiblings } from './newPost/siblings.ts';
import type { Filled } from './newPost/template.ts';
import { filledTemplate, templatesToChoose } from './newPost/template.ts';
import { writeFrontMatter } from './newPost/write.ts';
import type { NewPost, NewPostPlace } from './results.ts';

/** So many of the newest siblings show how a post is begun on this site. */
const shown = 12;

/** Where a new post can go, the nearest to `near` (a URI) first; then collections that have posts, as the generator orders them, and last the site's other templates. */
export function newPostPlaces(snapshot: Snapshot, near?: string): NewPostPlace[] {
  const home = near === undefined ? undefined : siteOf(snapshot, near);
  const sites = [...snapshot.sites].sort((a, b) => Number(b === home) - Number(a === home));
  return sites.flatMap((site) => placesIn(site, near === undefined || site !== home ? undefined : relative(site.root, near), sites.length));
}

function placesIn(site: Site, near: string | undefined, sites: number): NewPostPlace[] {
  const { generator, root } = site;
  const collections = collectionsOf(site, near);
  const detail = ({ folder }: Collection): string => [...(sites > 1 || folder === '' ? [basename(root)] : []), ...(folder === '' ? [] : [folder])].join('/');
  const places = collections.map((collection): NewPostPlace => {
    const isDrafts = generator.publishing.folders !== undefined && collection.name === 'drafts';
    return { id: idOf(site, collection), label: collection.name, detail: detail(collection), ...(isDrafts && { drafts: true }) };
  });
  const first = collections.find(({ name }) => name !== 'drafts');
  const templates = first ? templatesToChoose(site).map(({ name, file }) => ({ id: idOf(site, first, file), label: name, detail: `${detail(first)} · ${file}` })) : [];
  return [...places, ...templates];
}

function idOf({ root }: Site, { name, folder }: Collection, template?: string): string {
  return JSON.stringify([root, name, folder, ...(template === undefined ? [] : [template])]);
}

/** What a new post is begun from: a place (a `NewPostPlace.id`), a title, and whether it is to be a draft wherever it is. */
export interface NewPostWish {
  readonly place: string;
  readonly title: string;
  readonly draft?: boolean;
}

/** A new post, its front matter begun by the site's template or else as its siblings' is; undefined when the place is gone. */
export async function newPost(snapshot: Snapshot, wish: NewPostWish, environment: Environment, files: Workspace): Promise<NewPost | undefined> {
  const found = placeOf(snapshot, wish.place);
  if (!found) return undefined;
  const { site, collection, template } = found;
  const title = wish.title.trim();
  const newest = newestSiblings(site, collection);
  const inFolder = newest.map((post) => post.path).filter((path) => collection.folder === '' || path.startsWith(`${collection.folder}/`));
  const path = site.generator.newPostPath({ collection, title, siblings: inFolder }, environment, site.configuration);
  const filled = await filledTemplate({ site, collection, path, title, hasSiblings: newest.length > 0, ...(template !== undefined && { template }) }, environment, files);
  const begun = filled ?? { path, text: learnt({ site, collection, path, title, newest }, environment) };
  const draft = wish.draft ? asDraft(snapshot, new Document(join(site.root, begun.path), 0, begun.text), environment) : undefined;
  return finished(site, draft ?? begun, environment);
}

interface Beginning {
  readonly site: Site;
  readonly collection: Collection;
  readonly path: string;
  readonly title: string;
  readonly newest: readonly Post[];
}

/** A text whose front matter is begun as that of the newest siblings. */
function learnt({ site, collection, path, title, newest }: Beginning, environment: Environment): string {
  const { generator, configuration } = site;
  const isDraft = collection.name === 'drafts';
  const models = isDraft && newest.length === 0 ? newestSiblings(site, { ...collection, name: 'posts' }) : newest;
  if (models.length > 0 && models.every(({ frontMatter }) => !frontMatter)) return `# ${title}\n\n`;
  const lines = learn(models.slice(0, shown).map(({ frontMatter }) => frontMatter), {
    title,
    now: environment.now,
    zone: generator.timeZone(configuration) ?? environment.timeZone,
    date: isDraft && models !== newest ? 'leave out' : !isDraft && !/(?:^|\/)\d{4}-\d{2}-\d{2}-[^/]*(?:\/[^/]*)?$/.test(path) ? 'needed' : 'as siblings',
  });
  const format = models.find(({ frontMatter }) => frontMatter)?.frontMatter?.format ?? generator.frontMatterFormats[0]!;
  return `${writeFrontMatter(lines, format)}\n`;
}

function finished(site: Site, { path, text }: Filled, environment: Environment): NewPost {
  const { generator, configuration, around, root } = site;
  const frontMatter = outlineOf(parseFrontMatter(text, generator.frontMatterFormats), text);
  const { url = null } = generator.publication({ path, frontMatter, around }, configuration, environment);
  return { uri: join(root, path), path, url, text, cursor: text.length };
}

function placeOf(snapshot: Snapshot, id: string): { readonly site: Site; readonly collection: Collection; readonly template?: string } | undefined {
  const site = snapshot.sites.find(({ root }) => id.startsWith(`[${JSON.stringify(root)},`));
  const template = (JSON.parse(id) as string[])[3];
  const collection = site && collectionsOf(site).find((each) => idOf(site, each, template) === id);
  return site && collection && { site, collection, ...(template !== undefined && { template }) };
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
