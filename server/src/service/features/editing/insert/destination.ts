import { relativePath } from '../../../text/paths.ts';
import { resolveDestination } from '../../../site/resolution/links.ts';
import { toLinkSource } from '../../../site/resolution/resolvedLinks.ts';
import type { Environment } from '../../../generators/contract/model.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { Context } from '../../context.ts';
import type { LinkConventions } from '../../links/conventions.ts';
import { inferConventions } from '../../links/conventions.ts';
import type { LinkEndpoint } from '../../links/linkForms.ts';
import { toPostEndpoint, getBasePath, formatInForm } from '../../links/linkForms.ts';

/** A place in an open post where a link is to be written. */
export interface InsertionPoint {
  readonly open: OpenPost;
  /** Offset into the post. */
  readonly offset: number;
}

/**
 * The destination of a link to a post or file of the site, in the form of this post's or its siblings' links, else in
 * the generator's usual form.
 */
export async function formatDestination(
  context: Context,
  { open, offset }: InsertionPoint,
  target: LinkEndpoint,
  kind: keyof LinkConventions,
): Promise<string> {
  const { site, post } = open;
  if (!site || !post) return target.url ?? target.path;
  const conventions = await inferConventions(context, open, offset);
  const { environment } = context;
  const from = toPostEndpoint(post.path, site, post.uri, environment);
  const written = conventions[kind]
    .map((form) => formatInForm(form, target, from, getBasePath(site)))
    .find((each) => each !== undefined && (kind === 'files' || leadsTo(each, target, open, environment)));
  return (
    written ??
    (kind === 'posts' ? site.generator.insertion.formatPostReference?.(target.path, post.path) : undefined) ??
    target.url ??
    relativePath(post.path, target.path)
  );
}

/** Whether a destination leads to a post, or somewhere that only the build knows. */
function leadsTo(written: string, { path }: LinkEndpoint, open: OpenPost, environment: Environment): boolean {
  const from = toLinkSource(open, environment);
  const found = from ? resolveDestination(written, { ...from, use: 'link' }, environment) : undefined;
  if (found?.kind === 'post') return found.post.path === path;
  return found?.kind === 'file' ? found.path === path : found?.kind === 'unchecked';
}
