import type { Environment } from '../generators/generator.ts';
import { sourceOf } from '../site/site.ts';
import type { Site } from '../site/site.ts';
import type { OpenPost, Snapshot } from '../site/snapshot.ts';
import { basename, join } from '../text/uri.ts';
import type { Range } from '../text/range.ts';
import type { Workspace } from '../text/workspace.ts';
import { componentCall, components } from './insert/component.ts';
import { contents } from './insert/contents.ts';
import type { LinkPlace } from './insert/destination.ts';
import { destinationOf } from './insert/destination.ts';
import { footnote } from './insert/footnote.ts';
import { imageDestination, imagesFor } from './insert/image.ts';
import { link } from './insert/link.ts';
import { addressedPost } from './links/spellings.ts';
import { momentLike } from './moment.ts';
import type { Choice, Insertable, Insertion, InsertRefusal } from './results.ts';

const elsewhere: InsertRefusal = { refusal: 'This document is not a post of a site that Galley knows.' };

/** Whether a selection lies in front matter or in code. */
function isVerbatim({ syntax }: OpenPost, { start, end }: Range): boolean {
  return start < syntax.body.start || syntax.occurrences.some((each) => each.type === 'code' && !each.isHtml && each.range.start < end && start < each.range.end);
}

/** What to write for something that a writer puts in place of a selection, in the way this author writes such things; or why it cannot be. */
export async function insert(snapshot: Snapshot, open: OpenPost, selection: Range, what: Insertable, environment: Environment, files: Workspace): Promise<Insertion | InsertRefusal> {
  const { syntax, site, post } = open;
  if (what.kind === 'footnote') return footnote(syntax, selection);
  if (what.kind === 'contents') return contents(open, selection);
  if (what.kind === 'date') return { edits: [{ range: selection, newText: today(open, selection, environment) }] };
  if (isVerbatim(open, selection)) return { refusal: 'Links are not read in code and front matter: put the caret into the text.' };
  if (what.kind === 'link') return link(syntax, selection, what.url, '', what.style);
  if (!site || !post) return elsewhere;
  const place: LinkPlace = { snapshot, open, at: selection.start, environment, files };
  if (what.kind === 'post') return postLink(place, selection, what.uri);
  return what.kind === 'image' ? image(place, selection, what.path) : component(site, selection, what.path, files);
}

async function image(place: LinkPlace, selection: Range, path: string): Promise<Insertion> {
  const destination = await imageDestination(path, place);
  const alt = place.open.syntax.text.slice(selection.start, selection.end) || words(path);
  const written = destination.includes(' ') && !destination.includes('{') ? `<${destination}>` : destination;
  return { edits: [], snippet: { range: selection, text: `![\${1:${escaped(alt)}}](${escaped(written)})$0` } };
}

async function component(site: Site, selection: Range, path: string, files: Workspace): Promise<Insertion | InsertRefusal> {
  const text = (await files.read(join(site.root, path))) ?? '';
  const name = components(site).find(({ file }) => file === path)?.name;
  return name === undefined ? { refusal: `${path} is no longer there.` } : { edits: [], snippet: { range: selection, text: componentCall(site.generator.id, name, text) } };
}

/** The images or the includes and shortcodes that one may choose for a post. */
export function choices({ site, post }: OpenPost, kind: 'image' | 'component'): Choice[] {
  if (!site || !post) return [];
  if (kind === 'component') return components(site).map(({ name, file }) => ({ path: file, label: name, detail: file }));
  return imagesFor(site, post.path).map((path) => ({ path, label: basename(join(site.root, path)), detail: path }));
}

async function postLink(place: LinkPlace, selection: Range, uri: string): Promise<Insertion | InsertRefusal> {
  const { open: { site, syntax }, environment } = place;
  const target = site?.posts.get(uri);
  if (!site || !target) return { refusal: 'That post is not of this site.' };
  const { title } = site.generator.publication(sourceOf(site, target), site.configuration, environment);
  const destination = await destinationOf(addressedPost(target.path, site, uri, environment), 'posts', place);
  return link(syntax, selection, destination, title, 'as in this post');
}

/** Now: in front matter as the date there is written, in the text as a day. */
function today({ syntax, site }: OpenPost, { start }: Range, environment: Environment): string {
  const zone = (site && site.generator.timeZone(site.configuration)) ?? environment.timeZone;
  const entry = start < syntax.body.start ? syntax.frontMatter?.entries.find(({ key, commented }) => key === 'date' && !commented) : undefined;
  return momentLike(entry ? syntax.text.slice(entry.valueRange.start, entry.valueRange.end) : '2000-01-01', { now: environment.now, zone });
}

/** `gannet rock` of `images/gannet-rock.png`. */
function words(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '').replace(/[-_]+/g, ' ');
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
