import type { Environment } from '../generators/generator.ts';
import { sourceOf } from '../site/site.ts';
import type { Site } from '../site/site.ts';
import type { OpenPost, Snapshot } from '../site/snapshot.ts';
import { siteOf } from '../site/snapshot.ts';
import { basename, join } from '../text/uri.ts';
import type { Range } from '../text/range.ts';
import type { Workspace } from '../text/workspace.ts';
import { componentCall, components } from './insert/component.ts';
import { contents } from './insert/contents.ts';
import { footnote } from './insert/footnote.ts';
import { imageDestination, imagesFor } from './insert/image.ts';
import { link } from './insert/link.ts';
import { postDestination } from './insert/postLink.ts';
import { momentLike } from './moment.ts';
import { newestSiblings } from './newPost/siblings.ts';
import type { Choice, Insertable, Insertion, InsertRefusal } from './results.ts';

/** So many newer posts show how their author writes links. */
const shown = 12;

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
  if (what.kind === 'post') return postLink(snapshot, open, selection, what.uri, environment, files);
  if (what.kind === 'image') {
    const destination = imageDestination(site, post.path, what.path, await habits(open, site, files));
    const alt = syntax.text.slice(selection.start, selection.end) || words(what.path);
    return { edits: [], snippet: { range: selection, text: `![\${1:${escaped(alt)}}](${escaped(destination.includes(' ') && !destination.includes('{') ? `<${destination}>` : destination)})$0` } };
  }
  const text = (await files.read(join(site.root, what.path))) ?? '';
  const name = components(site).find(({ file }) => file === what.path)?.name;
  return name === undefined ? { refusal: `${what.path} is no longer there.` } : { edits: [], snippet: { range: selection, text: componentCall(site.generator.id, name, text) } };
}

/** The images or the includes and shortcodes that one may choose for a post. */
export function choices({ site, post }: OpenPost, kind: 'image' | 'component'): Choice[] {
  if (!site || !post) return [];
  if (kind === 'component') return components(site).map(({ name, file }) => ({ path: file, label: name, detail: file }));
  return imagesFor(site, post.path).map((path) => ({ path, label: basename(join(site.root, path)), detail: path }));
}

async function postLink(snapshot: Snapshot, open: OpenPost, selection: Range, uri: string, environment: Environment, files: Workspace): Promise<Insertion | InsertRefusal> {
  const { syntax, site, post } = open;
  const target = siteOf(snapshot, uri)?.posts.get(uri);
  if (!site || !post || !target || !site.posts.has(uri)) return { refusal: 'That post is not of this site.' };
  const { title, url } = site.generator.publication(sourceOf(site, target), site.configuration, environment);
  const destination = postDestination(site, post.path, target, url, await habits(open, site, files));
  return link(syntax, selection, destination, title, 'as in this post');
}

/** Texts by the author, this post's first; one with links of its own says enough. */
async function habits({ syntax, post }: OpenPost, site: Site, files: Workspace): Promise<string[]> {
  const siblings = post ? newestSiblings(site, post.collection, post.uri).slice(0, shown) : [];
  const texts = await Promise.all(siblings.map(({ uri }) => files.read(uri)));
  return [syntax.text, ...texts.filter((text) => text !== undefined)];
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
