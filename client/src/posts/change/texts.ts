import { l10n, window } from 'vscode';
import type { ChangePostsResult } from '../../../../server/src/protocol/index.ts';
import { showStatusMessage } from '../../prompts/statusMessage.ts';

/** How many reasons one message has. */
const maxReasons = 3;

/** Why posts of a plan do not change, for the writer. */
export function toRefusalText({ refusals }: ChangePostsResult): string {
  const rest = refusals.length - maxReasons;
  const more =
    rest === 1
      ? l10n.t('One more post cannot be changed either.')
      : l10n.t('{0} more posts cannot be changed either.', rest);
  return [...refusals.slice(0, maxReasons), ...(rest > 0 ? [more] : [])].join(' ');
}

/** Where a plan leads, in a line. */
export function toPreviewText({ posts: [first, ...more] }: ChangePostsResult): string {
  if (!first || more.length > 0) return l10n.t('{0} posts change.', more.length + 1);
  return first.url === null ? first.path : `${first.path} → ${first.url}`;
}

/** Says what was done, and why some of it was not. */
export function reportChange(plan: ChangePostsResult): void {
  const { posts, refusals } = plan;
  showStatusMessage(toDoneText(plan));
  if (refusals.length > 0)
    void window.showWarningMessage(
      l10n.t('Changed: {0}. Left as before: {1}. {2}', posts.length, refusals.length, toRefusalText(plan)),
    );
}

function toDoneText({ posts: [first, ...more] }: ChangePostsResult): string {
  if (more.length > 0) return l10n.t('{0} posts were changed.', more.length + 1);
  return first?.state === 'published' && first.url !== null ? l10n.t('Published: {0}', first.url) : (first?.path ?? '');
}
