import type { Environment } from '../../../generators/contract/model.ts';
import { fromOf } from '../../../site/resolution/resolvedLinks.ts';
import type { Linked } from '../../../site/resolution/resolvedLinks.ts';
import type { Destination, From } from '../../../site/resolution/links.ts';
import { destination } from '../../../site/resolution/links.ts';
import type { Site } from '../../../site/model/site.ts';
import { fileUri, sourceOf } from '../../../site/model/site.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { Addressed } from '../linkForms.ts';
import { addressedFile, addressedPost, basePathOf, formsOf, inForm, spellings } from '../linkForms.ts';
import type { Moves } from './moves.ts';

/** The path of the file that a destination leads to from a post; undefined for what is not of the site. */
export function pathBehind(target: Destination, { post }: Pick<From, 'post'>): string | undefined {
  if (target.kind === 'self') return post.path;
  if (target.kind === 'post') return target.post.path;
  return target.kind === 'file' ? target.path : undefined;
}

/** Edits that let these links of a post lead to the same files after the moves, each in its own form; none for a link that does so by itself. */
export function relinked(open: OpenPost, links: readonly Linked[], moves: Moves, environment: Environment): TextEdit[] {
  const from = fromOf(open, environment);
  const later = from && fromAfter(from, moves, environment);
  return later ? links.flatMap((link) => rewritten(open, link, from, later, moves, environment) ?? []) : [];
}

/** The post that links start from once it has moved; undefined where it is no page of the site then. */
function fromAfter({ post }: From, { after, pathAfter }: Moves, environment: Environment): From | undefined {
  const moved = after.posts.get(fileUri(after, pathAfter(post.path)));
  return (
    moved && {
      site: after,
      post: moved,
      publication: after.generator.publication(sourceOf(after, moved), environment),
    }
  );
}

function rewritten(
  { document }: OpenPost,
  { place, destination: target }: Linked,
  from: From,
  later: From,
  moves: Moves,
  environment: Environment,
): TextEdit | undefined {
  const path = pathBehind(target, from);
  if (path === undefined || place.written.startsWith('#')) return undefined;
  const wanted = moves.pathAfter(path);
  const leadsThere = (written: string): boolean => {
    const reached = destination(written, later, environment);
    return pathBehind(reached, later) === wanted && fragmentOf(reached) === fragmentOf(target);
  };
  if (leadsThere(place.written)) return undefined;
  const known = spellings(addressed(path, from.site, environment), here(from), basePathOf(from.site));
  const next = addressed(wanted, later.site, environment);
  const text = formsOf(place.written, known)
    .map((form) => inForm(form, next, here(later), basePathOf(later.site)))
    .find((each) => each !== undefined && leadsThere(each));
  if (text === undefined) return undefined;
  const raw = document.text.slice(place.range.start, place.range.end);
  return {
    range: place.range,
    newText: raw.includes(place.written) ? raw.replace(place.written, () => text) : text.replaceAll('&', '&amp;'),
  };
}

function fragmentOf(target: Destination): string {
  return 'fragment' in target ? target.fragment : '';
}

function here({ post, publication }: From): Addressed {
  return { path: post.path, url: publication.url };
}

/** A file of the site, page or not, with its address. */
export function addressed(path: string, site: Site, environment: Environment): Addressed {
  const uri = fileUri(site, path);
  return site.posts.has(uri) ? addressedPost(path, site, uri, environment) : addressedFile(path, site);
}
