import { relativePath } from '../../../generators/shared/address.ts';
import { folderOfPath } from '../../../generators/shared/markdownFile.ts';
import type { Environment } from '../../../generators/contract/model.ts';
import { destination } from '../../../site/resolution/links.ts';
import { fromOf } from '../../../site/resolution/resolvedLinks.ts';
import type { OpenPost, Snapshot } from '../../../site/model/snapshot.ts';
import type { Workspace } from '../../../text/workspace.ts';
import type { Habits } from '../../links/conventions.ts';
import { habitsOf, learnHabits } from '../../links/conventions.ts';
import type { Addressed } from '../../links/linkForms.ts';
import { addressedPost, basePathOf, inForm } from '../../links/linkForms.ts';

/** A place in an open post where a link is to be written. */
export interface LinkPlace {
  readonly snapshot: Snapshot;
  readonly open: OpenPost;
  /** Offset into the post. */
  readonly at: number;
  readonly environment: Environment;
  readonly files: Workspace;
}

/** How a post or file of the site is named in a link: as this post's or its siblings' links are written, else in the generator's usual way. */
export async function destinationOf(
  target: Addressed,
  kind: keyof Habits,
  { snapshot, open, at, environment, files }: LinkPlace,
): Promise<string> {
  const { site, post } = open;
  if (!site || !post) return target.url ?? target.path;
  await learnHabits(snapshot, open, environment, files);
  const from = addressedPost(post.path, site, post.uri, environment);
  const forms = habitsOf(open, at, environment)[kind];
  const written = forms
    .map((form) => inForm(form, target, from, basePathOf(site)))
    .find((each) => each !== undefined && (kind === 'files' || leadsTo(each, target, open, environment)));
  return (
    written ??
    (kind === 'posts' ? site.generator.insertion.postReference?.(target.path, post.path) : undefined) ??
    target.url ??
    relativePath(target.path, folderOfPath(post.path))
  );
}

/** Whether a destination leads to a post, or somewhere that only the build knows. */
function leadsTo(written: string, { path }: Addressed, open: OpenPost, environment: Environment): boolean {
  const from = fromOf(open, environment);
  const found = from ? destination(written, from, environment) : undefined;
  if (found?.kind === 'post') return found.post.path === path;
  return found?.kind === 'file' ? found.path === path : found?.kind === 'elsewhere';
}
