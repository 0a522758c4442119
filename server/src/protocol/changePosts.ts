import type { FileCopy } from './newPost.ts';
import type { PostState } from './posts.ts';
import type { Request } from './request.ts';

/** Plans one change of posts, open or not; changes nothing. */
export const changePosts: Request<ChangePostsParams, ChangePostsResult> = { method: 'galley/changePosts' };

export interface ChangePostsParams {
  readonly uris: readonly string[];
  readonly change: PostChange;
  /**
   * Only where it leads is wanted, as while a title is typed: links elsewhere, for which all posts are read, are left
   * out of the plan.
   */
  readonly isDryRun?: true;
}

export type PostChange =
  | { readonly kind: 'publish' }
  /** `when` is a day, or a day and time in the site's zone: `2026-05-01 09:30`. */
  | { readonly kind: 'schedule'; readonly when: string }
  | { readonly kind: 'unpublish' }
  | { readonly kind: 'setDate' }
  | { readonly kind: 'rename'; readonly title: string }
  | { readonly kind: 'duplicate'; readonly title: string };

export interface ChangePostsResult {
  /**
   * An LSP `WorkspaceEdit` that moves and edits in one step; each part has the one annotation of it, which does not ask
   * to be confirmed.
   */
  readonly edit: object;
  /** How many other posts change, so that links lead where they did. */
  readonly others: number;
  /** The posts that change, as they are afterwards. */
  readonly posts: readonly ChangedPost[];
  /** Files that come with a copy, to be made in the same step. */
  readonly copies: readonly FileCopy[];
  /** Why the rest does not change: a sentence each, for the writer. */
  readonly refusals: readonly string[];
}

export interface ChangedPost {
  /** Where the post, or what it is a copy of, is now. */
  readonly from: string;
  /** Where the post, or its copy, is afterwards; the path is relative to the site root. */
  readonly uri: string;
  readonly path: string;
  /** As the site will judge it; null where only the build knows. */
  readonly url: string | null;
  readonly state: PostState;
  /** The text of a copy, which `edit` knows nothing of: it is to be made with every byte at once. */
  readonly created?: string;
}
