import { relativePath } from '../../../text/paths.ts';
import { destination } from '../../../site/resolution/links.ts';
import { fromOf } from '../../../site/resolution/resolvedLinks.ts';
import type { Environment } from '../../../generators/contract/model.ts';
import type { OpenPost } from '../../../site/model/snapshot.ts';
import type { Context } from '../../context.ts';
import type { LinkConventions } from '../../links/conventions.ts';
import { conventionsOf } from '../../links/conventions.ts';
import type { Addressed } from '../../links/linkForms.ts';
import { addressedPost, basePathOf, inForm } from '../../links/linkForms.ts';

/** A place in an open post where a link is to be written. */
export interface LinkPlace {
  readonly open: OpenPost;
  /** Offset into the post. */
  readonly at: number;
}

/** How a post or file of the site is named in a link: as this post's or its siblings' links are written, else in the generator's usual way. */
export async function destinationOf(
  context: Context,
  { open, at }: LinkPlace,
  target: Addressed,
  kind: keyof LinkConventions,
): Promise<string> {
  const { site, post } = open;
  if (!site || !post) return target.url ?? target.path;
  const conventions = await conventionsOf(context, open, at);
  const { environment } = context;
  const from = addressedPost(post.path, site, post.uri, environment);
  const written = conventions[kind]
    .map((form) => inForm(form, target, from, basePathOf(site)))
    .find((each) => each !== undefined && (kind === 'files' || leadsTo(each, target, open, environment)));
  return (
    written ??
    (kind === 'posts' ? site.generator.insertion.postReference?.(target.path, post.path) : undefined) ??
    target.url ??
    relativePath(post.path, target.path)
  );
}

/** Whether a destination leads to a post, or somewhere that only the build knows. */
function leadsTo(written: string, { path }: Addressed, open: OpenPost, environment: Environment): boolean {
  const from = fromOf(open, environment);
  const found = from ? destination(written, from, environment) : undefined;
  if (found?.kind === 'post') return found.post.path === path;
  return found?.kind === 'file' ? found.path === path : found?.kind === 'elsewhere';
}
