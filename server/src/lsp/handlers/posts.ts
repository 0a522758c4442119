import * as protocol from '../../protocol/index.ts';
import { toNewPost, toPostPlans } from '../convert/toPostPlans.ts';
import type { Handler } from './handler.ts';
import { dependingOnSite, workspaceRequest } from './handler.ts';

/** Posts as pages of their sites: create, publish, list. */
export const posts: readonly Handler[] = [
  dependingOnSite(workspaceRequest(protocol.newPostPlaces, ({ analysis }, { near }) => analysis.newPostPlaces(near))),
  workspaceRequest(protocol.postFolders, ({ analysis }) => analysis.postFolders()),
  dependingOnSite(
    workspaceRequest(protocol.newPost, async ({ analysis }, params) => {
      const found = await analysis.newPost(params);
      return found ? toNewPost(found) : null;
    }),
  ),
  dependingOnSite(
    workspaceRequest(protocol.changePosts, async ({ analysis, response }, params) =>
      toPostPlans(response, await analysis.changePosts(params)),
    ),
    (params) => !(params as protocol.ChangePostsParams).isDryRun,
  ),
  dependingOnSite(
    workspaceRequest(protocol.posts, ({ analysis, sentPostLists }, { known = {} }) =>
      analysis.postLists(sentPostLists, known),
    ),
  ),
  dependingOnSite(workspaceRequest(protocol.omissions, (context) => context.omissions())),
  workspaceRequest(protocol.publication, ({ analysis }, { uri }) => analysis.publication(uri) ?? null),
];
