import type { Environment } from '../../generators/contract/model.ts';
import type { Destination } from '../../site/resolution/links.ts';
import type { Linked } from '../../site/resolution/resolvedLinks.ts';
import type { Post, Site } from '../../site/model/site.ts';
import { sourceOf } from '../../site/model/site.ts';
import type { OpenPost, Snapshot } from '../../site/model/snapshot.ts';
import { contains, touches } from '../../text/range.ts';
import type { Inbound, Search } from '../links/inbound.ts';
import { inbound, wordsFor } from '../links/inbound.ts';
import { pointedAt } from '../links/linkAtOffset.ts';
import { addressedFile, addressedPost } from '../links/linkForms.ts';
import { references } from './references.ts';
import type { Target } from '../results.ts';
import { subjectAt } from '../labels/renameTarget.ts';

/** What is linked to: a post, a heading or an id in it, or a file (path). */
interface Linkable {
  readonly at: Post | string;
  /** Undefined for any place in it. */
  readonly fragment: string | undefined;
}

/**
 * Every place of the site that leads where the one at an offset does, those of the post itself first: to a heading or label as
 * `references` has them, to the post whose title it is, to the post or file behind a link. Reads all posts, as long as it may.
 */
export async function siteReferences(
  snapshot: Snapshot,
  open: OpenPost,
  offset: number,
  include: 'all' | 'uses',
  environment: Environment,
  search: Search,
): Promise<Target[]> {
  const own = references(open, offset, include);
  const { site } = open;
  const target = site && linkableAt(open, offset, environment);
  if (!target) return own;
  const found = await linksTo(target, site, snapshot, environment, { ...search, askedFrom: open });
  const others = found.flatMap(({ open: from, links }) => links.map((link) => targetOf(from, link)));
  const fresh = others.filter(
    ({ document, range }) => document.uri !== open.document.uri || !own.some((each) => contains(range, each.range)),
  );
  return [
    ...own,
    ...fresh.sort(
      (a, b) => Number(b.document.uri === open.document.uri) - Number(a.document.uri === open.document.uri),
    ),
  ];
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
  const subject = subjectAt(open, offset);
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

/** Who links to a post or file of the site. */
async function linksTo(
  { at, fragment }: Linkable,
  site: Site,
  snapshot: Snapshot,
  environment: Environment,
  search: Search,
): Promise<Inbound[]> {
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
  return inbound(site, wordsFor([addressed]), accepts, snapshot, environment, search);
}
