import type { Environment } from '../../generators/contract/model.ts';
import type { Destination } from '../../site/resolution/links.ts';
import type { ResolvedLink } from '../../site/resolution/resolvedLinks.ts';
import type { Post, Site } from '../../site/model/site.ts';
import { toPostSource } from '../../site/model/site.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { touches } from '../../text/range.ts';
import type { LinkQuery } from '../links/inbound.ts';
import { findInboundLinks, toSearchWords } from '../links/inbound.ts';
import { linkAt } from '../links/linkAtOffset.ts';
import { toFileEndpoint, toPostEndpoint } from '../links/linkForms.ts';
import type { Context } from '../context.ts';
import type { Target } from '../results.ts';
import { renameTargetAt } from '../labels/renameTarget.ts';

/** The target of links: a post, a heading or an id in it, or a file (path relative to the site root). */
interface Linkable {
  readonly at: Post | string;
  /** Undefined for any place in it. */
  readonly fragment: string | undefined;
}

/**
 * Every link of the site that leads where the place at an offset does; empty where that is neither a target of links
 * nor a link.
 */
export async function inboundReferences(context: Context, open: OpenPost, offset: number): Promise<Target[]> {
  const { site } = open;
  const target = site && linkableAt(open, offset, context.environment);
  if (!target) return [];
  const query = { ...createQuery(target, site, context.environment), currentPost: open };
  const found = await findInboundLinks(context, site, query);
  return found.flatMap(({ open: from, links }) => links.map((link) => toTarget(from, link)));
}

function toTarget({ document }: OpenPost, { place: { range } }: ResolvedLink): Target {
  return { document, range, fullRange: range };
}

function linkableAt(open: OpenPost, offset: number, environment: Environment): Linkable | undefined {
  const { syntax, post } = open;
  const entry = syntax.frontMatter?.entries.find(
    ({ key, range, commented }) => key === 'title' && !commented && touches(range, offset),
  );
  if (entry) return post && { at: post, fragment: undefined };
  const link = linkAt(open, offset, environment);
  if (link) return toLinkable(link, offset, post);
  const renameTarget = renameTargetAt(open, offset);
  return renameTarget?.kind === 'heading' && post ? { at: post, fragment: renameTarget.target.anchor } : undefined;
}

/** The target of a link; with the caret on its fragment, the place in the post. */
function toLinkable(
  { place, destination }: ResolvedLink,
  offset: number,
  post: Post | undefined,
): Linkable | undefined {
  if (destination.kind === 'file') return { at: destination.path, fragment: undefined };
  const at = destination.kind === 'self' ? post : destination.kind === 'post' ? destination.post : undefined;
  const hash = place.written.indexOf('#');
  const isOnFragment = hash >= 0 && offset >= place.range.start + hash;
  return at && { at, fragment: isOnFragment && 'fragment' in destination ? destination.fragment : undefined };
}

/** The query for links to a post or file of the site. */
function createQuery({ at, fragment }: Linkable, site: Site, environment: Environment): LinkQuery {
  const addressed =
    typeof at === 'string'
      ? { ...toFileEndpoint(at, site), aliases: [] }
      : {
          ...toPostEndpoint(at.path, site, at.uri, environment),
          aliases: site.generator.linking?.getAliases(toPostSource(site, at)) ?? [],
        };
  const accepts = (destination: Destination, from: Post): boolean => {
    if (destination.kind === 'file') return destination.path === at;
    const leads =
      destination.kind === 'self' ? from.uri : destination.kind === 'post' ? destination.post.uri : undefined;
    const isThere = typeof at !== 'string' && leads === at.uri;
    return isThere && (fragment === undefined || ('fragment' in destination && destination.fragment === fragment));
  };
  return { words: toSearchWords([addressed]), accepts };
}
