import type { Environment } from '../../../generators/contract/model.ts';
import { toLinkSource } from '../../../site/resolution/resolvedLinks.ts';
import type { ResolvedLink } from '../../../site/resolution/resolvedLinks.ts';
import type { Destination, LinkSource } from '../../../site/resolution/links.ts';
import { resolveDestination } from '../../../site/resolution/links.ts';
import type { Site } from '../../../site/model/site.ts';
import { toUri, toPostSource } from '../../../site/model/site.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { LinkEndpoint } from '../linkForms.ts';
import { toFileEndpoint, toPostEndpoint, getBasePath, parseForms, formatInForm, listVariants } from '../linkForms.ts';
import type { MovePlan } from './moves.ts';

/** The path of the file that a destination leads to from a post; undefined for what is not of the site. */
export function getTargetPath(target: Destination, { post }: Pick<LinkSource, 'post'>): string | undefined {
  if (target.kind === 'self') return post.path;
  if (target.kind === 'post') return target.post.path;
  return target.kind === 'file' ? target.path : undefined;
}

/**
 * Edits that let these links of a post lead to the same files after the moves, each in its own form; none for a link
 * that does so by itself.
 */
export function relink(
  open: OpenPost,
  links: readonly ResolvedLink[],
  moves: MovePlan,
  environment: Environment,
): TextEdit[] {
  const from = toLinkSource(open, environment);
  const later = from && sourceAfter(from, moves, environment);
  const context = later && { from, later, moves, environment };
  return context ? links.flatMap((link) => rewriteLink(open, link, context) ?? []) : [];
}

/** The post that links start from once it has moved; undefined where it is no page of the site then. */
function sourceAfter(
  { post }: LinkSource,
  { after, pathAfter }: MovePlan,
  environment: Environment,
): LinkSource | undefined {
  const moved = after.posts.get(toUri(after, pathAfter(post.path)));
  return (
    moved && {
      site: after,
      post: moved,
      publication: after.generator.getPublication(toPostSource(after, moved), environment),
    }
  );
}

/** What the links of one post are rewritten with. */
interface RelinkContext {
  readonly from: LinkSource;
  /** The same post after the moves. */
  readonly later: LinkSource;
  readonly moves: MovePlan;
  readonly environment: Environment;
}

function rewriteLink(
  { document }: OpenPost,
  { place, destination: target }: ResolvedLink,
  { from, later, moves, environment }: RelinkContext,
): TextEdit | undefined {
  const path = getTargetPath(target, from);
  if (path === undefined || place.written.startsWith('#')) return undefined;
  const wanted = moves.pathAfter(path);
  const leadsThere = (written: string): boolean => {
    const reached = resolveDestination(written, later, environment);
    return getTargetPath(reached, later) === wanted && getFragment(reached) === getFragment(target);
  };
  if (leadsThere(place.written)) return undefined;
  const variants = listVariants(
    endpointAt(path, from.site, environment),
    toSourceEndpoint(from),
    getBasePath(from.site),
  );
  const next = endpointAt(wanted, later.site, environment);
  const text = parseForms(place.written, variants)
    .map((form) => formatInForm(form, next, toSourceEndpoint(later), getBasePath(later.site)))
    .find((each) => each !== undefined && leadsThere(each));
  if (text === undefined) return undefined;
  const raw = document.text.slice(place.range.start, place.range.end);
  return {
    range: place.range,
    newText: raw.includes(place.written) ? raw.replace(place.written, () => text) : text.replaceAll('&', '&amp;'),
  };
}

function getFragment(target: Destination): string {
  return 'fragment' in target ? target.fragment : '';
}

function toSourceEndpoint({ post, publication }: LinkSource): LinkEndpoint {
  return { path: post.path, url: publication.url };
}

/** A file of the site, page or not, with its address. */
export function endpointAt(path: string, site: Site, environment: Environment): LinkEndpoint {
  const uri = toUri(site, path);
  return site.posts.has(uri) ? toPostEndpoint(path, site, uri, environment) : toFileEndpoint(path, site);
}
