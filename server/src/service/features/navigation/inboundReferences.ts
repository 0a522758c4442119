import type { Environment } from '../../generators/contract/model.ts';
import type { Destination } from '../../site/resolution/links.ts';
import type { Linked } from '../../site/resolution/resolvedLinks.ts';
import type { Post, Site } from '../../site/model/site.ts';
import { sourceOf } from '../../site/model/site.ts';
import type { OpenPost } from '../../site/model/snapshot.ts';
import { touches } from '../../text/range.ts';
import type { LinkQuery } from '../links/inbound.ts';
import { inbound, wordsFor } from '../links/inbound.ts';
import { pointedAt } from '../links/linkAtOffset.ts';
import { addressedFile, addressedPost } from '../links/linkForms.ts';
import type { Context } from '../context.ts';
import type { Target } from '../results.ts';
import { renameTargetAt } from '../labels/renameTarget.ts';

/** What is linked to: a post, a heading or an id in it, or a file (path). */
interface Linkable {
  readonly at: Post | string;
  /** Undefined for any place in it. */
  readonly fragment: string | undefined;
}

/** Every link of the site that leads where the place at an offset does; empty where that is neither a target of links nor a link. */
export async function inboundReferences(context: Context, open: OpenPost, offset: number): Promise<Target[]> {
  const { site } = open;
  const target = site && linkableAt(open, offset, context.environment);
  if (!target) return [];
  const query = { ...queryFor(target, site, context.environment), askedIn: open };
  const found = await inbound(context, site, query);
  return found.flatMap(({ open: from, links }) => links.map((link) => targetOf(from, link)));
}

function targetOf({ document }: OpenPost, { place: { range } }: Linked): Target {
  return { document, range, fullRange: range };
}

function linkableAt(open: OpenPost, offset: number, environment: Environment): Linkable | undefined {
  const { syntax, post } = open;
  const entry = syntax.frontMatter?.entries.find(
    ({ key, range, commented }) => key === 'title' && !commented && touches(range, offset),
  );
  if (entry) return post && { at: post, fragment: undefined };
  const pointed = pointedAt(open, offset, environment);
  if (pointed) return behind(pointed, offset, post);
  const subject = renameTargetAt(open, offset);
  return subject?.kind === 'heading' && post ? { at: post, fragment: subject.target.anchor } : undefined;
}

/** What a link leads to; only on its fragment the place in the post is meant. */
function behind({ place, destination }: Linked, offset: number, post: Post | undefined): Linkable | undefined {
  if (destination.kind === 'file') return { at: destination.path, fragment: undefined };
  const at = destination.kind === 'self' ? post : destination.kind === 'post' ? destination.post : undefined;
  const hash = place.written.indexOf('#');
  const isOnFragment = hash >= 0 && offset >= place.range.start + hash;
  return at && { at, fragment: isOnFragment && 'fragment' in destination ? destination.fragment : undefined };
}

/** How links to a post or file of the site are found. */
function queryFor({ at, fragment }: Linkable, site: Site, environment: Environment): LinkQuery {
  const addressed =
    typeof at === 'string'
      ? { ...addressedFile(at, site), aliases: [] }
      : {
          ...addressedPost(at.path, site, at.uri, environment),
          aliases: site.generator.linking?.aliases(sourceOf(site, at)) ?? [],
        };
  const accepts = (destination: Destination, from: Post): boolean => {
    if (destination.kind === 'file') return destination.path === at;
    const leads =
      destination.kind === 'self' ? from.uri : destination.kind === 'post' ? destination.post.uri : undefined;
    const isThere = typeof at !== 'string' && leads === at.uri;
    return isThere && (fragment === undefined || ('fragment' in destination && destination.fragment === fragment));
  };
  return { words: wordsFor([addressed]), accepts };
}
