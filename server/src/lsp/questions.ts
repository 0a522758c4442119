import {
  ReferencesRequest,
  RenameRequest,
  WillRenameFilesRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver';
import type { ChangePostsParams } from '../protocol/index.ts';
import * as protocol from '../protocol/index.ts';
import { canonical } from '../service/index.ts';

/** Requests about all posts, and those whose answer a writer keeps: it is made once, so it must not be made too early. */
const aboutSite: ReadonlySet<string> = new Set(
  [
    ReferencesRequest,
    RenameRequest,
    WillRenameFilesRequest,
    WorkspaceSymbolRequest,
    protocol.changePosts,
    protocol.choices,
    protocol.imagePlaces,
    protocol.insert,
    protocol.newPost,
    protocol.newPostPlaces,
    protocol.posts,
  ].map(({ method }) => method),
);

/** Whether the answer to a question hangs on all posts, as files and open documents have them now. */
export function isAboutSite(method: string, params: unknown): boolean {
  if (method === protocol.changePosts.method && (params as ChangePostsParams).isDryRun) return false;
  return aboutSite.has(method);
}

/** The canonical URI of the document that a question is about; undefined where it is about none. */
export function documentIn(params: unknown): string | undefined {
  const { textDocument, uri = textDocument?.uri } = params as {
    readonly textDocument?: { readonly uri: string };
    readonly uri?: unknown;
  };
  return typeof uri === 'string' ? canonical(uri) : undefined;
}
