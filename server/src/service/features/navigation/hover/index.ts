import type { Environment } from '../../../generators/contract/model.ts';
import type { OpenPost, Snapshot } from '../../../site/model/snapshot.ts';
import type { Workspace } from '../../../text/workspace.ts';
import { linkHover } from '../../links/linkPreview.ts';
import type { Hover } from '../../results.ts';
import { frontMatterHover } from './frontMatter.ts';
import { occurrenceHover } from './occurrence.ts';

/** What there is to say about the place at an offset from the post alone; undefined for nothing. */
export function hover(snapshot: Snapshot, post: OpenPost, offset: number, environment: Environment): Hover | undefined {
  return frontMatterHover(snapshot, post, offset, environment) ?? occurrenceHover(post, offset, 'untold');
}

/** The same with what a reader finds behind a link, which is read from other files. */
export async function siteHover(
  snapshot: Snapshot,
  post: OpenPost,
  offset: number,
  environment: Environment,
  files: Workspace,
): Promise<Hover | undefined> {
  const target = await linkHover(snapshot, post, offset, environment, files);
  if (!target) return hover(snapshot, post, offset, environment);
  const own = occurrenceHover(post, offset, 'told');
  return own ? { range: own.range, markdown: `${target.markdown}\n\n${own.markdown}` } : target;
}
